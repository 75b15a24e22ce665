import type { Utterance } from '../model/scene.ts';
import { isFirstName } from '../text/names/lists.ts';
import type { Callers } from '../text/names/name-group.ts';
import { MENTIONERS } from '../text/names/phrases.ts';
import { isSurnameShaped } from '../text/names/titles.ts';
import { type Reading, readWords } from '../text/names/words.ts';

/** What may stand before an own name within a clause; after any other word a name is spoken of ("with Bo", "I take Claire"). */
const LEADS_TO_OWN: ReadonlySet<string> = new Set(
  (
    "name name's names is am was be called it's its i'm im me that's mr mrs ms dr miss uh um er yes yeah no ok okay hi hello hey thanks sorry under " +
    'имя зовут фамилия это я на меня мое моя мама папа запишите записывайте пишите да нет ну здравствуйте добрый день спасибо'
  ).split(' '),
);

/**
 * The words that were said before a message: by the customer where an own name may stand, and of others; and by the desk,
 * for a name that it has said first is a choice it gave. Collected once, when first asked, and then only further.
 */
export class SaidWords {
  private readonly own = new Set<string>();
  private readonly others = new Set<string>();
  private readonly desk = new Set<string>();
  private next = 0;

  constructor(private readonly utterances: readonly Utterance[]) {}

  before(index: number): Pick<Callers, 'heard' | 'spokenOf'> {
    return {
      heard: { has: (word) => this.upTo(index).own.has(word) },
      spokenOf: { has: (word) => this.upTo(index).others.has(word) && !this.own.has(word) },
    };
  }

  byDeskBefore(index: number, word: string): boolean {
    return this.upTo(index).desk.has(word);
  }

  private upTo(index: number): this {
    for (; this.next < index; this.next += 1) {
      const utterance = this.utterances[this.next];
      if (utterance?.part === 'customer') {
        this.listen(readWords(utterance.text, utterance.tokens));
      } else {
        for (const { word } of utterance?.tokens ?? []) {
          this.desk.add(word);
        }
      }
    }
    return this;
  }

  private listen({ words }: Reading): void {
    let led = true;
    for (const [place, { word, gap, opens }] of words.entries()) {
      led ||= opens || gap !== ' ';
      if (led && !this.desk.has(word)) {
        this.own.add(word);
      } else if (isSpokenOf(words, place)) {
        this.others.add(word);
      }
      // A second name stands behind the first, or behind a number.
      led = LEADS_TO_OWN.has(word) || (led && (isFirstName(word) || isSurnameShaped(word) || /^\d/.test(word)));
    }
  }
}

/** "for Zoe", "our intern Zoe". */
function isSpokenOf(words: Reading['words'], place: number): boolean {
  const before = words[place - 1]?.word ?? '';
  return MENTIONERS.has(before) || THEIRS.has(before) || THEIRS.has(words[place - 2]?.word ?? '');
}

const THEIRS: ReadonlySet<string> = new Set(
  'my our his her their мой моя мою моего моей наш наша нашу нашего нашей'.split(' '),
);

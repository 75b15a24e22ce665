import { isCommonWord, isFirstName } from './lists.ts';
import { COMPANY_TAIL } from './name-group.ts';
import { GREETINGS } from './phrases.ts';
import { isOfSomebodyClose, isSurelyName, type SelfNaming, takeName } from './take-name.ts';
import { isPatronymic, isSurnameShaped, isTitle } from './titles.ts';
import type { Reading, Word } from './words.ts';

const FILLERS: ReadonlySet<string> = new Set(
  (
    "yes yeah yep yup sure ok okay hi hello hey it it's its is my name me i i'm im am this of course sir ma'am maam sire the under thanks thank you here full first last and oh well um uh " +
    'да это меня зовут я конечно на имя здравствуйте добрый день мое фамилия ну хорошо пишите запишите меня'
  ).split(' '),
);

/** "his is Jonte": somebody else's name is given. */
const OTHERS: ReadonlySet<string> = new Set('his her hers their theirs его ее'.split(' '));

/** How far into an answer the name is looked for, fillers left out of the count. */
const FIRST_WORDS = 12;
const LATEST_WORD = 6;

/** The answer to "may I have your name?": the first words that can be a name. */
export function readAnswer(reading: Reading): SelfNaming | null {
  const { words } = reading;
  if (words.slice(0, LATEST_WORD).some(({ word }) => OTHERS.has(word))) {
    return null;
  }
  let begun = false;
  for (let place = 0; place < Math.min(words.length, FIRST_WORDS); place += 1) {
    const word = words[place] as Word;
    if (FILLERS.has(word.word)) {
      continue;
    }
    const naming = takeName(reading, place, 'firm');
    if (naming !== null) {
      if (isOfSomebodyClose(words, place) || (isCompany(naming) && !isSurelyName(naming.words))) {
        return null;
      }
      const next = words[naming.last + 1];
      const spelled = isSpelled(words, naming) || (naming.words.length > 1 && goesOn(words, naming));
      const apart = next === undefined || naming.last + 2 === words.length || next.opens || /[,;:]/.test(next.gap);
      // «Заказывала не я» begins with a capital as well; English answers rarely begin with a verb.
      const marked = word.capital && (!word.opens || /^[a-z]/.test(word.word));
      // Behind other words only what looks like a name is one: "people see it in mentions".
      return marked || ((apart || spelled) && !begun) || isSurelyName(naming.words) ? naming : null;
    }
    begun = true;
    if (place > LATEST_WORD) {
      return null;
    }
  }
  return null;
}

/** "Hartig Tools". */
const isCompany = ({ words }: SelfNaming): boolean => words.some((word) => COMPANY_TAIL.test(word));

/** "kowalczyk k o w": its letters follow. */
function isSpelled(words: readonly Word[], { last, words: names }: SelfNaming): boolean {
  const spelling = [1, 2, 3].map((step) => words[last + step]?.word ?? '').join('');
  return spelling.length === 3 && names.at(-1)?.startsWith(spelling) === true;
}

/** After a full name: letters that spell it ("jurgita balciunaite j u r"), or "i" after a listed first name. */
function goesOn(words: readonly Word[], { last, words: names }: SelfNaming): boolean {
  const next = words[last + 1];
  const after = words[last + 2];
  if (next?.gap !== ' ' || names.slice(1).every(isCommonWord)) {
    return false;
  }
  return (next.word.length === 1 && after?.word.length === 1) || (next.word === 'i' && isFirstName(names[0] ?? ''));
}

/**
 * A message that is a full name and nothing else, or begins with one set off: "Jane Doe", "Rhonda Teague, I want …",
 * "Seamus. Hold it till two". A single name before a comma is left alone: so people address the agent.
 */
export function readBareName(reading: Reading): SelfNaming | null {
  const { words } = reading;
  const first = words.findIndex(({ word }) => !GREETINGS.has(word) && word !== 'good');
  if (first < 0 || first > 3) {
    return null;
  }
  const naming = takeName(reading, first, 'weak');
  const titled = isTitle(words[first]?.word ?? '');
  if (naming === null || !(isSurelyName(naming.words) || titled) || !beginsAsName(naming.words[0] ?? '', titled)) {
    return null;
  }
  if (isCompany(naming)) {
    return null;
  }
  const next = words[naming.last + 1];
  const full = naming.words.length > 1 || titled;
  const capital = words[first]?.capital === true;
  if (next === undefined) {
    return full && naming.words.length > 1 ? naming : null;
  }
  const set = full ? /^[.,:]/.test(next.gap) : first === 0 && capital && /^\./.test(next.gap);
  const phone = /^[,.]/.test(next.gap) && /^\d[\d\s()-]{6}/.test(reading.text.slice(next.start));
  const placed = first === 0 && next.gap === ' ' && /^(?:from|из|со)$/.test(next.word);
  return set || phone || placed ? naming : null;
}

function beginsAsName(word: string, titled: boolean): boolean {
  return titled || isFirstName(word) || isPatronymic(word) || isSurnameShaped(word);
}

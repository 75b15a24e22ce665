/** A word with its place; what `tokenize` gives, or anything like it. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence that asks: offsets into the text, and which of the words given it holds. */
export interface Question {
  readonly start: number;
  readonly end: number;
  /** Indexes into the words: first, and one past the last. */
  readonly from: number;
  readonly to: number;
}

interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly asks: boolean;
}

/** A mark between two words that ends a sentence, where space or the end follows. */
const ENDS = /[.!?…;。！？]["'»”)\]*_~]*\s|[\n\r]/;
/** A question mark that ends a word, as one in a link does not. */
const ASKS = /[?？][^\s]{0,8}(?:\s|$)/;
const PUNCTUATED = /[.?!…]/;

/** How a question begins in English where no mark shows it: a question word, or a verb before its subject. */
const ENGLISH_WORDS = new Set('what when where who whom whose which why how whats wheres hows'.split(' '));
const ENGLISH_VERBS = new Set(
  "is are was were am do does did can could will would shall should may might have has had isn't aren't don't doesn't didn't can't couldn't won't wouldn't".split(
    ' ',
  ),
);
const ENGLISH_SUBJECTS = new Set(
  'i you u we they he she it this that there my your the anyone anybody someone'.split(' '),
);
/** Words that may stand before the question itself. */
const LEAD_IN = new Set(
  'and but so ok okay well then also um uh oh right alright hi hello а и но ну так тогда ок ладно алло здравствуйте простите извините скажите подскажите'.split(
    ' ',
  ),
);
const RUSSIAN_WORDS = new Set(
  'кто что чего чем чему кому кого как где куда откуда когда сколько почему зачем какой какая какое какие каким какую каком каких чей разве неужели можно нельзя'.split(
    ' ',
  ),
);
/** «Ну что ж», "what the": a shorter beginning without a mark is an outcry or a set phrase. */
const SHORTEST_UNMARKED = 4;
/** How far into a sentence without marks a beginning is looked for. */
const LOOK_AHEAD = 3;

/**
 * The sentences of a text that ask something. A question mark decides; in a text without any mark (spoken words, hasty
 * chats) the way it begins does: a question word, a verb before its subject, the Russian particle «ли».
 *
 * @param text - The text.
 * @param words - Its words in order.
 */
export function findQuestions(text: string, words: readonly PlacedWord[]): Question[] {
  const marked = PUNCTUATED.test(text);
  return sentencesOf(text, words)
    .filter(
      ({ from, to, asks }) =>
        asks || (!marked && to - from >= SHORTEST_UNMARKED && beginsAsQuestion(words.slice(from, to))),
    )
    .map(({ from, to }) => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0, from, to }));
}

function sentencesOf(text: string, words: readonly PlacedWord[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  words.forEach((word, index) => {
    const next = words[index + 1];
    const gap = next === undefined ? `${text.slice(word.end)}\n` : text.slice(word.end, next.start);
    if (ENDS.test(gap)) {
      sentences.push({ from, to: index + 1, asks: ASKS.test(gap) });
      from = index + 1;
    }
  });
  return sentences;
}

function beginsAsQuestion(words: readonly PlacedWord[]): boolean {
  let first = 0;
  while (first < LOOK_AHEAD && LEAD_IN.has(words[first]?.word ?? '')) {
    first += 1;
  }
  const word = words[first]?.word ?? '';
  const next = words[first + 1]?.word ?? '';
  return (
    ENGLISH_WORDS.has(word) ||
    (ENGLISH_VERBS.has(word) && ENGLISH_SUBJECTS.has(next)) ||
    RUSSIAN_WORDS.has(word) ||
    words.some((each, index) => index > 0 && each.word === 'ли')
  );
}

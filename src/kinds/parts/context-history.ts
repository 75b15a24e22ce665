import type { Scene, Token, Utterance } from '../../model/scene.ts';
import type { Listening } from './misfits.ts';

type Acts = Listening['acts'];

/** What makes the first way closed, or opens another, wherever it is said. */
const TURNS = [
  'refusal',
  'denial',
  'offer',
  'declines',
  'proposes',
  'disappointed',
] as const satisfies readonly (keyof Acts)[];

/** How much of a message's words others have said: whose, and how near. */
const ECHOES = [
  'words said before by the other',
  'words said last by the other',
  'words said before by the same',
  'words said last by the same',
  'words said next by the other',
  'numbers said before',
  'numbers said last by the other',
] as const;

/** The names of the signals of what was said before and after a message, in their order. */
export const HISTORY_SIGNALS: readonly string[] = [
  ...TURNS.flatMap((name) => [`${name} anywhere before`, `${name} anywhere after`]),
  'messages before',
  'messages after',
  ...ECHOES.map((name) => `share of ${name}`),
  'count of long words',
  'count of numbers',
];

/** Shorter words are said by everybody about everything. */
const LONG_WORD = 4;

/** What stands for the share of none. */
const NOTHING = -1;

/** The long words of a message, by their stems, and its numbers. */
interface Said {
  readonly isAgent: boolean;
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/**
 * What was said in the whole conversation before and after each of its messages: a counter-proposal is one only after a
 * refusal, however far back, and who names a new hour or thing does not repeat the old one.
 *
 * @param said - what customers and agents said, in order
 * @returns for each of them its signals, in the order of HISTORY_SIGNALS
 */
export function historyOf(scene: Scene, acts: Acts, said: readonly Utterance[]): readonly (readonly number[])[] {
  const turns = TURNS.map((name) => aroundEach(said.map(({ index }) => scene.hear(index, acts[name]).score)));
  const all = said.map(saidBy);
  const next = nextOthers(all);
  const agents = new Side();
  const customers = new Side();
  const numbers = new Set<string>();
  return all.map((own, place) => {
    const [same, other] = own.isAgent ? [agents, customers] : [customers, agents];
    const signals = [
      ...turns.flatMap(({ earlier, later }) => [earlier[place] ?? 0, later[place] ?? 0]),
      place,
      said.length - 1 - place,
      shareIn(own.words, other.words),
      shareIn(own.words, other.last?.words),
      shareIn(own.words, same.words),
      shareIn(own.words, same.last?.words),
      shareIn(own.words, next[place]?.words),
      shareIn(own.numbers, numbers),
      shareIn(own.numbers, other.last?.numbers),
      own.words.size,
      own.numbers.size,
    ];
    same.say(own);
    for (const number of own.numbers) {
      numbers.add(number);
    }
    return signals;
  });
}

/** What one side has said so far. */
class Side {
  readonly words = new Set<string>();
  last: Said | undefined;

  say(said: Said): void {
    this.last = said;
    for (const word of said.words) {
      this.words.add(word);
    }
  }
}

/** After each message the next one of the other side. */
function nextOthers(all: readonly Said[]): (Said | undefined)[] {
  const next: (Said | undefined)[] = [];
  for (let place = all.length - 1; place >= 0; place -= 1) {
    const after = all[place + 1];
    next[place] = after?.isAgent === all[place]?.isAgent ? next[place + 1] : after;
  }
  return next;
}

function saidBy({ part, tokens, text }: Utterance): Said {
  return { isAgent: part === 'agent', words: longWords(tokens), numbers: new Set(text.match(/\d+/g)) };
}

const longWords = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(tokens.filter(({ word }) => word.length >= LONG_WORD && !/\d/.test(word)).map(({ stem }) => stem));

/** The most that was heard before each, and after it. */
function aroundEach(scores: readonly number[]): {
  readonly earlier: readonly number[];
  readonly later: readonly number[];
} {
  const mostBefore = (all: readonly number[]): number[] => {
    let most = 0;
    return all.map((score) => {
      const before = most;
      most = Math.max(most, score);
      return before;
    });
  };
  return { earlier: mostBefore(scores), later: mostBefore([...scores].reverse()).reverse() };
}

function shareIn(own: ReadonlySet<string>, others: ReadonlySet<string> | undefined): number {
  if (own.size === 0) {
    return NOTHING;
  }
  let found = 0;
  for (const each of own) {
    found += Number(others?.has(each) === true);
  }
  return found / own.size;
}

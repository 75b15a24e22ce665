import { GREETINGS, OPENERS } from './phrases.ts';
import type { Word } from './words.ts';

/** A greeting stands right before: commas, exclamation marks and emoji may stand between. */
export function isGreeted(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  const gap = words[from]?.gap ?? '';
  if (before === undefined || !(GREETINGS.has(before.word) || PRONOUNS.has(before.word) || isGoodDay(words, from))) {
    return false;
  }
  if (/[\n?:@]/.test(gap.replace(/\n+$/, (end) => (GREETINGS.has(before.word) ? '' : end)))) {
    return false;
  }
  if (GREETINGS.has(before.word) || isGoodDay(words, from)) {
    return beginsGreeting(words, from - 1);
  }
  // «Приветствуем вас, Валерий», "Hi there Anna": a pronoun between greeting and name.
  return PRONOUNS.has(before.word) && GREETINGS.has(words[from - 2]?.word ?? '');
}

/** "Good day": the second word alone greets nobody. */
function isGoodDay(words: readonly Word[], from: number): boolean {
  return words[from - 1]?.word === 'day' && /^(?:good|happy)$/.test(words[from - 2]?.word ?? '');
}

const PRONOUNS: ReadonlySet<string> = new Set('вас вам there again back you'.split(' '));

/** The run of greeting words begins a sentence or clause: «между дорогой Виктория и рекой» greets nobody. */
function beginsGreeting(words: readonly Word[], last: number): boolean {
  let place = last;
  while (place > 0 && !(words[place] as Word).opens && isOfGreeting(words[place - 1]?.word ?? '')) {
    place -= 1;
  }
  const first = words[place] as Word;
  return place <= 2 || first.opens || /[,–—]/.test(first.gap);
}

function isOfGreeting(word: string): boolean {
  return GREETINGS.has(word) || OPENERS.has(word) || word === 'good' || word === 'very';
}

import { isCommonWord, isFirstName } from './lists.ts';
import { GREETINGS, NOBODY, OPENERS, TELLERS } from './phrases.ts';
import type { SelfNaming } from './take-name.ts';
import { isPatronymic, isTitle } from './titles.ts';
import type { Reading, Word } from './words.ts';

/** Callers begin within so many words, and name themselves in so many. */
const HEAD_WORDS = 10;
const MOST_WORDS = 3;

/**
 * Names that a writer may have given as the own one, too doubtful to be known by: at the head of a call without capitals
 * or commas ("yeah hi uh gerald pike i'm at …", «лебедева раиса мне бы …»), an unlisted name after "it's", the name for
 * a booking («пишите на арсена»). Whoever then addresses the writer by such a word has understood it as the name.
 *
 * @param own folded words of the names of the people written to, and of those that they have named: they are greeted or chosen,
 *   not introduced
 */
export function readOffered(reading: Reading, own: Pick<ReadonlySet<string>, 'has'>): SelfNaming[] {
  const { words } = reading;
  const found: SelfNaming[] = [];
  let head = true;
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] as Word;
    const led = isLed(words, place);
    const naming = head || led ? readRun(reading, place, own, led) : null;
    if (naming !== null) {
      found.push(naming);
      place = naming.last;
      head = false;
      continue;
    }
    const booked = readBooked(words, place);
    if (booked !== null) {
      found.push(booked);
    }
    head &&= place < HEAD_WORDS && (isPassedOver(word.word) || own.has(word.word));
  }
  return found;
}

const FILLERS: ReadonlySet<string> = new Set('uh um er erm ah eh yeah yes good day э эм мм ну да вот так'.split(' '));

function isPassedOver(word: string): boolean {
  return GREETINGS.has(word) || OPENERS.has(word) || FILLERS.has(word);
}

const LEADS: ReadonlySet<string> = new Set(
  "it's its i'm im under mum mom dad wife husband daughter son это".split(' '),
);
const IS_LEADS = /^(?:this|it|name|i)$/;

/** "it's", "this is", "under", «это» stand before, fillers between them and the place. */
function isLed(words: readonly Word[], place: number): boolean {
  let before = place - 1;
  while (before > 0 && /^(?:uh|um|er|erm|э|эм)$/.test(words[before]?.word ?? '')) {
    before -= 1;
  }
  const lead = words[before]?.word ?? '';
  return LEADS.has(lead) || (/^(?:is|am)$/.test(lead) && IS_LEADS.test(words[before - 1]?.word ?? ''));
}

/** What a new clause or a place begins with: "tadhg brennan i have …", "brynmor from the choir". */
const CLAUSE =
  /^(?:i|i'm|im|i've|ive|i'd|can|could|we|we've|my|just|from|at|here|calling|speaking|again|я|из|с|от|у|мне|мы|можно)$/;

function readRun(
  { words, casual }: Reading,
  from: number,
  own: Pick<ReadonlySet<string>, 'has'>,
  led: boolean,
): SelfNaming | null {
  let last = from - 1;
  let surely = false;
  let listed = false;
  for (let place = from; place < words.length && place - from < MOST_WORDS; place += 1) {
    const word = words[place] as Word;
    if ((place > from && (word.opens || word.gap.trim() !== '')) || !mayBeName(word, casual, own)) {
      break;
    }
    listed ||= isFirstName(word.word);
    surely ||= isPatronymic(word.word) || (isFirstName(word.word) && !isCommonWord(word.word));
    last = place;
  }
  const next = words[last + 1]?.word ?? '';
  if (last < from || TELLERS.has(next)) {
    return null;
  }
  const place = /^(?:from|here|calling|speaking|again|из|с|от)$/.test(next);
  const unlisted = CLAUSE.test(next) && (last > from || place);
  if (!(surely || (led && (listed || unlisted)))) {
    return null;
  }
  const run = words.slice(from, last + 1);
  return {
    start: run[0]?.start ?? 0,
    end: run.at(-1)?.end ?? 0,
    last,
    words: run.map(({ word }) => word),
  };
}

function mayBeName({ word, capital }: Word, casual: boolean, own: Pick<ReadonlySet<string>, 'has'>): boolean {
  return (
    (capital || casual) &&
    word.length > 1 &&
    !/[\d_']/.test(word) &&
    !own.has(word) &&
    !isPassedOver(word) &&
    !NOBODY.has(word) &&
    !isTitle(word) &&
    (!isCommonWord(word) || isFirstName(word))
  );
}

const BOOKING =
  /^(?:(?:за)?пишите|записывайте|записать|оформите|оформляйте|забронируйте|бронируйте|бронь|столик|заказ|давайте)$/;

/** «пишите на Арсена»: the case form stands for the name. */
function readBooked(words: readonly Word[], place: number): SelfNaming | null {
  const { word, start, end } = words[place] as Word;
  if (
    words[place - 1]?.word !== 'на' ||
    !words.slice(Math.max(0, place - 4), place).some((each) => BOOKING.test(each.word))
  ) {
    return null;
  }
  const name = accusativeSources(word).find((source) => isFirstName(source) && !isCommonWord(source));
  return name === undefined ? null : { start, end, last: place, words: [name] };
}

/** «Арсена» of «Арсен», «Светлану» of «Светлана», «Сергея» of «Сергей», «Игоря» of «Игорь». */
function accusativeSources(word: string): readonly string[] {
  const stem = word.slice(0, -1);
  const endings: Readonly<Record<string, readonly string[]>> = { а: [''], я: ['й', 'ь'], у: ['а'], ю: ['я'] };
  return (endings[word.slice(-1)] ?? []).map((ending) => stem + ending);
}

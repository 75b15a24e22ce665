import { isCommonWord, isFirstName } from './lists.ts';
import { GREETINGS, NOBODY, OPENERS } from './phrases.ts';
import { isPatronymic, isTitle } from './titles.ts';
import type { Reading, Word } from './words.ts';

/** A name that a person gives as the own one. */
export interface SelfNaming {
  readonly start: number;
  readonly end: number;
  /** Folded words, titles and initials left out. */
  readonly words: readonly string[];
}

const NAME_WORD =
  /\bnames?\b|\bwho(?:m|'s|'ve| is| am| do| are)?\b.{0,24}\b(?:speaking|talking|chatting|calling|this|got|helping|have)\b|\b(?:should|shall|can|may|do) (?:i|we) (?:call|address) you\b|(?<![\p{L}])(?:как (?:я могу |мне |могу |можно )?(?:к )?(?:вас|вам|тебя|тебе)(?: \p{L}{1,12}){0,2} (?:зовут|звать|величать|обраща\p{L}{1,5})|имя|фамили[яюи]|фио|представьтесь|представиться|(?:на )?кого (?:он|она|оформлен\p{L}?|записыва\p{L}{1,4}|договор)|с кем (?:я )?(?:говорю|общаюсь|разговариваю|имею)|кто (?:это|звонит|говорит|пишет))(?![\p{L}])/u;

/** What makes a sentence a question or a request; phone transcripts have no question marks. */
const REQUEST =
  /\?|\b(?:please|pls|kindly|may (?:i|we)|can (?:i|we|you)|could (?:i|we|you)|give|provide|confirm|tell|need|what|who|whom|which|under|your)\b|(?<![\p{L}])(?:ваш[еаиу]?|ваши|ваше|как|кто|кого|кем|назовите|напишите|укажите|подскажите|скажите|уточните|продиктуйте|представьтесь|пожалуйста|нужн[оаы])(?![\p{L}])/u;

const NAME_OF_SOMETHING =
  /\b(?:user|file|domain|company|product|brand|hotel|host|screen|event|street|project|business|restaurant|venue|model|city|her|his|their|my|our)\s?names?\b|\bnames? of (?:the |your )?(?:hotel|company|product|file|app|business|event|project|restaurant|venue|doctor|device|game|city)|(?<![\p{L}])имя (?:файла|домена|пользователя|канала|сайта)/u;

/** Whether a message asks its reader for the reader's name. */
export function asksForName(text: string): boolean {
  const folded = text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
  if (!NAME_WORD.test(folded)) {
    return false;
  }
  return (folded.match(/[^.!?\n]+[.!?]*/g) ?? []).some(
    (sentence) => NAME_WORD.test(sentence) && REQUEST.test(sentence) && !NAME_OF_SOMETHING.test(sentence),
  );
}

/**
 * The names that the writer of a message gives as the own one: said outright ("my name is Ann", «меня зовут Артём»),
 * as an answer when asked, as a signature, or in a form ("Name: Ann").
 *
 * @param asked the message before asked for the name
 */
export function findSelfNamings(reading: Reading, asked: boolean): SelfNaming[] {
  const found = [...readOutright(reading), ...readForm(reading), ...readSignature(reading)];
  if (asked && found.length === 0) {
    found.push(...readAnswer(reading));
  }
  const bare = found.length === 0 ? readBareName(reading) : null;
  return bare === null ? found : [bare];
}

/** How much a word must look like a name: after "my name is" less than after "it's". */
type Trust = 'firm' | 'weak';

/** Triggers before the name, the longest first, and how much they are to be trusted. */
const BEFORE: readonly (readonly [RegExp, Trust])[] = [
  [/(?:^| )(?:my|the|full|first) (?:full |first |last |good )?na(?:me|em) (?:is|was|its|it's)$/, 'firm'],
  [
    /(?:^| )(?:my name|my name's|my names|name's|call me|i go by|goes? by|(?:speaking|talking) (?:with|to)|everyone calls me|name is|names)$/,
    'firm',
  ],
  [
    /(?:^| )(?:меня зовут|зовут меня|зовут|меня звать|мое имя|обращаться ко мне|зовите меня|можно просто|на имя)$/,
    'firm',
  ],
  [/(?:^| )(?:this is|it's|its|it is|tis|i'm|im|i am)$/, 'weak'],
  [
    /(?:^| )(?:это|я|вас беспокоит|беспокоит|вам пишет|пишет вам|вам звонит|пишет|звонит|на меня|на связи|с уважением)$/,
    'weak',
  ],
];

function readOutright(reading: Reading): SelfNaming[] {
  const { words } = reading;
  const found: SelfNaming[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const before = saidBefore(words, place);
    const trust = before === '' ? undefined : BEFORE.find(([pattern]) => pattern.test(before))?.[1];
    const firm = trust === 'firm' || isAskedAfter(words, place);
    if (trust === undefined && !firm && !isNamedAfter(reading, place)) {
      continue;
    }
    const naming = takeName(reading, place, firm ? 'firm' : 'weak');
    if (naming !== null && (trust !== 'weak' || firm || endsWell(reading, place, naming))) {
      found.push(naming);
      place += naming.words.length - 1;
    }
  }
  return found;
}

function saidBefore(words: readonly Word[], place: number): string {
  const run: string[] = [];
  for (let index = place - 1; index >= Math.max(0, place - 9); index -= 1) {
    if ((words[index + 1] as Word).opens) {
      break;
    }
    const { word } = words[index] as Word;
    if (run.length > 0 || !isPlaceOrNumber(word)) {
      run.unshift(word);
    }
  }
  return run.slice(-4).join(' ');
}

const PLACES: ReadonlySet<string> = new Set(
  'room unit suite apartment apt flat number account order table cabin extension oh zero one two three four five six seven eight nine ten комната номер квартира палата'.split(
    ' ',
  ),
);

/** "this is room 209 doctor Ferreira": where the caller is stands between the words and the name. */
function isPlaceOrNumber(word: string): boolean {
  return PLACES.has(word) || /^\d+$/.test(word);
}

/** «меня Даниил зовут», "Ann is my name". */
function isAskedAfter(words: readonly Word[], place: number): boolean {
  const around = [1, 2, 3, 4].map((step) => words[place + step]?.word ?? '');
  const before = words[place - 1]?.word ?? '';
  return (
    (before === 'меня' && (around[0] === 'зовут' || around[1] === 'зовут')) ||
    (around[0] === 'меня' && around[1] === 'зовут') ||
    /^is my name/.test(around.join(' ')) ||
    /^\S+ is my name/.test(around.join(' '))
  );
}

/** "Wendell here", "Mrs Halloran speaking", «галина романова беспокоит», «Павел я»: the name comes first. */
function isNamedAfter(reading: Reading, place: number): boolean {
  const { words } = reading;
  if (place > 4 && !(words[place] as Word).opens) {
    return false;
  }
  for (let step = 1; step <= 3; step += 1) {
    const next = words[place + step];
    if (next === undefined || next.gap.trim() !== '') {
      return false;
    }
    const after = words[place + step + 1]?.word ?? '';
    if (next.word === 'here' && !/^(?:is|are)$/.test(after)) {
      return true;
    }
    if (
      /^(?:speaking|calling|again|беспокоит|слушает)$/.test(next.word) ||
      (next.word === 'this' && after === 'side')
    ) {
      return true;
    }
    if (next.word === 'я' && words[place + step + 1] === undefined) {
      return true;
    }
  }
  return false;
}

/** "I'm Anna and …" names, "I'm German" and "it's Christmas" do not: without a known first name the clause must end. */
function endsWell({ words }: Reading, place: number, naming: SelfNaming): boolean {
  if (naming.words.some((word) => isFirstName(word) || isPatronymic(word)) || isTitle(words[place]?.word ?? '')) {
    return true;
  }
  const after = words.findIndex(({ start }) => start >= naming.end);
  const next = after < 0 ? undefined : words[after];
  const closed = next === undefined || next.opens || /[,]/.test(next.gap) || /^(?:and|from|at)$/.test(next.word);
  return closed && !/(?:an|ish|ese|ian|ing|ed|er)$/.test(naming.words[0] ?? '');
}

const FORM_LABEL =
  /^(?:name|full name|first name|your name|имя|фио|ф и о|ваше имя|как вас зовут|имя и фамилия|fio|contact name|customer name)$/;

/** A pre-chat form: "Name: Anna Petrova". */
function readForm(reading: Reading): SelfNaming[] {
  const { words, text } = reading;
  const found: SelfNaming[] = [];
  words.forEach((word, place) => {
    if (!/^\W{0,3}:/.test(word.gap) || place === 0) {
      return;
    }
    const lineStart = text.lastIndexOf('\n', (words[place - 1] as Word).start) + 1;
    const label = words.filter(({ start, end }) => start >= lineStart && end < word.start).map((each) => each.word);
    if (FORM_LABEL.test(label.join(' '))) {
      const naming = takeName(reading, place, 'firm');
      if (naming !== null) {
        found.push(naming);
      }
    }
  });
  return found;
}

const SIGN_OFF =
  /(?:^|[\n.!?,] {0,3})(?:(?:kind|best|warm|many)\s)?(?:regards|wishes|thanks(?: again)?|thank you(?: so much| very much)?|thx|cheers|sincerely|yours \w{3,12}|best|respectfully|from|love|peace|ta|с уважением|с благодарностью|заранее спасибо|спасибо|благодарю)[\s,.!:)–—-]{1,8}$/i;

/** The last lines of a message as a letter ends: a name on its own line, after a closing formula, or after a dash. */
function readSignature(reading: Reading): SelfNaming[] {
  const { words, text } = reading;
  for (let place = words.length - 1; place >= 0 && place > words.length - 24; place -= 1) {
    const word = words[place] as Word;
    const lineStart = text.lastIndexOf('\n', word.start - 1) + 1;
    const head = text.slice(lineStart, word.start);
    const ownLine = lineStart > 0 && /^[\s*_–—-]*$/.test(head);
    const dashed = /(?:^|\s)[–—-]{1,3} ?$/.test(text.slice(0, word.start)) && place > 0;
    const signedOff = SIGN_OFF.test(text.slice(Math.max(0, word.start - 60), word.start));
    const loose = place > 0 && word.opens;
    if (!(ownLine || dashed || signedOff || loose)) {
      continue;
    }
    const naming = takeName(reading, place, ownLine || signedOff || dashed ? 'firm' : 'weak');
    if (naming === null || !isWholeEnd(reading, naming, ownLine)) {
      continue;
    }
    const listed =
      naming.words.some((each) => isFirstName(each) && !isCommonWord(each)) || naming.words.some(isPatronymic);
    const plausible = naming.words.length > 1 || listed || signedOff;
    if (ownLine || dashed || signedOff ? plausible && (listed || signedOff || isLetterEnd(text, lineStart)) : listed) {
      return [naming];
    }
  }
  return [];
}

/** Nothing but the rest of a signature follows: the line ends with the name. */
function isWholeEnd({ text }: Reading, naming: SelfNaming, ownLine: boolean): boolean {
  const rest = text.slice(naming.end);
  const line = rest.split('\n')[0] ?? '';
  if (ownLine) {
    return /^[\s.,!)*_:]*$/.test(line) || /^,\s?[^.!?]{1,40}$/.test(line);
  }
  return /^[\s.!)*_]*$/.test(rest) || (/^[\s.!)]*$/.test(line) && rest.length < 120);
}

/** The line stands after an empty line or a closing formula, as names of signatures do. */
function isLetterEnd(text: string, lineStart: number): boolean {
  const before = text.slice(0, lineStart);
  return /\n\s*\n\s*$/.test(before) || SIGN_OFF.test(before.trimEnd().slice(-60) + '\n') || /[.!?)]\s*$/.test(before);
}

const FILLERS: ReadonlySet<string> = new Set(
  (
    "yes yeah yep yup sure ok okay hi hello hey it it's its is my name me i i'm im am this of course sir ma'am maam sire the under thanks thank you here full first last and oh well um uh " +
    'да это меня зовут я конечно на имя здравствуйте добрый день мое фамилия ну хорошо пишите запишите меня'
  ).split(' '),
);

/** The answer to "may I have your name?": the first words that can be a name. */
function readAnswer(reading: Reading): SelfNaming[] {
  const { words } = reading;
  for (let place = 0; place < Math.min(words.length, 12); place += 1) {
    const word = words[place] as Word;
    if (FILLERS.has(word.word)) {
      continue;
    }
    const naming = takeName(reading, place, 'firm');
    if (naming !== null && (word.capital || isShortAnswer(reading, naming))) {
      return [naming];
    }
    if (place > 5 || /\d/.test(word.word)) {
      break;
    }
  }
  return [];
}

/** In small letters, only a known name or an answer that is little else counts: "darnell", «самойлова дарья». */
function isShortAnswer({ words }: Reading, naming: SelfNaming): boolean {
  const rest = words.filter(({ start }) => start >= naming.end);
  return (
    rest.length <= 1 ||
    naming.words.some((word) => isFirstName(word) && !isCommonWord(word)) ||
    (rest[0]?.gap ?? '').includes(',')
  );
}

/** A message that is a full name and nothing else, or begins with one set off: "Jane Doe", "Rhonda Teague, I want …". */
function readBareName(reading: Reading): SelfNaming | null {
  const { words } = reading;
  const first = words.findIndex(({ word }) => !GREETINGS.has(word));
  if (first < 0 || first > 2) {
    return null;
  }
  const naming = takeName(reading, first, 'weak');
  if (naming === null || !isFirstName(naming.words[0] ?? '') || isCommonWord(naming.words[0] ?? '')) {
    return null;
  }
  const after = words[words.findIndex(({ start }) => start >= naming.end)];
  const whole = after === undefined && naming.words.length > 1;
  const phone = after !== undefined && /^[,.]/.test(after.gap) && /^\d/.test(after.word);
  return whole || phone ? naming : null;
}

/** The name that begins at a place, up to four words, or null where the words cannot be one. */
function takeName(reading: Reading, from: number, trust: Trust): SelfNaming | null {
  const { words, casual } = reading;
  const taken: string[] = [];
  let place = from;
  let titled = false;
  let last = from;
  while (place < words.length && place - from < 5) {
    const word = words[place] as Word;
    if (place > from && (word.opens || !/^(?:\.? {1,2}|-|["“«] ?| ["“«]|["”»] )$/.test(word.gap))) {
      break;
    }
    if (isTitle(word.word)) {
      titled = true;
    } else if (word.end - word.start === 1 && word.capital) {
      last = place;
    } else if (isNameLike(word, trust, { casual, titled, later: taken.length > 0 })) {
      taken.push(word.word);
      last = place;
    } else {
      break;
    }
    place += 1;
  }
  if (taken.length === 0) {
    return null;
  }
  return { start: words[from]?.start ?? 0, end: words[last]?.end ?? 0, words: taken };
}

const NEVER: ReadonlySet<string> = new Set(
  'not no the on in still wrong and or but spelled spelt misspelled correct different same there here again a an of for with to from at by not sorry не на в и или с у по от'.split(
    ' ',
  ),
);

const PARTINGS: ReadonlySet<string> = new Set('goodbye bye byebye thanks пока свидания спасибо досвидания'.split(' '));

function isNameLike(
  word: Word,
  trust: Trust,
  { casual, titled, later }: { casual: boolean; titled: boolean; later: boolean },
): boolean {
  const { word: folded, capital } = word;
  if (
    folded.length < 2 ||
    /[\d_]/.test(folded) ||
    NEVER.has(folded) ||
    NOBODY.has(folded) ||
    GREETINGS.has(folded) ||
    OPENERS.has(folded) ||
    PARTINGS.has(folded)
  ) {
    return false;
  }
  const listed = isFirstName(folded);
  const common = isCommonWord(folded);
  if (capital) {
    return trust === 'firm' || titled || later ? !common || listed || trust === 'firm' : listed || !common;
  }
  if (trust === 'firm' || titled) {
    return listed || !common || isPatronymic(folded);
  }
  if (later && casual) {
    return !common || isPatronymic(folded);
  }
  return (listed && !common) || isPatronymic(folded);
}

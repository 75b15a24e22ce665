import { readAnswer, readBareName } from './answer.ts';
import type { AskedName } from './asking.ts';
import { isCommonWord, isFirstName } from './lists.ts';
import { GREETINGS, OPENERS } from './phrases.ts';
import { readSignature } from './signature.ts';
import { isSurelyName, type SelfNaming, type Trust, takeName } from './take-name.ts';
import { isTitle } from './titles.ts';
import type { Reading, Word } from './words.ts';

/**
 * The names that the writer of a message gives as the own one: said outright ("my name is Ann", «меня зовут Артём»),
 * in a form ("Name: Ann"), as a signature, or as an answer when asked.
 *
 * @param asked whose name the message before asked for: the answer gives that one
 * @param theirs folded words of the names of the people written to, and of those that they have named: "thanks Tess" to Tess
 *   is signed by nobody, and "Pino." after "Casa Pino or Casa Fonda" is a choice
 */
export function findSelfNamings(
  reading: Reading,
  asked: AskedName,
  theirs: Pick<ReadonlySet<string>, 'has'> = new Set(),
): SelfNaming[] {
  const found = readOutright(reading);
  const signature = readSignature(reading);
  const isTheirs = (naming: SelfNaming): boolean => naming.words.every((word) => theirs.has(word));
  if (
    signature !== null &&
    !isTheirs(signature) &&
    !givesAnother(reading) &&
    found.every(({ start }) => start !== signature.start)
  ) {
    found.push(signature);
  }
  if (found.length > 0 || asked === 'other') {
    return found;
  }
  const answer = asked === 'own' ? readAnswer(reading) : null;
  const bare = answer ?? readBareName(reading);
  return bare === null || (answer === null && isTheirs(bare)) ? [] : [bare];
}

/** "put her name then not mine. Lena Sorvino": what follows is somebody else's. */
function givesAnother({ words }: Reading): boolean {
  return words.some(({ word }, place) => {
    const next = words[place + 1]?.word ?? '';
    return (
      (/^(?:his|her|their)$/.test(word) && /^names?$/.test(next)) ||
      (/^(?:ее|его|их)$/.test(word) && /^(?:имя|фамилия|фамилию)$/.test(next))
    );
  });
}

/** What stands before an own name, and how much a word after it must look like one. */
const LEADS: readonly (readonly [RegExp, Trust])[] = [
  [/(?:^| )(?:my|the|full|first) (?:full |first |last |good )?na(?:me|em) (?:is|was|its|it's)$/, 'firm'],
  [
    /(?:^| )(?:my|full|first|last|good|the) names?$|(?:^| )(?:my name's|name's|name is|call me|calls me|i go by)$/,
    'firm',
  ],
  [/^(?:full |first |last )?(?:name|nm)$|^(?:имя|фамилия|фио)$/, 'weak'],
  [/(?:^| )(?:i am|i'm) called$|(?:^| )you're (?:speaking|talking|dealing) (?:with|to)$/, 'firm'],
  [/(?:^| )меня (?:здесь |тут )?(?:зовут|звать)$|(?:^| )(?:зовут|звать) меня$|^(?:зовут|звать)$/, 'firm'],
  [/(?:^| )(?:мое имя|имя мое|имя мой|фамилия моя|моя фамилия|обращаться ко мне|зовите меня|можно просто)$/, 'firm'],
  [/(?:^| )(?:this is|it's|it is|tis|i'm|im|i am|myself|i|that's|not)$/, 'weak'],
  // "for its gui" owns something, «опять это Юрик» points at somebody.
  [/^(?:(?:uh|oh|ok|okay|yes|yeah|hi|hello|hey|sorry|morning|afternoon|evening|there|good) ){0,3}its$/, 'weak'],
  [/(?:^|(?<!(?:^| )(?:блин|вот|так|кто|что|опять|снова|все|наверное|думаю|кажется)) )(?:это|эт)$/, 'weak'],
  [/(?:^| )(?:я|я тоже|не \S{2,20} а|вас беспокоит|беспокоит|вам пишет|пишет вам|вам звонит)$/, 'weak'],
  // «роутер говорит пров»: whoever speaks of others names them as well.
  [/^(?:(?:алло|ало|да|здравствуйте|добрый день|привет) ){0,2}(?:пишет|звонит|говорит)$/, 'weak'],
  [/(?:^| )(?:на меня|на связи)$/, 'weak'],
];
const LEAD_ENDS: ReadonlySet<string> = new Set(
  (
    "is was its it's name nm names name's me by called with to this tis i'm im am myself i that's " +
    'тоже а зовут звать меня имя мое мой моя фамилия фио мне просто это эт я беспокоит пишет вам звонит говорит связи'
  ).split(' '),
);

/** What may follow an own name: "Wendell here", «Галина Романова беспокоит». */
const FOLLOWERS: ReadonlySet<string> = new Set(
  "here speaking calling again this on at that's that thats is меня зовут беспокоит слушает я это мое на у".split(' '),
);

function readOutright(reading: Reading): SelfNaming[] {
  const { words } = reading;
  const found: SelfNaming[] = [];
  const followed = words.some(({ word }) => FOLLOWERS.has(word));
  for (let place = 0; place < words.length; place += 1) {
    if (!mayBegin(words[place] as Word)) {
      continue;
    }
    const trust = leadTrust(words, place);
    if (trust === null && !followed && !(words[place] as Word).gap.includes(':')) {
      continue;
    }
    const naming = takeName(reading, place, trust ?? 'weak');
    // "is it Isabella?" asks about somebody, or a grape.
    if (naming === null || (trust !== 'firm' && /^\s*\?/.test(reading.text.slice(naming.end)))) {
      continue;
    }
    const told =
      trust === 'firm' ||
      isFormField(reading, place) ||
      followTells(words, place, naming.last) ||
      (trust === 'weak' && endsWell(words, place, naming));
    if (told) {
      found.push(naming);
      place = naming.last;
    }
  }
  return found;
}

/** Cheap: small letters and a common word begin no name, unless it is a name as well or a title. */
function mayBegin({ word, capital }: Word): boolean {
  return capital || !isCommonWord(word) || isFirstName(word) || isTitle(word);
}

function leadTrust(words: readonly Word[], place: number): Trust | null {
  const before = words[place - 1];
  const word = words[place] as Word;
  if (
    before === undefined ||
    word.opens ||
    !(LEAD_ENDS.has(before.word) || FILLERS.has(before.word) || isPlaceOrNumber(before.word))
  ) {
    return null;
  }
  const said = saidBefore(words, place);
  if (/(?:^| )(?:i|not)$/.test(said) && !(word.gap.startsWith(',') && word.capital)) {
    return null;
  }
  // «меня зовут, пожелайте удачи»: what is set off by a comma must look like a name.
  if (word.gap.includes(',') && !word.capital && (!isFirstName(word.word) || isCommonWord(word.word))) {
    return null;
  }
  if (CITIZEN.test(word.word) && before.word === 'я' && word.gap === ' ') {
    return null;
  }
  return OTHERS_NAME.test(said) ? null : (LEADS.find(([pattern]) => pattern.test(said))?.[1] ?? null);
}

/** «Я гражданин Казахстана» names a country. */
const CITIZEN = /^граждан(?:ин|ка)$/;

/** "his name IS Snoopy", "my dog's name is Rex", "movie name is …", "a hotel by the name …": something or somebody else is named. */
const OTHERS_NAME =
  /(?:^| )(?:his|her|their|its|\S+'s|movie|film|show|play|book|song|game|app|hotel|restaurant|cafe|bar|place|theat(?:er|re)|cinema|venue|company|business|shop|store|school|product|brand|model|user|login|file|domain|host|server|project|event|team|group|band|city|town|street|pet|dog|cat) (?:full |first |last )?names?(?: is| was|'s)?$|(?<!(?:^| )(?:go|goes|going|went|known) )by the names?$/;

/** The words of the sentence before a place, up to four; where the caller is ("room 209") is passed over. */
function saidBefore(words: readonly Word[], place: number): string {
  const run: string[] = [];
  for (let index = place - 1; index >= Math.max(0, place - 9) && run.length < 4; index -= 1) {
    const { word, opens } = words[index] as Word;
    if (!FILLERS.has(word) && (run.length > 0 || !isPlaceOrNumber(word))) {
      run.unshift(word);
    }
    if (opens) {
      break;
    }
  }
  return run.join(' ');
}

const PLACES: ReadonlySet<string> = new Set(
  (
    'room unit suite apartment apt flat number account order table cabin extension oh zero one two three four five six seven eight nine ten ' +
    'комната номер квартира палата'
  ).split(' '),
);

/** Said in passing between lead and name: "it's uh agnes". */
const FILLERS: ReadonlySet<string> = new Set('uh uhm um er erm э ээ эм мм'.split(' '));

function isPlaceOrNumber(word: string): boolean {
  return PLACES.has(word) || /^\d+$/.test(word);
}

/** The words after the name make it the writer's: "Wendell here", "Reza, that's me", «меня Даниил зовут», «Павел я». */
function followTells(words: readonly Word[], place: number, last: number): boolean {
  const next = words[last + 1];
  if (next === undefined || next.opens || !FOLLOWERS.has(next.word)) {
    return false;
  }
  const said = [1, 2, 3]
    .map((step) => (words[last + step]?.opens === true ? '' : (words[last + step]?.word ?? '')))
    .join(' ');
  if (/[,—–]/.test(next.gap)) {
    return /^(?:that's me|that is me|thats me|это я)(?: |$)/.test(said);
  }
  if (words[place - 1]?.word === 'меня' && /^(?:зовут|звать)/.test(said)) {
    return true;
  }
  if (/^(?:is my name|is the name|is me|мое имя|меня (?:звать|зовут)|зовут меня)(?: |$)/.test(said)) {
    return true;
  }
  const word = words[place] as Word;
  const early = word.opens || (place <= 4 && !isObject(words, place));
  return (
    early &&
    (/^(?:here(?! is| are)|speaking|calling|again|this side|on the (?:line|phone)|беспокоит|слушает|на связи|на проводе|у аппарата|на линии)(?: |$)/.test(
      said,
    ) ||
      /^(?:я|это) *$/.test(said))
  );
}

/** "using XChat here": a word that no list of names has, in the middle of a clause; or "on Johnson Av here". */
function isObject(words: readonly Word[], place: number): boolean {
  const word = words[place] as Word;
  const before = words[place - 1]?.word ?? '';
  const led = GREETINGS.has(before) || OPENERS.has(before) || LEAD_ENDS.has(before) || FILLERS.has(before);
  const placed = /^(?:on|at|in|near|to|of|for|with|by)$/.test(before);
  return (
    word.gap === ' ' && (placed || !isFirstName(word.word)) && !isTitle(word.word) && !led && !isPlaceOrNumber(before)
  );
}

/** "I'm Anna and …" names, "I'm German" and "it's Christmas" do not: without a known first name the clause must end. */
function endsWell(words: readonly Word[], place: number, naming: SelfNaming): boolean {
  if (isSurelyName(naming.words) || isTitle((words[place] as Word).word)) {
    return true;
  }
  if (/^(?:name|имя|фамилия|фио)$/.test(words[place - 1]?.word ?? '')) {
    return false;
  }
  const next = words[naming.last + 1];
  const closed =
    next === undefined ||
    next.opens ||
    next.gap.includes(',') ||
    /^(?:and|from|at|again|here|too|из|с|от|со)$/.test(next.word);
  return closed && (words[place] as Word).capital && !/(?:an|ish|ese|ian|ing|ed|er)$/.test(naming.words[0] ?? '');
}

const FORM_LABEL =
  /^(?:name|full name|first name|your name|имя|фио|ф и о|ваше имя|как вас зовут|имя и фамилия|fio|contact name|customer name)$/;

/** A pre-chat form: "Name: Anna Petrova". */
function isFormField({ words }: Reading, place: number): boolean {
  const word = words[place] as Word;
  if (place === 0 || !/^\W{0,3}:/.test(word.gap)) {
    return false;
  }
  const label: string[] = [];
  for (let index = place - 1; index >= 0 && label.length < 5; index -= 1) {
    const { word: part, gap } = words[index] as Word;
    label.unshift(part);
    if (gap.includes('\n')) {
      break;
    }
  }
  return FORM_LABEL.test(label.join(' '));
}

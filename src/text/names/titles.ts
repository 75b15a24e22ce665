/** Folded titles that stand before a name or after it; they are no name themselves. */
const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx mister missus missis mistress dr doctor prof professor sir madam maam madame mme mlle mademoiselle monsieur ' +
    'lady lord dame rev reverend fr father brother sister rabbi pastor imam bishop sheikh commander lieutenant corporal councillor cllr captain capt major colonel col sgt sergeant lt herr frau señor señora senor senora sr sra don doña ' +
    'господин госпожа гн гжа г гр гражданин гражданка товарищ тов доктор профессор мистер миссис мисс пан пани мадам сэр'
  ).split(' '),
);

/** Words of courtesy that follow a name: "Gurpreet ji", «Гаяне джан», «Лилия-ханум». */
const COURTESIES: ReadonlySet<string> = new Set(
  (
    'ji jee sir saab sahab sahib maam madam mam bhai bhaiya didi ben san sama kun chan bey bei hanim hanım hanum khanum abi abla efendi jr sr ' +
    'джан джаным ханум ханым бей бек ага апа аке ага-ке апай агай эфенди ага'
  ).split(' '),
);

/** Whether a folded word is a title: Mr, Dr, господин. */
export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** Whether a folded word is a courtesy said after a name. */
export function isCourtesy(word: string): boolean {
  return COURTESIES.has(word);
}

const PATRONYMIC = /^[а-я]{2,}(?:ович|евич|ич|овна|евна|ична|инична|ыч|анна)$/;
const SHORT_PATRONYMIC =
  /^(?:[а-я]{3,}(?:алыч|аныч|иваныч|ивановна|иванна|михалыч|палыч|саныч|степаныч|васильич|николаич|алексеич|сергеич|андреич))$/;

/** Whether a folded Russian word is a patronymic, in full or as spoken: Ивановна, Кузьмич, Саныч. */
export function isPatronymic(word: string): boolean {
  return word.length >= 5 && (PATRONYMIC.test(word) || SHORT_PATRONYMIC.test(word)) && !NOT_PATRONYMIC.has(word);
}

/** Given names and plain words with the same ending. */
const NOT_PATRONYMIC: ReadonlySet<string> = new Set([
  'марианна',
  'сюзанна',
  'розанна',
  'поличич',
  'кирпич',
  'паралич',
  'спич',
  'сванна',
  'ванна',
  'манна',
  'осанна',
  'иванна',
]);

const SURNAME =
  /^[а-я]{2,}(?:ов|ев|ин|ын|ова|ева|ина|ына|ский|цкий|ская|цкая|ских|ых|их|ко|ук|юк|чук|ян|дзе|швили|ич|енко|[аийу]ло|[хш]но)$/;

/** Whether a folded Russian word ends as surnames do. Some given names do as well (Марина, Ян): ask the lists first. */
export function isSurnameShaped(word: string): boolean {
  return SURNAME.test(word);
}

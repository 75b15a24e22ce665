import table from './diminutives.json' with { type: 'json' };
import { isPatronymic } from './titles.ts';

/** Names and patronymics that are one, spelled, adapted or spoken in two ways. */
const TWINS = [
  ['наталья', 'наталия'],
  ['софия', 'софья'],
  ['мария', 'марья'],
  ['татьяна', 'татиана'],
  ['даниил', 'данил', 'данила', 'данило'],
  ['артем', 'артемий'],
  ['дарья', 'дария'],
  ['ксения', 'аксинья'],
  ['анастасия', 'настасья'],
  ['юрий', 'юра'],
  ['георгий', 'егор'],
  ['сергей', 'сергий'],
  ['иван', 'иоанн'],
  ['виталий', 'виталик'],
  ['гавриил', 'гаврила'],
  ['михаил', 'михайло'],
  ['николай', 'никола'],
  ['елизавета', 'елисавета'],
  ['эльвира', 'эля'],
  ['евдокия', 'авдотья'],
  ['дмитрий', 'димитрий'],
  ['яков', 'иаков'],
  ['петр', 'петро'],
  ['лилия', 'лилиана'],
  ['александр', 'сан'],
  ['павел', 'пал'],
  ['мария', 'марь'],
  ['александрович', 'саныч', 'алексаныч'],
  ['павлович', 'палыч'],
  ['михайлович', 'михалыч'],
  ['иванович', 'иваныч'],
  ['ивановна', 'иванна'],
  ['николаевич', 'николаич'],
  ['николаевна', 'николавна'],
  ['сергеевич', 'сергеич'],
  ['алексеевич', 'алексеич'],
  ['андреевич', 'андреич'],
  ['васильевич', 'василич', 'васильич'],
  ['степанович', 'степаныч'],
  ['антонович', 'антоныч'],
  ['семенович', 'семеныч'],
];

let kin: ReadonlyMap<string, readonly string[]> | null = null;
let givenNames: ReadonlySet<string> | null = null;

/** Made when a Russian name is first met. */
function kinOf(): ReadonlyMap<string, readonly string[]> {
  kin ??= index();
  return kin;
}

function index(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (word: string, other: string): void => {
    const known = found.get(word) ?? [];
    if (!known.includes(other)) {
      found.set(word, [...known, other]);
    }
  };
  for (const [short, full] of Object.entries(table)) {
    if (Array.isArray(full)) {
      const one = fold(short);
      for (const other of full.map(fold)) {
        add(one, other);
        add(other, one);
      }
    }
  }
  for (const twins of TWINS) {
    for (const one of twins) {
      for (const other of twins) {
        if (one !== other) {
          add(one, other);
        }
      }
    }
  }
  return found;
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е');
}

/**
 * The names that a Russian name stands for: of a short form its full names, of a full name its short forms and twins
 * (Наталья, Наталия). Empty for an unknown name.
 *
 * @param word a folded name
 */
export function russianKin(word: string): readonly string[] {
  return kinOf().get(word) ?? [];
}

/** Every given name of the table, folded. */
export function russianNames(): ReadonlySet<string> {
  givenNames ??= new Set([...kinOf().keys()].filter((name) => !isPatronymic(name)));
  return givenNames;
}

/** Whether a folded word is a given name of the table. */
export function isRussianName(word: string): boolean {
  return russianNames().has(word);
}

/** Endings of affection that any name may take; what is left must begin the name. */
const AFFECTION =
  /^(.{2,}?)(?:очк|ечк|еньк|оньк|ушк|юшк|ишк|уш|юш|уль|юль|ул|юл|ун|юн|аш|яш|(?<=.{4})ен|ян|чик|ик|ок|к)[аяо]?$/;

/** «Эвелиночка» of «Эвелина», «Лилечка» of «Лилия», «Раечка» of «Рая»: a name with an ending of affection, for names no table has. */
export function isAffectionateForm(word: string, name: string): boolean {
  const stem = AFFECTION.exec(word)?.[1] ?? '';
  if (stem.length === 2) {
    return name.length <= 4 && name.startsWith(stem) && /^.{2}[яюй]/.test(name);
  }
  return stem.length >= 3 && name.startsWith(stem.slice(0, Math.max(3, stem.length - 1)));
}

const DECLENSIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/а$/, ['ы', 'и', 'е', 'у', 'ой', 'ою']],
  [/ия$/, ['ии', 'ию', 'ией', 'иею']],
  [/я$/, ['и', 'е', 'ю', 'ей', 'ею']],
  [/ий$/, ['ия', 'ию', 'ием', 'ии']],
  [/й$/, ['я', 'ю', 'ем', 'е']],
  [/ь$/, ['я', 'ю', 'ем', 'е', 'и', 'ью']],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/, ['а', 'у', 'ом', 'ем', 'е', 'ым']],
];

/** The oblique case forms of a Russian name: they mention, they never address. */
export function caseForms(name: string): readonly string[] {
  const found = DECLENSIONS.find(([ending]) => ending.test(name));
  if (found === undefined) {
    return [];
  }
  const [ending, endings] = found;
  const stem = name.replace(ending, '');
  const forms = endings.map((last) => stem + last);
  return name === 'павел' ? ['павла', 'павлу', 'павлом', 'павле'] : name === 'лев' ? ['льва', 'льву', 'львом'] : forms;
}

/** The full-length names that a spoken vocative may stand for: «Ань» of «Аня», «Лен» of «Лена». */
export function vocativeSources(word: string): readonly string[] {
  if (!/^[а-я]{2,}$/.test(word) || /[аоуыэяюие]$/.test(word)) {
    return [];
  }
  return word.endsWith('ь') ? [`${word.slice(0, -1)}я`] : [`${word}а`, `${word}я`];
}

/** Names of one person in the forms that the templates need; the forms are given, not guessed. */
export interface NameForms {
  /** What the class stands for: women and men of several origins, double-barrelled, with a title, with a patronymic. */
  readonly kind: string;
  /** As the record has it. */
  readonly record: string;
  /** The first name in full, as an address. */
  readonly first: string;
  /** A usual short form, or the first name where it has none. */
  readonly short: string;
  /** Title and surname, or first name and patronymic. */
  readonly formal: string;
  /** As an object ("we told …", «передали …»): the dative in Russian. */
  readonly told: string;
}

function names(rows: string): NameForms[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [kind = '', record = '', first = '', short = '', formal = '', told = ''] = row.trim().split(/ *\| */);
      return { kind, record, first, short, formal, told };
    });
}

export const ENGLISH = names(`
  English woman       | Susan Miller           | Susan      | Sue     | Ms. Miller        | Susan
  English man         | Robert Taylor          | Robert     | Bob     | Mr. Taylor        | Robert
  Irish woman         | Siobhán O'Brien        | Siobhán    | Siobhan | Ms. O'Brien       | Siobhán
  Russian woman       | Ekaterina Volkova      | Ekaterina  | Katya   | Ms. Volkova       | Ekaterina
  Russian man         | Dmitry Orlov           | Dmitry     | Dima    | Mr. Orlov         | Dmitry
  Kazakh woman        | Aigerim Seitkali       | Aigerim    | Aigerim | Ms. Seitkali      | Aigerim
  Kazakh man          | Yerlan Bekov           | Yerlan     | Erlan   | Mr. Bekov         | Yerlan
  Turkish woman       | Elif Yılmaz            | Elif       | Elif    | Ms. Yılmaz        | Elif
  Turkish man         | Mehmet Demir           | Mehmet     | Memo    | Mr. Demir         | Mehmet
  Chinese woman       | Xiaoli Zhang           | Xiaoli     | Xiaoli  | Ms. Zhang         | Xiaoli
  Chinese man         | Wei Chen               | Wei        | Wei     | Mr. Chen          | Wei
  Spanish woman       | Guadalupe Fernández    | Guadalupe  | Lupe    | Ms. Fernández     | Guadalupe
  Spanish man         | José García            | José       | Jose    | Mr. García        | José
  Nigerian man        | Oluwaseun Adeyemi      | Oluwaseun  | Seun    | Mr. Adeyemi       | Oluwaseun
  Indian woman        | Lakshmi Iyer           | Lakshmi    | Laxmi   | Ms. Iyer          | Lakshmi
  Arab man            | Mohammed Al-Farsi      | Mohammed   | Mohamed | Mr. Al-Farsi      | Mohammed
  double-barrelled    | Anne-Marie Smith-Jones | Anne-Marie | Anne    | Ms. Smith-Jones   | Anne-Marie
  with a title        | Dr. Helen Novak        | Helen      | Helen   | Dr. Novak         | Helen
  surname first       | Novak, Helen           | Helen      | Helen   | Ms. Novak         | Helen
  small letters       | helen novak            | Helen      | Helen   | Ms. Novak         | Helen
`);

export const RUSSIAN = names(`
  русская             | Екатерина Волкова          | Екатерина  | Катя    | Екатерина Ивановна    | Екатерине
  русский             | Дмитрий Орлов              | Дмитрий    | Дима    | господин Орлов        | Дмитрию
  фамилия впереди     | Орлова Наталья Сергеевна   | Наталья    | Наташа  | Наталья Сергеевна     | Наталье
  с отчеством         | Иван Петрович Сидоров      | Иван       | Ваня    | Иван Петрович         | Ивану
  с ё                 | Алёна Королёва             | Алёна      | Алена   | госпожа Королёва      | Алёне
  казашка             | Айгерим Сейткали           | Айгерим    | Айгерим | Айгерим Ерлановна     | Айгерим
  казах               | Ерлан Беков                | Ерлан      | Ерлан   | господин Беков        | Ерлану
  турчанка            | Элиф Йылмаз                | Элиф       | Элиф    | госпожа Йылмаз        | Элиф
  турок               | Мехмет Демир               | Мехмет     | Мехмет  | господин Демир        | Мехмету
  китаянка            | Сяоли Чжан                 | Сяоли      | Сяоли   | госпожа Чжан          | Сяоли
  китаец              | Вэй Чэнь                   | Вэй        | Вэй     | господин Чэнь         | Вэю
  татарка             | Гузель Хасанова            | Гузель     | Гузель  | Гузель Фаритовна      | Гузели
  армянин             | Ашот Погосян               | Ашот       | Ашот    | Ашот Вартанович       | Ашоту
  испанка             | Гваделупе Фернандес        | Гваделупе  | Гваделупе | госпожа Фернандес   | Гваделупе
  англичанин          | Роберт Тейлор              | Роберт     | Роберт  | господин Тейлор       | Роберту
  двойное имя         | Анна-Мария Шульц-Орлова    | Анна-Мария | Анна    | госпожа Шульц-Орлова  | Анне-Марии
  латиницей           | Yulia Smirnova             | Юлия       | Юля     | госпожа Смирнова      | Юлии
  строчными           | юлия смирнова              | Юлия       | Юля     | госпожа Смирнова      | Юлии
`);

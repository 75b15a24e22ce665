/**
 * Writes a large export for measurements: one row per message, quoted cells, line breaks in cells, English and Russian, the
 * rows of several conversations mixed. The same size and seed give the same bytes.
 *
 * `npm run bench:export -- MEGABYTES FILE [SEED]` writes it to a file.
 */
const HEADER = 'conversation_id,message_id,created_at,channel,role,author_id,author_name,customer_name,text\n';

const ENGLISH = [
  ...[
    'hello',
    'thank',
    'you',
    'order',
    'the',
    'delivery',
    'is',
    'late',
    'please',
    'check',
    'my',
    'account',
    'refund',
    'we',
  ],
  ...[
    'cannot',
    'today',
    'tomorrow',
    'parcel',
    'number',
    'help',
    'with',
    'this',
    'it',
    'works',
    'again',
    'have',
    'a',
    'nice',
  ],
];
const RUSSIAN = [
  ...[
    'здравствуйте',
    'спасибо',
    'заказ',
    'доставка',
    'пожалуйста',
    'проверьте',
    'счёт',
    'возврат',
    'мы',
    'не',
    'можем',
  ],
  ...[
    'сегодня',
    'завтра',
    'посылка',
    'номер',
    'помощь',
    'это',
    'работает',
    'снова',
    'хорошего',
    'дня',
    'вам',
    'и',
    'с',
  ],
];
const NAMES = ['Anna Petrova', 'Rob Ortega', 'Li Wei', 'Екатерина Иванова', 'Олег Смирнов', 'Dana Cole', 'Tom Reed'];
const AGENTS = ['Tom', 'Dana', 'Жанна', 'Olga', 'Sam', 'Игорь', 'Mia', 'Kurt'];
const OPEN_AT_ONCE = 40;
const MESSAGES = 8;

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

interface Open {
  readonly id: number;
  readonly russian: boolean;
  readonly customer: string;
  readonly agent: number;
  at: number;
  said: number;
}

/** The rows of an export of about `bytes` bytes, header first, a few hundred kilobytes at a time. */
export function* generateCsv(bytes: number, seed: number): Generator<string> {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
  let conversations = 0;
  let messages = 0;
  let at = Date.UTC(2026, 0, 1);
  const begin = (): Open => {
    conversations += 1;
    return {
      id: conversations,
      russian: random(10) < 4,
      customer: pick(NAMES),
      agent: random(AGENTS.length),
      at,
      said: 0,
    };
  };
  const open = Array.from({ length: OPEN_AT_ONCE }, begin);
  let piece = HEADER;
  let written = 0;
  while (written + piece.length < bytes) {
    const place = random(open.length);
    const conversation = open[place] as Open;
    at += random(4000);
    messages += 1;
    const customer = conversation.said % 2 === 0;
    const words = conversation.russian ? RUSSIAN : ENGLISH;
    const text = Array.from({ length: 4 + random(24) }, () => pick(words)).join(' ');
    const shaped = random(10) < 3 ? `${text}\n""${pick(words)}""` : text;
    const agent = AGENTS[conversation.agent];
    const author = customer ? `,${conversation.customer}` : `a${conversation.agent},${agent}`;
    const time = new Date(at).toISOString();
    piece += `c-${conversation.id},m-${messages},${time},chat,${customer ? 'customer' : 'agent'},${author},${conversation.customer},"${shaped}"\n`;
    conversation.said += 1;
    if (conversation.said === MESSAGES) {
      open[place] = begin();
    }
    if (piece.length > 256 * 1024) {
      written += Buffer.byteLength(piece);
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

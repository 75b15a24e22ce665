import { late } from '../late-pattern.ts';

/** What stands in brackets and names a person: `{{ticket.requester.first_name}}`, `%ИМЯ_КЛИЕНТА%`, `[Customer Name]`. */
const SLOT = late(
  () =>
    /(?:\{\{|\{|\[\[|\[|<<|<|%%|%|\$\{|\*\||##|#|__)[ ]?[\p{L}\d_. |:-]{0,40}(?:name|user|client|customer|guest|contact|recipient|requester|имя|имени|фио|клиент|покупател|гост|фамили|обращени)[\p{L}\d_. |:-]{0,30}[ ]?(?:\}\}|\}|\]\]|\]|>>|>|%%|%|\|\*|##|#|__)/iu,
);

/** A greeting whose slot was filled with nothing or with the machine's word for it: "Hi ,", "Dear null,". */
const EMPTY = late(
  () =>
    /(?<![\p{L}])(?:hi|hello|hey|dear|здравствуйте,?|привет,?|уважаем(?:ый|ая))[ ]{1,3}(?:,|null\b|undefined\b|none,|nan\b|! )/iu,
);

/** A range of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The first unfilled slot for a name in a text, or null. */
export function findUnfilledName(text: string): Range | null {
  const match = SLOT.exec(text) ?? EMPTY.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

import type { Role } from '../../model/conversation.ts';
import { late } from '../../text/late-pattern.ts';
import { tidyName } from '../direction-marks.ts';
import { roleOfWord } from '../role-words.ts';

/** Who an author of a transcript is, as far as the word for them tells. */
export interface Author {
  readonly role: Role;
  readonly name: string | null;
  readonly internal: boolean;
}

const LEADING = late(
  () => /^(agent|operator|customer|client|visitor|оператор|агент|клиент|посетитель|специалист)\s+(\p{Lu}.{0,50})$/iu,
);

function asAuthor(word: string, name: string | null): Author | null {
  const role = roleOfWord(word);
  if (role === null) {
    return null;
  }
  return role === 'note' ? { role: 'agent', name, internal: true } : { role, name, internal: false };
}

/** "Agent", "Tom (Agent)", "Agent (Tom)", "[Support] Tom", "Agent Tom", "Customer 2"; all else is a name of an unknown side. */
export function authorNamed(written: string): Author {
  const author = tidyName(written).replace(/^[*_]{1,2}(.{1,60}?)[*_]{1,2}$/u, '$1');
  const behind = /^(.{1,50}?)\s*[[(]([^\])]{1,40})[\])]$/u.exec(author);
  const before = /^[[(]([^\])]{1,40})[\])]\s*(.{1,50})$/u.exec(author);
  const leading = LEADING.exec(author);
  const numbered = /^(\p{L}{2,20})\s?#?\d{1,20}$/u.exec(author);
  // tawk.to calls who gives no name V and a number.
  const anonymous = /^V\d{9,20}$/u.test(author);
  if (anonymous) {
    return { role: 'customer', name: author, internal: false };
  }
  return (
    asAuthor(author, null) ??
    (behind === null
      ? null
      : (asAuthor(behind[2] ?? '', behind[1] ?? null) ?? asAuthor(behind[1] ?? '', behind[2] ?? null))) ??
    (before === null ? null : asAuthor(before[1] ?? '', before[2] ?? null)) ??
    (leading === null ? null : asAuthor(leading[1] ?? '', leading[2] ?? null)) ??
    (numbered === null ? null : asAuthor(numbered[1] ?? '', author)) ?? {
      role: 'unknown',
      name: author,
      internal: false,
    }
  );
}

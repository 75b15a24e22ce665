import type { Author } from './authors.ts';
import type { Part, TranscriptSettings } from './parts.ts';
import { HEADING_KEY } from './parts.ts';

/** Whose side an author is on, where the fields above the talk name people. */
export function sidesOf(
  part: Part,
  authors: ReadonlyMap<string, Author>,
  people: TranscriptSettings['people'],
): (author: Author) => Author {
  const named = (name: 'customer' | 'agent'): string[] =>
    part.fields
      .filter((field) => field.name === name)
      .flatMap(({ value }) => [value, ...value.split(/\s*[,;]\s*/u)])
      .map((value) => value.trim().toLowerCase());
  const customers = [...named('customer'), people?.customer?.trim().toLowerCase() ?? ''].filter(Boolean);
  const agents = [...named('agent'), ...(people?.agents ?? []).map((name) => name.trim().toLowerCase())].filter(
    Boolean,
  );
  const unknown = [...authors.values()].filter(({ role, name }) => role === 'unknown' && name !== null);
  const isCustomer = ({ name }: Author): boolean => name !== null && customers.includes(name.toLowerCase());
  const isAgent = ({ name }: Author): boolean => name !== null && agents.includes(name.toLowerCase());
  const headed = part.fields.some(({ key }) => key === HEADING_KEY);
  const spoken = [...authors.values()].filter(({ role }) => role !== 'bot' && role !== 'system');
  /** Of two people the one is called by a role: then the other's is plain. */
  const other =
    spoken.length === 2 && unknown.length === 1 ? spoken.find(({ role }) => role !== 'unknown')?.role : null;
  const two = unknown.length === 2 && [...authors.values()].length - unknown.length === 0;
  return (author) => {
    if (author.role !== 'unknown') {
      return author;
    }
    if (other === 'customer' || other === 'agent') {
      return { ...author, role: other === 'customer' ? 'agent' : 'customer' };
    }
    if (
      isCustomer(author) ||
      (headed && !isAgent(author)) ||
      (two && unknown.some((one) => isAgent(one)) && !isAgent(author))
    ) {
      return { ...author, role: 'customer' };
    }
    if (isAgent(author) || (two && unknown.some((one) => isCustomer(one)))) {
      return { ...author, role: 'agent' };
    }
    return author;
  };
}

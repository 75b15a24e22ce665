import { late } from '../../text/late-pattern.ts';

/** What is needed of a letter to tell which thread it belongs to. */
export interface Heading {
  /** Without angle brackets; null where the letter has none. */
  readonly messageId: string | null;
  /** The letters that it answers, oldest first, without angle brackets. */
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: string | null;
  readonly recipients: readonly string[];
  /** Milliseconds since the epoch, null without a usable time. */
  readonly ms: number | null;
  /** Names the letter in its file where it has no id. */
  readonly place: string;
}

const REPLY_OR_FORWARD = late(
  () =>
    /^(?:\s{0,5}(?:re|fwd?|aw|wg|sv|vs|vb|antw|odp|rv|tr|res|enc|ynt|rif|r|отв|ответ|пересл|ha)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：])+/iu,
);
const REPLY = late(
  () => /^\s{0,5}(?:re|aw|sv|vs|antw|odp|res|ynt|rif|отв|ответ)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]/iu,
);

/** A letter without references may still answer one of the last ninety days. */
const SUBJECT_WINDOW_MS = 90 * 24 * 60 * 60 * 1000;
/** Longer chains add nothing: every letter names its nearest ancestors too. */
const MOST_REFERENCES = 200;

function plainSubject(subject: string): string {
  return subject.replace(REPLY_OR_FORWARD.expression, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Sets of ids that belong together. */
class Families {
  readonly #parents = new Map<string, string>();

  headOf(id: string): string {
    let head = id;
    for (let next = this.#parents.get(head); next !== undefined && next !== head; next = this.#parents.get(head)) {
      head = next;
    }
    let at = id;
    while (at !== head) {
      const next = this.#parents.get(at) ?? head;
      this.#parents.set(at, head);
      at = next;
    }
    return head;
  }

  unite(left: string, right: string): void {
    const [leftHead, rightHead] = [this.headOf(left), this.headOf(right)];
    if (leftHead !== rightHead) {
      this.#parents.set(rightHead, leftHead);
    }
  }
}

interface Started {
  readonly id: string;
  ms: number;
  readonly authors: Set<string>;
  readonly recipients: Set<string>;
}

/**
 * Threads by `References` and `In-Reply-To`, and for answers that name neither by subject and people: the sender was
 * written to in the thread, and writes to somebody who wrote in it. A subject alone unites nothing, for many people
 * write "Question".
 *
 * @returns For every letter the id of its thread: that of the first letter known of it.
 */
export function threadsOf(headings: readonly Heading[]): string[] {
  const families = new Families();
  const idOf = (heading: Heading): string => heading.messageId ?? heading.place;
  for (const heading of headings) {
    for (const reference of heading.references.slice(-MOST_REFERENCES)) {
      families.unite(reference, idOf(heading));
    }
    families.unite(idOf(heading), idOf(heading));
  }
  const inTime = headings
    .map((heading, order) => ({ heading, order }))
    .sort((left, right) => (left.heading.ms ?? 0) - (right.heading.ms ?? 0) || left.order - right.order);
  joinBySubject(
    inTime.map(({ heading }) => heading),
    families,
    idOf,
  );
  const names = new Map<string, string>();
  for (const { heading } of inTime) {
    const head = families.headOf(idOf(heading));
    if (!names.has(head)) {
      names.set(head, heading.references[0] ?? idOf(heading));
    }
  }
  return headings.map((heading) => names.get(families.headOf(idOf(heading))) ?? idOf(heading));
}

function joinBySubject(headings: readonly Heading[], families: Families, idOf: (heading: Heading) => string): void {
  const started = new Map<string, Started[]>();
  for (const heading of headings) {
    const { subject, from, recipients, ms } = heading;
    const plain = plainSubject(subject);
    if (plain === '' || from === null || ms === null) {
      continue;
    }
    const known = started.get(plain) ?? [];
    started.set(plain, known);
    const answered =
      heading.references.length === 0 && REPLY.test(subject)
        ? known.findLast(
            (thread) =>
              ms - thread.ms <= SUBJECT_WINDOW_MS &&
              (thread.recipients.has(from) || thread.authors.has(from)) &&
              recipients.some((address) => thread.authors.has(address) || thread.recipients.has(address)),
          )
        : undefined;
    if (answered !== undefined) {
      families.unite(answered.id, idOf(heading));
    }
    const head = families.headOf(idOf(heading));
    const own = answered ?? known.find((thread) => families.headOf(thread.id) === head);
    if (own === undefined) {
      known.push({ id: idOf(heading), ms, authors: new Set([from]), recipients: new Set(recipients) });
    } else {
      own.ms = ms;
      own.authors.add(from);
      for (const address of recipients) {
        own.recipients.add(address);
      }
    }
  }
}

import type { Message } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { notice, problem } from '../../model/problem.ts';
import { parseInstant } from '../../text/instant.ts';
import type { Content, RawMail } from '../content.ts';
import type { Letter, LetterHead } from '../mail/letter.ts';
import { readHead, readLetter } from '../mail/letter.ts';
import type { Heading } from '../mail/threads.ts';
import { threadsOf } from '../mail/threads.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { agentMatcher } from '../roles.ts';

/** `cur/1772442845.M1P2.host:2,DS`: the flag D marks a draft, which nobody was sent. */
const MAILDIR_DRAFT = /:2,[A-Z]{0,10}D[A-Z]{0,10}$/u;

async function* lettersOf(contents: readonly Content[]): AsyncIterable<{ raw: RawMail; file: string; place: string }> {
  for (const content of contents) {
    if (content.shape !== 'mail') {
      continue;
    }
    const { file } = content;
    let number = 0;
    for await (const raw of content.messages()) {
      number += 1;
      yield { raw, file, place: number === 1 && content.container !== 'mbox' ? file : `${file}#${number}` };
    }
  }
}

/** What the first reading learns of a letter; its words only while there is room for them. */
interface Met {
  readonly place: string;
  readonly file: string;
  readonly line: number | null;
  readonly heading: Heading | null;
  /** null where it must be read again. */
  readonly letter: Letter | { readonly reason: string } | null;
}

function headingOf(head: LetterHead, place: string): Heading {
  const { messageId, references, subject, from, recipients, at } = head;
  const ms = at === null ? null : (parseInstant(at)?.ms ?? null);
  return { messageId, references, subject: subject ?? '', from: from.address, recipients, ms, place };
}

async function parsedLetter(raw: RawMail): Promise<Letter | { readonly reason: string }> {
  try {
    return await readLetter(raw);
  } catch (cause) {
    return { reason: cause instanceof Error ? cause.message.slice(0, 200) : 'it cannot be parsed' };
  }
}

/** Threads are known only once all letters are: a small mailbox is kept, of a large one the heads, and it is read again. */
async function meetAll(contents: readonly Content[], limit: number): Promise<Met[]> {
  const met: Met[] = [];
  let size = 0;
  for await (const { raw, file, place } of lettersOf(contents)) {
    const known = { place, file, line: raw.line };
    if (size < limit) {
      const letter = await parsedLetter(raw);
      size += 'reason' in letter ? 0 : 500 + 2 * letter.text.length;
      met.push({ ...known, heading: 'reason' in letter ? null : headingOf(letter, place), letter });
    } else {
      const heading = await readHead(raw).then(
        (head) => headingOf(head, place),
        () => null,
      );
      met.push({ ...known, heading, letter: null });
    }
  }
  return met;
}

async function* lettersMet(contents: readonly Content[], met: readonly Met[]): AsyncIterable<Met> {
  if (met.every(({ letter }) => letter !== null)) {
    yield* met;
    return;
  }
  let index = 0;
  for await (const { raw } of lettersOf(contents)) {
    const known = met[index];
    index += 1;
    if (known !== undefined) {
      yield known.letter === null ? { ...known, letter: await parsedLetter(raw) } : known;
    }
  }
}

/** The subject of a thread is that of its earliest letter. */
function firstSubjects(headings: readonly Heading[], threads: ReadonlyMap<string, string>): Map<string, string> {
  const first = new Map<string, Heading>();
  for (const heading of headings) {
    const thread = threads.get(heading.place) ?? heading.place;
    const known = first.get(thread);
    if (known === undefined || (heading.ms ?? Number.POSITIVE_INFINITY) < (known.ms ?? Number.POSITIVE_INFINITY)) {
      first.set(thread, heading);
    }
  }
  return new Map(
    [...first].filter(([, { subject }]) => subject !== '').map(([thread, { subject }]) => [thread, subject]),
  );
}

const ROLES = { person: 'unknown', 'answering-machine': 'bot', notice: 'system' } as const;

/**
 * Whether a letter is one of colleagues among themselves, which the customer never saw: from an agent, and only to agents'
 * own addresses. An address that customers write to is no colleague's: an answer sent there may be passed on to them.
 */
function betweenColleagues(
  headings: readonly Heading[],
  agentNames: readonly string[],
): (letter: LetterHead) => boolean {
  if (agentNames.length === 0) {
    return () => false;
  }
  const isAgent = agentMatcher(agentNames);
  const open = new Set(
    headings.filter(({ from }) => from === null || !isAgent(from)).flatMap(({ recipients }) => recipients),
  );
  return ({ from, recipients }) =>
    from.address !== null &&
    isAgent(from.address) &&
    recipients.length > 0 &&
    recipients.every((address) => isAgent(address) && !open.has(address));
}

function messageOf(letter: Letter, line: number | null, internal: boolean): Message {
  return makeMessage({
    internal,
    role: ROLES[letter.sender],
    id: letter.from.address,
    name: letter.from.name,
    at: letter.at,
    text: letter.text,
    cuts: letter.cuts,
    message_id: letter.messageId,
    line,
  });
}

/** The letter, or null where it is told why there is none. */
function usable({ letter, file, line }: Met, context: ReadContext): Letter | null {
  if (letter === null || 'reason' in letter) {
    const reason = letter?.reason ?? 'it has changed since it was first read';
    context.tell(problem('unreadable-record', file, line, `The letter cannot be read: ${reason}.`));
    return null;
  }
  if (letter.draft || MAILDIR_DRAFT.test(file)) {
    context.tell(notice('draft', file, line, 'A draft was left out: nobody was sent it.'));
    return null;
  }
  if (letter.at === null) {
    context.tell(notice('no-time', file, line, 'A letter has no usable Date or Received header.'));
  }
  return letter;
}

export const mail: Reader = {
  name: 'mail',
  product: 'email',
  title: 'E-mail (mbox, Maildir, .eml, .msg)',
  certainty: 'real',
  guide: {
    export:
      'From the mail program or server: a mailbox as mbox (Gmail: Takeout), a Maildir, letters saved as .eml or .msg.',
    reads:
      'Threads over all files given, by references, else subject and people; automatic replies as bots, bounces and newsletters as system messages; quoted history and signatures as cuts.',
    lacks:
      'Who is the agent (`--agent-name`, for example `*@shop.example`), status, rating, tags; notes only as letters of colleagues among themselves.',
  },
  shapes: ['mail'],
  // Inbox and sent letters lie in different files: threads are found over all of them.
  bundle: () => 'mail',
  detect: ({ mails, container }) =>
    mails.length > 0
      ? { score: 90, reason: `letters of a ${container} file` }
      : { score: 60, reason: `a ${container} file` },
  async *read(contents, context) {
    const met = await meetAll(contents, context.settings.memoryLimit);
    const known = met.flatMap(({ heading }) => heading ?? []);
    const threads = new Map(threadsOf(known).map((thread, index) => [known[index]?.place ?? '', thread]));
    const subjects = firstSubjects(known, threads);
    const isInternal = betweenColleagues(known, context.settings.agentNames);
    for await (const one of lettersMet(contents, met)) {
      const letter = usable(one, context);
      const { file, line, place } = one;
      if (letter !== null) {
        const id = threads.get(place) ?? place;
        yield makeFragment({
          id,
          product: 'email',
          channel: 'email',
          subject: subjects.get(id) ?? letter.subject,
          messages: [messageOf(letter, line, letter.sender === 'person' && isInternal(letter))],
          order: 'time',
          source: { file, format: 'mail', line },
        });
      }
    }
  },
};

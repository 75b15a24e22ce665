import type { Message } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { notice, problem } from '../../model/problem.ts';
import { parseInstant } from '../../text/instant.ts';
import type { Content, RawMail } from '../content.ts';
import type { Letter } from '../mail-letter.ts';
import { readHead, readLetter } from '../mail-letter.ts';
import type { Heading } from '../mail-threads.ts';
import { threadsOf } from '../mail-threads.ts';
import type { ReadContext, Reader } from '../reader.ts';

/** `cur/1772442845.M1P2.host:2,DS`: the flag D marks a draft, which nobody was sent. */
const MAILDIR_DRAFT = /:2,[A-Z]{0,10}D[A-Z]{0,10}$/u;

async function* lettersOf(contents: readonly Content[]): AsyncIterable<{ raw: RawMail; file: string; place: string }> {
  for (const { file, content } of contents.map((content) => ({ file: content.file, content }))) {
    if (content.shape !== 'mail') {
      continue;
    }
    let number = 0;
    for await (const raw of content.messages()) {
      number += 1;
      yield { raw, file, place: number === 1 && content.container !== 'mbox' ? file : `${file}#${number}` };
    }
  }
}

async function headingOf(raw: RawMail, place: string): Promise<Heading | null> {
  try {
    const { messageId, references, subject, from, recipients, at } = await readHead(raw);
    const ms = at === null ? null : (parseInstant(at)?.ms ?? null);
    return { messageId, references, subject: subject ?? '', from: from.address, recipients, ms, place };
  } catch {
    // Told when the whole letter is read.
    return null;
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

function messageOf(letter: Letter, line: number | null): Message {
  return makeMessage({
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

async function wholeLetter(raw: RawMail, file: string, context: ReadContext): Promise<Letter | null> {
  try {
    const letter = await readLetter(raw);
    if (letter.draft || MAILDIR_DRAFT.test(file)) {
      context.tell(notice('draft', file, raw.line, 'A draft was left out: nobody was sent it.'));
      return null;
    }
    if (letter.at === null) {
      context.tell(notice('no-time', file, raw.line, 'A letter has no usable Date or Received header.'));
    }
    return letter;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : 'it cannot be parsed';
    context.tell(problem('unreadable-record', file, raw.line, `The letter cannot be read: ${reason}.`));
    return null;
  }
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
    lacks: 'Who is the agent (`--agent-name`, for example `*@shop.example`), status, rating, tags, internal notes.',
  },
  shapes: ['mail'],
  // Inbox and sent letters lie in different files: threads are found over all of them.
  bundle: () => 'mail',
  detect: ({ mails, container }) =>
    mails.length > 0
      ? { score: 90, reason: `letters of a ${container} file` }
      : { score: 60, reason: `a ${container} file` },
  async *read(contents, context) {
    const headings: (Heading | null)[] = [];
    for await (const { raw, place } of lettersOf(contents)) {
      headings.push(await headingOf(raw, place));
    }
    const known = headings.filter((heading) => heading !== null);
    const threads = new Map(threadsOf(known).map((thread, index) => [known[index]?.place ?? '', thread]));
    const subjects = firstSubjects(known, threads);
    for await (const { raw, file, place } of lettersOf(contents)) {
      const letter = await wholeLetter(raw, file, context);
      if (letter !== null) {
        const id = threads.get(place) ?? place;
        yield makeFragment({
          id,
          product: 'email',
          channel: 'email',
          subject: subjects.get(id) ?? letter.subject,
          messages: [messageOf(letter, raw.line)],
          order: 'time',
          source: { file, format: 'mail', line: raw.line },
        });
      }
    }
  },
};

import { makeFragment } from '../../model/conversation.ts';
import { chatName } from '../chat-name.ts';
import type { Content, TextLine } from '../content.ts';
import type { Reader } from '../reader.ts';
import { authorNamed } from '../transcript/authors.ts';
import { FORMS, formOf } from '../transcript/forms.ts';
import { readTranscript } from '../transcript/transcript.ts';

async function linesOf(content: Content): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  if (content.shape === 'text') {
    for await (const line of content.lines()) {
      lines.push(line);
    }
  }
  return lines;
}

export const text: Reader = {
  name: 'text',
  product: null,
  title: 'Plain-text transcript',
  certainty: 'documented',
  guide: {
    export: 'A chat copied or e-mailed as text: a line per message with the author, and mostly a time.',
    reads:
      'Authors, times and words; `*** … ***` lines as system messages; "Chat started", "Chat ID", "Customer", "Agent" and the like above the messages.',
    lacks:
      'Mostly the zone (`--timezone`), often the day; who is the agent, unless a role or the head says it (`--agent-name`).',
  },
  shapes: ['text'],
  detect({ lines }) {
    const filled = lines.filter((line) => line.text.trim() !== '');
    const { name, count } = formOf(filled);
    const authors = new Map<string, number>();
    for (const line of filled) {
      const author = FORMS[name](line.text, line.line)?.author;
      if (author != null) {
        authors.set(author, (authors.get(author) ?? 0) + 1);
      }
    }
    const called = [...authors.keys()].filter((author) => authorNamed(author).role !== 'unknown').length;
    const recurring = [...authors.values()].filter((times) => times > 1).length;
    if (name !== 'untimed') {
      return count * 3 >= filled.length || count >= 4
        ? { score: 40, reason: `${count} lines with an author and a time (${name})` }
        : null;
    }
    const talk = count > 0 && authors.size >= 2 && count * 2 >= filled.length && (called >= 2 || recurring >= 2);
    return talk
      ? { score: called >= 2 ? 35 : 25, reason: `${count} lines begin with one of ${authors.size} names` }
      : null;
  },
  async *read(contents, { settings, tell }) {
    for (const content of contents) {
      const name = chatName(content.file);
      const transcripts = readTranscript(await linesOf(content), {
        file: content.file,
        time: { zone: settings.timezone, dateOrder: settings.dateOrder },
        agentNames: settings.agentNames,
        trusting: settings.inputFormat === 'text',
        day: /(?<!\d)20\d{2}-\d{2}-\d{2}(?!\d)/u.exec(content.file)?.[0] ?? null,
        tell,
      });
      for (const [place, transcript] of transcripts.entries()) {
        yield makeFragment({
          id: transcript.id ?? (transcripts.length === 1 ? name : `${name}#${place + 1}`),
          channel: transcript.channel,
          subject: transcript.subject,
          opened_at: transcript.openedAt,
          closed_at: transcript.closedAt,
          customer: { id: null, ...transcript.customer },
          csat: transcript.csat,
          messages: transcript.messages,
          source: { file: content.file, format: 'text', line: transcript.line },
        });
      }
    }
  },
};

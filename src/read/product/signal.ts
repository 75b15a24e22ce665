import type { Message } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { readTime } from '../../text/local-time.ts';
import { chatName } from '../chat-name.ts';
import { tidyName } from '../direction-marks.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { TalkOrder } from '../repeated-hour.ts';

const HEADER = /^\[(\d{4}-\d{2}-\d{2}),? (\d{2}:\d{2}(?::\d{2})?)\] (?:([^\n:]{1,100}): ?)?(.*)$/su;
/** `(- Anna: 👍 -)` under a message: who reacted with what. */
const REACTIONS = /\n?\(- [^\n]{1,400} -\)\s*$/u;

function messageOf(match: RegExpExecArray, line: number, file: string, talk: TalkOrder, context: ReadContext): Message {
  const [, day, clock, author, text = ''] = match;
  const time = readTime(`${day}T${clock}`, { zone: context.settings.timezone, dateOrder: null });
  if ('reason' in time) {
    context.tell(problem('unreadable-time', file, line, time.reason));
  }
  return makeMessage({
    role: author === undefined ? 'system' : 'unknown',
    name: author === undefined ? null : tidyName(author),
    at: 'at' in time ? talk.settle(time.at) : null,
    text,
    line,
  });
}

export const signal: Reader = {
  name: 'signal',
  product: 'signal',
  title: 'Signal export (text or markdown)',
  certainty: 'real',
  guide: {
    export: 'By a backup tool such as signal-export: one text or markdown file per talk.',
    reads: 'Messages with authors and local times; reactions are left out of the words.',
    lacks: 'Who is the agent (`--agent-name`; the exporting person is `Me`), the zone (`--timezone`), the seconds.',
  },
  shapes: ['text'],
  detect({ lines }) {
    const first = lines.find(({ text }) => text.trim() !== '');
    const match = first === undefined ? null : HEADER.exec(first.text);
    const seconds = (match?.[2] ?? '').length > 5;
    return match === null || seconds || match[3] === undefined
      ? null
      : { score: 70, reason: 'lines begin with [year-month-day, hour:minute] name' };
  },
  async *read(contents, context) {
    for (const content of contents) {
      if (content.shape !== 'text') {
        continue;
      }
      const messages: Message[] = [];
      const talk = new TalkOrder(context.settings.timezone);
      for await (const { line, text } of content.lines()) {
        const match = HEADER.exec(text);
        const last = messages.at(-1);
        if (match !== null) {
          messages.push(messageOf(match, line, content.file, talk, context));
        } else if (last !== undefined) {
          messages[messages.length - 1] = { ...last, text: `${last.text}\n${text}` };
        } else if (text.trim() !== '') {
          context.tell(
            problem(
              'unreadable-record',
              content.file,
              line,
              'a line before the first message: it belongs to no message',
            ),
          );
        }
      }
      if (messages.length > 0) {
        yield makeFragment({
          id: chatName(content.file),
          product: 'signal',
          channel: 'messaging',
          messages: messages.map((message) => ({ ...message, text: message.text.replace(REACTIONS, '').trimEnd() })),
          sessions: true,
          source: { file: content.file, format: 'signal', line: messages[0]?.line ?? null },
        });
      }
    }
  },
};

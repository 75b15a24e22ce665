import { type Fragment, type Message, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField, textOf } from '../json-values.ts';
import type { Reader } from '../reader.ts';

const NAME = 'openai';
const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);

/** A text, or a list of parts of which some are text. */
function wordsOf(content: unknown): string {
  return (
    textOf(content) ??
    listOf(content)
      .flatMap((part) => textField(part, 'text') ?? textOf(part) ?? [])
      .join('\n')
  );
}

function isMessage(value: unknown): boolean {
  return ROLES.has(textField(value, 'role') ?? '') && fieldOf(value, 'content') !== undefined;
}

function messageOf(value: unknown, line: number | null, file: ExportFile): Message | null {
  const word = textField(value, 'role') ?? '';
  const text = wordsOf(fieldOf(value, 'content'));
  if (!ROLES.has(word)) {
    file.leftOut(line, 'A message has none of the roles user, assistant, system, developer, tool; it was left out.');
    return null;
  }
  if (word === 'assistant' && text === '') {
    // A call of a tool: nothing was said.
    return null;
  }
  const role: Role = word === 'user' ? 'customer' : word === 'assistant' ? 'unknown' : 'system';
  return makeMessage({
    role,
    id: role === 'unknown' ? 'assistant' : null,
    name: textField(value, 'name'),
    at: file.at(fieldOf(value, 'created_at') ?? fieldOf(value, 'timestamp'), line),
    text,
    line,
  });
}

async function* readChat({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const list = fieldOf(value, 'messages');
  const messages = listOf(list).flatMap((message) => messageOf(message, line, file) ?? []);
  if (!Array.isArray(list)) {
    file.leftOut(line, 'A record has no list of messages; it was left out.');
    return;
  }
  if (messages.some(({ role }) => role === 'unknown')) {
    file.notice(
      'assistant',
      line,
      'Nothing tells whether the assistant is a person: name it with --agent-name assistant if it is to be judged.',
    );
  }
  const id = idField(value, 'id') ?? idField(value, 'conversation_id') ?? idField(value, 'session_id');
  yield makeFragment({
    id: id ?? file.nextName(),
    product: 'openai',
    channel: 'chat',
    messages,
    source: file.source(line),
  });
}

/** Chats in the form in which language models are called and trained. */
export const openai: Reader = {
  name: NAME,
  product: 'openai',
  title: 'OpenAI-style messages',
  certainty: 'documented',
  guide: {
    export: 'A JSON object with a list `messages` of role and content per conversation, or one per line.',
    reads:
      'user as the customer, system, developer and tool as system messages; the assistant once `--agent-name assistant` says it is the agent.',
    lacks: 'Times, names, mostly the id: the name of the file and the line stand for it.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean => {
      const messages = listOf(fieldOf(value, 'messages'));
      return (
        messages.length > 0 &&
        messages.every(isMessage) &&
        messages.some((message) => ['user', 'assistant'].includes(textField(message, 'role') ?? ''))
      );
    };
    return someRecord(records, is) ? { score: 60, reason: 'messages with role user or assistant and content' } : null;
  },
  read: readEachRecord(NAME, readChat),
};

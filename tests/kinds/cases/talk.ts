import { type Conversation, type Message, makeFragment, makeMessage } from '../../../src/model/conversation.ts';

/** A conversation in short: each line is `who[ HH:MM:SS]: text`, who being c, a, b (another agent), bot, sys, closed or note. */
export interface Talk {
  readonly title: string;
  readonly language: 'en' | 'ru';
  readonly channel?: Conversation['channel'];
  readonly status?: string;
  readonly lines: readonly string[];
  readonly verdict: 'pass' | 'fail' | 'na';
  readonly reason?: string;
  /** Indexes of the messages that the verdict must rest on; not looked at when left out. */
  readonly evidence?: readonly number[];
}

const LINE = /^(c|a|b|bot|sys|closed|left|note)(?: (\d\d:\d\d:\d\d))?: ?(.*)$/s;

/** The native conversation that a talk stands for; the agent judged is `a`, named Robin. */
export function conversationOf(talk: Talk): Conversation {
  const {
    order: _order,
    sessions: _sessions,
    ...conversation
  } = makeFragment({
    id: talk.title,
    channel: talk.channel ?? 'chat',
    language: talk.language,
    status: talk.status ?? null,
    messages: talk.lines.map((line) => messageOf(line)),
    source: { file: 'cases', format: 'native', line: null },
  });
  return conversation;
}

function messageOf(line: string): Message {
  const [, who = '', time, text = ''] = LINE.exec(line) ?? [];
  if (who === '') {
    throw new Error(`a line of a talk must begin with who speaks: ${line}`);
  }
  const at = time === undefined ? null : `2026-04-14T${time}Z`;
  if (who === 'c') {
    return makeMessage({ role: 'customer', at, text });
  }
  if (who === 'a' || who === 'b' || who === 'note') {
    return makeMessage({ role: 'agent', name: who === 'b' ? 'Sasha' : 'Robin', at, text, internal: who === 'note' });
  }
  if (who === 'bot') {
    return makeMessage({ role: 'bot', at, text });
  }
  return makeMessage({ role: 'system', event: who === 'closed' ? 'closed' : who === 'left' ? 'left' : null, at, text });
}

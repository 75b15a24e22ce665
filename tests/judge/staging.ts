import { type SceneSettings, setScene } from '../../src/judge/scene.ts';
import { type Conversation, type Message, makeFragment, makeMessage } from '../../src/model/conversation.ts';
import type { Ear, Heard } from '../../src/model/ear.ts';
import type { Check } from '../../src/model/kind.ts';
import { tokenize } from '../../src/text/tokens.ts';

/** An ear that hears nothing: for tests in which words do not matter. */
export const DEAF: Ear = { hear: () => ({ score: 0, spots: [], label: null, by: 'none' }) };

export const SETTINGS: SceneSettings = { ear: DEAF, languages: ['en', 'ru'], asOf: null, assumeChannel: 'other' };

type Line = Partial<Message> & Pick<Message, 'role' | 'text'>;

/** A conversation of the given messages, everything else as a reader leaves it that knows no more. */
export function conversationOf(lines: readonly Line[], fields: Partial<Conversation> = {}): Conversation {
  return makeFragment({
    id: 'c-1',
    source: { file: 'hand.ndjson', format: 'native', line: 1 },
    ...fields,
    messages: lines.map((line) => makeMessage(line)),
  });
}

/** What an agent says in English, with nothing before it and no answer. */
export const heard = (text: string, index = 5): Heard => ({
  index,
  speaker: 'agent',
  text,
  tokens: tokenize(text),
  language: 'en',
  before: [],
  answer: null,
  nameless: null,
});

/** What a check says of an agent, the first one where none is named: its verdict and reason. */
export function verdictOn(check: Check, lines: readonly Line[], customer: string | null, agentName?: string): string {
  const scene = setScene(conversationOf(lines, { customer: { id: null, name: customer, email: null } }), SETTINGS);
  const agent = scene.agents.find(({ name }) => agentName === undefined || name === agentName);
  if (agent === undefined) {
    throw new Error('no such agent');
  }
  const { verdict, reason } = check.judge(scene, agent);
  return `${verdict} ${reason}`;
}

import * as v from 'valibot';
import { setScene } from '../../../src/judge/scene.ts';
import { wait } from '../../../src/kinds/wait.ts';
import type { Calendar } from '../../../src/model/calendar.ts';
import type { Channel, Conversation, Message, SystemEvent } from '../../../src/model/conversation.ts';
import type { Ear } from '../../../src/model/ear.ts';
import type { Scene } from '../../../src/model/scene.ts';
import type { Judgement } from '../../../src/model/verdict.ts';
import { conversationOf } from '../../judge/staging.ts';

const HOLDING = /one moment|give me|hold on|bear with|let me check|минутку|подождите|дайте мне|one sec/i;

/** An ear for holds only, so that these tests are about time. */
export const HOLD_EAR: Ear = {
  hear: ({ text, index }, act) =>
    act === 'holding' && HOLDING.test(text)
      ? { score: 1, spots: [{ message: index, start: 0, end: text.length }], label: null, by: 'phrase' }
      : { score: 0, spots: [], label: null, by: 'none' },
};

/** `C` customer, `Tom` agent, `bot`, `+Tom` joins, `>Tom` is assigned, `note`; time on 2 March 2026 or a whole one, or null. */
export type Line = readonly [who: string, at: string | null, text?: string];

const EVENTS: Readonly<Record<string, SystemEvent>> = { '+': 'joined', '>': 'assigned', '-': 'left' };

function messageOf([who, at, text = 'Words']: Line): Partial<Message> & Pick<Message, 'role' | 'text'> {
  const time = at === null || at.length > 8 ? at : `2026-03-02T${at}Z`;
  const event = EVENTS[who[0] ?? ''];
  if (event !== undefined) {
    return { role: 'system', event, name: who.slice(1), at: time, text: '' };
  }
  if (who === 'C') {
    return { role: 'customer', at: time, text };
  }
  if (who === 'bot') {
    return { role: 'bot', at: time, text };
  }
  return who === 'note'
    ? { role: 'agent', name: 'Tom', internal: true, at: time, text }
    : { role: 'agent', name: who, at: time, text };
}

export interface Stage {
  readonly channel: Channel;
  readonly lines: readonly Line[];
  readonly fields?: Partial<Conversation>;
  readonly calendar?: Calendar;
  readonly asOf?: string;
  readonly language?: string;
  readonly options?: object;
}

/** One line per agent and pseudo-agent: `Tom fail first-reply-late [0>1 first 95/60]`, times in seconds. */
export function judge(stage: Stage): string[] {
  const scene: Scene = setScene(
    conversationOf(stage.lines.map(messageOf), {
      channel: stage.channel,
      language: stage.language ?? 'en',
      ...stage.fields,
    }),
    { ear: HOLD_EAR, languages: ['en', 'ru'], asOf: stage.asOf ?? null, assumeChannel: 'other' },
  );
  const check = wait.compile(v.parse(wait.options, stage.options ?? {}), { calendar: stage.calendar ?? null });
  const show = (name: string | null, { verdict, reason, waits = [] }: Judgement): string =>
    [
      name,
      verdict,
      reason,
      ...waits.map(
        ({ from, to, kind, wait_ms, limit_ms }) =>
          `[${from}>${to ?? ''} ${kind} ${wait_ms / 1000}/${limit_ms === null ? '' : limit_ms / 1000}]`,
      ),
    ].join(' ');
  return [
    ...scene.agents.map((agent) => show(agent.name, check.judge(scene, agent))),
    ...(check.judgePseudo?.(scene) ?? []).map(({ agent, judgement }) => show(agent, judgement)),
  ];
}

import * as v from 'valibot';
import { coreModels, corePhrases } from '../../../bench/core-pack.ts';
import { createEar } from '../../../src/judge/ear.ts';
import { setScene } from '../../../src/judge/scene.ts';
import type { Ear } from '../../../src/model/ear.ts';
import type { Kind } from '../../../src/model/kind.ts';
import type { Judgement } from '../../../src/model/verdict.ts';
import { cutConversation } from '../../../src/read/cut/cut.ts';
import { conversationOf, type Talk } from './talk.ts';

const coreEar = createEar({ phrases: corePhrases(), models: coreModels() });

/** The judgement of Robin in a talk, with the core pack's phrases and models, or another ear. */
export function judgeTalk(
  kind: Kind,
  talk: Talk,
  options: Record<string, unknown> = {},
  ear: Ear = coreEar,
): Judgement {
  const check = kind.compile(v.parse(kind.options, options), { calendar: null });
  const conversation = cutConversation(conversationOf(talk));
  const scene = setScene(conversation, { ear, languages: ['en', 'ru'], asOf: null, assumeChannel: 'other' });
  const agent = scene.agents.find(({ name }) => name === 'Robin');
  if (agent === undefined) {
    throw new Error(`Robin never speaks in ${talk.title}`);
  }
  return check.judge(scene, agent);
}

import type { JudgeAll, Judging } from '../audit.ts';
import type { Conversation } from '../model/conversation.ts';
import type { JudgeOrder } from './judge-order.ts';
import { JudgePool } from './judge-pool.ts';
import type { BatchAnswer } from './judge-worker.ts';
import { thrownFrom } from './sent-failure.ts';

/** Who judges, and from when on. */
export interface Workforce {
  /** The entry file of the workers. */
  readonly entry: string | URL;
  /** How many workers there may be. */
  readonly workers: number;
  /** So many messages are judged at home first: a small export needs no worker, and pays for none. */
  readonly homeMessages: number;
  readonly order: () => JudgeOrder;
}

/** A batch is full with so many conversations, or so many characters: long mails fill one sooner. */
const BATCH = { conversations: 32, characters: 128 * 1024 };
/** Batches that may be on their way for each worker: one at work, one next, and one while an earlier batch takes long. */
const AHEAD = 3;

interface Batch {
  readonly conversations: readonly Conversation[];
  /** What the reading gave after the last of them: more, the end, or what the reading threw. */
  readonly next: 'more' | 'end' | { readonly thrown: unknown };
}

interface Sent extends Batch {
  readonly answer: Promise<BatchAnswer>;
}

/**
 * Judges in workers, whole conversations in small batches, and gives them back in the order of the input. So few batches
 * are on their way that memory does not depend on the length of the input. Whatever is thrown, at home or in a worker, is
 * thrown where a single thread would throw it: after all conversations before it.
 */
export function judgeAcross({ entry, workers, homeMessages, order }: Workforce): JudgeAll {
  return async function* (conversations, judge) {
    const source = conversations[Symbol.asyncIterator]();
    const pool = new JudgePool(entry, workers, order);
    try {
      for (let messages = 0; messages < homeMessages; ) {
        const next = await source.next();
        if (next.done === true) {
          return;
        }
        messages += next.value.messages.length;
        yield { conversation: next.value, judged: judge(next.value) };
      }
      yield* judgeAhead(source, pool, workers * AHEAD);
    } finally {
      await pool.close();
      await source.return?.();
    }
  };
}

async function* judgeAhead(
  source: AsyncIterator<Conversation>,
  pool: JudgePool,
  ahead: number,
): AsyncGenerator<Judging> {
  const sent: Sent[] = [];
  let reading: Batch['next'] = 'more';
  do {
    while (reading === 'more' && sent.length < ahead) {
      const batch = await readBatch(source);
      sent.push({ ...batch, answer: pool.judge(batch.conversations) });
      reading = batch.next;
    }
    const first = sent.shift();
    if (first !== undefined) {
      yield* answered(first);
    }
  } while (sent.length > 0 || reading === 'more');
}

async function* answered({ conversations, answer, next }: Sent): AsyncGenerator<Judging> {
  const { judged, failure } = await answer;
  for (const [index, one] of judged.entries()) {
    yield { conversation: conversations[index] as Conversation, judged: one };
  }
  if (failure !== null) {
    throw thrownFrom(failure);
  }
  if (typeof next === 'object') {
    throw next.thrown;
  }
}

async function readBatch(source: AsyncIterator<Conversation>): Promise<Batch> {
  const conversations: Conversation[] = [];
  let characters = 0;
  while (conversations.length < BATCH.conversations && characters < BATCH.characters) {
    try {
      const next = await source.next();
      if (next.done === true) {
        return { conversations, next: 'end' };
      }
      conversations.push(next.value);
      characters += next.value.messages.reduce((sum, { text }) => sum + text.length, 0);
    } catch (thrown) {
      return { conversations, next: { thrown } };
    }
  }
  return { conversations, next: 'more' };
}

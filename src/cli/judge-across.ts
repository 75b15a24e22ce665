import type { JudgeAll, Judging } from '../audit.ts';
import type { Judge } from '../judge/judge.ts';
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
  /** An input of fewer messages is judged at home: it needs no worker, and pays for none. */
  readonly homeMessages: number;
  readonly order: () => JudgeOrder;
}

/** A batch is full with so many conversations, or so many characters: long mails fill one sooner. */
const BATCH = { conversations: 32, characters: 128 * 1024 };
/** Batches that may be on their way for each worker: one at work, one next, and one while an earlier batch takes long. */
const AHEAD = 3;

interface Batch {
  readonly conversations: readonly Conversation[];
  readonly messages: number;
  /** What the reading gave after the last of them: more, the end, or what it threw. */
  readonly next: 'more' | 'end' | { readonly thrown: unknown };
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
      const held = await readFirst(source, homeMessages);
      const more = held.at(-1)?.next === 'more';
      yield* more ? judgeAhead(held, source, pool, workers * AHEAD) : judgeHome(held, judge);
    } finally {
      await pool.close();
      await source.return?.();
    }
  };
}

/** The batches of so many messages, or all there are. */
async function readFirst(source: AsyncIterator<Conversation>, most: number): Promise<Batch[]> {
  const batches = [await readBatch(source)];
  let messages = batches[0]?.messages ?? 0;
  while (messages < most && batches.at(-1)?.next === 'more') {
    const batch = await readBatch(source);
    batches.push(batch);
    messages += batch.messages;
  }
  return batches;
}

function* judgeHome(batches: readonly Batch[], judge: Judge): Generator<Judging> {
  for (const { conversations, next } of batches) {
    for (const conversation of conversations) {
      yield { conversation, judged: judge(conversation) };
    }
    throwIfThrown(next);
  }
}

async function* judgeAhead(
  held: Batch[],
  source: AsyncIterator<Conversation>,
  pool: JudgePool,
  ahead: number,
): AsyncGenerator<Judging> {
  const sent: { readonly batch: Batch; readonly answer: Promise<BatchAnswer> }[] = [];
  let reading: Batch['next'] = 'more';
  do {
    while (reading === 'more' && sent.length < ahead) {
      const batch = held.shift() ?? (await readBatch(source));
      sent.push({ batch, answer: pool.judge(batch.conversations) });
      reading = batch.next;
    }
    const first = sent.shift();
    if (first !== undefined) {
      yield* together(first.batch, await first.answer);
    }
  } while (sent.length > 0 || reading === 'more');
}

function* together({ conversations, next }: Batch, { judged, failure }: BatchAnswer): Generator<Judging> {
  for (const [index, one] of judged.entries()) {
    yield { conversation: conversations[index] as Conversation, judged: one };
  }
  if (failure !== null) {
    throw thrownFrom(failure);
  }
  throwIfThrown(next);
}

function throwIfThrown(next: Batch['next']): void {
  if (typeof next === 'object') {
    throw next.thrown;
  }
}

async function readBatch(source: AsyncIterator<Conversation>): Promise<Batch> {
  const conversations: Conversation[] = [];
  let messages = 0;
  let characters = 0;
  const until = (next: Batch['next']): Batch => ({ conversations, messages, next });
  while (conversations.length < BATCH.conversations && characters < BATCH.characters) {
    try {
      const result = await source.next();
      if (result.done === true) {
        return until('end');
      }
      conversations.push(result.value);
      messages += result.value.messages.length;
      characters += result.value.messages.reduce((sum, { text }) => sum + text.length, 0);
    } catch (thrown) {
      return until({ thrown });
    }
  }
  return until('more');
}

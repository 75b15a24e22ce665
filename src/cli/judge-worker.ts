import { parentPort, workerData } from 'node:worker_threads';
import type { Conversation } from '../model/conversation.ts';
import type { JudgedConversation } from '../model/verdict.ts';
import { type JudgeOrder, judgeOf } from './judge-order.ts';
import { type Failure, failureOf } from './sent-failure.ts';

/** What a worker answers to a batch of conversations: those judged, and what stopped it at the next one. */
export interface BatchAnswer {
  readonly judged: readonly JudgedConversation[];
  readonly failure: Failure | null;
}

/** The entry file of a worker: makes its judge once, then judges each batch that comes. */
async function work(port: NonNullable<typeof parentPort>): Promise<void> {
  const judge = await judgeOf(workerData as JudgeOrder);
  port.on('message', (batch: readonly Conversation[]) => {
    const judged: JudgedConversation[] = [];
    let failure: Failure | null = null;
    try {
      for (const conversation of batch) {
        judged.push(judge(conversation));
      }
    } catch (error) {
      failure = failureOf(error);
    }
    port.postMessage({ judged, failure } satisfies BatchAnswer);
  });
}

if (parentPort !== null) {
  void work(parentPort);
}

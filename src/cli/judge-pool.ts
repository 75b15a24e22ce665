import { Worker } from 'node:worker_threads';
import type { Conversation } from '../model/conversation.ts';
import type { JudgeOrder } from './judge-order.ts';
import type { BatchAnswer } from './judge-worker.ts';

/**
 * What a worker may hold of objects that have just been made, in MB. Left alone, V8 lets them grow to 48 for each
 * thread, and nothing more is gained by it (docs/performance.md).
 */
const YOUNG_MB = 24;

interface Waiting {
  readonly answered: (answer: BatchAnswer) => void;
  readonly failed: (error: unknown) => void;
}

/** Workers that judge batches of conversations. Each is started when all others have work. */
export class JudgePool {
  private readonly entry: string | URL;
  private readonly most: number;
  private readonly order: () => JudgeOrder;
  private readonly workers: PoolWorker[] = [];
  private made: JudgeOrder | null = null;

  /**
   * @param entry - The entry file of the workers.
   * @param most - How many there may be.
   * @param order - What they make their judges from; asked for once, when the first of them starts.
   */
  constructor(entry: string | URL, most: number, order: () => JudgeOrder) {
    this.entry = entry;
    this.most = most;
    this.order = order;
  }

  /**
   * Has a batch judged by whichever worker has the least to do.
   *
   * @throws (later, as a rejection) what ended the worker, where it ends without an answer
   */
  judge(batch: readonly Conversation[]): Promise<BatchAnswer> {
    const answer = this.leastBusy().judge(batch);
    // Whoever waits for an earlier batch is told of that one's failure: this one may then be given up unheard.
    answer.catch(() => {});
    return answer;
  }

  /** Ends all workers at once, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.end()));
  }

  private leastBusy(): PoolWorker {
    const [first, ...others] = this.workers;
    const idlest = others.reduce((least, worker) => (least && least.waits <= worker.waits ? least : worker), first);
    if (idlest !== undefined && (idlest.waits === 0 || this.workers.length >= this.most)) {
      return idlest;
    }
    this.made ??= this.order();
    const worker = new PoolWorker(this.entry, this.made);
    this.workers.push(worker);
    return worker;
  }
}

class PoolWorker {
  private readonly thread: Worker;
  /** In the order of the batches sent; a worker answers in that order. */
  private readonly waiting: Waiting[] = [];
  private failure: unknown = null;

  constructor(entry: string | URL, order: JudgeOrder) {
    this.thread = new Worker(entry, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.thread.on('message', (answer: BatchAnswer) => this.waiting.shift()?.answered(answer));
    this.thread.on('error', (error) => this.fail(error));
    this.thread.on('exit', (code) => this.fail(new Error(`a worker ended with ${code} before its work was done`)));
  }

  get waits(): number {
    return this.waiting.length;
  }

  judge(batch: readonly Conversation[]): Promise<BatchAnswer> {
    return new Promise((answered, failed) => {
      if (this.failure !== null) {
        failed(this.failure);
        return;
      }
      this.waiting.push({ answered, failed });
      this.thread.postMessage(batch);
    });
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    for (const { failed } of this.waiting.splice(0)) {
      failed(this.failure);
    }
  }
}

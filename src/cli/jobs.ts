import { availableParallelism } from 'node:os';
import type { JudgeAll } from '../audit.ts';
import type { Settings } from '../config/settings.ts';
import type { Pack } from '../model/rule.ts';
import { judgeAcross } from './judge-across.ts';
import { judgeOrder } from './judge-order.ts';

/** Without `--jobs`: so many threads fit into the memory that a large export may take (docs/performance.md). */
const USUAL_MOST = 2;
/** About a second's work. */
const HOME_MESSAGES = 1000;

/** Where the conversations of a run are judged: in workers where `--jobs` and the machine allow several, else here. */
export function judging(settings: Settings, packs: readonly Pack[], wording: string): { judgeAll?: JudgeAll } {
  const workers = settings.jobs ?? Math.min(availableParallelism(), USUAL_MOST);
  return workers === 1
    ? {}
    : {
        judgeAll: judgeAcross({
          // Beside the program in the built package.
          entry: new URL('judge-worker.cjs', import.meta.url),
          workers,
          homeMessages: HOME_MESSAGES,
          order: () => judgeOrder(packs, settings.judge, wording),
        }),
      };
}

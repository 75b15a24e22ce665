import { gatherBackwardTimes } from './judge/backward-times.ts';
import { createJudge, type Judge, type RuleAtWork } from './judge/judge.ts';
import type { SceneSettings } from './judge/scene.ts';
import { isSelected, type SelectSettings, selectUnits } from './judge/select.ts';
import { suppressing, unusedYet } from './judge/suppress.ts';
import type { Conversation } from './model/conversation.ts';
import type { JudgeSettings, Kind } from './model/kind.ts';
import type { Problem } from './model/problem.ts';
import type { Report, Run, Scoring } from './model/report.ts';
import type { AuditedConversation } from './model/reporter.ts';
import type { Pack } from './model/rule.ts';
import type { Suppression } from './model/suppression.ts';
import type { JudgedConversation } from './model/verdict.ts';
import { leftOutProblems } from './score/list-problems.ts';
import { summarise } from './score/summarise.ts';
import { Tally } from './score/tally.ts';
import { byCodePoint } from './text/code-point-order.ts';

/** A conversation and what the judge says of it. */
export interface Judging {
  readonly conversation: Conversation;
  readonly judged: JudgedConversation;
}

/**
 * Judges a stream of conversations and gives them back in their order. Whoever has a better place for the work than the
 * thread at hand may do it there, with a judge made of the same rules and settings: the judge is pure.
 */
export type JudgeAll = (conversations: AsyncIterable<Conversation>, judge: Judge) => AsyncIterable<Judging>;

/** Everything that an audit needs, settled: each part goes to one stage. */
export interface AuditOrder {
  readonly run: Run;
  readonly conversations: AsyncIterable<Conversation>;
  readonly packs: readonly Pack[];
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly judge: JudgeSettings;
  readonly scene: SceneSettings;
  readonly select: SelectSettings;
  readonly scoring: Scoring;
  readonly suppressions: readonly Suppression[];
  /** The day of `--as-of`, `YYYY-MM-DD`: suppressions that ended before it do not count. No clock is asked. */
  readonly today: string | null;
  /** The language of the verdicts' messages. */
  readonly wording: string;
  /** Where conversations are judged: here, one after the other, unless something else is given. */
  readonly judgeAll?: JudgeAll;
  tell(problem: Problem): void;
}

/** A running audit: the stream first, the report once it has ended. */
export interface Audit extends AsyncIterable<AuditedConversation> {
  /** Conversations met, judged or not; those still being judged are met. */
  readonly met: number;
  report(problems: readonly Problem[]): Report;
}

/**
 * The corridor: conversations meet the rules, verdicts become counts, counts become the report. Holds nothing but the
 * counts; every conversation goes on as soon as it is judged.
 */
export function audit(order: AuditOrder): Audit {
  const judge = createJudge({
    rules: rulesAtWork(order.packs, order.kinds, order.judge),
    scene: order.scene,
    zone: order.select.zone,
    wording: order.wording,
  });
  const suppress = suppressing(order.suppressions, order.today);
  const tally = new Tally(order.scoring, unusedYet(order.suppressions, order.today));
  const backward = gatherBackwardTimes();
  let met = 0;
  async function* chosen(): AsyncGenerator<Conversation> {
    for await (const conversation of order.conversations) {
      met += 1;
      if (conversation.messages.some(({ role, internal }) => role === 'unknown' && !internal)) {
        tally.leaveOut('unknown_roles');
      } else if (isSelected(conversation, order.select)) {
        yield conversation;
      } else {
        tally.leaveOut('by_filters');
      }
    }
  }
  return {
    get met() {
      return met;
    },
    async *[Symbol.asyncIterator]() {
      for await (const { conversation, judged } of (order.judgeAll ?? judgeHere)(chosen(), judge)) {
        const counted = selectUnits(judged, conversation, order.select);
        if (counted === null) {
          tally.leaveOut('by_filters');
          continue;
        }
        backward.meet(conversation);
        yield tally.add(suppress(counted));
      }
      for (const found of [...backward.notices(), ...leftOutProblems(tally.leftOut)]) {
        order.tell(found);
      }
    },
    report: (problems) => summarise(order.run, order.scoring, tally.counts(), problems),
  };
}

/** Judges one conversation after the other in the thread at hand. */
export async function* judgeHere(conversations: AsyncIterable<Conversation>, judge: Judge): AsyncGenerator<Judging> {
  for await (const conversation of conversations) {
    yield { conversation, judged: judge(conversation) };
  }
}

/** The rules of all packs, compiled by their kinds, in the order of their ids. */
export function rulesAtWork(
  packs: readonly Pick<Pack, 'rules'>[],
  kinds: ReadonlyMap<string, Kind>,
  settings: JudgeSettings,
): RuleAtWork[] {
  return packs
    .flatMap(({ rules }) => rules)
    .sort((left, right) => byCodePoint(left.id, right.id))
    .map((rule) => {
      const kind = kinds.get(rule.kind);
      if (kind === undefined) {
        throw new Error(`no kind "${rule.kind}": packs are checked when they are loaded`);
      }
      return { rule, check: kind.compile(rule.options, settings), words: kind.words };
    });
}

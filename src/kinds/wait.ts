import * as v from 'valibot';
import type { JudgeSettings, Kind, PseudoJudgement } from '../model/kind.ts';
import type { Scene } from '../model/scene.ts';
import type { Judgement, Spot, Wait } from '../model/verdict.ts';
import { makeBusinessClock } from '../text/calendar.ts';
import { keepLedger } from './waiting/ledger.ts';
import { isJudged, limitsFor, limitsSchema } from './waiting/limits.ts';
import type { Entry, Stopwatch } from './waiting/shares.ts';

const options = v.strictObject({ limits: limitsSchema });

const reasons = {
  pass: ['kept'],
  fail: ['first-reply-late', 'later-reply-late', 'hold-broken', 'never-answered'],
  na: ['no-times', 'nobody-waited', 'channel-not-judged', 'no-export-time'],
} as const;

type FailReason = (typeof reasons.fail)[number];

const calendarTime: Stopwatch = {
  between: (start, end) => Math.max(0, end - start),
  instantOf: (wall) => wall,
};

/** What the limit says of a wait; null where it was kept, or cannot be measured. */
function breach({ kind, to, ms, limit }: Entry): FailReason | null {
  if (ms === null || limit === null || ms <= limit) {
    return null;
  }
  if (to === null) {
    return 'never-answered';
  }
  return kind === 'first' ? 'first-reply-late' : kind === 'later' ? 'later-reply-late' : 'hold-broken';
}

/** The message at which a breach shows: the late answer, or what was never answered; the whole text of it. */
function spotOf(scene: Scene, { from, to }: Entry): Spot {
  const message = to ?? from;
  return { message, start: 0, end: scene.utterances[message]?.message.text.length ?? 0 };
}

function asWaits(entries: readonly Entry[]): readonly Wait[] {
  return entries.flatMap(({ from, to, kind, ms, limit }) =>
    ms === null ? [] : [{ from, to, kind, wait_ms: ms, limit_ms: limit }],
  );
}

/** The verdict on one owner's entries, reasons in the order of the contract. */
function judgeEntries(scene: Scene, entries: readonly Entry[], judged: boolean): Judgement {
  const waits = asWaits(entries);
  const na = (reason: (typeof reasons.na)[number]): Judgement => ({ verdict: 'na', reason, evidence: [], waits });
  if (scene.utterances.every(({ at }) => at === null)) {
    return na('no-times');
  }
  if (entries.length === 0) {
    return na('nobody-waited');
  }
  if (entries.every(({ ms, openEnded }) => ms === null && !openEnded)) {
    return na('no-times');
  }
  if (!judged) {
    return na('channel-not-judged');
  }
  for (const reason of reasons.fail) {
    const broken = entries.filter((entry) => breach(entry) === reason);
    const [worst] = broken;
    if (worst !== undefined) {
      return {
        verdict: 'fail',
        reason,
        args: { wait_ms: worst.ms ?? 0, limit_ms: worst.limit ?? 0 },
        evidence: broken.map((entry) => spotOf(scene, entry)),
        waits,
      };
    }
  }
  if (entries.some(({ openEnded }) => openEnded)) {
    return na('no-export-time');
  }
  return { verdict: 'pass', reason: 'kept', evidence: [], waits };
}

/**
 * How long customers waited for each agent, against the limits of the channel (RULES.md § 3). E-mail is measured in
 * business time where the settings hold a calendar, everything else in plain time.
 */
export const wait: Kind = {
  name: 'wait',
  summary: 'How long customers waited for an answer, and whether one came at all.',
  options,
  reasons,
  words: false,
  compile(settled, settings: JudgeSettings) {
    const { limits } = settled as v.InferOutput<typeof options>;
    const business = settings.calendar === null ? null : makeBusinessClock(settings.calendar);
    const ledgers = new WeakMap<Scene, readonly Entry[]>();

    const limitsOf = (scene: Scene) => limitsFor(limits, scene.channel, business !== null);
    const ledgerOf = (scene: Scene): readonly Entry[] => {
      let ledger = ledgers.get(scene);
      if (ledger === undefined) {
        const stopwatch = scene.channel === 'email' && business !== null ? business : calendarTime;
        ledger = keepLedger(scene, limitsOf(scene), stopwatch);
        ledgers.set(scene, ledger);
      }
      return ledger;
    };

    return {
      judge(scene, agent) {
        const own = ledgerOf(scene).filter(({ owner }) => owner === agent.index);
        return judgeEntries(scene, own, isJudged(limitsOf(scene)));
      },
      judgePseudo(scene) {
        const judged = isJudged(limitsOf(scene));
        return (['(queue)', '(unassigned)'] as const).flatMap((agent): readonly PseudoJudgement[] => {
          const own = ledgerOf(scene).filter(({ owner }) => owner === agent);
          return own.length === 0 ? [] : [{ agent, judgement: judgeEntries(scene, own, judged) }];
        });
      },
    };
  },
};

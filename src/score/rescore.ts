import type { MovedScore, Rescoring } from '../model/comparison.ts';
import type { GroupScore, Report } from '../model/report.ts';
import { commonGround } from './common-ground.ts';
import { byKeys } from './order.ts';
import { type Person, peopleOf } from './people.ts';
import { scorePeople } from './summarise.ts';
import { UnitScorer } from './unit.ts';

/**
 * Whose score moved when the same conversations were judged anew, and by which rule; null where the reports are not
 * of the same conversations. No noise here: the same words were judged twice.
 */
export function rescoring(old: Report, now: Report): Rescoring | null {
  if (old.counts.conversation_hashes !== now.counts.conversation_hashes || now.counts.conversations === 0) {
    return null;
  }
  const sameRoster = JSON.stringify(old.scoring.roster) === JSON.stringify(now.scoring.roster);
  const key = sameRoster ? (person: Person) => person.key : nameKey;
  const before = scoresBy(key, old);
  const agents = [...scoresBy(key, now)]
    .flatMap(([name, scores]) => scores.map((score) => [name, score] as const))
    .filter(([, { pseudo }]) => !pseudo)
    .map(([name, score]) => {
      // Of two who are called alike, none can be said to be the one of now.
      const [then, second] = before.get(name) ?? [];
      return moved(second === undefined ? then : undefined, score);
    })
    .filter(({ change, old: then, now: today, by_rule }) => change !== 0 || then !== today || by_rule.length > 0)
    .sort(byKeys(({ change, agent, agent_id }) => [-Math.abs(change ?? 0), agent, agent_id]));
  return {
    type: 'rescoring',
    differences: commonGround(old, now).differences,
    total: moved(old.totals, now.totals),
    agents,
  };
}

/** Persons under another roster are known by what they are called: their keys are places in the roster. */
function nameKey({ agent, agent_id }: Person): string {
  return JSON.stringify([agent, agent_id]);
}

/** Everybody's score by a key of the person; several where they share it, as agents of two products may share name and id. */
function scoresBy(key: (person: Person) => string, { counts, scoring }: Report): Map<string, GroupScore[]> {
  const people = peopleOf(counts, scoring.roster);
  const scored = scorePeople(counts, people, scoring, new UnitScorer(scoring.rules, scoring.min_applicable));
  const scores = new Map<string, GroupScore[]>();
  for (const [index, person] of people.entries()) {
    const score = scored[index]?.score;
    const name = key(person);
    if (score !== undefined) {
      scores.set(name, [...(scores.get(name) ?? []), score]);
    }
  }
  return scores;
}

function moved(old: GroupScore | undefined, now: GroupScore): MovedScore {
  const lost = new Map<string, number>();
  const add = (score: GroupScore | undefined, sign: number): void => {
    for (const { rule, points } of score?.lost ?? []) {
      lost.set(rule, (lost.get(rule) ?? 0) + sign * Math.round(points * 10));
    }
  };
  const comparable = old?.score !== null && old?.score !== undefined && now.score !== null;
  if (comparable) {
    add(old, -1);
    add(now, 1);
  }
  return {
    agent: now.agent,
    agent_id: now.agent_id,
    old: old?.score ?? null,
    now: now.score,
    change: comparable ? Math.round(((now.score ?? 0) - (old?.score ?? 0)) * 10) / 10 + 0 : null,
    by_rule: [...lost]
      .filter(([, tenths]) => tenths !== 0)
      .sort(byKeys(([rule, tenths]) => [-Math.abs(tenths), rule]))
      .map(([rule, tenths]) => ({ rule, points: tenths / 10 })),
  };
}

import type { ScoreChange } from '../model/comparison.ts';
import { Gathered } from './gathered.ts';
import { byKeys } from './order.ts';
import type { Person } from './people.ts';
import type { Period } from './period.ts';

/** The same person or group in both reports; a side is null where it was not there. */
export interface Pairing {
  readonly names: Pick<ScoreChange, 'scope' | 'agent' | 'agent_id'>;
  readonly old: Side | null;
  readonly now: Side | null;
  /** What the mix is taken over, beside the strata: groups change with who works in them. */
  readonly withPeople: boolean;
}

export interface Side {
  readonly gathered: Gathered;
  /** Places among the people of its period. */
  readonly members: readonly number[];
}

/** Everybody of a report. */
export function everybody(period: Period): Side {
  return { gathered: period.everybody, members: [...period.people.keys()] };
}

/** Persons by their key; those left over by their name, where exactly one on each side bears it. */
export function pairPeople(before: Period, after: Period): Pairing[] {
  const sideOf = (period: Period, index: number): Side => ({
    gathered: period.gathered[index] as Gathered,
    members: [index],
  });
  const oldLeft = new Map(before.people.map((person, index) => [person.key, index]));
  const counterpart = new Map<number, number>();
  for (const [index, { key }] of after.people.entries()) {
    const place = oldLeft.get(key);
    if (place !== undefined) {
      counterpart.set(index, place);
      oldLeft.delete(key);
    }
  }
  const leftOld = [...oldLeft.values()];
  const leftNow = [...after.people.keys()].filter((index) => !counterpart.has(index));
  for (const index of leftNow) {
    const name = after.people[index]?.agent;
    const sameOld = leftOld.filter((place) => before.people[place]?.agent === name);
    const sameNow = leftNow.filter((place) => after.people[place]?.agent === name);
    if (typeof name === 'string' && sameOld.length === 1 && sameNow.length === 1) {
      counterpart.set(index, sameOld[0] as number);
    }
  }
  const matched = new Set(counterpart.values());
  const pairing = (person: Person | undefined, old: number | undefined, now: number | undefined): Pairing => ({
    names: { scope: 'agent', agent: person?.agent ?? null, agent_id: person?.agent_id ?? null },
    old: old === undefined ? null : sideOf(before, old),
    now: now === undefined ? null : sideOf(after, now),
    withPeople: false,
  });
  const people = [
    ...[...after.people.entries()].flatMap(([index, person]) =>
      person.pseudo ? [] : [pairing(person, counterpart.get(index), index)],
    ),
    ...[...before.people.entries()].flatMap(([index, person]) =>
      person.pseudo || matched.has(index) ? [] : [pairing(person, index, undefined)],
    ),
  ];
  return people.sort(byKeys(({ names }) => [names.agent === null ? 1 : 0, names.agent, names.agent_id]));
}

/** Teams or sites by their name. */
export function pairGroups(scope: 'team' | 'site', before: Period, after: Period): Pairing[] {
  const named = (period: Period): string[] => period.people.flatMap((person) => person[scope] ?? []);
  const names = [...new Set([...named(before), ...named(after)])].sort(byKeys((name) => [name]));
  const sideOf = (period: Period, name: string): Side | null => {
    const members = [...period.people.entries()].flatMap(([index, person]) => (person[scope] === name ? [index] : []));
    const [first] = members;
    if (first === undefined) {
      return null;
    }
    const gathered = new Gathered(period.everybody.rules);
    for (const member of members) {
      gathered.absorb(period.gathered[member] as Gathered);
    }
    return { gathered, members };
  };
  return names.map((name) => ({
    names: { scope, agent: name, agent_id: null },
    old: sideOf(before, name),
    now: sideOf(after, name),
    withPeople: true,
  }));
}

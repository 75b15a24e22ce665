import type { AgentIdentity, Counts } from '../model/counts.ts';
import type { RosterEntry } from '../model/report.ts';
import { callName } from './agent-table.ts';

/** One person to be scored: one agent of the export, or several that the roster knows as one. */
export interface Person {
  readonly agent: string | null;
  readonly agent_id: string | null;
  /** The same in every report with this roster. */
  readonly key: string;
  readonly team: string | null;
  readonly site: string | null;
  readonly pseudo: boolean;
  /** Places in `counts.agents`. */
  readonly members: readonly number[];
}

/** Unites the agents of the export by the roster; those it says to ignore are left out. In the order of the keys. */
export function peopleOf(counts: Counts, roster: readonly RosterEntry[]): Person[] {
  const byId = new Map<string, number>();
  const byName = new Map<string, number>();
  for (const [index, entry] of roster.entries()) {
    for (const { product, id } of entry.ids) {
      byId.set(`${product ?? ''}\u0000${id}`, byId.get(`${product ?? ''}\u0000${id}`) ?? index);
    }
    for (const name of entry.names) {
      byName.set(name, byName.get(name) ?? index);
    }
  }
  const entryOf = (identity: AgentIdentity): number | undefined => {
    if (identity.pseudo) {
      return undefined;
    }
    const product = identity.id === null ? '' : identity.key.slice(0, identity.key.indexOf('\u0000'));
    const known =
      identity.id === null
        ? undefined
        : (byId.get(`${product}\u0000${identity.id}`) ?? byId.get(`\u0000${identity.id}`));
    return known ?? identity.names.map(({ name }) => byName.get(name)).find((entry) => entry !== undefined);
  };
  const groups = new Map<string, { entry: RosterEntry | undefined; members: number[] }>();
  for (const [place, identity] of counts.agents.entries()) {
    const index = entryOf(identity);
    const entry = index === undefined ? undefined : roster[index];
    if (entry?.ignore === true) {
      continue;
    }
    const key = index === undefined ? `agent ${identity.key}` : `roster ${index}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { entry, members: [place] });
    } else {
      group.members.push(place);
    }
  }
  return [...groups].map(([key, { entry, members }]) => person(counts, key, entry, members));
}

function person(counts: Counts, key: string, entry: RosterEntry | undefined, members: readonly number[]): Person {
  const identities = members.flatMap((place) => counts.agents[place] ?? []);
  const first = identities[0];
  const id = identities.find((identity) => identity.id !== null)?.id ?? null;
  const name = entry?.names[0] ?? callName(identities.flatMap(({ names }) => names));
  return {
    agent: first?.pseudo === true ? (name ?? first.key) : (name ?? id),
    agent_id: id,
    key,
    team: entry?.team ?? null,
    site: entry?.site ?? null,
    pseudo: first?.pseudo ?? false,
    members,
  };
}

/** For each place in `counts.agents` the index of the person or group that it belongs to. */
export function ownersOf(groups: readonly Pick<Person, 'members'>[]): Map<number, number> {
  return new Map(groups.flatMap(({ members }, index) => members.map((member) => [member, index] as const)));
}

/** In how many conversations at least one of these agents took part. */
export function conversationsOf(members: readonly number[], units: number, shared: Counts['shared']): number {
  const wanted = new Set(members);
  return shared.reduce((left, { agents, conversations }) => {
    const met = agents.filter((agent) => wanted.has(agent)).length;
    return met > 1 ? left - (met - 1) * conversations : left;
  }, units);
}

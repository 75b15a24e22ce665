import type { AgentIdentity, AgentName } from '../model/counts.ts';
import type { Unit } from '../model/verdict.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { byKeys } from './order.ts';

interface KnownAgent {
  readonly key: string;
  readonly id: string | null;
  readonly pseudo: boolean;
  readonly names: Map<string, CountedName>;
}

type CountedName = { -readonly [Key in keyof AgentName]: AgentName[Key] };

const nameOrder = byKeys((name: AgentName) => [name.file, name.position, name.name]);

/** The agents met so far, by key, with every name they bore; numbered in the order they came. */
export class AgentTable {
  private readonly numbers = new Map<string, number>();
  private readonly known: KnownAgent[] = [];

  /** The number of a unit's agent; its name is counted once. */
  meet(unit: Unit, file: string, position: number): number {
    const number = this.numberOf(unit.agent_key, unit.agent_id, unit.pseudo);
    // Where only the id is known it stands in for the name, but it is none.
    if (unit.agent !== null && unit.agent !== unit.agent_id) {
      this.addName(number, { name: unit.agent, units: 1, file, position });
    }
    return number;
  }

  absorb(identity: AgentIdentity): number {
    const number = this.numberOf(identity.key, identity.id, identity.pseudo);
    for (const name of identity.names) {
      this.addName(number, name);
    }
    return number;
  }

  /** The agents in code-point order of their keys, and the place there of an agent's number here. */
  canonical(): { identities: AgentIdentity[]; place: (number: number) => number } {
    const sorted = [...this.known].sort((a, b) => byCodePoint(a.key, b.key));
    const places = new Map(sorted.map((agent, index) => [agent.key, index]));
    return {
      identities: sorted.map(({ key, id, pseudo, names }) => ({
        key,
        id,
        pseudo,
        names: [...names.values()].map((name) => ({ ...name })).sort(nameOrder),
      })),
      place: (number) => places.get(this.known[number]?.key ?? '') ?? 0,
    };
  }

  private numberOf(key: string, id: string | null, pseudo: boolean): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.known.length;
      this.numbers.set(key, number);
      this.known.push({ key, id, pseudo, names: new Map() });
    }
    return number;
  }

  private addName(number: number, name: AgentName): void {
    const names = this.known[number]?.names;
    const known = names?.get(name.name);
    if (known === undefined) {
      names?.set(name.name, { ...name });
      return;
    }
    known.units += name.units;
    if (byCodePoint(name.file, known.file) < 0 || (name.file === known.file && name.position < known.position)) {
      known.file = name.file;
      known.position = name.position;
    }
  }
}

/** The name an agent is called by: the most frequent, of equals the first seen; null for one without names. */
export function callName(names: readonly AgentName[]): string | null {
  const united = new Map<string, AgentName>();
  for (const name of [...names].sort(nameOrder)) {
    const first = united.get(name.name);
    united.set(name.name, first === undefined ? name : { ...first, units: first.units + name.units });
  }
  const [most] = [...united.values()].sort((a, b) => b.units - a.units || nameOrder(a, b));
  return most?.name ?? null;
}

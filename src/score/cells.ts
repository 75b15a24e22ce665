import type { Counts, Stratum } from '../model/counts.ts';
import { byCodePoint } from '../text/code-point-order.ts';

/** Separates the parts of keys: no name of a channel or language holds it, and tags are written as JSON. */
const BREAK = '\u0000';
/** Columns (stratum × pattern) that a cell's key has room for beside the agent. */
const COLUMNS = 2 ** 26;

/** Units by agent, stratum and pattern of verdicts. */
export class Cells {
  private readonly columns = new Map<string, number>();
  private readonly cells = new Map<number, number>();

  /** @param stratum a key made by `stratumKey` */
  add(agent: number, stratum: string, pattern: string, units: number): void {
    const key = `${stratum}${BREAK}${pattern}`;
    let column = this.columns.get(key);
    if (column === undefined) {
      column = this.columns.size;
      this.columns.set(key, column);
    }
    const cell = agent * COLUMNS + column;
    this.cells.set(cell, (this.cells.get(cell) ?? 0) + units);
  }

  /** Takes in those of another report; `agentAt` gives the number here of its agents. */
  absorb(counts: Counts, agentAt: (agent: number) => number): void {
    const strata = counts.strata.map(stratumKey);
    for (const [agent, stratum, pattern, units] of counts.cells) {
      this.add(agentAt(agent), strata[stratum] ?? '', counts.patterns[pattern] ?? '', units);
    }
  }

  /** All of them in canonical order; `place` gives the place of an agent's number. */
  canonical(place: (agent: number) => number): Pick<Counts, 'strata' | 'patterns' | 'cells'> {
    const columns = [...this.columns.keys()].map((key) => {
      const end = key.lastIndexOf(BREAK);
      return { stratum: key.slice(0, end), pattern: key.slice(end + 1) };
    });
    const strata = [...new Set(columns.map(({ stratum }) => stratum))].sort(byCodePoint);
    const patterns = [...new Set(columns.map(({ pattern }) => pattern))].sort(byCodePoint);
    const stratumPlace = new Map(strata.map((key, index) => [key, index]));
    const patternPlace = new Map(patterns.map((pattern, index) => [pattern, index]));
    const cells = [...this.cells].map(([key, units]): readonly [number, number, number, number] => {
      const column = columns[key % COLUMNS];
      return [
        place(Math.floor(key / COLUMNS)),
        stratumPlace.get(column?.stratum ?? '') ?? 0,
        patternPlace.get(column?.pattern ?? '') ?? 0,
        units,
      ];
    });
    return {
      strata: strata.map(stratumOf),
      patterns,
      cells: cells.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
    };
  }
}

/** The kind of work as one text: channel, language, the sorted set of tags, hour. */
export function stratumKey(stratum: Stratum): string {
  const tags = [...new Set(stratum.tags)].sort(byCodePoint);
  return `${stratum.channel}${BREAK}${stratum.language}${BREAK}${JSON.stringify(tags)}${BREAK}${stratum.hour ?? ''}`;
}

function stratumOf(key: string): Stratum {
  const [channel, language = 'und', tags = '[]', hour = ''] = key.split(BREAK);
  return {
    channel: channel as Stratum['channel'],
    language,
    tags: JSON.parse(tags) as string[],
    hour: hour === '' ? null : Number(hour),
  };
}

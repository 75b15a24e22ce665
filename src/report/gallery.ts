import type { AuditedConversation } from '../model/reporter.ts';
import type { Verdict } from '../model/verdict.ts';
import { agentKey } from './agents.ts';

/** A finding as a reader sees it: what was wrong, the words, and where they stand. */
export interface Exhibit {
  readonly message: string;
  readonly conversation: string;
  readonly at_message: number;
  readonly quote: string;
  readonly file: string;
  readonly line: number | null;
}

/**
 * The findings that an output shows for each agent and rule: the `size` that cost the most points in their
 * conversation, the earlier conversation first among equals. All that a reporter keeps of the findings.
 */
export interface Gallery {
  add(conversation: AuditedConversation): void;
  shown(agent: string, rule: string): readonly Exhibit[];
}

interface Hung {
  readonly points: number;
  readonly exhibit: Exhibit;
}

export function makeGallery(size: number): Gallery {
  const rooms = new Map<string, Hung[]>();
  return {
    add({ units, scores }) {
      for (const [index, unit] of units.entries()) {
        for (const verdict of unit.verdicts) {
          if (verdict.verdict === 'fail' && verdict.suppressed === undefined) {
            const points = scores[index]?.lost.find((lost) => lost.rule === verdict.rule)?.points ?? 0;
            hang(rooms, `${agentKey(unit)}\u0000${verdict.rule}`, { points, exhibit: exhibitOf(verdict) }, size);
          }
        }
      }
    },
    shown: (agent, rule) => (rooms.get(`${agent}\u0000${rule}`) ?? []).map(({ exhibit }) => exhibit),
  };
}

function hang(rooms: Map<string, Hung[]>, key: string, hung: Hung, size: number): void {
  const room = rooms.get(key) ?? [];
  const better = room.findIndex(({ points }) => points < hung.points);
  room.splice(better === -1 ? room.length : better, 0, hung);
  rooms.set(key, room.slice(0, size));
}

function exhibitOf({ message, conversation, evidence, source }: Verdict): Exhibit {
  const first = evidence[0];
  return {
    message,
    conversation,
    at_message: first?.message ?? 0,
    quote: first?.quote ?? '',
    file: source.file,
    line: first?.line ?? source.line,
  };
}

import type { Scene } from '../../model/scene.ts';
import { parseInstant } from '../../text/instant.ts';
import type { Entry, Running, Stopwatch } from './shares.ts';

/** Clocks on earth stand between 12 hours behind UTC and 14 hours ahead of it. */
const MOST_BEHIND = 12 * 3_600_000;
const MOST_AHEAD = 14 * 3_600_000;

/** Whether the end of the record is a local time; of `--as-of`, which always names an instant, false. */
function endIsLocal({ conversation }: Scene): boolean {
  for (const time of [conversation.closed_at, conversation.exported_at]) {
    const end = time === null ? null : parseInstant(time);
    if (end !== null) {
      return end.local;
    }
  }
  return false;
}

/** A wait that nobody ended, with its age at the end of the record; it is the last agent's who took a turn. */
export function leftOpen(scene: Scene, running: Running, lastAgent: number | null, stopwatch: Stopwatch): Entry {
  const { from, kind, limit } = running;
  const owner = lastAgent ?? '(unassigned)';
  const entry = { owner, from: from.index, to: null, kind, limit } as const;
  if (from.at === null) {
    return { ...entry, ms: null, openEnded: false };
  }
  if (scene.end === null) {
    return { ...entry, ms: null, openEnded: true };
  }
  const local = endIsLocal(scene);
  if (from.local === local) {
    const begin = local ? stopwatch.instantOf(from.at) : from.at;
    const end = local ? stopwatch.instantOf(scene.end) : scene.end;
    return { ...entry, ms: stopwatch.between(begin, end), openEnded: false };
  }
  // Only one of the two bears a zone: what is certain is the least that the age can be.
  const latestBegin = local ? from.at : from.at + MOST_BEHIND;
  const earliestEnd = local ? scene.end - MOST_AHEAD : scene.end;
  const least = stopwatch.between(latestBegin, earliestEnd);
  return limit !== null && least > limit
    ? { ...entry, ms: least, openEnded: false }
    : { ...entry, ms: null, openEnded: true };
}

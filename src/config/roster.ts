import type { RosterEntry } from '../model/report.ts';
import type { UserConfig } from './schema.ts';

export type RosterLine = UserConfig['agents'][number];

/** Every id and name by which the exports may know this agent. */
export function agentWords(entry: RosterLine): string[] {
  const ids = entry.id === undefined ? [] : Array.isArray(entry.id) ? entry.id : [String(entry.id)];
  return [...ids, ...(entry.name === undefined ? [] : [entry.name]), ...entry.names];
}

/** A line of the roster as scoring needs it; `zendesk:403` is an id in one product, `403` in any. */
export function rosterEntry(entry: RosterLine): RosterEntry {
  const ids = entry.id === undefined ? [] : Array.isArray(entry.id) ? entry.id : [String(entry.id)];
  return {
    ids: ids.map((text) => {
      const at = text.indexOf(':');
      return at < 0 ? { product: null, id: text } : { product: text.slice(0, at), id: text.slice(at + 1) };
    }),
    names: [...(entry.name === undefined ? [] : [entry.name]), ...entry.names],
    team: entry.team ?? null,
    site: entry.site ?? null,
    ignore: entry.ignore,
  };
}

import { KINDS } from '../kinds/index.ts';
import type { Kind } from '../model/kind.ts';

/** The kinds by name, as packs and the corridor are handed them. */
export const KINDS_BY_NAME: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.name, kind]));

import type { DateOrder } from '../text/written-date.ts';

/** The fields that `--map FIELD=COLUMN` can name. */
export const MAP_FIELDS = [
  'conversation',
  'at',
  'role',
  'name',
  'author_id',
  'text',
  'message_id',
  'internal',
  'event',
  'product',
  'channel',
  'language',
  'status',
  'subject',
  'opened_at',
  'closed_at',
  'exported_at',
  'customer',
  'customer_id',
  'customer_email',
  'agent',
  'tags',
  'csat',
] as const;
export type MapField = (typeof MAP_FIELDS)[number];

/** What the reading stage is told; settled in `config`, no value is missing. */
export interface ReadSettings {
  /** A reader's name, or null: detected. */
  readonly inputFormat: string | null;
  /** Which column or key is which field, for the general shapes. */
  readonly map: ReadonlyMap<MapField, string>;
  /** Patterns (`*` stands for any characters) of names, addresses and ids of agents. */
  readonly agentNames: readonly string[];
  /** IANA zone for times that bear none, or null: they stay local. */
  readonly timezone: string | null;
  /** null: worked out over the file, refused where it cannot be. */
  readonly dateOrder: DateOrder | null;
  /** Messengers and mailboxes are split where nobody spoke for so long. */
  readonly sessionGapMs: number;
  /** How many bytes of records grouping may hold before it puts them aside on disk. */
  readonly memoryLimit: number;
}

export const DEFAULT_SESSION_GAP_MS = 12 * 60 * 60 * 1000;
export const DEFAULT_MEMORY_LIMIT = 6 * 1024 * 1024;

/** The settings of a run that was told nothing. */
export const DEFAULT_READ_SETTINGS: ReadSettings = {
  inputFormat: null,
  map: new Map(),
  agentNames: [],
  timezone: null,
  dateOrder: null,
  sessionGapMs: DEFAULT_SESSION_GAP_MS,
  memoryLimit: DEFAULT_MEMORY_LIMIT,
};

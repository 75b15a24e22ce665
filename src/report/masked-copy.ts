import type { AgentTokens } from './agent-tokens.ts';
import { Mask } from './mask.ts';
import { maskQuoted } from './personal-data.ts';

export interface Masking {
  readonly mask: Mask;
  readonly agents: AgentTokens;
  /** Names of files and ids of conversations that hold personal data, as they are shown. */
  readonly references: ReadonlyMap<string, string>;
}

type Way = 'keep' | 'agent' | 'reference';

/**
 * What is done with the texts under a key. A key that is not listed is masked like prose: whoever adds a field and
 * forgets this table masks too much, never too little.
 */
const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ...['type', 'schema', 'scope', 'rule', 'pack', 'verdict', 'reason', 'code', 'severity', 'channel', 'language'].map(
    (key): [string, Way] => [key, 'keep'],
  ),
  ...[
    'at',
    'fingerprint',
    'hash',
    'settings_hash',
    'conversation_hashes',
    'finding_hashes',
    'version',
    'kind',
    'format',
    'patterns',
  ].map((key): [string, Way] => [key, 'keep']),
  ...['product', 'letters', 'side', 'outcome', 'gate', 'team', 'site', 'tool', 'packs'].map((key): [string, Way] => [
    key,
    'keep',
  ]),
  ['agent', 'agent'],
  ['agent_id', 'agent'],
  ['agent_key', 'agent'],
  ['key', 'agent'],
  ['conversation', 'reference'],
  ['id', 'reference'],
  ['file', 'reference'],
]);

/** Lists whose elements are agents: there `id` and `name` are an agent's. */
const OF_AGENTS = new Set(['agents', 'breaches', 'improved', 'ids', 'roster']);

/** The same value with personal data masked in its texts; numbers, keys and order stay. */
export function maskedCopy<Value>(value: Value, masking: Masking): Value {
  return copy(value, '', false, masking) as Value;
}

function copy(value: unknown, key: string, ofAgents: boolean, masking: Masking): unknown {
  if (typeof value === 'string') {
    return maskText(value, key, ofAgents, masking);
  }
  if (Array.isArray(value)) {
    if (key === 'names' && !ofAgents) {
      return [];
    }
    return value.map((element) => copy(element, key, ofAgents, masking));
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const inside = maskingOf(value, masking);
  const aboutInput = 'type' in value && value.type === 'problem';
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      const told = aboutInput && name === 'message' && typeof held === 'string' ? maskQuoted(held) : held;
      return [name, copy(told, name, ofAgents || OF_AGENTS.has(name), inside)];
    }),
  );
}

/** A quote in a report carries the names of its own conversation. */
function maskingOf(value: object, masking: Masking): Masking {
  const names = 'names' in value && Array.isArray(value.names) ? value.names : [];
  const own = names.filter((name): name is string => typeof name === 'string');
  return own.length === 0 || 'units' in value ? masking : { ...masking, mask: new Mask(own, masking.agents.known()) };
}

function maskText(text: string, key: string, ofAgents: boolean, { mask, agents, references }: Masking): string {
  const way = ofAgents && (key === 'id' || key === 'name' || key === 'names') ? 'agent' : (WAYS.get(key) ?? 'prose');
  switch (way) {
    case 'keep':
      return text;
    case 'agent':
      return agents.shown(text);
    case 'reference':
      return references.get(text) ?? mask.reference(text);
    default:
      return mask.text(text);
  }
}

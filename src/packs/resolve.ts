import { Fault } from '../fault.ts';
import type { Pack, Phrase, Rule } from '../model/rule.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { nearest } from '../text/nearest.ts';
import { sha256Hex } from '../text/sha256.ts';
import { fitting, type Kinds, type Located, type OwnPack, packFault } from './read-pack.ts';
import { type RuleChange, ruleChangeSchema } from './schema.ts';

/**
 * Lays a pack over the one that it extends: its changes override weights, options, words and severity of inherited
 * rules or take them out, its rules and phrases are added.
 *
 * @throws Fault for a change to a rule that does not exist, or an option that the rule's kind does not have.
 */
export function resolvePack(own: OwnPack, base: Pack | null, kinds: Kinds): Pack {
  const inherited = (base?.rules ?? []).map((rule) => ({ ...rule }));
  const ids = new Set(own.rules.map(({ id }) => id));
  const rules = [...inherited.filter(({ id }) => !ids.has(id)), ...own.rules];
  const phrases = [...(base?.phrases ?? []), ...own.phrases].filter(
    (phrase) =>
      !own.removed.some(
        ({ language, act, pattern }) =>
          phrase.language === language && phrase.act === act && phrase.pattern === pattern,
      ),
  );
  const models = new Map([...(base?.models ?? []), ...own.models]);
  return sealed(own.name, own.version, changed(rules, own.changes, kinds), phrases, models, base?.prepared ?? []);
}

/** A pack with the rules' changes that the configuration or `--set` makes, under the same name and a new hash. */
export function changePack(pack: Pack, changes: readonly Located[], kinds: Kinds): Pack {
  return sealed(pack.name, pack.version, changed(pack.rules, changes, kinds), pack.phrases, pack.models, pack.prepared);
}

function sealed(
  name: string,
  version: string,
  rules: readonly Rule[],
  phrases: readonly Phrase[],
  models: Pack['models'],
  prepared: Pack['prepared'],
): Pack {
  const sorted = [...rules].sort((left, right) => byCodePoint(left.id, right.id));
  const languages = [...new Set(phrases.map(({ language }) => language))].sort();
  const judged = {
    rules: sorted.map(({ id, kind, weight, critical, severity, options }) => ({
      id,
      kind,
      weight,
      critical,
      severity,
      options,
    })),
    phrases: phrases.map(({ pattern, act, language, label }) => ({ pattern, act, language, label })),
    models: [...models].map(([language, { bytes }]) => ({
      language,
      hash: sha256Hex(bytes),
    })),
  };
  const { rules: _, ...words } = judged;
  const hashes = {
    hash: hashOf(judged),
    words_hash: hashOf(words),
    rule_hashes: Object.fromEntries(sorted.map(({ id, kind, options }) => [id, hashOf({ kind, options })])),
  };
  return { name, version, ...hashes, rules: sorted, phrases, models, prepared, languages };
}

/** `sha256:…` of a value as canonical JSON. */
export function hashOf(value: unknown): string {
  return `sha256:${sha256Hex(canonicalJson(value))}`;
}

function changed(rules: readonly Rule[], changes: readonly Located[], kinds: Kinds): Rule[] {
  const result = new Map(rules.map((rule) => [rule.id, rule]));
  for (const change of changes) {
    const rule = result.get(change.id);
    if (rule === undefined) {
      const known = [...result.keys()].sort();
      const meant = nearest(change.id, known);
      throw packFault(change.file, {
        ...change.document.placeOf(change.path, 'key'),
        message: `there is no rule "${change.id}"; the rules are ${known.join(', ')}`,
        hint: meant === null ? 'A new rule needs a "kind".' : `Did you mean "${meant}"?`,
      });
    }
    const next = apply(rule, fitting(change, ruleChangeSchema), change, kinds);
    if (next === null) {
      result.delete(change.id);
    } else {
      result.set(change.id, next);
    }
  }
  return [...result.values()];
}

function apply(rule: Rule, change: RuleChange, located: Located, kinds: Kinds): Rule | null {
  if (change === 'off') {
    return null;
  }
  if (typeof change === 'string') {
    return { ...rule, severity: change };
  }
  const kind = kinds.get(rule.kind);
  if (kind === undefined) {
    throw new Fault('unknown-kind', `the rule "${rule.id}" has the unknown kind "${rule.kind}"`);
  }
  const { options, wording, examples: _examples, ...rest } = change;
  const merged = merge(rule.written, options ?? {});
  return {
    ...rule,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    options: fitting({ ...located, value: merged, path: [...located.path, 'options'] }, kind.options),
    written: merged,
    wording: merge(rule.wording, wording ?? {}) as Rule['wording'],
  };
}

/** Mappings are merged key by key; everything else is replaced. */
function merge(base: unknown, over: unknown): unknown {
  if (!isMapping(base) || !isMapping(over)) {
    return over;
  }
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, key in over ? merge(base[key], over[key]) : base[key]]));
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with the keys of every mapping in code-point order, so that equal values have equal hashes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (isMapping(value)) {
    const parts = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

import type { BaseIssue, GenericSchema } from 'valibot';
import { nearest } from './nearest.ts';

/** A schema issue in words. */
export interface ToldIssue {
  readonly path: readonly (string | number)[];
  /** Whether the key or the value at the path is what is wrong. */
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly hint: string | undefined;
}

interface AnySchema {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly item?: AnySchema;
  readonly value?: AnySchema;
  readonly wrapped?: AnySchema;
  readonly options?: readonly AnySchema[];
  readonly pipe?: readonly AnySchema[];
}

/**
 * Says what a schema issue found and what is allowed, with the likeliest correction. `schema` is the one that the value
 * was checked against: an unknown key is answered with the keys allowed beside it.
 */
export function describeIssue(issue: BaseIssue<unknown>, schema: GenericSchema): ToldIssue {
  const real = furthest(issue, []);
  const path = real.path;
  const name = path.length === 0 ? 'the document' : path.join('.');
  if (real.issue.type === 'strict_object' && real.issue.expected === 'never') {
    const key = String(path.at(-1));
    const allowed = keysAt(schema as AnySchema, path.slice(0, -1));
    const meant = nearest(key, allowed);
    return {
      path,
      at: 'key',
      message: `unknown key "${key}"; allowed here: ${allowed.join(', ')}`,
      hint: meant === null ? undefined : `Did you mean "${meant}"?`,
    };
  }
  if (real.issue.received === 'undefined') {
    return { path: path.slice(0, -1), at: 'value', message: `"${name}" is missing here`, hint: undefined };
  }
  if (real.issue.kind === 'schema') {
    const expected = real.issue.expected ?? '';
    const meant = nearest(unquoted(real.issue.received), expected.split(' | ').map(unquoted));
    return {
      path,
      at: 'value',
      message: `"${name}" is ${inWords(real.issue.received)}; expected ${inWords(expected)}`,
      hint: meant === null ? undefined : `Did you mean "${meant}"?`,
    };
  }
  return {
    path,
    at: 'value',
    message: `"${name}" is ${inWords(real.issue.received)}: ${real.issue.message}`,
    hint: undefined,
  };
}

interface Located {
  readonly issue: BaseIssue<unknown>;
  readonly path: (string | number)[];
}

/** Of a union's alternatives, the one that got furthest into the value says what is really wrong. */
function furthest(issue: BaseIssue<unknown>, before: readonly (string | number)[]): Located {
  const path = [...before, ...(issue.path ?? []).map((step) => step.key as string | number)];
  let best: Located = { issue, path };
  for (const inner of issue.issues ?? []) {
    const candidate = furthest(inner, path);
    if (candidate.path.length > best.path.length) {
      best = candidate;
    }
  }
  return best;
}

/** The keys that any alternative allows at a path. */
function keysAt(schema: AnySchema | undefined, path: readonly (string | number)[]): string[] {
  if (schema === undefined) {
    return [];
  }
  const inner = [...(schema.options ?? []), ...(schema.pipe ?? []).filter((step) => step !== schema)];
  if (schema.wrapped !== undefined) {
    inner.push(schema.wrapped);
  }
  const found = inner.filter((step) => typeof step === 'object').flatMap((step) => keysAt(step, path));
  const [step, ...rest] = path;
  if (step === undefined) {
    return [...new Set([...Object.keys(schema.entries ?? {}), ...found])];
  }
  const child = schema.entries?.[String(step)] ?? schema.item ?? (schema.type === 'record' ? schema.value : undefined);
  return [...new Set([...keysAt(child, rest), ...found])];
}

const unquoted = (text: string): string => text.replace(/^[("]+|[)"]+$/g, '');

const PLAIN: Readonly<Record<string, string>> = {
  Object: 'a mapping',
  Array: 'a list',
  undefined: 'nothing',
  null: 'empty',
};

function inWords(type: string): string {
  const options = type
    .replace(/^\((.*)\)$/, '$1')
    .split(' | ')
    .filter((option, _, all) => option !== 'undefined' || all.length === 1)
    .map((option) => PLAIN[option] ?? option);
  return options.length > 1 ? `one of ${options.join(', ')}` : (options[0] ?? type);
}

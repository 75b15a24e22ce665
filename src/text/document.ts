import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { describeIssue } from './schema-issue.ts';

/** Where something stands in a document. Lines and columns count from 1; `text` is the whole line. */
export interface DocumentPlace {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What is wrong with a document, in words that say what was found and what was expected. */
export interface DocumentFault extends DocumentPlace {
  readonly message: string;
  readonly hint: string | undefined;
}

export type Path = readonly (string | number)[];

/** A YAML (or JSON, its subset) text that knows where each of its values stands. */
export interface YamlDocument {
  readonly value: unknown;
  placeOf(path: Path, what?: 'key' | 'value'): DocumentPlace;
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: DocumentFault };

/** Parses YAML 1.2 text; duplicate keys and broken syntax are faults with their place. */
export function parseYaml(text: string): Checked<YamlDocument> {
  const counter = new LineCounter();
  const lines = text.split(/\r?\n/);
  const placeAt = (offset: number): DocumentPlace => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), text: lines[Math.max(line, 1) - 1] ?? '' };
  };
  const parsed = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const error = parsed.errors[0];
  if (error !== undefined) {
    const message = `this is not valid YAML: ${error.message}`;
    return { ok: false, fault: { ...placeAt(error.pos[0]), message, hint: undefined } };
  }
  let value: unknown;
  try {
    // A short document can expand without end through aliases of aliases.
    value = parsed.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    const message = `this YAML cannot be resolved: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { ok: false, fault: { ...placeAt(0), message, hint: undefined } };
  }
  const placeOf = (path: Path, what: 'key' | 'value' = 'value'): DocumentPlace =>
    placeAt(offsetOf(parsed.contents, path, what));
  return { ok: true, value: { value, placeOf } };
}

/** The offset of the value (or key) at a path; of the nearest thing around it where the path leads nowhere. */
function offsetOf(contents: unknown, path: Path, what: 'key' | 'value'): number {
  let node = contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) {
        return offset;
      }
      const key = pair.key as Node;
      const child = pair.value as Node | null;
      const wantsKey = what === 'key' && depth === path.length - 1;
      offset = (wantsKey ? key.range?.[0] : (child?.range?.[0] ?? key.range?.[0])) ?? offset;
      node = child;
    } else {
      const child = (node as { items?: Node[] } | null)?.items?.[Number(step)];
      if (child === undefined) {
        return offset;
      }
      offset = child.range?.[0] ?? offset;
      node = child;
    }
  }
  return offset;
}

/**
 * Checks a document, or the part of it at `path`, against a schema. The first thing that does not fit is returned with
 * its place, what was found and what is allowed.
 */
export function checkDocument<Schema extends GenericSchema>(
  document: YamlDocument,
  schema: Schema,
  value: unknown = document.value,
  path: Path = [],
): Checked<InferOutput<Schema>> {
  const result = safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) {
    return { ok: true, value: result.output };
  }
  // A misspelt key is unknown and leaves the right one missing: the misspelling is the fault.
  const stranger = result.issues.find(({ type, expected }) => type === 'strict_object' && expected === 'never');
  const told = describeIssue(stranger ?? result.issues[0], schema);
  const place = document.placeOf([...path, ...told.path], told.at);
  return { ok: false, fault: { ...place, message: told.message, hint: told.hint } };
}

/**
 * Reading values of which nothing is known yet: every question has an answer, whatever the export holds. Only own keys
 * are seen, so a record cannot reach a prototype.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function fieldOf(value: unknown, key: string): unknown {
  const object = objectOf(value);
  return object !== null && Object.hasOwn(object, key) ? object[key] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or null; an empty one is null too. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An id: exports write the same one as a number here and as a text there. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return String(value);
  }
  return textOf(value);
}

export function textField(value: unknown, key: string): string | null {
  return textOf(fieldOf(value, key));
}

export function idField(value: unknown, key: string): string | null {
  return idOf(fieldOf(value, key));
}

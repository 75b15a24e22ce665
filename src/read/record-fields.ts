import { plainName, synonymsOf } from './fields.ts';
import { idOf, objectOf } from './json-values.ts';
import type { MapField, ReadSettings } from './settings.ts';

/** A value with the plain name of its key. */
export interface Named {
  readonly key: string;
  readonly value: unknown;
}

/** The fields of a JSON record by their usual names, or by the user's. Keys within one key count: `author.name`. */
export class RecordFields {
  readonly #byName = new Map<string, unknown>();
  readonly #byPath = new Map<string, unknown>();
  readonly #map: ReadSettings['map'];

  constructor(value: unknown, map: ReadSettings['map']) {
    this.#map = map;
    for (const [key, outer] of Object.entries(objectOf(value) ?? {})) {
      this.#keep(key, outer);
      for (const [innerKey, inner] of Object.entries(objectOf(outer) ?? {})) {
        this.#keep(`${key}.${innerKey}`, inner);
      }
    }
  }

  /** The values that may be the field, likeliest first. */
  all(field: MapField): readonly Named[] {
    const path = this.#map.get(field);
    if (path !== undefined) {
      return this.#byPath.has(path) ? [{ key: plainName(path), value: this.#byPath.get(path) }] : [];
    }
    return synonymsOf(field)
      .filter((key) => isGiven(this.#byName.get(key)))
      .map((key) => ({ key, value: this.#byName.get(key) }));
  }

  raw(field: MapField): unknown {
    return this.all(field)[0]?.value ?? null;
  }

  /** The first that is a text. */
  text(field: MapField): string | null {
    const found = this.all(field).find(({ value }) => typeof value === 'string' && value !== '');
    return typeof found?.value === 'string' ? found.value : null;
  }

  id(field: MapField): string | null {
    for (const { value } of this.all(field)) {
      const id = idOf(value);
      if (id !== null) {
        return id;
      }
    }
    return null;
  }

  /** True where the record has the key, `author.name` for one within another. */
  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** True where the key says the opposite of the field: `public` of `internal`. */
  isNegated(field: MapField): boolean {
    return /public|публич/.test(this.all(field)[0]?.key ?? '');
  }

  #keep(path: string, value: unknown): void {
    this.#byPath.set(path, value);
    const name = plainName(path);
    if (!this.#byName.has(name)) {
      this.#byName.set(name, value);
    }
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

import { byCodePoint } from '../text/code-point-order.ts';

type Key = string | number | null;

function compareKeys(left: Key, right: Key): number {
  if (left === right) {
    return 0;
  }
  if (left === null || right === null) {
    return left === null ? -1 : 1;
  }
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return byCodePoint(left, right);
  }
  return typeof left === 'number' ? -1 : 1;
}

/** A comparison by several keys in turn; null comes first, numbers before texts. */
export function byKeys<T>(keys: (value: T) => readonly Key[]): (left: T, right: T) => number {
  return (left, right) => {
    const a = keys(left);
    const b = keys(right);
    for (const [index, key] of a.entries()) {
      const difference = compareKeys(key, b[index] ?? null);
      if (difference !== 0) {
        return difference;
      }
    }
    return 0;
  };
}

/** Keeps the first few of a stream by a total order: mergeable, in bounded memory. */
export class FirstFew<T> {
  private readonly limit: number;
  private readonly compare: (left: T, right: T) => number;
  private readonly kept: T[] = [];

  constructor(limit: number, compare: (left: T, right: T) => number) {
    this.limit = limit;
    this.compare = compare;
  }

  /** Whether something with such a key would be kept: asked before the whole value is made. */
  admits<K>(key: K, compare: (key: K, kept: T) => number): boolean {
    const last = this.kept[this.kept.length - 1];
    return this.kept.length < this.limit || last === undefined || compare(key, last) < 0;
  }

  add(value: T): void {
    const last = this.kept.at(-1);
    if (this.kept.length >= this.limit && last !== undefined && this.compare(value, last) >= 0) {
      return;
    }
    let place = this.kept.length;
    while (place > 0 && this.compare(value, this.kept[place - 1] as T) < 0) {
      place -= 1;
    }
    this.kept.splice(place, 0, value);
    if (this.kept.length > this.limit) {
      this.kept.pop();
    }
  }

  values(): readonly T[] {
    return this.kept;
  }
}

import { Fault } from '../fault.ts';
import { nearest } from '../text/nearest.ts';
import { isZone } from '../text/zone.ts';
import { configFault, type ReadConfig } from './read-config.ts';
import type { UserConfig } from './schema.ts';

type Setting = keyof UserConfig;

/** Where a value came from, so that its fault says so. */
export interface Where {
  fail(message: string, hint?: string): never;
}

/** Knows for each value whether a flag or the configuration gave it. */
export class Origin {
  private readonly read: ReadConfig;

  constructor(read: ReadConfig) {
    this.read = read;
  }

  of(given: string | null, flag: string, key: Setting): Where {
    return given === null ? this.config(key) : this.flag(flag);
  }

  flag(name: string): Where {
    return {
      fail(message, hint) {
        throw new Fault('bad-flag', `${name}: ${message}`, hint === undefined ? {} : { hint });
      },
    };
  }

  config(...path: (string | number)[]): Where {
    const { file, document } = this.read;
    return {
      fail(message, hint) {
        const place = document?.placeOf(path) ?? { line: 1, column: 1, text: '' };
        throw configFault(file ?? 'the configuration', { ...place, message: `"${path.join('.')}": ${message}`, hint });
      },
    };
  }
}

/** A zone that exists, or the fault of whoever named it. */
export function checkedZone(zone: string | null, where: Where): string | null {
  if (zone !== null && !isZone(zone)) {
    where.fail(`"${zone}" is no time zone; expected an IANA name like Europe/Berlin or UTC`);
  }
  return zone;
}

/** One of the allowed names, or a fault with the likeliest of them. */
export function oneOf<Name extends string>(given: string | null, allowed: readonly Name[], flag: string): Name | null {
  if (given === null) {
    return null;
  }
  const found = allowed.find((name) => name === given);
  if (found === undefined) {
    const meant = nearest(given, allowed);
    throw new Fault(
      'bad-flag',
      `${flag}: "${given}" is not known; expected one of ${allowed.join(', ')}`,
      meant === null ? {} : { hint: `Did you mean "${meant}"?` },
    );
  }
  return found;
}

/** Splits `NAME=VALUE` at the first equals sign. */
export function pair(text: string, flag: string, example: string): [string, string] {
  const at = text.indexOf('=');
  if (at <= 0 || at === text.length - 1) {
    throw new Fault('bad-flag', `${flag}: "${text}" is not of the form ${example}`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

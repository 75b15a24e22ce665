import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import type { Accuracy, MeasuredRule } from '../model/accuracy.ts';
import { shippedRules } from './pack-files.ts';

/**
 * The measured figures of the shipped packs, by pack and rule. A pack without figures has none.
 *
 * @throws Fault where the figures of a shipped pack are damaged
 */
export async function shippedAccuracy(pack: string): Promise<ReadonlyMap<string, MeasuredRule>> {
  const file = join(shippedRules(), pack, 'accuracy.json');
  if (!/^[a-z][a-z0-9-]*$/.test(pack) || !existsSync(file)) {
    return new Map();
  }
  try {
    const { rules } = JSON.parse(await readFile(file, 'utf8')) as Accuracy;
    return new Map(rules.map((rule) => [rule.rule, rule]));
  } catch (cause) {
    throw new Fault('broken-installation', `the figures of the pack "${pack}" cannot be read`, {
      hint: 'Install transcript-audit again.',
      cause,
    });
  }
}

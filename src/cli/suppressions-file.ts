import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import { type Suppression, suppressionsOf, suppressionsSchema } from '../model/suppression.ts';
import { checkDocument, parseYaml } from '../text/document.ts';

/**
 * Reads the file of suppressions and disputes.
 *
 * @param folder where a relative path starts
 * @throws Fault `bad-suppressions` with file, line and column at the first thing that does not fit
 */
export async function readSuppressions(path: string | null, folder: string, cwd: string): Promise<Suppression[]> {
  if (path === null) {
    return [];
  }
  const whole = resolve(folder, path);
  const shown = relative(cwd, whole).replaceAll('\\', '/');
  const text = await readFile(whole, 'utf8').catch((cause: unknown) => {
    throw new Fault('bad-suppressions', `the file of suppressions ${shown} cannot be read`, { cause });
  });
  const parsed = parseYaml(text);
  const checked = parsed.ok ? checkDocument(parsed.value, suppressionsSchema, parsed.value.value ?? {}) : parsed;
  if (!parsed.ok || !checked.ok) {
    const { fault } = checked as Extract<typeof checked, { ok: false }>;
    const place = { file: shown, line: fault.line, column: fault.column, text: fault.text };
    throw new Fault('bad-suppressions', fault.message, {
      place,
      ...(fault.hint === undefined ? {} : { hint: fault.hint }),
    });
  }
  return suppressionsOf(checked.value, shown, (list, index) => parsed.value.placeOf([list, index]).line);
}

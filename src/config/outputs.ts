import { nearest } from '../text/nearest.ts';
import type { Where } from './origin.ts';
import type { Output } from './settings.ts';

/** What to print where; `terminal` on standard output where nothing else goes there. `known` lists the outputs' names. */
export function readOutputs(formats: readonly string[], known: readonly string[], where: Where): Output[] {
  const outputs = formats.map((text): Output => {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    if (!known.includes(name)) {
      const meant = nearest(name, known);
      where.fail(
        `"${name}" is no output; expected one of ${known.join(', ')}`,
        meant === null ? undefined : `Did you mean "${meant}"?`,
      );
    }
    if (at === text.length - 1) {
      where.fail(`"${text}" names no file after the equals sign`);
    }
    return { name, file: at < 0 || text.slice(at + 1) === '-' ? null : text.slice(at + 1) };
  });
  if (outputs.filter(({ file }) => file === null).length > 1) {
    where.fail('two outputs go to standard output; give all but one a file, as in --format json=report.json');
  }
  const files = outputs.flatMap(({ file }) => (file === null ? [] : [file]));
  if (new Set(files).size < files.length) {
    where.fail('two outputs go to the same file');
  }
  return outputs.some(({ file }) => file === null) ? outputs : [...outputs, { name: 'terminal', file: null }];
}

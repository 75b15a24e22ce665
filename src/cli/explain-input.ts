import type { Settings } from '../config/settings.ts';
import { TemporaryFolder } from '../io/temporary.ts';
import { explainInput } from '../read/explain.ts';
import { visible } from '../report/visible.ts';
import { COMMANDS } from './names.ts';
import { readSettings, sourcesOf } from './session.ts';
import { EXIT, type Terminal } from './terminal.ts';

/** `--explain-input`: what each file was taken for and why, instead of the work itself. */
export async function explain(paths: readonly string[], terminal: Terminal, settings: Settings): Promise<number> {
  const folder = new TemporaryFolder();
  try {
    const sources = await sourcesOf(paths, terminal, folder, COMMANDS);
    const each = (async function* () {
      yield* sources;
    })();
    for await (const line of explainInput(each, readSettings(settings))) {
      terminal.stdout.write(`${visible(line)}\n`);
    }
  } finally {
    await folder.remove();
  }
  return EXIT.done;
}

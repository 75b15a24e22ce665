import { compareText } from '../report/compare.ts';
import { compareReports } from '../score/compare.ts';
import type { CommandOrder } from './command.ts';
import { readReport } from './report-file.ts';
import { EXIT } from './terminal.ts';

/** `compare`: what changed from the old report to the new one, for whom, beyond noise or not. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const [old = '', now = ''] = words;
  const comparison = compareReports(await readReport(old, terminal.cwd()), await readReport(now, terminal.cwd()));
  terminal.stdout.write(
    options['json'] === true ? `${JSON.stringify(comparison, null, 2)}\n` : compareText(comparison),
  );
  return EXIT.done;
}

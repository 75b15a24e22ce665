import { compareText } from '../report/compare.ts';
import { compareMarkdown } from '../report/compare-markdown.ts';
import { compareReports } from '../score/compare.ts';
import type { CommandOrder } from './command.ts';
import { readReport } from './report-file.ts';
import { EXIT } from './terminal.ts';

/** `compare`: what changed from the old report to the new one, for whom, beyond noise or not. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const [old = '', now = ''] = words;
  const comparison = compareReports(await readReport(old, terminal.cwd()), await readReport(now, terminal.cwd()));
  if (options['json'] === true) {
    terminal.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  } else {
    terminal.stdout.write(options['markdown'] === true ? compareMarkdown(comparison) : compareText(comparison));
  }
  return EXIT.done;
}

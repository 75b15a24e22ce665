import type { Writable } from 'node:stream';
import { Fault } from '../fault.ts';
import { openStream } from '../io/out.ts';
import { REPORTERS } from '../report/index.ts';
import { PLAIN } from '../report/paint.ts';
import { WORDS } from '../report/words.ts';
import { mergeReports } from '../score/merge.ts';
import type { CommandOrder } from './command.ts';
import { readReport } from './report-file.ts';
import { EXIT } from './terminal.ts';

/** `merge`: the reports of parts as the report of the whole, as `--format json` prints it. */
export async function run({ terminal, words }: CommandOrder): Promise<number> {
  if (words.length === 0) {
    throw new Fault('no-reports', 'there is nothing to merge', {
      hint: 'Name the JSON reports: transcript-audit merge a.json b.json',
    });
  }
  const reports = await Promise.all(
    words.map(async (name) => ({ name, report: await readReport(name, terminal.cwd()) })),
  );
  const merged = mergeReports(reports);
  const reporter = REPORTERS.json({ width: 80, paint: PLAIN, withConversations: false, rules: [], words: WORDS.en });
  const sink = openStream(terminal.stdout as Writable, '<stdout>');
  for (const piece of [...reporter.head(merged.run), ...reporter.tail(merged)]) {
    await sink.write(piece);
  }
  await sink.finish();
  return EXIT.done;
}

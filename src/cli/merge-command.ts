import type { Writable } from 'node:stream';
import { Fault } from '../fault.ts';
import { openStream } from '../io/out.ts';
import type { AuditedConversation } from '../model/reporter.ts';
import type { Unit, Verdict } from '../model/verdict.ts';
import { REPORTERS } from '../report/index.ts';
import { PLAIN } from '../report/paint.ts';
import { WORDS } from '../report/words.ts';
import { mergeReports } from '../score/merge.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import type { CommandOrder } from './command.ts';
import { readWholeReport, type WholeReport } from './report-file.ts';
import { EXIT, type Terminal } from './terminal.ts';

/** `merge`: the reports of parts as the report of the whole, as `--format json` prints it. */
export async function run({ terminal, words }: CommandOrder): Promise<number> {
  if (words.length === 0) {
    throw new Fault('no-reports', 'there is nothing to merge', {
      hint: 'Name the JSON reports: transcript-audit merge a.json b.json',
    });
  }
  const parts = await Promise.all(
    words.map(async (name) => ({ name, ...(await readWholeReport(name, terminal.cwd())) })),
  );
  const merged = mergeReports(parts);
  const conversations = conversationsOf(parts, terminal);
  const reporter = REPORTERS.json({
    ...{ width: 80, paint: PLAIN, rules: [], words: WORDS.en },
    withConversations: conversations !== null,
  });
  const sink = openStream(terminal.stdout as Writable, '<stdout>');
  for (const piece of reporter.head(merged.run)) {
    await sink.write(piece);
  }
  for (const conversation of conversations ?? []) {
    for (const piece of reporter.conversation(conversation)) {
      await sink.write(piece);
    }
  }
  for (const piece of reporter.tail(merged)) {
    await sink.write(piece);
  }
  await sink.finish();
  return EXIT.done;
}

/** All conversations in the order of one audit, by file; null where any part was written without them. */
function conversationsOf(parts: readonly WholeReport[], { stderr }: Terminal): AuditedConversation[] | null {
  const stored = parts.flatMap(({ conversations }) => conversations ?? []);
  if (parts.some(({ conversations }) => conversations === null)) {
    if (stored.length > 0) {
      stderr.write('notice: not every report holds its conversations, so the merged one holds none\n');
    }
    return null;
  }
  return stored
    .sort((left, right) => byCodePoint(left.source.file, right.source.file))
    .map(({ verdicts, ...conversation }) => ({ ...conversation, names: [], units: [unitOf(verdicts)] }));
}

/** The verdicts of a conversation as one unit: the document writes them one after another. */
function unitOf(verdicts: readonly Verdict[]): Unit {
  return { agent_key: '', agent: null, agent_id: null, pseudo: false, verdicts, first_reply_ms: [] };
}

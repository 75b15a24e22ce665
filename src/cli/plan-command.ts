import { audit } from '../audit.ts';
import { Fault } from '../fault.ts';
import type { Report } from '../model/report.ts';
import { planText } from '../report/plan.ts';
import { planSample } from '../score/plan.ts';
import { auditOrder } from './audit-order.ts';
import type { CommandOrder } from './command.ts';
import { judging } from './jobs.ts';
import { COMMANDS } from './names.ts';
import { packsInUse } from './packs-in-use.ts';
import { readReport } from './report-file.ts';
import { openReading, openSession } from './session.ts';
import { EXIT, widthOf } from './terminal.ts';

/** `plan`: how many conversations per agent it takes to tell a difference of so many points, and who lacks how many. */
export async function run(order: CommandOrder): Promise<number> {
  const { terminal, options } = order;
  const margin = Number(options['margin']);
  if (!Number.isFinite(margin)) {
    throw new Fault('bad-flag', `--margin: "${String(options['margin'])}" is no number of points`);
  }
  const plan = planSample(await reportOf(order), margin);
  terminal.stdout.write(
    options['json'] === true ? `${JSON.stringify(plan, null, 2)}\n` : planText(plan, widthOf(terminal)),
  );
  return EXIT.done;
}

/** The report to plan from: one given as JSON, else that of the transcripts given. */
async function reportOf({ terminal, words, options }: CommandOrder): Promise<Report> {
  const given = options['report'];
  if (typeof given === 'string') {
    return readReport(given, terminal.cwd());
  }
  const session = await openSession(terminal, options);
  const packs = await packsInUse(session.settings, terminal.cwd());
  const open = await openReading(words, terminal, session.settings, COMMANDS);
  try {
    const order = await auditOrder(session, packs, open, terminal);
    const running = audit({ ...order, ...judging(session.settings, packs, order.wording) });
    for await (const _ of running) {
      // Only the counts are wanted; the stream fills them.
    }
    return running.report(open.problems);
  } finally {
    await open.close();
  }
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { audit } from '../audit.ts';
import type { Settings } from '../config/settings.ts';
import { Fault } from '../fault.ts';
import { openStream, type StreamSink } from '../io/out.ts';
import { openWhole, type TextSink, writeWhole } from '../io/write.ts';
import type { GateResult } from '../model/gate.ts';
import type { Report } from '../model/report.ts';
import type { Paint, Reporter } from '../model/reporter.ts';
import type { Pack } from '../model/rule.ts';
import { rescoringText } from '../report/compare.ts';
import { gateSentence } from '../report/gate-sentence.ts';
import { REPORTERS } from '../report/index.ts';
import { knownFindings, marking } from '../report/known-findings.ts';
import type { ReportName } from '../report/names.ts';
import { isRedacted } from '../report/names.ts';
import { PLAIN } from '../report/paint.ts';
import type { ReportSettings } from '../report/settings.ts';
import { visible } from '../report/visible.ts';
import { WORDS } from '../report/words.ts';
import { rescoring } from '../score/rescore.ts';
import { auditOrder } from './audit-order.ts';
import type { CommandOrder } from './command.ts';
import { endOfReading } from './end-of-reading.ts';
import { explain } from './explain-input.ts';
import { gateResults } from './gates.ts';
import { judging } from './jobs.ts';
import { COMMANDS } from './names.ts';
import type { GivenOptions } from './options.ts';
import { packsInUse } from './packs-in-use.ts';
import { makePaint } from './paint.ts';
import { Progress } from './progress.ts';
import { readReport } from './report-file.ts';
import { meetConversations, watchRunLength } from './run-length.ts';
import { nothingUsable, openReading, openSession, type Session } from './session.ts';
import { EXIT, type Terminal, widthOf } from './terminal.ts';

/** One output at work: a reporter and where its text goes. */
interface Writing {
  readonly name: ReportName;
  readonly reporter: Reporter;
  readonly sink: TextSink;
}

/** `audit`: reads, judges, scores and reports, then looks at the gates. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  watchRunLength();
  const session = await openSession(terminal, options);
  const { settings } = session;
  if (options['printConfig'] === true) {
    terminal.stdout.write(`${JSON.stringify(printable(settings), null, 2)}\n`);
    return EXIT.done;
  }
  if (options['explainInput'] === true) {
    return explain(words, terminal, settings);
  }
  const packs = await packsInUse(settings, terminal.cwd());
  checkGatedRules(settings, packs);
  const baselinePath = baselineOf(session, options, terminal);
  const baseline = baselinePath === null ? null : await readBaseline(baselinePath, terminal, options);
  const quiet = options['quiet'] === true;
  const progress = new Progress(terminal, quiet);
  const open = await openReading(words, terminal, settings, COMMANDS);
  const writings = await openWritings(settings, packs, baseline, terminal, options);
  const stdout = writings.find(({ sink }) => 'closed' in sink)?.sink as StreamSink | undefined;
  try {
    const order = await auditOrder(session, packs, open, terminal);
    const running = audit({ ...order, ...judging(settings, packs, order.wording) });
    await writeAll(writings, ({ reporter }) => reporter.head(order.run));
    for await (const conversation of running) {
      progress.step(running.met);
      meetConversations(running.met);
      await writeAll(writings, ({ reporter }) => reporter.conversation(conversation));
      if (stdout?.closed === true && writings.length === 1) {
        return EXIT.done;
      }
    }
    const report = running.report(open.problems);
    const gates = gateResults(report, baseline, settings, open.reading.files);
    progress.stop();
    const sidesUnknown = running.met > 0 && report.counts.left_out.unknown_roles === running.met;
    if (sidesUnknown || nothingUsable(open.reading)) {
      // A report of nothing would look like a report: there is none.
      await Promise.all(writings.map(({ sink }) => sink.abandon()));
      endOfReading(open, terminal, settings, { quiet, unknownRoles: 'problem' });
      return EXIT.notDone;
    }
    await writeAll(writings, ({ reporter }) => reporter.tail(report, gates));
    for (const { sink } of writings) {
      await sink.finish();
    }
    // The report's list also says which suppressions ran out or matched nothing.
    const told = { reading: open.reading, problems: report.problems };
    const code = endOfReading(told, terminal, settings, { quiet, unknownRoles: 'problem' });
    tellGates(gates, baseline, report, terminal);
    if (options['updateBaseline'] === true && baselinePath !== null) {
      await writeBaseline(baselinePath, report, settings, packs);
    }
    const broken = gates.some(({ outcome }) => outcome === 'not-kept');
    return code !== EXIT.done ? code : broken ? EXIT.gateNotKept : EXIT.done;
  } catch (error) {
    for (const { sink } of writings) {
      await sink.abandon();
    }
    throw error;
  } finally {
    progress.stop();
    await open.close();
  }
}

async function writeAll(writings: readonly Writing[], pieces: (writing: Writing) => Iterable<string>): Promise<void> {
  for (const writing of writings) {
    for (const piece of pieces(writing)) {
      await writing.sink.write(piece);
    }
  }
}

/** Gates on standard error too: whatever goes to files, what failed a job is on its screen. */
function tellGates(gates: readonly GateResult[], baseline: Report | null, report: Report, { stderr }: Terminal): void {
  for (const gate of gates) {
    stderr.write(`gate: ${visible(gateSentence(gate))}\n`);
  }
  const moved = baseline === null ? null : rescoring(baseline, report);
  if (moved !== null && (moved.differences.length > 0 || moved.agents.length > 0)) {
    stderr.write(rescoringText(moved));
  }
}

/** A path after --baseline starts from the working directory, one in the configuration from the configuration's folder. */
function baselineOf({ settings, found }: Session, options: GivenOptions, terminal: Terminal): string | null {
  const { baseline } = settings.gates;
  const from = typeof options['baseline'] === 'string' ? terminal.cwd() : found.folder;
  return baseline === null ? null : resolve(from, baseline);
}

/** The baseline of an earlier run; with --update-baseline it may be missing the first time. */
async function readBaseline(path: string, terminal: Terminal, options: GivenOptions): Promise<Report | null> {
  if (options['updateBaseline'] === true && !existsSync(path)) {
    return null;
  }
  return readReport(path, terminal.cwd());
}

/** The new report, as `--format json` prints it, in place of the old baseline. */
async function writeBaseline(path: string, report: Report, settings: Settings, packs: readonly Pack[]): Promise<void> {
  const reporter = REPORTERS.json(reportSettings(settings, packs, 80, PLAIN));
  await writeWhole(path, [...reporter.head(report.run), ...reporter.tail(report)]);
}

/** Opens the outputs before any work, so that one that cannot be written is known at once. */
async function openWritings(
  settings: Settings,
  packs: readonly Pack[],
  baseline: Report | null,
  terminal: Terminal,
  options: GivenOptions,
): Promise<Writing[]> {
  const writings: Writing[] = [];
  const known = baseline === null ? null : knownFindings(baseline.counts.finding_hashes);
  for (const { name, file } of settings.outputs) {
    const [width, paint] = file === null ? [widthOf(terminal), await makePaint(terminal, options)] : [100, PLAIN];
    const bare = REPORTERS[name as ReportName](reportSettings(settings, packs, width, paint));
    const plain = known === null ? bare : marking(bare, known);
    const onScreen = file === null && terminal.stdout.isTTY === true;
    const masked = isRedacted(name as ReportName, settings.redact, onScreen);
    const reporter = masked ? await redacted(plain, settings) : plain;
    const sink = file === null ? openStream(terminal.stdout as Writable, '<stdout>') : await openWhole(file);
    writings.push({ name: name as ReportName, reporter, sink });
  }
  return writings;
}

/** Masking has much to get ready, and outputs for programs are not masked. */
async function redacted(reporter: Reporter, settings: Settings): Promise<Reporter> {
  const { redacting } = await import('../report/redact.ts');
  return redacting(reporter, { agents: settings.redactAgents });
}

function reportSettings(settings: Settings, packs: readonly Pack[], width: number, paint: Paint): ReportSettings {
  const rules = packs.flatMap((pack) => pack.rules);
  return { width, paint, withConversations: settings.withConversations, rules, words: WORDS.en };
}

function checkGatedRules({ gates }: Settings, packs: readonly Pack[]): void {
  const known = packs.flatMap(({ rules }) => rules.map(({ id }) => id)).sort();
  for (const { rule } of gates.max) {
    if (!known.includes(rule)) {
      throw new Fault('bad-flag', `--max: there is no rule "${rule}"; the rules are ${known.join(', ')}`);
    }
  }
}

/** The settings as JSON: maps as mappings, wishes as what they wish. */
function printable(settings: Settings): unknown {
  return {
    ...settings,
    ruleWishes: settings.ruleWishes.map(({ id, value, file }) => ({ id, value, file })),
    read: { ...settings.read, map: Object.fromEntries(settings.read.map) },
    score: { ...settings.score, since: Object.fromEntries(settings.score.since) },
  };
}

import type { Writable } from 'node:stream';
import { audit } from '../audit.ts';
import type { Settings } from '../config/settings.ts';
import { Fault } from '../fault.ts';
import { openStream, type StreamSink } from '../io/out.ts';
import { openWhole, type TextSink } from '../io/write.ts';
import type { Scoring } from '../model/report.ts';
import type { Reporter } from '../model/reporter.ts';
import type { Pack } from '../model/rule.ts';
import { REPORTERS } from '../report/index.ts';
import type { ReportName } from '../report/names.ts';
import { PLAIN } from '../report/paint.ts';
import { WORDS } from '../report/words.ts';
import type { CommandOrder } from './command.ts';
import { endOfReading } from './end-of-reading.ts';
import { sceneSettings } from './hearing.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { COMMANDS } from './names.ts';
import type { GivenOptions } from './options.ts';
import { packsInUse } from './packs-in-use.ts';
import { makePaint } from './paint.ts';
import { Progress } from './progress.ts';
import { describeRun, openReading, openSession } from './session.ts';
import { EXIT, type Terminal, widthOf } from './terminal.ts';

/** One output at work: a reporter and where its text goes. */
interface Writing {
  readonly name: ReportName;
  readonly reporter: Reporter;
  readonly sink: TextSink;
}

/** `audit`: reads, judges, scores and reports, then looks at the gates. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const { settings } = await openSession(terminal, options);
  if (options['printConfig'] === true) {
    terminal.stdout.write(`${JSON.stringify(printable(settings), null, 2)}\n`);
    return EXIT.done;
  }
  const packs = await packsInUse(settings, terminal.cwd());
  checkGatedRules(settings, packs);
  const quiet = options['quiet'] === true;
  const progress = new Progress(terminal, quiet);
  const open = await openReading(words, terminal, settings, COMMANDS);
  const writings = await openWritings(settings, packs, terminal, options);
  const stdout = writings.find(({ sink }) => 'closed' in sink)?.sink as StreamSink | undefined;
  try {
    const running = audit({
      run: describeRun(settings, packs, settings.redact === true),
      conversations: open.reading,
      packs,
      kinds: KINDS_BY_NAME,
      judge: { calendar: settings.judge.calendar },
      scene: await sceneSettings(settings, packs),
      select: {
        ...settings.selection,
        eligible: settings.eligibility,
        assumeChannel: settings.judge.assumeChannel,
        zone: settings.judge.zone,
        agentSince: settings.score.since,
      },
      scoring: scoringOf(settings, packs),
      wording: 'en',
      tell: (problem) => open.problems.push(problem),
    });
    const head = describeRun(settings, packs, settings.redact === true);
    await writeAll(writings, ({ reporter }) => reporter.head(head));
    for await (const conversation of running) {
      progress.step(running.met);
      await writeAll(writings, ({ reporter }) => reporter.conversation(conversation));
      if (stdout?.closed === true && writings.length === 1) {
        return EXIT.done;
      }
    }
    const report = running.report(open.problems);
    await writeAll(writings, ({ reporter }) => reporter.tail(report));
    progress.stop();
    for (const { sink } of writings) {
      await sink.finish();
    }
    return endOfReading(open, terminal, settings, { quiet, unknownRoles: 'problem' });
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

/** Opens the outputs before any work, so that one that cannot be written is known at once. */
async function openWritings(
  settings: Settings,
  packs: readonly Pack[],
  terminal: Terminal,
  options: GivenOptions,
): Promise<Writing[]> {
  const rules = packs.flatMap((pack) => pack.rules);
  const writings: Writing[] = [];
  for (const { name, file } of settings.outputs) {
    const reporter = REPORTERS[name as ReportName]({
      width: file === null ? widthOf(terminal) : 100,
      paint: file === null ? await makePaint(terminal, options) : PLAIN,
      withConversations: settings.withConversations,
      rules,
      words: WORDS.en,
    });
    const sink = file === null ? openStream(terminal.stdout as Writable, '<stdout>') : await openWhole(file);
    writings.push({ name: name as ReportName, reporter, sink });
  }
  return writings;
}

function checkGatedRules({ gates }: Settings, packs: readonly Pack[]): void {
  const known = packs.flatMap(({ rules }) => rules.map(({ id }) => id)).sort();
  for (const { rule } of gates.max) {
    if (!known.includes(rule)) {
      throw new Fault('bad-flag', `--max: there is no rule "${rule}"; the rules are ${known.join(', ')}`);
    }
  }
}

export function scoringOf(settings: Settings, packs: readonly Pack[]): Scoring {
  const rules = packs
    .flatMap((pack) => pack.rules)
    .map(({ id, pack, weight, critical, severity }) => ({ rule: id, pack, weight, critical, severity }))
    .sort((left, right) => (left.rule < right.rule ? -1 : left.rule > right.rule ? 1 : 0));
  return {
    min_applicable: settings.score.minApplicable,
    ranking_minimum: settings.score.rankingMinimum,
    rules,
    roster: settings.score.roster,
  };
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

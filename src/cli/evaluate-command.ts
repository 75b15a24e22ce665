import { readFile } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { Writable } from 'node:stream';
import { judgeHere, rulesAtWork } from '../audit.ts';
import { Fault } from '../fault.ts';
import { openStream } from '../io/out.ts';
import { openWhole } from '../io/write.ts';
import { compareWithLabels } from '../judge/agreement.ts';
import { createJudge } from '../judge/judge.ts';
import { type ReadLabels, readLabels } from '../judge/labels.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Paint } from '../model/reporter.ts';
import { agreementAsJson } from '../report/agreement-json.ts';
import { agreementAsMarkdown } from '../report/agreement-markdown.ts';
import { maskedAgreement } from '../report/agreement-masked.ts';
import { agreementForTerminal } from '../report/agreement-terminal.ts';
import { isRedacted } from '../report/names.ts';
import { PLAIN } from '../report/paint.ts';
import type { CommandOrder } from './command.ts';
import { endOfReading, problemLine } from './end-of-reading.ts';
import { sceneSettings } from './hearing.ts';
import { judging } from './jobs.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { COMMANDS } from './names.ts';
import { packsInUse } from './packs-in-use.ts';
import { makePaint } from './paint.ts';
import { openReading, openSession } from './session.ts';
import { EXIT, type Terminal } from './terminal.ts';

const WRITERS = {
  terminal: agreementForTerminal,
  json: agreementAsJson,
  markdown: agreementAsMarkdown,
} as const satisfies Readonly<Record<string, (agreement: Agreement, paint: Paint) => Iterable<string>>>;
type Format = keyof typeof WRITERS;

/** The language of the verdicts' messages. */
const WORDING = 'en';

/** `evaluate`: how far verdicts agree with labels. Labels that cannot be taken are told one by one, and nothing is evaluated. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const outputs = outputsOf(listOf(options['format']));
  const { format: _, ...rest } = options;
  const { settings } = await openSession(terminal, rest);
  const packs = await packsInUse(settings, terminal.cwd());
  const { labels, problems } = await labelsOf(listOf(options['labels']));
  const rules = rulesAtWork(packs, KINDS_BY_NAME, { calendar: settings.judge.calendar });
  const judge = createJudge({
    rules,
    scene: await sceneSettings(settings, packs),
    zone: settings.judge.zone,
    wording: WORDING,
  });
  const { judgeAll = judgeHere } = judging(settings, packs, WORDING);
  const by = listOf(options['by']);
  const tally = compareWithLabels({
    labels,
    rules: rules.map(({ rule }) => rule.id),
    by: by.length > 0 ? by : ['language'],
  });
  const open = await openReading(words, terminal, settings, COMMANDS);
  try {
    for await (const { conversation, judged } of judgeAll(sidesKnown(open.reading), judge)) {
      tally.meet(conversation, judged);
    }
    const faults = [...problems, ...tally.problems()];
    for (const fault of faults) {
      terminal.stderr.write(`${problemLine(fault)}\n`);
    }
    const code = endOfReading(open, terminal, settings, { quiet: options['quiet'] === true, unknownRoles: 'problem' });
    if (faults.length > 0) {
      terminal.stderr.write(`error: nothing was evaluated: ${faults.length} of the labels must be mended first\n`);
      return EXIT.notDone;
    }
    await writeOutputs(tally.finish(), outputs, settings.redact, terminal, await makePaint(terminal, options));
    return code;
  } finally {
    await open.close();
  }
}

/** Conversations in which something tells agents from customers: only they are judged. */
async function* sidesKnown(conversations: AsyncIterable<Conversation>): AsyncGenerator<Conversation> {
  for await (const conversation of conversations) {
    if (!conversation.messages.some(({ role, internal }) => role === 'unknown' && !internal)) {
      yield conversation;
    }
  }
}

function listOf(option: string | boolean | string[] | undefined): readonly string[] {
  return Array.isArray(option) ? option : typeof option === 'string' ? [option] : [];
}

interface Output {
  readonly format: Format;
  /** null is standard output. */
  readonly file: string | null;
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(WRITERS, name);
}

/** @throws Fault for a format that there is none of, and for two that both go to standard output */
function outputsOf(given: readonly string[]): readonly Output[] {
  const outputs = given.map((text): Output => {
    const [format = '', ...file] = text.split('=');
    if (!isFormat(format)) {
      const known = Object.keys(WRITERS).join(', ');
      throw new Fault('bad-flag', `--format: there is no output "${format}" of evaluate; there are ${known}`);
    }
    return { format, file: file.length === 0 ? null : file.join('=') };
  });
  const [, second] = outputs.filter(({ file }) => file === null);
  if (second !== undefined) {
    throw new Fault('bad-flag', `--format: two outputs go to standard output; name a file: ${second.format}=FILE`);
  }
  return outputs.some(({ file }) => file === null) ? outputs : [...outputs, { format: 'terminal', file: null }];
}

async function labelsOf(files: readonly string[]): Promise<ReadLabels> {
  const read = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new Fault('no-such-path', `--labels: the file ${file} cannot be read`, { cause });
      });
      // No absolute path in an output: it would differ from machine to machine.
      return readLabels(text, isAbsolute(file) ? basename(file) : file.replaceAll('\\', '/'));
    }),
  );
  return {
    labels: read.flatMap(({ labels }) => labels),
    problems: read.flatMap(({ problems }) => problems),
  };
}

async function writeOutputs(
  agreement: Agreement,
  outputs: readonly Output[],
  redact: boolean | null,
  { stdout }: Terminal,
  paint: Paint,
): Promise<void> {
  for (const { format, file } of outputs) {
    const sink = file === null ? openStream(stdout as Writable, '<stdout>') : await openWhole(file);
    const shown = isRedacted(format, redact, file === null && stdout.isTTY === true)
      ? maskedAgreement(agreement)
      : agreement;
    for (const piece of WRITERS[format](shown, file === null ? paint : PLAIN)) {
      await sink.write(piece);
    }
    await sink.finish();
  }
}

// Fits how the signals of an answer are weighed: npm run weigh. Reads ../shared/corpus and bench/talks, hears every conversation by a
// model that never saw its source ("npm run train" leaves them), writes src/kinds/parts/answer-weights.json and prints the
// agreement on sources that were held out of the fit as well. Deterministic.
import { writeFileSync } from 'node:fs';
import { sceneSettings } from '../src/cli/hearing.ts';
import { KINDS_BY_NAME } from '../src/cli/kinds.ts';
import { packFinder } from '../src/cli/pack-files.ts';
import { kappaOf } from '../src/judge/kappa.ts';
import { setScene } from '../src/judge/scene.ts';
import { hearAnswer } from '../src/kinds/parts/answer-signals.ts';
import { type AnswerWeights, COLUMNS, columnsOf, weighAnswer } from '../src/kinds/parts/answer-weights.ts';
import type { Listening } from '../src/kinds/parts/misfits.ts';
import { loadPack } from '../src/packs/load.ts';
import { readCorpus } from './corpus.ts';
import { fitSoftmax } from './fit-softmax.ts';
import { sourceOf } from './talk-sources.ts';
import { unseenScene } from './unseen-ear.ts';

const RULE = 'alternative-offered';
const VERDICTS = ['pass', 'fail', 'na'] as const;
/** Conversations of real people are few, and they are what matters. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['real', 3],
  ['gathered', 3],
]);
/** Nothing learns from these. */
const UNTOUCHED: ReadonlySet<string> = new Set(['blind', 'fresh']);

interface Case {
  readonly source: string;
  readonly group: string;
  readonly signals: readonly number[];
  readonly verdict: number;
  readonly weight: number;
}

async function readCases(): Promise<Case[]> {
  const pack = await loadPack('core', packFinder(process.cwd()), KINDS_BY_NAME);
  const settings = { judge: { asOf: null, assumeChannel: 'other' as const, calendar: null, zone: 'UTC' } };
  const held = unseenScene(await sceneSettings(settings, [pack]), pack);
  const rule = pack.rules.find(({ id }) => id === RULE);
  if (held === null || rule === undefined) {
    throw new Error('bench/out/held-out is missing: run "npm run train" first');
  }
  const cases: Case[] = [];
  for (const folder of ['../shared/corpus', 'bench/talks']) {
    const { conversations, labels } = await readCorpus(folder);
    for (const conversation of conversations) {
      const wanted = labels.filter((label) => label.rule === RULE && label.conversation === conversation.id);
      held.next(conversation.id);
      const scene = setScene(conversation, held.scene);
      for (const { agent: name, verdict, keys } of wanted) {
        const agent = scene.agents.find((one) => one.name === name);
        const data = keys.get('data') ?? '';
        if (agent !== undefined && !UNTOUCHED.has(data)) {
          const listening = { scene, agent, acts: rule.options } as unknown as Listening;
          const { signals } = hearAnswer(listening);
          cases.push({
            source: `${keys.get('language')} ${sourceOf(conversation.id)}`,
            group: `${keys.get('language')} ${data}`,
            signals,
            verdict: VERDICTS.indexOf(verdict),
            weight: WEIGHTS.get(data) ?? 1,
          });
        }
      }
    }
  }
  return cases;
}

function weightsFrom(cases: readonly Case[]): AnswerWeights {
  const rows = cases.map(({ signals }) => columnsOf(signals));
  const columns = COLUMNS.map((name, column) => {
    const values = rows.map((row) => row[column] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { name, mean, spread: Math.sqrt(variance) || 1 };
  });
  const standard = rows.map((row) => columns.map(({ mean, spread }, column) => ((row[column] ?? 0) - mean) / spread));
  const { bias, weights } = fitSoftmax(
    standard,
    cases.map(({ verdict }) => verdict),
    cases.map(({ weight }) => weight),
    VERDICTS.length,
  );
  const round = (value: number): number => Number(value.toPrecision(4));
  return {
    columns: columns.map(({ name, mean, spread }, column) => ({
      name,
      mean: round(mean),
      spread: round(spread),
      weights: weights.map((each) => round(each[column] ?? 0)),
    })),
    bias: bias.map(round),
  };
}

function verdictBy(signals: readonly number[], weights: AnswerWeights, sure: number): number {
  const { pass, fail, na } = weighAnswer(signals, weights);
  return na >= Math.max(pass, fail) || (fail > pass && fail < sure) ? 2 : pass >= fail ? 0 : 1;
}

/** From where on a failure is told: what it buys is printed. */
const SURE = [0, 0.5, 0.55, 0.6, 0.65, 0.7];

const cases = await readCases();
const found = new Map<string, number[][]>();
for (const source of [...new Set(cases.map((each) => each.source))].sort()) {
  const weights = weightsFrom(cases.filter((each) => each.source !== source));
  for (const each of cases.filter((one) => one.source === source)) {
    for (const sure of SURE) {
      const key = `${each.group} sure ${sure}`;
      const table = found.get(key) ?? VERDICTS.map(() => VERDICTS.map(() => 0));
      const row = table[each.verdict] as number[];
      const given = verdictBy(each.signals, weights, sure);
      row[given] = (row[given] ?? 0) + 1;
      found.set(key, table);
    }
  }
}
for (const [group, table] of [...found].sort()) {
  const rows = table.map((row, label) => `${VERDICTS[label]} ${row.join(' ')}`).join('   ');
  process.stdout.write(`${group.padEnd(22)} kappa ${kappaOf(table).value?.toFixed(3) ?? '–'}   ${rows}\n`);
}
const lines = (weights: AnswerWeights): string =>
  `{\n  "columns": [\n${weights.columns.map((column) => `    ${JSON.stringify(column)}`).join(',\n')}\n  ],\n  "bias": ${JSON.stringify(weights.bias)}\n}\n`;
writeFileSync('src/kinds/parts/answer-weights.json', lines(weightsFrom(cases)));

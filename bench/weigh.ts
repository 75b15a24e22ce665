// Grows the trees by which the signals of an answer are weighed: npm run weigh. Reads ../shared/corpus and bench/talks, hears every conversation by a
// model that never saw its source ("npm run train" leaves them), writes src/kinds/parts/answer-trees.json and prints the
// agreement on sources that were held out of the trees as well. Deterministic.
import { writeFileSync } from 'node:fs';
import { sceneSettings } from '../src/cli/hearing.ts';
import { KINDS_BY_NAME } from '../src/cli/kinds.ts';
import { packFinder } from '../src/cli/pack-files.ts';
import { kappaOf } from '../src/judge/kappa.ts';
import { setScene } from '../src/judge/scene.ts';
import { type AnswerTrees, verdictBy, weighAnswer } from '../src/kinds/parts/answer-odds.ts';
import { hearAnswer, SIGNALS } from '../src/kinds/parts/answer-signals.ts';
import type { Listening } from '../src/kinds/parts/misfits.ts';
import { loadPack } from '../src/packs/load.ts';
import { readCorpus } from './corpus.ts';
import { growTrees } from './grow-trees.ts';
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

function treesFrom(cases: readonly Case[]): AnswerTrees {
  return {
    signals: SIGNALS,
    ...growTrees({
      rows: cases.map(({ signals }) => signals),
      truth: cases.map(({ verdict }) => verdict),
      importance: cases.map(({ weight }) => weight),
      classes: VERDICTS.length,
    }),
  };
}

/** Sources are held out in so many groups: one by one they would take five times as long for the same figures. */
const FOLDS = 12;
/** From where on a failure is told: what it buys is printed. */
const SURE = [0, 0.5, 0.55, 0.6, 0.65, 0.7];

const cases = await readCases();
const found = new Map<string, number[][]>();
const sources = [...new Set(cases.map((each) => each.source))].sort();
for (let fold = 0; fold < FOLDS; fold += 1) {
  const held = new Set(sources.filter((_, place) => place % FOLDS === fold));
  const trees = treesFrom(cases.filter((each) => !held.has(each.source)));
  for (const each of cases.filter((one) => held.has(one.source))) {
    const odds = weighAnswer(each.signals, trees);
    for (const sure of SURE) {
      const key = `${each.group} sure ${sure}`;
      const table = found.get(key) ?? VERDICTS.map(() => VERDICTS.map(() => 0));
      const row = table[each.verdict] as number[];
      const told = verdictBy(odds, sure);
      const given = VERDICTS.indexOf(told === 'unsure' ? 'na' : told);
      row[given] = (row[given] ?? 0) + 1;
      found.set(key, table);
    }
  }
}
for (const [group, table] of [...found].sort()) {
  const rows = table.map((row, label) => `${VERDICTS[label]} ${row.join(' ')}`).join('   ');
  process.stdout.write(`${group.padEnd(22)} kappa ${kappaOf(table).value?.toFixed(3) ?? '–'}   ${rows}\n`);
}
const { signals, start, rounds } = treesFrom(cases);
const list = (each: readonly unknown[]): string => each.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
writeFileSync(
  'src/kinds/parts/answer-trees.json',
  `{\n  "signals": [\n${list(signals)}\n  ],\n  "start": ${JSON.stringify(start)},\n  "rounds": [\n${list(rounds)}\n  ]\n}\n`,
);

// Grows the trees by which verdicts are weighed: npm run weigh. Reads ../shared/corpus and bench/talks, hears every conversation by
// a model that never saw its source ("npm run train" leaves them), writes src/kinds/parts/grown and prints the agreement on
// sources that were held out of the trees as well; the trees without them go to bench/out/held-out. Deterministic.
import { writeFileSync } from 'node:fs';
import { kappaOf } from '../src/judge/kappa.ts';
import { setScene } from '../src/judge/scene.ts';
import type { Trees } from '../src/kinds/parts/trees.ts';
import { coreAtWork } from './core-at-work.ts';
import { byConversation, readCorpus } from './corpus.ts';
import { growTrees } from './grow-trees.ts';
import { sourceOf } from './talk-sources.ts';
import { unseenScene } from './unseen-ear.ts';
import { HELD_OUT_TREES, type HeldOutTrees, WEIGHED, type Weighed } from './weighed.ts';

/** Nothing learns from these. */
const UNTOUCHED: ReadonlySet<string> = new Set(['blind', 'fresh']);
/** Sources are held out in so many groups: one by one they would take five times as long for the same figures. */
const FOLDS = 12;
/** From where on a failure is told: what it buys is printed. */
const SURE = [0, 0.5, 0.6, 0.7];

interface Case {
  readonly source: string;
  readonly group: string;
  readonly signals: readonly number[];
  readonly verdict: number;
  readonly weight: number;
}

/** The labelled cases of each rule. */
async function readCases(): Promise<Map<string, Case[]>> {
  const { pack, scene: shipped } = await coreAtWork();
  const held = unseenScene(shipped, pack);
  if (held === null) {
    throw new Error('bench/out/held-out is missing: run "npm run train" first');
  }
  const cases = new Map<string, Case[]>(WEIGHED.map(({ rule }) => [rule, []]));
  for (const folder of ['../shared/corpus', 'bench/talks']) {
    const { conversations, labels } = await readCorpus(folder);
    const wanted = byConversation(labels.filter(({ keys }) => !UNTOUCHED.has(keys.get('data') ?? '')));
    for (const conversation of conversations) {
      held.next(conversation.id);
      const scene = setScene(conversation, held.scene);
      for (const { rule, agent: name, verdict, keys } of wanted.get(conversation.id) ?? []) {
        const agent = scene.agents.find((one) => one.name === name);
        const weighed = WEIGHED.find((one) => one.rule === rule);
        const options = pack.rules.find(({ id }) => id === rule)?.options;
        const signals = agent === undefined ? null : (weighed?.hear(scene, agent, options) ?? null);
        if (weighed !== undefined && signals !== null && weighed.verdicts.includes(verdict)) {
          cases.get(rule)?.push({
            source: sourceOf(conversation.id),
            group: `${keys.get('language')} ${keys.get('data')}`,
            signals,
            verdict: weighed.verdicts.indexOf(verdict),
            weight: weighed.weights[keys.get('data') ?? ''] ?? 1,
          });
        }
      }
    }
  }
  return cases;
}

const treesFrom = ({ verdicts, signals }: Weighed, cases: readonly Case[]): Trees => ({
  signals,
  ...growTrees({
    rows: cases.map((each) => each.signals),
    truth: cases.map(({ verdict }) => verdict),
    importance: cases.map(({ weight }) => weight),
    classes: verdicts.length,
  }),
});

function printAgreement(
  { rule, verdicts, tell }: Weighed,
  cases: readonly Case[],
  folds: readonly HeldOutTrees[],
): void {
  const found = new Map<string, number[][]>();
  for (const { sources, trees } of folds) {
    for (const { source, group, signals, verdict } of cases) {
      for (const sure of sources.includes(source) ? SURE : []) {
        const key = `${group} sure ${sure}`;
        const table = found.get(key) ?? verdicts.map(() => verdicts.map(() => 0));
        const told = tell(signals, trees[rule] as Trees, sure);
        // What is left unsure is no accusation: it stands with not-applicable, the last verdict.
        const given = verdicts.includes(told) ? verdicts.indexOf(told) : verdicts.length - 1;
        const row = table[verdict] as number[];
        row[given] = (row[given] ?? 0) + 1;
        found.set(key, table);
      }
    }
  }
  for (const [group, table] of [...found].sort()) {
    const rows = table.map((row, label) => `${verdicts[label]} ${row.join(' ')}`).join('   ');
    process.stdout.write(`${rule}  ${group.padEnd(22)} kappa ${kappaOf(table).value?.toFixed(3) ?? '–'}   ${rows}\n`);
  }
}

function writeTrees(file: string, { signals, start, rounds }: Trees): void {
  const list = (each: readonly unknown[]): string => each.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  writeFileSync(
    file,
    `{\n  "signals": [\n${list(signals)}\n  ],\n  "start": ${JSON.stringify(start)},\n  "rounds": [\n${list(rounds)}\n  ]\n}\n`,
  );
}

const cases = await readCases();
const sources = [...new Set([...cases.values()].flat().map(({ source }) => source))].sort();
const folds = Array.from({ length: FOLDS }, (_, fold): HeldOutTrees => {
  const held = sources.filter((_source, place) => place % FOLDS === fold);
  const trees = WEIGHED.map((weighed): [string, Trees] => {
    const rest = (cases.get(weighed.rule) ?? []).filter(({ source }) => !held.includes(source));
    return [weighed.rule, treesFrom(weighed, rest)];
  });
  return { sources: held, trees: Object.fromEntries(trees) };
});
writeFileSync(HELD_OUT_TREES, JSON.stringify(folds));
for (const weighed of WEIGHED) {
  const own = cases.get(weighed.rule) ?? [];
  printAgreement(weighed, own, folds);
  writeTrees(weighed.file, treesFrom(weighed, own));
}

// Grows the trees by which verdicts are weighed: npm run weigh. Reads ../shared/corpus and bench/talks, hears every conversation by
// a model that never saw its source ("npm run train" leaves them), writes src/kinds/parts/grown and prints the agreement on
// sources that were held out of the trees as well; the trees without them go to bench/out/held-out. Deterministic.
import { writeFileSync } from 'node:fs';
import { averagePrecision } from '../src/judge/calibrate.ts';
import { kappaOf } from '../src/judge/kappa.ts';
import { setScene } from '../src/judge/scene.ts';
import type { ActInContext, ContextTrees } from '../src/kinds/parts/heard-in-context.ts';
import type { Listening } from '../src/kinds/parts/misfits.ts';
import { oddsOf, type Trees } from '../src/kinds/parts/trees.ts';
import type { Label } from '../src/model/agreement.ts';
import type { Scene } from '../src/model/scene.ts';
import { readItems } from './act-items.ts';
import { coreAtWork } from './core-at-work.ts';
import { LANGUAGES } from './core-pack.ts';
import { byConversation, readCorpus } from './corpus.ts';
import { growAcross, growsForOthers } from './grow-across.ts';
import type { Grown, Lessons } from './grow-trees.ts';
import { sourceOf } from './talk-sources.ts';
import { unseenScene } from './unseen-ear.ts';
import {
  addContextCases,
  CONTEXT_ACTS,
  type ContextCases,
  contextLessons,
  contextTrees,
  noContextCases,
} from './weigh-context.ts';
import { HELD_OUT_TREES, type HeldOutTrees, WEIGHED, type Weighed } from './weighed.ts';

/** Nothing learns from these. */
const UNTOUCHED: ReadonlySet<string> = new Set(['blind', 'fresh']);
/** Sources are held out in so many groups: one by one they would take five times as long for the same figures. */
const FOLDS = 8;
/** The rule whose acts are heard in context. */
const ANSWERS = 'alternative-offered';
/** From where on a failure is told: what it buys is printed. */
const SURE = [0, 0.5, 0.6, 0.7];

interface Case {
  readonly source: string;
  readonly group: string;
  readonly signals: readonly number[];
  readonly verdict: number;
  readonly weight: number;
}

interface HeardTalk {
  readonly id: string;
  readonly scene: Scene;
  readonly labels: readonly Label[];
  optionsOf(rule: string): unknown;
}

/** Every labelled conversation that may be learnt from, as a model hears it that never saw its source. */
async function* heardTalks(): AsyncGenerator<HeardTalk> {
  const { pack, scene: shipped } = await coreAtWork();
  const optionsOf = (rule: string): unknown => pack.rules.find(({ id }) => id === rule)?.options;
  const held = unseenScene(shipped, pack);
  if (held === null) {
    throw new Error('bench/out/held-out is missing: run "npm run train" first');
  }
  for (const folder of ['../shared/corpus', 'bench/talks']) {
    const { conversations, labels } = await readCorpus(folder);
    const wanted = byConversation(labels.filter(({ keys }) => !UNTOUCHED.has(keys.get('data') ?? '')));
    for (const conversation of conversations) {
      const own = wanted.get(conversation.id);
      if (own !== undefined) {
        held.next(conversation.id);
        yield { id: conversation.id, scene: setScene(conversation, held.scene), labels: own, optionsOf };
      }
    }
  }
}

/** The messages whose acts are labelled. */
async function readContextCases(): Promise<ContextCases> {
  const items = new Map(LANGUAGES.flatMap(readItems).map((item) => [item.id, item]));
  const cases = noContextCases();
  for await (const { id, scene, optionsOf } of heardTalks()) {
    const acts = optionsOf(ANSWERS) as Listening['acts'];
    addContextCases(cases, { scene, acts, itemOf: (index) => items.get(`${id}#${index}`) }, sourceOf(id));
  }
  return cases;
}

/** The labelled cases of each rule. */
async function readCases(contextOf: (source: string) => ContextTrees): Promise<Map<string, Case[]>> {
  const cases = new Map<string, Case[]>(WEIGHED.map(({ rule }) => [rule, []]));
  for await (const { id, scene, labels, optionsOf } of heardTalks()) {
    const source = sourceOf(id);
    for (const { rule, agent: name, verdict, keys } of labels) {
      const agent = scene.agents.find((one) => one.name === name);
      const weighed = WEIGHED.find((one) => one.rule === rule);
      const signals =
        agent === undefined ? null : (weighed?.hear(scene, agent, optionsOf(rule), contextOf(source)) ?? null);
      if (weighed !== undefined && signals !== null && weighed.verdicts.includes(verdict)) {
        cases.get(rule)?.push({
          source,
          group: `${keys.get('language')} ${keys.get('data')}`,
          signals,
          verdict: weighed.verdicts.indexOf(verdict),
          weight: weighed.weights[keys.get('data') ?? ''] ?? 1,
        });
      }
    }
  }
  return cases;
}

/** What the trees of a rule learn: the cases of all sources but those held out. */
const lessonsOf =
  ({ rule, verdicts }: Weighed, all: ReadonlyMap<string, readonly Case[]>, heldOut: readonly string[]) =>
  (): Lessons => {
    const cases = (all.get(rule) ?? []).filter(({ source }) => !heldOut.includes(source));
    return {
      rows: cases.map((each) => each.signals),
      truth: cases.map(({ verdict }) => verdict),
      importance: cases.map(({ weight }) => weight),
      classes: verdicts.length,
    };
  };

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

/** How well acts are heard in context on sources that were held out. */
function printPrecision(messages: ContextCases, contextOf: (source: string) => ContextTrees): void {
  for (const [act, own] of Object.entries(messages)) {
    const scores = own.map(({ source, signals }) => oddsOf(signals, contextOf(source)[act as ActInContext]));
    const precision = averagePrecision(
      scores,
      own.map(({ performs }) => performs),
    );
    process.stdout.write(`${act.padEnd(20)} average precision ${precision.toFixed(3)} of ${own.length} messages\n`);
  }
}

function writeContext(file: string, context: ContextTrees): void {
  const acts = Object.entries(context).map(([act, trees]) => `  ${JSON.stringify(act)}: ${JSON.stringify(trees)}`);
  writeFileSync(file, `{\n${acts.join(',\n')}\n}\n`);
}

function writeTrees(file: string, { signals, start, rounds }: Trees): void {
  const list = (each: readonly unknown[]): string => each.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  writeFileSync(
    file,
    `{\n  "signals": [\n${list(signals)}\n  ],\n  "start": ${JSON.stringify(start)},\n  "rounds": [\n${list(rounds)}\n  ]\n}\n`,
  );
}

/** The sources of each fold, and after them nothing: the trees that are shipped learn from all. */
function foldsOf(messages: ContextCases): string[][] {
  const sources = [...new Set(Object.values(messages).flatMap((each) => each.map(({ source }) => source)))].sort();
  const folds = Array.from({ length: FOLDS }, (_, fold) => sources.filter((_source, place) => place % FOLDS === fold));
  return [...folds, []];
}

/** What was grown of a fold, where `each` trees were grown of every fold. */
const partOf = (grown: readonly Grown[], fold: number, each: number): Grown[] =>
  grown.slice(fold * each, (fold + 1) * each);

async function main(): Promise<void> {
  const messages = await readContextCases();
  const folds = foldsOf(messages);
  const heard = await growAcross(folds.flatMap((held) => contextLessons(messages, held)));
  const contexts = folds.map((_held, fold) => contextTrees(partOf(heard, fold, CONTEXT_ACTS)));
  const foldOf = (source: string): number => folds.findIndex((held) => held.includes(source));
  printPrecision(messages, (source) => contexts[foldOf(source)] as ContextTrees);
  const cases = await readCases((source) => {
    const fold = foldOf(source);
    if (fold < 0) {
      throw new Error(`no labelled message of ${source}`);
    }
    return contexts[fold] as ContextTrees;
  });
  const weighed = await growAcross(folds.flatMap((held) => WEIGHED.map((each) => lessonsOf(each, cases, held))));
  const grown = folds.map((sources, fold): HeldOutTrees => {
    const own = partOf(weighed, fold, WEIGHED.length);
    const trees = WEIGHED.map(({ rule, signals }, place) => [rule, { signals, ...(own[place] as Grown) }] as const);
    return { sources, trees: Object.fromEntries(trees), context: contexts[fold] as ContextTrees };
  });
  const shipped = grown.pop() as HeldOutTrees;
  writeFileSync(HELD_OUT_TREES, JSON.stringify(grown));
  for (const each of WEIGHED) {
    printAgreement(each, cases.get(each.rule) ?? [], grown);
    writeTrees(each.file, shipped.trees[each.rule] as Trees);
  }
  writeContext('src/kinds/parts/grown/in-context.json', shipped.context);
}

if (!growsForOthers()) {
  await main();
}

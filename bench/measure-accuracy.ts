import { rulesAtWork } from '../src/audit.ts';
import { KINDS_BY_NAME } from '../src/cli/kinds.ts';
import { type AgreementTally, compareWithLabels } from '../src/judge/agreement.ts';
import { createJudge, type RuleAtWork } from '../src/judge/judge.ts';
import type { SceneSettings } from '../src/judge/scene.ts';
import type { Trees } from '../src/kinds/parts/trees.ts';
import type { Accuracy, MeasuredCell, MeasuredRule, TradeFigures, TradePoint } from '../src/model/accuracy.ts';
import type { AgreementCell, Label } from '../src/model/agreement.ts';
import type { Kind } from '../src/model/kind.ts';
import type { Pack } from '../src/model/rule.ts';
import { coreAtWork } from './core-at-work.ts';
import { type Corpus, readCorpus } from './corpus.ts';
import { sourceOf } from './talk-sources.ts';
import { type UnseenScene, unseenScene } from './unseen-ear.ts';
import { readHeldOutTrees, WEIGHED } from './weighed.ts';

export const DEFAULT_CORPUS = '../shared/corpus';
/** Conversations written for this project: the models learnt from those called own, and never saw those called blind. */
const OWN_TALKS = 'bench/talks';

/** How the figures are grouped; the first is the one that the trade of thresholds is shown by. */
const GROUPS = [['language'], ['language', 'data'], ['language', 'source']] as const;

/** The options of each rule that say from where on a verdict is left open, and the values to show. */
const THRESHOLDS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'warm-farewell': { sure_cold: [0.4, 0.5, 0.6, 0.7, 0.8] },
  'rushing-customer': { sure: [0.5, 0.6, 0.7, 0.8, 0.9] },
  'alternative-offered': { sure: [0.4, 0.5, 0.6, 0.7, 0.8] },
};

/** A rule with another threshold, judged beside the shipped ones under a name of its own. */
interface Variant {
  readonly of: string;
  readonly option: string;
  readonly value: number;
  readonly shipped: boolean;
  readonly work: RuleAtWork;
}

/**
 * Everything that docs/accuracy.md shows.
 *
 * @param folder holds <language>-real and <language>-written
 * @param unseen also judge by models and trees that never saw the source, where "npm run train" and "npm run weigh" have left them
 * @param without leaves out data, such as `own`
 */
export async function measure(
  folder: string,
  { unseen, without = [] }: { readonly unseen: boolean; readonly without?: readonly string[] },
): Promise<Accuracy> {
  const corpus = await readCorpus(folder, without);
  const talks = await readCorpus(OWN_TALKS, without);
  const { pack, scene } = await coreAtWork();
  const shipped = atWork(pack, KINDS_BY_NAME);
  const judge = judgeBy(shipped.all, scene);
  const cells = [
    ...agreements(corpus, shipped.all, () => judge),
    byData(agreements(talks, shipped.rules, () => judge)),
  ];
  const held = unseen ? unseenScene(scene, pack) : null;
  const other =
    held === null
      ? []
      : [
          ...agreements(
            corpus,
            shipped.all,
            unseenJudgeOf(pack, held, ({ all }) => all),
          ).flat(),
          ...byData(
            agreements(
              talks,
              shipped.rules,
              unseenJudgeOf(pack, held, ({ rules }) => rules),
            ),
          ),
        ];
  const unseenCells = new Map(other.map((cell) => [keyOf(cell), cell]));
  const measured = shipped.rules.map(({ rule }): MeasuredRule => {
    const own = cells.flat().filter((cell) => cell.rule === rule.id);
    return {
      rule: rule.id,
      cells: own.map(
        (cell): MeasuredCell => ({ group: cell.group, shipped: cell, unseen: unseenCells.get(keyOf(cell)) ?? null }),
      ),
      trade: shipped.variants
        .filter(({ of }) => of === rule.id)
        .flatMap((variant) => tradePoints(variant, cells[0] ?? [], unseenCells)),
    };
  });
  return {
    schema: 'transcript-audit/accuracy/1',
    pack: `${pack.name} ${pack.version}`,
    data: [...corpus.data, ...talks.data],
    rules: measured,
  };
}

/** Of our own conversations only the rows that say whose they are stand beside the others. */
function byData(cells: readonly (readonly AgreementCell[])[]): AgreementCell[] {
  return cells.flat().filter(({ group }) => 'data' in group);
}

const keyOf = ({ rule, group }: Pick<AgreementCell, 'rule' | 'group'>): string => JSON.stringify([rule, group]);

interface AtWork {
  readonly rules: readonly RuleAtWork[];
  readonly variants: readonly Variant[];
  /** The rules and their variants. */
  readonly all: readonly RuleAtWork[];
}

function atWork(pack: Pack, kinds: ReadonlyMap<string, Kind>): AtWork {
  const rules = rulesAtWork([pack], kinds, { calendar: null });
  const variants = rules.flatMap((work) => variantsOf(work, kinds));
  return { rules, variants, all: [...rules, ...variants.map(({ work }) => work)] };
}

type Judge = ReturnType<typeof createJudge>;

const judgeBy = (rules: readonly RuleAtWork[], scene: SceneSettings): Judge =>
  createJudge({ rules, scene, zone: 'UTC', wording: 'en' });

/** For each conversation a judge whose models, and whose trees, never saw its source. */
function unseenJudgeOf(
  pack: Pack,
  held: UnseenScene,
  chosen: (work: AtWork) => readonly RuleAtWork[],
): (conversation: string) => Judge {
  const otherwise = judgeBy(chosen(atWork(pack, KINDS_BY_NAME)), held.scene);
  const judges = new Map<string, Judge>();
  for (const { sources, trees, context } of readHeldOutTrees()) {
    const kinds = new Map(KINDS_BY_NAME);
    for (const { rule, kindBy } of WEIGHED) {
      const kind = kindBy(trees[rule] as Trees, context);
      kinds.set(kind.name, kind);
    }
    const judge = judgeBy(chosen(atWork(pack, kinds)), held.scene);
    for (const source of sources) {
      judges.set(source, judge);
    }
  }
  return (conversation) => {
    held.next(conversation);
    return judges.get(sourceOf(conversation)) ?? otherwise;
  };
}

/** Judges the whole corpus once, and compares it with its labels by each of the groups. */
function agreements(
  corpus: Corpus,
  rules: readonly RuleAtWork[],
  judgeOf: (conversation: string) => Judge,
): readonly AgreementCell[][] {
  const ids = rules.map(({ rule }) => rule.id);
  const labels = ids.flatMap((id) =>
    corpus.labels.flatMap((label): Label[] => (label.rule === baseOf(id) ? [{ ...label, rule: id }] : [])),
  );
  const tallies = GROUPS.map((by) => compareWithLabels({ labels, rules: ids, by }));
  for (const conversation of corpus.conversations) {
    const judged = judgeOf(conversation.id)(conversation);
    for (const tally of tallies) {
      tally.meet(conversation, judged);
    }
  }
  return tallies.map(cellsOf);
}

function cellsOf(tally: AgreementTally): AgreementCell[] {
  const problems = tally.problems();
  if (problems.length > 0) {
    throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  }
  return [...tally.finish().cells];
}

const baseOf = (id: string): string => id.split('@')[0] ?? id;

function variantsOf(work: RuleAtWork, kinds: ReadonlyMap<string, Kind>): Variant[] {
  const { rule } = work;
  const kind = kinds.get(rule.kind);
  const options = rule.options as Readonly<Record<string, unknown>>;
  return Object.entries(THRESHOLDS[rule.id] ?? {}).flatMap(([option, sweep]) => {
    const shipped = options[option];
    if (typeof shipped !== 'number' || kind === undefined) {
      throw new Error(`${rule.id} has no option "${option}": adapt the table of thresholds`);
    }
    const values = [...new Set([...sweep, shipped])].sort((left, right) => left - right);
    return values.map((value) => ({
      of: rule.id,
      option,
      value,
      shipped: value === shipped,
      work: {
        ...work,
        rule: { ...rule, id: `${rule.id}@${option}=${value}` },
        check: kind.compile({ ...options, [option]: value }, { calendar: null }),
      },
    }));
  });
}

function tradePoints(
  { option, value, shipped, work }: Variant,
  cells: readonly AgreementCell[],
  unseen: ReadonlyMap<string, AgreementCell>,
): TradePoint[] {
  return cells
    .filter(({ rule }) => rule === work.rule.id)
    .map((cell) => {
      const other = unseen.get(keyOf(cell));
      return {
        language: cell.group['language'] ?? '',
        option,
        value,
        shipped,
        figures: tradeFigures(cell),
        unseen: other === undefined ? null : tradeFigures(other),
      };
    });
}

const tradeFigures = ({ covered, precision, recall }: AgreementCell): TradeFigures => ({ covered, precision, recall });

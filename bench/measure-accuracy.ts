import { rulesAtWork } from '../src/audit.ts';
import { sceneSettings } from '../src/cli/hearing.ts';
import { KINDS_BY_NAME } from '../src/cli/kinds.ts';
import { packFinder } from '../src/cli/pack-files.ts';
import { type AgreementTally, compareWithLabels } from '../src/judge/agreement.ts';
import { createJudge, type RuleAtWork } from '../src/judge/judge.ts';
import type { SceneSettings } from '../src/judge/scene.ts';
import type { Accuracy, MeasuredCell, MeasuredRule, TradeFigures, TradePoint } from '../src/model/accuracy.ts';
import type { AgreementCell, Label } from '../src/model/agreement.ts';
import { loadPack } from '../src/packs/load.ts';
import { type Corpus, readCorpus } from './corpus.ts';
import { unseenScene } from './unseen-ear.ts';

export const DEFAULT_CORPUS = '../shared/corpus';
/** Conversations written for this project: the models learnt from those called own, and never saw those called blind. */
const OWN_TALKS = 'bench/talks';

/** How the figures are grouped; the first is the one that the trade of thresholds is shown by. */
const GROUPS = [['language'], ['language', 'data'], ['language', 'source']] as const;

/** The options of each rule that say from where on a verdict is left open, and the values to show. */
const THRESHOLDS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'warm-farewell': { doubt: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5] },
  'rushing-customer': { sure: [0.5, 0.7, 0.9, 0.95, 0.98, 0.99, 0.995] },
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
 * @param unseen also judge by models that never saw the source, where "npm run train" has left them
 */
export async function measure(folder: string, { unseen }: { readonly unseen: boolean }): Promise<Accuracy> {
  const corpus = await readCorpus(folder);
  const talks = await readCorpus(OWN_TALKS);
  const pack = await loadPack('core', packFinder(process.cwd()), KINDS_BY_NAME);
  const scene = await sceneSettings({ judge: { asOf: null, assumeChannel: 'other', calendar: null, zone: 'UTC' } }, [
    pack,
  ]);
  const rules = rulesAtWork([pack], KINDS_BY_NAME, { calendar: null });
  const variants = rules.flatMap(variantsOf);
  const everything = [...rules, ...variants.map(({ work }) => work)];
  const shipped = [...agreements(corpus, everything, scene), byData(agreements(talks, rules, scene))];
  const held = unseen ? unseenScene(scene, pack) : null;
  const other =
    held === null
      ? []
      : [
          ...agreements(corpus, everything, held.scene, held.next).flat(),
          ...byData(agreements(talks, rules, held.scene, held.next)),
        ];
  const unseenCells = new Map(other.map((cell) => [keyOf(cell), cell]));
  const measured = rules.map(({ rule }): MeasuredRule => {
    const cells = shipped.flat().filter((cell) => cell.rule === rule.id);
    return {
      rule: rule.id,
      cells: cells.map(
        (cell): MeasuredCell => ({ group: cell.group, shipped: cell, unseen: unseenCells.get(keyOf(cell)) ?? null }),
      ),
      trade: variants
        .filter(({ of }) => of === rule.id)
        .flatMap((variant) => tradePoints(variant, shipped[0] ?? [], unseenCells)),
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

/** Judges the whole corpus once, and compares it with its labels by each of the groups. */
function agreements(
  corpus: Corpus,
  rules: readonly RuleAtWork[],
  scene: SceneSettings,
  next: (conversation: string) => void = () => {},
): readonly AgreementCell[][] {
  const judge = createJudge({ rules, scene, zone: 'UTC', wording: 'en' });
  const ids = rules.map(({ rule }) => rule.id);
  const labels = ids.flatMap((id) =>
    corpus.labels.flatMap((label): Label[] => (label.rule === baseOf(id) ? [{ ...label, rule: id }] : [])),
  );
  const tallies = GROUPS.map((by) => compareWithLabels({ labels, rules: ids, by }));
  for (const conversation of corpus.conversations) {
    next(conversation.id);
    const judged = judge(conversation);
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

function variantsOf(work: RuleAtWork): Variant[] {
  const { rule } = work;
  const kind = KINDS_BY_NAME.get(rule.kind);
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

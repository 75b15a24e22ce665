import { Fault } from '../fault.ts';
import type { AgreementCell } from '../model/agreement.ts';
import type { Rule } from '../model/rule.ts';
import { explainRule, ruleList } from '../report/rules.ts';
import { WORDS } from '../report/words.ts';
import { nearest } from '../text/nearest.ts';
import type { CommandOrder } from './command.ts';
import { shippedAccuracy } from './pack-accuracy.ts';
import { packsInUse } from './packs-in-use.ts';
import { makePaint } from './paint.ts';
import { openSession } from './session.ts';
import { EXIT, widthOf } from './terminal.ts';

/** `rules`: the rules in use, or what there is to know of those named. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const { settings } = await openSession(terminal, options);
  const rules = (await packsInUse(settings, terminal.cwd())).flatMap((pack) => pack.rules);
  checkNames(words, rules);
  const named = rules.filter(({ id }) => words.length === 0 || words.includes(id));
  if (options['json'] === true) {
    const full = await Promise.all(
      named.map(async ({ written: _, ...rule }) => ({ ...rule, accuracy: await measuredCells(rule) })),
    );
    terminal.stdout.write(`${JSON.stringify(full, null, 2)}\n`);
    return EXIT.done;
  }
  const how = { width: widthOf(terminal), paint: await makePaint(terminal, options), words: WORDS.en };
  if (words.length === 0) {
    terminal.stdout.write(ruleList(named, how));
    return EXIT.done;
  }
  for (const [index, rule] of named.entries()) {
    terminal.stdout.write(`${index === 0 ? '' : '\n'}${explainRule(rule, await measuredCells(rule), how)}`);
  }
  return EXIT.done;
}

/**
 * The figures of a rule per language: on conversations that nothing learnt from; by models that never saw the source,
 * where that was measured; then as shipped, on conversations that were at hand when the rule was made.
 */
async function measuredCells({ pack, id }: Pick<Rule, 'pack' | 'id'>): Promise<readonly AgreementCell[]> {
  const cells = (await shippedAccuracy(pack)).get(id)?.cells ?? [];
  const named = (cell: AgreementCell, conversations: string): AgreementCell => ({
    ...cell,
    group: { language: cell.group['language'] ?? '', conversations },
  });
  const fresh = cells
    .filter(({ group }) => group['data'] === 'fresh')
    .map(({ shipped }) => named(shipped, 'that nothing learnt from'));
  const others = cells
    .filter(({ group }) => Object.keys(group).join() === 'language')
    .flatMap(({ shipped, unseen }) => {
      const own = named(shipped, 'at hand when the rule was made');
      return unseen === null ? [own] : [named(unseen, 'of sources that the models had not seen'), own];
    });
  return [...fresh, ...others];
}

/** @throws Fault for a rule that there is none of */
function checkNames(words: readonly string[], rules: readonly Rule[]): void {
  const known = rules.map(({ id }) => id).sort();
  for (const word of words) {
    if (!known.includes(word)) {
      const meant = nearest(word, known);
      throw new Fault('unknown-rule', `there is no rule "${word}"; the rules are ${known.join(', ')}`, {
        hint: meant === null ? 'Name one of them, or none to list them all.' : `Did you mean "${meant}"?`,
      });
    }
  }
}

import { Fault } from '../fault.ts';
import type { MeasuredRule } from '../model/accuracy.ts';
import type { Rule } from '../model/rule.ts';
import { ruleLine, rulePage } from '../report/rule-page.ts';
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
      named.map(async ({ written: _, ...rule }) => ({ ...rule, accuracy: await accuracyOf(rule) })),
    );
    terminal.stdout.write(`${JSON.stringify(full, null, 2)}\n`);
    return EXIT.done;
  }
  const paint = await makePaint(terminal, options);
  if (words.length === 0) {
    const widest = Math.max(0, ...named.map(({ id }) => id.length));
    for (const rule of named) {
      terminal.stdout.write(ruleLine(rule, widest, paint));
    }
    return EXIT.done;
  }
  for (const [index, rule] of named.entries()) {
    const page = rulePage(rule, { width: widthOf(terminal), paint, accuracy: await accuracyOf(rule) });
    terminal.stdout.write(`${index === 0 ? '' : '\n\n'}${[...page].join('')}`);
  }
  return EXIT.done;
}

async function accuracyOf({ pack, id }: Pick<Rule, 'pack' | 'id'>): Promise<MeasuredRule | null> {
  return (await shippedAccuracy(pack)).get(id) ?? null;
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

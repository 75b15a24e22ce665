import { Fault } from '../fault.ts';
import { nearest } from '../text/nearest.ts';
import type { CommandOrder } from './command.ts';
import { packsInUse } from './packs-in-use.ts';
import { openSession } from './session.ts';
import { EXIT } from './terminal.ts';

/** `rules`: the rules in use, or what there is to know of those named. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const { settings } = await openSession(terminal, options);
  const rules = (await packsInUse(settings, terminal.cwd())).flatMap((pack) => pack.rules);
  const known = rules.map(({ id }) => id).sort();
  for (const word of words) {
    if (!known.includes(word)) {
      const meant = nearest(word, known);
      throw new Fault('unknown-rule', `there is no rule "${word}"; the rules are ${known.join(', ')}`, {
        hint: meant === null ? 'Name one of them, or none to list them all.' : `Did you mean "${meant}"?`,
      });
    }
  }
  for (const rule of rules.filter(({ id }) => words.length === 0 || words.includes(id))) {
    terminal.stdout.write(`${rule.id}  ${rule.title}\n`);
  }
  return EXIT.done;
}

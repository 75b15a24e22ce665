import { rulesAtWork } from '../audit.ts';
import { testExamples } from '../judge/examples.ts';
import type { CommandOrder } from './command.ts';
import { sceneSettings } from './hearing.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { packsInUse } from './packs-in-use.ts';
import { openSession } from './session.ts';
import { EXIT } from './terminal.ts';

/** `test`: every example of the packs is judged, and must get the verdict (and reason) that it shows. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const { settings } = await openSession(terminal, options);
  const packs = await packsInUse({ ...settings, packs: words.length > 0 ? words : settings.packs }, terminal.cwd());
  const scene = await sceneSettings(settings, packs);
  const rules = rulesAtWork(packs, KINDS_BY_NAME, { calendar: settings.judge.calendar });
  let passed = 0;
  let failed = 0;
  for (const result of testExamples(rules, { scene, zone: settings.judge.zone, wording: 'en' })) {
    if (result.ok) {
      passed += 1;
      if (options['verbose'] === true) {
        terminal.stdout.write(`ok    ${result.rule}: ${result.example.title}\n`);
      }
    } else {
      failed += 1;
      terminal.stdout.write(`FAIL  ${result.rule}: ${result.example.title}\n`);
      terminal.stdout.write(
        `      ${result.example.file}:${result.example.line}: expected ${result.expected}, found ${result.found}\n`,
      );
    }
  }
  terminal.stdout.write(`${passed} examples passed, ${failed} failed\n`);
  return failed === 0 ? EXIT.done : EXIT.gateNotKept;
}

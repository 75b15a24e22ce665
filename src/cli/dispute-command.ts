import { Fault } from '../fault.ts';
import { disputeExample } from '../judge/dispute-example.ts';
import type { CommandOrder } from './command.ts';
import { findJudged } from './find-judged.ts';
import { packsInUse } from './packs-in-use.ts';
import { openSession } from './session.ts';
import { readSuppressions } from './suppressions-file.ts';
import { EXIT } from './terminal.ts';

/** `dispute`: a disputed finding as an example of its rule, to be pasted under the rule's examples. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const [fingerprint = '', ...paths] = words;
  const session = await openSession(terminal, options);
  const { settings, found } = session;
  const packs = await packsInUse(settings, terminal.cwd());
  const entries = await readSuppressions(settings.suppressions, found.folder, terminal.cwd());
  const entry = entries.find((each) => each.fingerprint === fingerprint);
  const asked = options['shouldBe'];
  if (asked !== undefined && asked !== 'pass' && asked !== 'na') {
    throw new Fault('bad-flag', `--should-be: "${String(asked)}" is not known; expected pass or na`);
  }
  const dispute = {
    should_be: asked ?? entry?.should_be ?? ('pass' as const),
    why: typeof options['why'] === 'string' ? options['why'] : (entry?.why ?? 'disputed'),
  };
  const has = (verdicts: readonly { readonly fingerprint: string }[]): boolean =>
    verdicts.some((verdict) => verdict.fingerprint === fingerprint);
  for await (const { conversation, audited } of findJudged(session, packs, paths, terminal, ({ units }) =>
    units.some((unit) => has(unit.verdicts)),
  )) {
    const verdict = audited.units.flatMap((unit) => unit.verdicts).find((each) => each.fingerprint === fingerprint);
    if (verdict !== undefined) {
      terminal.stdout.write(disputeExample(conversation, verdict, dispute, (text) => text));
      return EXIT.done;
    }
  }
  throw new Fault('unknown-finding', `no finding with the fingerprint "${fingerprint}" in the input`, {
    hint: 'Fingerprints are printed by --format ndjson and csv-findings.',
  });
}

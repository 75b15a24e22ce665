import { Fault } from '../fault.ts';
import { showConversation } from '../report/show.ts';
import { WORDS } from '../report/words.ts';
import type { CommandOrder } from './command.ts';
import { findJudged } from './find-judged.ts';
import { packsInUse } from './packs-in-use.ts';
import { makePaint } from './paint.ts';
import { openSession } from './session.ts';
import { EXIT, widthOf } from './terminal.ts';

/** `show`: one conversation, each verdict beside the line that earned it. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const [id = '', ...paths] = words;
  const session = await openSession(terminal, options);
  const packs = await packsInUse(session.settings, terminal.cwd());
  const how = { width: widthOf(terminal), paint: await makePaint(terminal, options), words: WORDS.en };
  let shown = 0;
  for await (const { conversation, audited } of findJudged(session, packs, paths, terminal, (each) => each.id === id)) {
    terminal.stdout.write(`${shown === 0 ? '' : '\n'}${showConversation(conversation, audited, how)}`);
    shown += 1;
  }
  if (shown === 0) {
    throw new Fault('unknown-conversation', `there is no conversation "${id}" in the input`, {
      hint: 'Ids stand in the report after "conversation", and in --format ndjson.',
    });
  }
  return EXIT.done;
}

import type { Writable } from 'node:stream';
import { openStream } from '../io/out.ts';
import { nativeLine } from '../read/write-native.ts';
import type { CommandOrder } from './command.ts';
import { endOfReading } from './end-of-reading.ts';
import { explain } from './explain-input.ts';
import { COMMANDS } from './names.ts';
import { openReading, openSession } from './session.ts';

/** `convert`: every conversation as one line of native NDJSON, in the order read. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const { settings } = await openSession(terminal, options);
  if (options['explainInput'] === true) {
    return explain(words, terminal, settings);
  }
  const open = await openReading(words, terminal, settings, COMMANDS);
  const sink = openStream(terminal.stdout as Writable, '<stdout>');
  try {
    for await (const conversation of open.reading) {
      await sink.write(nativeLine(conversation));
      if (sink.closed) {
        return 0;
      }
    }
    await sink.finish();
  } finally {
    await open.close();
  }
  return endOfReading(open, terminal, settings, { quiet: options['quiet'] === true, unknownRoles: 'notice' });
}

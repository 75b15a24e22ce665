import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/judge/features.ts';
import { commonWords, FrameReader, takeFrames } from '../../src/judge/frame.ts';
import { tokenize } from '../../src/text/tokens.ts';

// Ranks below 150 are words without matter of their own: fillers stand there, so that "oak" and "table" can echo.
const fillers = Array.from({ length: 150 }, (_, index) => index + 1);
const common = Int32Array.from([...tokenize('the is gone have we').map(hashOf), ...fillers]);
const reader = new FrameReader(common);
const asked = (text: string) => [{ speaker: 'customer' as const, text }];

function runsOf(text: string, before: ReturnType<typeof asked>): number[] {
  const tokens = tokenize(text);
  const ids: number[] = [];
  takeFrames({ text, tokens }, reader.read(tokens, 'agent', before), (_, id) => ids.push(id));
  return ids;
}

describe('how a sentence is built', () => {
  it('is the same of whatever thing was asked for', () => {
    const oak = runsOf('The table is gone.', asked('Is the table there?'));
    const lamp = runsOf('The lantern is gone.', asked('Do you have the lantern?'));
    expect(oak).toEqual(lamp);
    expect(runsOf('The lantern is gone.', asked('Is the table there?'))).not.toEqual(oak);
  });

  it('takes no word of the speaker for an echo, and knows a question from a statement', () => {
    const own = [{ speaker: 'agent' as const, text: 'The table' }];
    expect(runsOf('The table is gone.', own as never)).not.toEqual(runsOf('The table is gone.', asked('the table')));
    expect(runsOf('We have the table?', asked('table'))).not.toEqual(runsOf('We have the table.', asked('table')));
  });

  it('finds the words of most messages first', () => {
    const messages = ['the lamp', 'the lamp is gone', 'the end'].map(tokenize);
    expect([...commonWords(messages, 2)]).toEqual(tokenize('the lamp').map(hashOf));
  });
});

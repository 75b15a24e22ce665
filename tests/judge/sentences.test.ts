import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/judge/sentences.ts';
import { tokenize } from '../../src/text/tokens.ts';

const parts = (text: string): string[] => sentencesOf(text, tokenize(text)).map((part) => part.text.trim());

describe('the parts of a message that are read by themselves', () => {
  it('are its sentences, and the clauses of each that has several', () => {
    expect(parts("Sorry. Unfortunately no, you'd have to ask the bank.")).toEqual([
      'Sorry.',
      "Unfortunately no, you'd have to ask the bank.",
      'Unfortunately no,',
      "you'd have to ask the bank.",
    ]);
    expect(parts('К сожалению, в наличии нет – есть серый, он такой же.')).toEqual([
      'К сожалению, в наличии нет – есть серый, он такой же.',
      'К сожалению,',
      'в наличии нет –',
      'есть серый,',
      'он такой же.',
    ]);
  });

  it('are the whole where there is one sentence without clauses, and where there are no words', () => {
    expect(parts('It is on the shelf')).toEqual(['It is on the shelf']);
    expect(parts('…')).toEqual(['…']);
  });

  it('leave a single word with its neighbours', () => {
    expect(parts('No, that one is gone')).toEqual(['No, that one is gone']);
    expect(parts('That one is gone, sorry')).toEqual(['That one is gone, sorry']);
  });
});

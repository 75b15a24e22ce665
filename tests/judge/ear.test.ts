import { describe, expect, it } from 'vitest';
import { createEar } from '../../src/judge/ear.ts';
import { preparePhrases } from '../../src/judge/heard-phrases.ts';
import { learnActs } from '../../src/judge/learn.ts';
import type { Phrase } from '../../src/model/rule.ts';
import { heard } from './staging.ts';

const phrase = (act: string, pattern: string, label: string | null = null): Phrase => ({
  act,
  pattern,
  label,
  language: 'en',
  file: 'own/phrases/en/own.yaml',
  line: 3,
});

const noModels = new Map();

describe('the ear by phrases alone', () => {
  const ear = createEar({
    phrases: [
      phrase('farewell-warm', 'take care', 'wish'),
      phrase('farewell-warm', '~ take care of'),
      phrase('farewell-warm', 'thanks for (calling|writing)', 'thanks'),
      phrase('refusal', '? sorry'),
    ],
    models: noModels,
  });

  it('hears a phrase surely, with its words and label', () => {
    const hearing = ear.hear(heard('Bye, and take care, Ann'), 'farewell-warm');
    expect(hearing).toMatchObject({ score: 1, label: 'wish', by: 'phrase' });
    expect(hearing.spots).toEqual([{ message: 5, start: 9, end: 18 }]);
    expect(hearing.trained).toBeUndefined();
  });

  it('does not hear what an exception covers, but the same words elsewhere', () => {
    expect(ear.hear(heard('I will take care of it'), 'farewell-warm').score).toBe(0);
    expect(ear.hear(heard('I will take care of it. Take care!'), 'farewell-warm').spots).toEqual([
      { message: 5, start: 24, end: 33 },
    ]);
  });

  it('does not decide by hints, nor hear one act by the phrases of another', () => {
    expect(ear.hear(heard('Sorry, thanks for calling'), 'refusal').score).toBe(0);
    expect(ear.hear(heard('Sorry, thanks for calling'), 'farewell-warm').label).toBe('thanks');
  });

  it('names file, line and column of a broken phrase', () => {
    expect(() => createEar({ phrases: [phrase('offer', 'how about (a|b')], models: noModels })).toThrow(
      expect.objectContaining({
        code: 'bad-phrase',
        place: { file: 'own/phrases/en/own.yaml', line: 3, column: 11, text: 'how about (a|b' },
      }),
    );
  });
});

describe('the ear by phrases prepared ahead', () => {
  const warm = phrase('farewell-warm', 'take care', 'wish');
  const exception = phrase('farewell-warm', '~ take care of');
  const thanks = phrase('farewell-warm', 'thanks for (calling|writing)', 'thanks');
  // As a file has them.
  const prepared = preparePhrases([warm, exception, thanks]).map((ahead) => ({
    ...ahead,
    compiled: JSON.parse(JSON.stringify(ahead.compiled)) as unknown,
  }));

  it('hears all of them, and no others, as prepared', () => {
    const ear = createEar({ phrases: 'as prepared', prepared, models: noModels });
    expect(ear.hear(heard('Bye, and take care, Ann'), 'farewell-warm').label).toBe('wish');
    expect(ear.hear(heard('I will take care of it'), 'farewell-warm').score).toBe(0);
    expect(ear.hear({ ...heard('Take care'), language: 'ru' }, 'farewell-warm').score).toBe(0);
  });

  it('looks at none of them before their language is heard', () => {
    const unseen = {
      language: 'en',
      get phrases(): never {
        throw new Error('looked at');
      },
      get compiled(): never {
        throw new Error('opened');
      },
    };
    const ear = createEar({ phrases: 'as prepared', prepared: [unseen], models: noModels });
    expect(ear.hear({ ...heard('Take care'), language: 'ru' }, 'farewell-warm').score).toBe(0);
    expect(() => ear.hear(heard('Take care'), 'farewell-warm')).toThrow('opened');
  });

  it('does not hear those that the packs have taken out, and hears those that they have added', () => {
    const added = phrase('farewell-warm', 'see you soon', 'soon');
    const ear = createEar({ phrases: [exception, thanks, added], prepared, models: noModels });
    expect(ear.hear(heard('Bye, and take care, Ann'), 'farewell-warm').score).toBe(0);
    expect(ear.hear(heard('Thanks for calling'), 'farewell-warm').label).toBe('thanks');
    expect(ear.hear(heard('See you soon'), 'farewell-warm').label).toBe('soon');
  });
});

describe('the ear with a trained model', () => {
  const item = (text: string, acts: string[], index: number) => ({
    id: `${index}`,
    writer: index % 2 === 0 ? 'one' : 'two',
    speaker: 'agent' as const,
    text,
    before: [],
    answer: null,
    names: [],
    acts,
  });
  const things = ['lamp', 'chair', 'table', 'desk', 'sofa', 'shelf', 'rug', 'mirror'];
  const items = things.flatMap((thing, index) => [
    item(`The ${thing} is sadly gone. Thank you for asking.`, ['refusal'], index),
    item(`Your ${thing} ships today. Thank you for asking.`, [], index),
  ]);
  const lesson = { items, hintsOf: () => [], features: 2000 };
  const { model, measures } = learnActs(lesson);
  const ear = createEar({ phrases: [], models: new Map([['en', model]]) });

  it('tells the acts it learnt apart on things it never saw, and shows the words', () => {
    const refused = heard('Thank you for asking. The clock is sadly gone.');
    const served = heard('Your clock ships today.');
    const hearing = ear.hear(refused, 'refusal');
    expect(hearing.by).toBe('model');
    expect(hearing.score).toBeGreaterThan(0.5);
    expect(ear.hear(served, 'refusal').score).toBeLessThan(0.5);
    const [spot] = hearing.spots;
    expect(refused.text.slice(spot?.start, spot?.end)).toContain('sadly gone');
  });

  it('tells beside a phrase that decides what the model by itself would say', () => {
    const both = createEar({ phrases: [phrase('refusal', 'clock', 'gone')], models: new Map([['en', model]]) });
    const refused = heard('Thank you for asking. The clock is sadly gone.');
    const served = heard('Your clock ships today.');
    expect(both.hear(refused, 'refusal')).toMatchObject({ score: 1, by: 'phrase' });
    expect(both.hear(refused, 'refusal').trained).toBeGreaterThan(0.5);
    expect(both.hear(served, 'refusal')).toMatchObject({ score: 1, by: 'phrase' });
    expect(both.hear(served, 'refusal').trained).toBeLessThan(0.5);
  });

  it('is silent in a language without a model and for acts of the other speaker', () => {
    expect(ear.hear({ ...heard('sadly gone'), language: 'de' }, 'refusal').score).toBe(0);
    expect(ear.hear(heard('sadly gone'), 'declines').score).toBe(0);
  });

  it('learns the same model from the same items, and measures on writers held out', () => {
    expect(learnActs(lesson).model).toEqual(model);
    const refusal = measures.find(({ act }) => act === 'refusal');
    expect(refusal?.positives).toBe(8);
    expect(refusal?.averagePrecision).toBe(1);
  });
});

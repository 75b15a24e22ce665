// Measures how far the core pack agrees with labelled conversations: npm run accuracy [FOLDER], by default ../shared/corpus.
// Writes rules/core/accuracy.json and docs/accuracy.md. Run "npm run train" before: it leaves the models that never saw a source.
import { writeFileSync } from 'node:fs';
import { accuracyFile, accuracyPage } from './accuracy-page.ts';
import { DEFAULT_CORPUS, measure } from './measure-accuracy.ts';

const accuracy = await measure(process.argv[2] ?? DEFAULT_CORPUS, { unseen: true });
writeFileSync('rules/core/accuracy.json', accuracyFile(accuracy));
writeFileSync('docs/accuracy.md', accuracyPage(accuracy));
if (accuracy.rules.every(({ cells }) => cells.every(({ unseen }) => unseen === null))) {
  process.stderr.write(
    'bench/out/held-out is missing: nothing was measured on unseen sources; run "npm run train" first\n',
  );
}

// Measures how far the core pack agrees with labelled conversations: npm run accuracy [FOLDER], by default ../shared/corpus.
// Writes rules/core/accuracy.json and docs/accuracy.md.
import { writeFileSync } from 'node:fs';
import { accuracyFile, accuracyPage } from './accuracy-page.ts';
import { DEFAULT_CORPUS, measure } from './measure-accuracy.ts';

const accuracy = await measure(process.argv[2] ?? DEFAULT_CORPUS);
writeFileSync('rules/core/accuracy.json', accuracyFile(accuracy));
writeFileSync('docs/accuracy.md', accuracyPage(accuracy));

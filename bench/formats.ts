import { writeFileSync } from 'node:fs';
import { formatsPage } from '../src/read/formats-page.ts';
import { READERS } from '../src/read/product/index.ts';

// Writes docs/formats.md; tests/read/formats-page.test.ts fails while it is stale.
writeFileSync('docs/formats.md', formatsPage(READERS));

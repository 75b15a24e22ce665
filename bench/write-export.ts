import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateCsv } from './generate.ts';

const [megabytes = '300', file = 'bench/out/export.csv', seed = '1'] = process.argv.slice(2);
await pipeline(Readable.from(generateCsv(Number(megabytes) * 1024 * 1024, Number(seed))), createWriteStream(file));

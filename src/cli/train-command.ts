import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import { writeWhole, writeWholeBytes } from '../io/write.ts';
import { readActItems } from '../judge/act-items.ts';
import { hintsOf } from '../judge/ear.ts';
import { PhraseBook } from '../judge/heard-phrases.ts';
import { learnActs } from '../judge/learn.ts';
import { type ActItem, FOLDS_OF_WRITERS, KEPT_FEATURES } from '../judge/lesson.ts';
import { type Meanings, meaningsOf, NO_MEANINGS } from '../judge/meanings.ts';
import { writeModel } from '../judge/stored-model.ts';
import { readVectors } from '../judge/stored-vectors.ts';
import { ownItems, taughtItems, teachesLanguage } from '../judge/taught-items.ts';
import { tokenize } from '../text/tokens.ts';
import type { CommandOrder } from './command.ts';
import { shippedRules } from './pack-files.ts';
import { packsInUse } from './packs-in-use.ts';
import { openSession } from './session.ts';
import { EXIT } from './terminal.ts';

/** `train`: the shipped labelled messages and the user's own → the model of a pack of the user's. */
export async function run({ terminal, words, options }: CommandOrder): Promise<number> {
  const language = String(options['language']);
  const shipped = await shippedItems(language);
  const { settings } = await openSession(terminal, options);
  const phrases = (await packsInUse(settings, terminal.cwd())).flatMap((pack) => pack.phrases);
  const own = await Promise.all(
    words.map(async (name) => readActItems(await readText(resolve(terminal.cwd(), name), name), name)),
  );
  const book = new PhraseBook(phrases.filter((phrase) => phrase.language === language));
  const { model, measures } = learnActs({
    items: [...shipped, ...ownItems(own.flat())],
    hintsOf: (text) => hintsOf(book.find(text, tokenize(text), language)),
    features: KEPT_FEATURES,
    meanings: await shippedMeanings(language),
    folds: FOLDS_OF_WRITERS,
  });
  const folder = resolve(terminal.cwd(), String(options['out']));
  await mkdir(join(folder, 'model'), { recursive: true });
  const file = join(folder, 'model', `${language}.bin`);
  await writeWholeBytes(file, writeModel(model));
  if (!existsSync(join(folder, 'pack.yaml'))) {
    await writeWhole(join(folder, 'pack.yaml'), ['name: our-model\nversion: 0.1.0\nextends: core\n']);
  }
  for (const { act, positives, averagePrecision } of measures) {
    terminal.stdout.write(`${act.padEnd(18)}${String(positives).padStart(6)}  ${averagePrecision.toFixed(2)}\n`);
  }
  terminal.stdout.write(
    `average precision on writers that were held out; written: ${relative(terminal.cwd(), file)}\n`,
  );
  terminal.stdout.write(`use it with: --pack ./${relative(terminal.cwd(), folder)}/pack.yaml or its folder\n`);
  return EXIT.done;
}

async function readText(path: string, shown: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('bad-acts', `the labelled messages ${shown} cannot be read`, { cause });
  });
}

const shippedActs = (): string => join(dirname(shippedRules()), 'bench', 'acts');

/** What the words of a language mean, where the package has vectors of them. */
async function shippedMeanings(language: string): Promise<Meanings> {
  const file = join(shippedActs(), `meanings-${language}.bin`);
  return existsSync(file) ? meaningsOf(readVectors(await readFile(file), file)) : NO_MEANINGS;
}

/** The labelled messages that the shipped models learnt from; they are part of the package. */
async function shippedItems(language: string): Promise<ActItem[]> {
  const folder = shippedActs();
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const own = names.filter((name) => teachesLanguage(name, language));
  if (own.length === 0) {
    throw new Fault('unknown-language', `there are no shipped labelled messages for "${language}"`, {
      hint: 'The languages are en and ru.',
    });
  }
  const files = await Promise.all(
    own.map(async (name) => ({ name, shown: name, text: await readText(join(folder, name), name) })),
  );
  return taughtItems(files);
}

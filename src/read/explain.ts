import type { Source } from '../model/source.ts';
import { nearest } from '../text/nearest.ts';
import { type Candidate, type Recognition, recognise } from './detect.ts';
import { asProblem, explainRefusal } from './plan.ts';
import { READERS } from './product/index.ts';
import type { ReadSettings } from './settings.ts';

/** Archives stand in archives, but not without end. */
const MOST_ARCHIVES = 3;
const MOST_CANDIDATES = 4;

/**
 * For each file what it was taken for and why, and what else it could have been, as lines of text: the answer to
 * `--explain-input`. Nothing is read but the beginning of each file.
 */
export async function* explainInput(sources: AsyncIterable<Source>, settings: ReadSettings): AsyncGenerator<string> {
  for await (const source of sources) {
    yield* explainSource(source, settings, MOST_ARCHIVES);
  }
}

async function* explainSource(source: Source, settings: ReadSettings, depth: number): AsyncGenerator<string> {
  let recognition: Recognition;
  try {
    recognition = await recognise(source, settings);
  } catch (cause) {
    yield `${source.name}: ${asProblem(cause, source.name).message}`;
    return;
  }
  if (recognition.kind === 'archive') {
    yield `${source.name}: a ${recognition.archive.name} archive`;
    if (depth > 0) {
      for await (const member of recognition.archive.members(source, { settings, tell: () => undefined })) {
        yield* explainSource(member, settings, depth - 1);
      }
    }
    return;
  }
  if (recognition.kind === 'known') {
    const { winner, candidates, head } = recognition;
    const charset = head.charset === null ? '' : `, ${head.charset}`;
    yield `${source.name}: ${described(winner)} (${winner.container.name}${charset})`;
    yield* others(candidates.slice(1));
    return;
  }
  yield `${source.name}: not read. ${explainRefusal(recognition).message}`;
  if ('candidates' in recognition) {
    yield* others(recognition.candidates);
  }
  if (recognition.kind === 'unknown' && settings.inputFormat !== null) {
    const meant = nearest(
      settings.inputFormat,
      READERS.map(({ name }) => name),
    );
    yield `  asked for: ${settings.inputFormat}${meant === null ? '' : `, nearest: ${meant}`}`;
  }
}

function described({ reader, detection }: Candidate): string {
  return `${reader.name}: ${reader.title}; because of ${detection.reason}`;
}

function* others(candidates: readonly Candidate[]): Generator<string> {
  for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
    yield `  could also be ${described(candidate)}`;
  }
}

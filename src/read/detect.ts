import type { Source } from '../model/source.ts';
import { ARCHIVES, CONTAINERS } from './container/index.ts';
import { sampleOf } from './content.ts';
import { withoutEnvelopes } from './envelope.ts';
import { headOf } from './head.ts';
import { objectOf } from './json-values.ts';
import { READERS } from './product/index.ts';
import type { Container, Detection, Head, ReadContext, Reader } from './reader.ts';
import type { ReadSettings } from './settings.ts';

/** One way in which a file could be read. */
export interface Candidate {
  readonly reader: Reader;
  readonly container: Container;
  readonly detection: Detection;
}

/** What a file was taken for, and what else it could have been: the answer to `--explain-input`. */
export type Recognition = Made & {
  /** Readers whose shape was never seen for certain and fits: they must be asked for. */
  readonly unsure?: readonly string[];
};

type Made =
  | { readonly kind: 'archive'; readonly head: Head; readonly archive: (typeof ARCHIVES)[number] }
  | {
      readonly kind: 'known';
      readonly head: Head;
      readonly winner: Candidate;
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly kind: 'refused';
      readonly head: Head;
      readonly winner: Candidate;
      readonly candidates: readonly Candidate[];
    }
  | { readonly kind: 'tie'; readonly head: Head; readonly candidates: readonly Candidate[] }
  | {
      readonly kind: 'unknown';
      readonly head: Head;
      readonly containers: readonly string[];
      /** The columns, or the keys of the first record. */
      readonly names: readonly string[];
      /** Readers of files of this make. */
      readonly nearest: readonly string[];
    }
  | { readonly kind: 'empty'; readonly head: Head };

/** Tells what a source is by its first bytes and first records; its name is not looked at. */
export async function recognise(source: Source, settings: ReadSettings): Promise<Recognition> {
  const head = await headOf(source);
  if (head.bytes.length === 0 || head.text?.trim() === '') {
    return { kind: 'empty', head };
  }
  const archive = ARCHIVES.find((one) => one.detect(head) !== null);
  if (archive !== undefined) {
    return { kind: 'archive', head, archive };
  }
  const silent: ReadContext = { settings, tell: () => undefined };
  const containers = CONTAINERS.map((container) => ({ container, detection: container.detect(head) }))
    .filter(({ detection }) => detection !== null)
    .sort((left, right) => (right.detection?.score ?? 0) - (left.detection?.score ?? 0));
  const candidates: Candidate[] = [];
  let names: readonly string[] = [];
  const nearest = new Set<string>();
  const unsure = new Set<string>();
  for (const { container } of containers) {
    const sample = await sampleOf(withoutEnvelopes(await container.open(source, head, silent)));
    const keys = Object.keys(objectOf(sample.records[0]?.value) ?? {});
    names = names.length > 0 ? names : sample.header.length > 0 ? sample.header : keys;
    for (const reader of READERS) {
      if (!reader.shapes.includes(sample.shape)) {
        continue;
      }
      nearest.add(reader.name);
      const detection = reader.detect(sample, settings);
      if (reader.name === settings.inputFormat) {
        const asked = { score: 100, reason: 'asked for with --input-format' };
        candidates.push({
          reader,
          container,
          detection: detection === null ? asked : { ...asked, reason: detection.reason },
        });
      } else if (detection !== null && reader.certainty === 'inferred') {
        unsure.add(reader.name);
      } else if (detection !== null) {
        candidates.push({ reader, container, detection });
      }
    }
  }
  const chosen = choose(head, candidates, settings);
  const made = containers.map(({ container }) => container.name);
  const recognition = chosen ?? { kind: 'unknown', head, containers: made, names, nearest: [...nearest] };
  return unsure.size === 0 ? recognition : { ...recognition, unsure: [...unsure] };
}

function choose(head: Head, candidates: readonly Candidate[], settings: ReadSettings): Recognition | null {
  const wanted = settings.inputFormat;
  const sorted = candidates
    .filter(({ reader }) => wanted === null || reader.name === wanted)
    .sort((left, right) => right.detection.score - left.detection.score);
  const [winner, second] = sorted;
  if (winner === undefined) {
    return null;
  }
  if (second !== undefined && second.detection.score === winner.detection.score && second.reader !== winner.reader) {
    return { kind: 'tie', head, candidates: sorted };
  }
  return { kind: winner.detection.refusal === undefined ? 'known' : 'refused', head, winner, candidates: sorted };
}

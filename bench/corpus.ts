// The labelled conversations of a folder: <language>-real, -written, -own, -gathered, -blind or -fresh, each with transcripts.ndjson and labels.ndjson.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSources } from '../src/io/paths.ts';
import { makeSpillStore } from '../src/io/spill.ts';
import { TemporaryFolder } from '../src/io/temporary.ts';
import { readLabels } from '../src/judge/labels.ts';
import type { MeasuredData } from '../src/model/accuracy.ts';
import type { Label } from '../src/model/agreement.ts';
import type { Conversation } from '../src/model/conversation.ts';
import { readConversations } from '../src/read/read.ts';
import { DEFAULT_READ_SETTINGS } from '../src/read/settings.ts';

export interface Corpus {
  readonly conversations: readonly Conversation[];
  /** With the keys `data` (real, written) and `language` beside their own. */
  readonly labels: readonly Label[];
  readonly data: readonly MeasuredData[];
}

const NAME = /^([a-z]{2})-(real|written|own|gathered|blind|fresh)$/;

/** @param without - The data that are left out, such as `own`. */
export async function readCorpus(folder: string, without: readonly string[] = []): Promise<Corpus> {
  const names = readdirSync(folder).filter((name) => {
    const [, , data] = NAME.exec(name) ?? [];
    return data !== undefined && !without.includes(data) && existsSync(join(folder, name, 'labels.ndjson'));
  });
  const parts = await Promise.all(names.sort().map((name) => readPart(folder, name)));
  return {
    conversations: parts.flatMap(({ conversations }) => conversations),
    labels: parts.flatMap(({ labels }) => labels),
    data: parts.map(({ data }) => data),
  };
}

/** The labels of each conversation, by its id. */
export function byConversation(labels: readonly Label[]): ReadonlyMap<string, readonly Label[]> {
  const groups = new Map<string, Label[]>();
  for (const label of labels) {
    const group = groups.get(label.conversation) ?? [];
    group.push(label);
    groups.set(label.conversation, group);
  }
  return groups;
}

async function readPart(folder: string, name: string) {
  const [, language = '', data = ''] = NAME.exec(name) ?? [];
  const file = `${name}/labels.ndjson`;
  const { labels, problems } = readLabels(readFileSync(join(folder, file), 'utf8'), file);
  if (problems.length > 0) {
    throw new Error(problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  }
  const marked = labels.map(
    (label): Label => ({ ...label, keys: new Map([...label.keys, ['language', language], ['data', data]]) }),
  );
  const conversations = await readTranscripts(join(folder, name, 'transcripts.ndjson'));
  return { conversations, labels: marked, data: describe(language, data, conversations, marked) };
}

async function readTranscripts(path: string): Promise<Conversation[]> {
  const temporary = new TemporaryFolder();
  const sources = await findSources([path]);
  const each = async function* () {
    yield* sources;
  };
  const reading = readConversations(
    each(),
    DEFAULT_READ_SETTINGS,
    makeSpillStore(temporary),
    ({ severity, message }) => {
      if (severity === 'problem') {
        throw new Error(`${path}: ${message}`);
      }
    },
  );
  const conversations: Conversation[] = [];
  for await (const conversation of reading) {
    conversations.push(conversation);
  }
  await temporary.remove();
  return conversations;
}

function describe(
  language: string,
  data: string,
  conversations: readonly Conversation[],
  labels: readonly Label[],
): MeasuredData {
  const sources = new Map<string, Set<string>>();
  for (const label of labels) {
    const source = label.keys.get('source') ?? data;
    const met = sources.get(source) ?? new Set();
    sources.set(source, met.add(label.conversation));
  }
  return {
    language,
    data,
    conversations: conversations.length,
    labels: labels.length,
    sources: [...sources]
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
      .map(([source, met]) => ({ source, conversations: met.size })),
  };
}

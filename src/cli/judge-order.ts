import { rulesAtWork } from '../audit.ts';
import type { Settings } from '../config/settings.ts';
import { createJudge, type Judge } from '../judge/judge.ts';
import { openReadyModel } from '../judge/ready-model.ts';
import type { ModelFile, Pack, Phrase, PreparedPhrases, Rule } from '../model/rule.ts';
import { sceneSettings } from './hearing.ts';
import { KINDS_BY_NAME } from './kinds.ts';

/** What a worker makes its judge from: the same packs and settings as the judge at home, as data that can be sent. */
export interface JudgeOrder {
  readonly packs: readonly SentPack[];
  readonly judge: Settings['judge'];
  readonly wording: string;
}

interface SentPack extends Pick<Pack, 'phrases' | 'asPrepared' | 'languages'> {
  readonly rules: readonly Rule[];
  readonly prepared: readonly SentPhrases[];
  readonly models: readonly (readonly [string, SentModel])[];
}

interface SentPhrases {
  readonly language: string;
  readonly phrases: readonly Phrase[];
  /** As JSON: of languages that a worker never hears, it need not be more. */
  readonly compiled: string;
}

interface SentModel {
  readonly name: string;
  /** In memory that all workers share. */
  readonly bytes: Uint8Array;
  /** Whether the bytes are those laid out ahead. */
  readonly ready: boolean;
}

/** The order for the judge of a run, read out of packs whose parts are otherwise read when they are asked for. */
export function judgeOrder(packs: readonly Pack[], judge: Settings['judge'], wording: string): JudgeOrder {
  // Where everything was prepared, the phrases themselves are not looked at.
  const asPrepared = packs.every((pack) => pack.asPrepared === true);
  return {
    packs: packs.map((pack) => ({
      rules: pack.rules.map((rule) => ({ ...rule, examples: [] })),
      phrases: asPrepared ? [] : pack.phrases,
      prepared: pack.prepared.map(({ language, phrases, compiled }) => ({
        language,
        phrases: asPrepared ? [] : phrases,
        compiled: JSON.stringify(compiled),
      })),
      languages: pack.languages,
      models: [...pack.models].map(([language, file]) => [language, sentModel(file)] as const),
      ...(pack.asPrepared === undefined ? {} : { asPrepared: pack.asPrepared }),
    })),
    judge,
    wording,
  };
}

/** Makes the judge of an order; the same order makes a judge of the same verdicts. */
export async function judgeOf({ packs, judge, wording }: JudgeOrder): Promise<Judge> {
  const received = packs.map((pack) => ({
    ...pack,
    prepared: pack.prepared.map(receivedPhrases),
    models: new Map(pack.models.map(([language, model]) => [language, receivedModel(model)])),
  }));
  return createJudge({
    rules: rulesAtWork(received, KINDS_BY_NAME, { calendar: judge.calendar }),
    scene: await sceneSettings({ judge }, received),
    zone: judge.zone,
    wording,
  });
}

function sentModel({ name, bytes, ready }: ModelFile): SentModel {
  const laidOut = ready?.() ?? null;
  return laidOut !== null && openReadyModel(laidOut) !== null
    ? { name, bytes: shared(laidOut), ready: true }
    : { name, bytes: shared(bytes), ready: false };
}

function receivedModel({ name, bytes, ready }: SentModel): ModelFile {
  return ready ? { name, bytes, ready: () => bytes } : { name, bytes };
}

function receivedPhrases({ language, phrases, compiled }: SentPhrases): PreparedPhrases {
  return {
    language,
    phrases,
    get compiled() {
      return JSON.parse(compiled) as unknown;
    },
  };
}

function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) {
    return bytes;
  }
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

import * as v from 'valibot';

/** A text file of a pack, as `io` hands it over. */
export interface PackFile {
  /** As the user may find it: `rules/core/phrases/en/offer.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** All files of one pack; the head is `pack.yaml` of a folder, or the one file. */
export interface PackFiles {
  readonly head: PackFile;
  /** One rule each. */
  readonly rules: readonly PackFile[];
  readonly phrases: readonly (PackFile & { readonly language: string })[];
  /** The trained models, `model/<language>.bin`. */
  readonly models: readonly { readonly language: string; readonly name: string; readonly bytes: Uint8Array }[];
}

const identifier = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case words joined by hyphens'));
const filled = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected some text'));

/** A phrase: a pattern, or a pattern with the narrower name that the verdict may carry. */
export const phraseSchema = v.union([filled, v.strictObject({ pattern: filled, label: v.optional(identifier) })]);

/** What a user may change of the phrases of an act: a list adds; a mapping adds and removes. */
const phraseChangeSchema = v.union([
  v.array(phraseSchema),
  v.strictObject({ add: v.optional(v.array(phraseSchema), []), remove: v.optional(v.array(filled), []) }),
]);

/** language → act → phrases */
export const phrasesSchema = v.record(v.string(), v.record(identifier, phraseChangeSchema));

export const exampleSchema = v.strictObject({
  title: filled,
  language: filled,
  verdict: v.picklist(['pass', 'fail', 'na']),
  reason: v.optional(identifier),
  agent: v.optional(v.string()),
  conversation: v.looseObject({ messages: v.array(v.looseObject({ role: v.string(), text: v.string() })) }),
});

const severitySchema = v.picklist(['error', 'advice']);
const weightSchema = v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(0), v.maxValue(1000));
const wordingSchema = v.record(filled, v.record(identifier, filled));

/** A whole rule, as a pack defines it. */
export const ruleSchema = v.strictObject({
  id: identifier,
  kind: filled,
  title: filled,
  why: filled,
  source: filled,
  weight: weightSchema,
  critical: v.optional(v.boolean(), false),
  severity: v.optional(severitySchema, 'error'),
  options: v.optional(v.record(v.string(), v.unknown()), {}),
  wording: wordingSchema,
  examples: v.array(exampleSchema),
});

/** What may be changed of a rule that a pack below has defined; `off` takes it out. */
export const ruleChangeSchema = v.union([
  v.picklist(['off', 'advice', 'error']),
  v.strictObject({
    title: v.optional(filled),
    why: v.optional(filled),
    source: v.optional(filled),
    weight: v.optional(weightSchema),
    critical: v.optional(v.boolean()),
    severity: v.optional(severitySchema),
    options: v.optional(v.record(v.string(), v.unknown())),
    wording: v.optional(wordingSchema),
    examples: v.optional(v.array(exampleSchema)),
  }),
]);

/** `pack.yaml`, or a pack in one file. */
export const packSchema = v.strictObject({
  name: identifier,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'expected a version like 1.0.0')),
  title: v.optional(filled),
  /** The pack that this one builds on. */
  extends: v.optional(filled),
  /** New rules (with a kind) and changes to inherited ones. */
  rules: v.optional(v.record(identifier, v.unknown()), {}),
  phrases: v.optional(phrasesSchema, {}),
});

export type RuleChange = v.InferOutput<typeof ruleChangeSchema>;
export type WholeRule = v.InferOutput<typeof ruleSchema>;

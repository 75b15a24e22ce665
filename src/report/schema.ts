import { toJsonSchema } from '@valibot/to-json-schema';
import { agreementSchema, labelSchema } from './agreement-schema.ts';
import { comparisonSchema, planSchema } from './comparison-schema.ts';
import { documentSchema } from './document-schema.ts';
import { lineSchema } from './line-schemas.ts';
import { nativeSchema } from './native-schema.ts';

/** The outputs that have a JSON Schema. */
export const OUTPUT_SCHEMAS = ['native', 'ndjson', 'json', 'agreement', 'label', 'comparison', 'plan'] as const;
export type OutputSchema = (typeof OUTPUT_SCHEMAS)[number];

const SCHEMAS = {
  native: nativeSchema,
  ndjson: lineSchema,
  json: documentSchema,
  agreement: agreementSchema,
  label: labelSchema,
  comparison: comparisonSchema,
  plan: planSchema,
} as const;

const TITLES: Readonly<Record<OutputSchema, string>> = {
  native: 'A conversation of the native transcript format, one a line',
  ndjson: 'A line of the output of transcript-audit --format ndjson',
  json: 'The output of transcript-audit --format json',
  agreement: 'The output of transcript-audit evaluate --format json',
  label: 'A line of a label file, as transcript-audit evaluate --labels reads it',
  comparison: 'The output of transcript-audit compare --json',
  plan: 'The output of transcript-audit plan --json',
};

/** The JSON Schema (2020-12) of an output, as `schema` prints it. */
export function outputSchema(name: OutputSchema): Readonly<Record<string, unknown>> {
  const written = toJsonSchema(SCHEMAS[name], {
    target: 'draft-2020-12',
    // A row of numbers is complete: without this a validator would take a shorter one.
    overrideSchema: ({ jsonSchema }) =>
      Array.isArray(jsonSchema.prefixItems) ? { ...jsonSchema, minItems: jsonSchema.prefixItems.length } : undefined,
  });
  return { ...written, title: TITLES[name] };
}

import { toJsonSchema } from '@valibot/to-json-schema';
import { documentSchema } from './document-schema.ts';
import { lineSchema } from './line-schemas.ts';

/** The outputs that have a JSON Schema. */
export const OUTPUT_SCHEMAS = ['ndjson', 'json'] as const;
export type OutputSchema = (typeof OUTPUT_SCHEMAS)[number];

const TITLES: Readonly<Record<OutputSchema, string>> = {
  ndjson: 'A line of the output of transcript-audit --format ndjson',
  json: 'The output of transcript-audit --format json',
};

/** The JSON Schema (2020-12) of an output, as `schema` prints it. */
export function outputSchema(name: OutputSchema): Readonly<Record<string, unknown>> {
  const schema = name === 'ndjson' ? lineSchema : documentSchema;
  const written = toJsonSchema(schema, {
    target: 'draft-2020-12',
    // A row of numbers is complete: without this a validator would take a shorter one.
    overrideSchema: ({ jsonSchema }) =>
      Array.isArray(jsonSchema.prefixItems) ? { ...jsonSchema, minItems: jsonSchema.prefixItems.length } : undefined,
  });
  return { ...written, title: TITLES[name] };
}

import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { configSchema } from '../config/schema.ts';
import { Fault } from '../fault.ts';
import { suppressionsSchema } from '../model/suppression.ts';
import { packSchema, ruleChangeSchema, ruleSchema } from '../packs/schema.ts';
import { OUTPUT_SCHEMAS, outputSchema } from '../report/schema.ts';
import { nearest } from '../text/nearest.ts';
import type { CommandOrder } from './command.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { EXIT } from './terminal.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const SCHEMAS: Readonly<Record<string, () => JsonSchema>> = {
  ...Object.fromEntries(OUTPUT_SCHEMAS.map((name) => [name, () => outputSchema(name)])),
  config: () => ({ ...written(configSchema), title: 'transcript-audit.config.yaml' }),
  pack: packJsonSchema,
  suppressions: () => ({ ...written(suppressionsSchema), title: 'The file of suppressions and disputes' }),
};

/** `schema`: the JSON Schema of an output, of a pack or of the configuration. */
export async function run({ terminal, words }: CommandOrder): Promise<number> {
  const [name] = words;
  const names = Object.keys(SCHEMAS).sort();
  if (name === undefined) {
    terminal.stdout.write(`${names.join('\n')}\n`);
    return EXIT.done;
  }
  const make = names.includes(name) ? SCHEMAS[name] : undefined;
  if (make === undefined) {
    const meant = nearest(name, names);
    throw new Fault('unknown-schema', `there is no schema "${name}"; expected one of ${names.join(', ')}`, {
      ...(meant === null ? {} : { hint: `Did you mean "${meant}"?` }),
    });
  }
  terminal.stdout.write(`${JSON.stringify(make(), null, 2)}\n`);
  return EXIT.done;
}

/** What is written, not what it settles to: defaults may be left out. Checks that JSON Schema cannot say are left out. */
function written(schema: GenericSchema): JsonSchema {
  return toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore', target: 'draft-2020-12' }) as JsonSchema;
}

function packJsonSchema(): JsonSchema {
  const pack = written(packSchema);
  const kinds = [...KINDS_BY_NAME.values()].map((kind) => ({
    title: `A rule of the kind "${kind.name}"`,
    description: kind.summary,
    ...written(ruleSchema),
    properties: {
      ...(written(ruleSchema)['properties'] as object),
      kind: { const: kind.name },
      options: written(kind.options),
    },
    // In a pack the rule's id is the key that it stands under.
    required: ['kind', 'title', 'why', 'source', 'weight', 'wording', 'examples'],
  }));
  const properties = pack['properties'] as Record<string, unknown>;
  return {
    ...pack,
    title: 'A pack of transcript-audit',
    properties: {
      ...properties,
      rules: { type: 'object', additionalProperties: { anyOf: [...kinds, written(ruleChangeSchema)] } },
    },
  };
}

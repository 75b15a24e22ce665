import { safeParse } from 'valibot';
import { Fault } from '../fault.ts';
import { checkDocument, type DocumentFault, parseYaml, type YamlDocument } from '../text/document.ts';
import { configSchema, type UserConfig } from './schema.ts';

/** A configuration with the means to say where a value stands; without a file, all defaults. */
export interface ReadConfig {
  /** As the user may find it; null where there is none. */
  readonly file: string | null;
  readonly config: UserConfig;
  readonly document: YamlDocument | null;
}

/**
 * Reads the text of a configuration file.
 *
 * @throws Fault `bad-config` with file, line and column at the first thing that does not fit
 */
export function readConfig(file: string, text: string): ReadConfig {
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    throw configFault(file, parsed.fault);
  }
  // An empty file, or one of comments only, is a configuration that changes nothing.
  const value = parsed.value.value ?? {};
  const checked = checkDocument(parsed.value, configSchema, value);
  if (!checked.ok) {
    throw configFault(file, checked.fault);
  }
  return { file, config: checked.value, document: parsed.value };
}

/** The configuration of a run without a file. */
export function defaultConfig(): ReadConfig {
  const result = safeParse(configSchema, {});
  if (!result.success) {
    throw new Error('the defaults of the configuration do not fit their own schema');
  }
  return { file: null, config: result.output, document: null };
}

export function configFault(file: string, fault: DocumentFault): Fault {
  return new Fault('bad-config', fault.message, {
    place: { file, line: fault.line, column: fault.column, text: fault.text },
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  });
}

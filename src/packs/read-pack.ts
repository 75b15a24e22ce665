import type { GenericSchema, InferOutput } from 'valibot';
import { Fault } from '../fault.ts';
import type { Kind } from '../model/kind.ts';
import type { Example, ModelFile, Phrase, Rule } from '../model/rule.ts';
import { checkDocument, type DocumentFault, type Path, parseYaml, type YamlDocument } from '../text/document.ts';
import { nearest } from '../text/nearest.ts';
import { type PackFile, type PackFiles, packSchema, phrasesSchema, ruleSchema, type WholeRule } from './schema.ts';

/** A pack as its own files say, before it is laid over the one that it extends. */
export interface OwnPack {
  readonly name: string;
  readonly version: string;
  readonly extends: string | undefined;
  readonly rules: readonly Rule[];
  /** Changes to inherited rules, unchecked: whether they fit shows when they meet the rule. */
  readonly changes: readonly Located[];
  readonly phrases: readonly Phrase[];
  readonly models: ReadonlyMap<string, ModelFile>;
  readonly removed: readonly { readonly language: string; readonly act: string; readonly pattern: string }[];
}

/** Something that a user wrote, with the means to say where. */
export interface Located {
  readonly id: string;
  readonly value: unknown;
  readonly file: string;
  readonly document: YamlDocument;
  readonly path: Path;
}

export type Kinds = ReadonlyMap<string, Kind>;

/** Turns a document's fault into the user's. */
export function packFault(file: string, fault: DocumentFault): Fault {
  return new Fault('bad-pack', fault.message, {
    place: { file, line: fault.line, column: fault.column, text: fault.text },
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  });
}

function parsed(file: PackFile): YamlDocument {
  const result = parseYaml(file.text);
  if (!result.ok) {
    throw packFault(file.name, result.fault);
  }
  return result.value;
}

/** @throws Fault where the value does not fit, at its line and column. */
export function fitting<Schema extends GenericSchema>(
  located: Omit<Located, 'id'>,
  schema: Schema,
): InferOutput<Schema> {
  const result = checkDocument(located.document, schema, located.value, located.path);
  if (!result.ok) {
    throw packFault(located.file, result.fault);
  }
  return result.value;
}

/**
 * Reads the files of one pack. Every key, kind, option, reason and phrase is checked; the first that does not fit is a
 * Fault with file, line and column, the line itself and what is allowed.
 */
export function readPack(files: PackFiles, kinds: Kinds): OwnPack {
  const document = parsed(files.head);
  const head = fitting({ value: document.value, file: files.head.name, document, path: [] }, packSchema);
  const rules: Rule[] = [];
  const changes: Located[] = [];
  for (const [id, value] of Object.entries(head.rules)) {
    const located: Located = { id, value, file: files.head.name, document, path: ['rules', id] };
    if (typeof value === 'object' && value !== null && 'kind' in value) {
      rules.push(readRule({ ...located, value: { id, ...value } }, head.name, kinds));
    } else {
      changes.push(located);
    }
  }
  for (const file of files.rules) {
    const own = parsed(file);
    rules.push(readRule({ id: '', value: own.value, file: file.name, document: own, path: [] }, head.name, kinds));
  }
  const phrases: Phrase[] = [];
  const removed: { language: string; act: string; pattern: string }[] = [];
  const take = (located: Omit<Located, 'id'>, byLanguage: InferOutput<typeof phrasesSchema>, prefix: Path): void => {
    for (const [language, acts] of Object.entries(byLanguage)) {
      for (const [act, change] of Object.entries(acts)) {
        const list = Array.isArray(change) ? change : change.add;
        const inside = Array.isArray(change) ? [] : ['add'];
        for (const [index, phrase] of list.entries()) {
          const { line } = located.document.placeOf([
            ...prefix,
            ...(prefix[0] === 'phrases' ? [language] : []),
            act,
            ...inside,
            index,
          ]);
          const { pattern, label = null } = typeof phrase === 'string' ? { pattern: phrase } : phrase;
          phrases.push({ pattern, act, language, label, file: located.file, line });
        }
        removed.push(...(Array.isArray(change) ? [] : change.remove).map((pattern) => ({ language, act, pattern })));
      }
    }
  };
  take({ value: head.phrases, file: files.head.name, document, path: ['phrases'] }, head.phrases, ['phrases']);
  for (const file of files.phrases) {
    const own = parsed(file);
    const located = { value: own.value, file: file.name, document: own, path: [] };
    take(located, { [file.language]: fitting(located, phrasesSchema.value) }, []);
  }
  const models = new Map(files.models.map(({ language, name, bytes }) => [language, { name, bytes }]));
  return { name: head.name, version: head.version, extends: head.extends, rules, changes, phrases, models, removed };
}

/** Any rule may meet a language without phrases, or a case too close to call. */
const EVERY_RULES_REASONS = ['unsupported-language', 'unsure'];

function readRule(located: Located, pack: string, kinds: Kinds): Rule {
  const whole: WholeRule = fitting(located, ruleSchema);
  const kind = kinds.get(whole.kind);
  const fault = (path: Path, message: string, hint?: string): Fault => {
    const place = located.document.placeOf([...located.path, ...path]);
    return packFault(located.file, { ...place, message, hint });
  };
  if (kind === undefined) {
    const names = [...kinds.keys()].sort();
    const meant = nearest(whole.kind, names);
    throw fault(
      ['kind'],
      `unknown kind "${whole.kind}"; the kinds are ${names.join(', ')}`,
      meant === null ? undefined : `Did you mean "${meant}"?`,
    );
  }
  const options = fitting({ ...located, value: whole.options, path: [...located.path, 'options'] }, kind.options);
  const allowed = { ...kind.reasons, na: [...new Set([...kind.reasons.na, ...EVERY_RULES_REASONS])] };
  const reasons = [...allowed.pass, ...allowed.fail, ...allowed.na];
  for (const [language, wording] of Object.entries(whole.wording)) {
    const stranger = Object.keys(wording).find((reason) => !reasons.includes(reason));
    if (stranger !== undefined) {
      throw fault(
        ['wording', language, stranger],
        `"${stranger}" is no reason of the kind "${kind.name}"; its reasons are ${reasons.join(', ')}`,
      );
    }
  }
  const examples = whole.examples.map((example, index): Example => {
    if (example.reason !== undefined && !allowed[example.verdict].includes(example.reason)) {
      throw fault(
        ['examples', index, 'reason'],
        `"${example.reason}" is no reason for ${example.verdict}; expected one of ${allowed[example.verdict].join(', ')}`,
      );
    }
    return {
      verdict: example.verdict,
      reason: example.reason ?? null,
      language: example.language,
      title: example.title,
      conversation: example.conversation,
      agent: example.agent ?? null,
      file: located.file,
      line: located.document.placeOf([...located.path, 'examples', index]).line,
    };
  });
  for (const verdict of ['pass', 'fail', 'na'] as const) {
    if (!examples.some((example) => example.verdict === verdict)) {
      throw fault(
        ['examples'],
        `the rule "${whole.id}" has no example of ${verdict}`,
        'Every rule shows at least one conversation that passes, one that fails and one to which it does not apply.',
      );
    }
  }
  return { ...whole, pack, options, written: whole.options, examples };
}

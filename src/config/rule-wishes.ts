import { Fault } from '../fault.ts';
import { parseYaml } from '../text/document.ts';
import { pair } from './origin.ts';
import type { ReadConfig } from './read-config.ts';
import type { RuleWish } from './settings.ts';

/** The changes of rules that the configuration file makes, in its order. */
export function configWishes({ file, config, document }: ReadConfig): RuleWish[] {
  return file === null || document === null
    ? []
    : Object.entries(config.rules).map(([id, value]) => ({ id, value, file, document, path: ['rules', id] }));
}

/** Keys of a rule itself; everything else after the rule's id is one of its options. */
const RULE_KEYS = ['weight', 'critical', 'severity'];

/** `--set response-delay.limits.chat.first=90s` is the change that a file would write in five lines. */
export function setWish(text: string): RuleWish {
  const [path, value] = pair(text, '--set', 'RULE.OPTION=VALUE, as in --set response-delay.limits.chat.first=90s');
  const [id = '', ...keys] = path.split('.');
  if (keys.length === 0 || keys.includes('')) {
    throw new Fault('bad-flag', `--set: "${path}" names no option; expected RULE.OPTION=VALUE`);
  }
  const whole = RULE_KEYS.includes(keys[0] ?? '') ? keys : ['options', ...keys];
  const quoted = [id, ...whole].map((key) => JSON.stringify(key));
  const source = `${quoted.map((key) => `{${key}: `).join('')}${value}${'}'.repeat(quoted.length)}`;
  const parsed = parseYaml(source);
  if (!parsed.ok) {
    throw new Fault('bad-flag', `--set: "${value}" is no value: ${parsed.fault.message}`);
  }
  const document = { value: parsed.value.value, placeOf: () => ({ line: 1, column: 1, text }) };
  const change = (parsed.value.value as Record<string, unknown>)[id];
  return { id, value: change, file: '--set', document, path: [id] };
}

import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/fault.ts';
import { KINDS } from '../../src/kinds/index.ts';
import { type FindPack, loadPack } from '../../src/packs/load.ts';
import { changePack } from '../../src/packs/resolve.ts';
import { parseYaml } from '../../src/text/document.ts';

const kinds = new Map(KINDS.map((kind) => [kind.name, kind]));

const rule = `
  says-ticket:
    kind: say
    title: Names the ticket
    why: People want to know what to refer to.
    source: our own rule
    weight: 2
    options: { acts: [ticket] }
    wording: { en: { said: Names the ticket, not-said: Does not name the ticket } }
    examples:
      - { title: named, language: en, verdict: pass, conversation: { messages: [{ role: agent, text: your ticket is 12 }] } }
      - { title: not named, language: en, verdict: fail, conversation: { messages: [{ role: agent, text: hello }] } }
      - { title: other language, language: de, verdict: na, conversation: { messages: [{ role: agent, text: hallo }] } }
`;
const base = `name: base\nversion: 1.0.0\nrules:${rule}phrases:\n  en:\n    ticket:\n      - your ticket\n      - case number\n`;

const finder =
  (files: Record<string, string>): FindPack =>
  async (name) => ({ head: { name, text: files[name] ?? '' }, rules: [], phrases: [], models: [] });

const load = (text: string, others: Record<string, string> = {}) =>
  loadPack('p.yaml', finder({ 'p.yaml': text, ...others }), kinds);

async function faultOf(text: string, others: Record<string, string> = {}): Promise<Fault> {
  const outcome = await load(text, others).catch((error: unknown) => error);
  if (!(outcome instanceof Fault)) {
    throw new Error('expected a Fault');
  }
  return outcome;
}

describe('a pack', () => {
  it('gives its rules with settled options, its phrases with their lines, and its languages', async () => {
    const pack = await load(base);
    expect(pack.rules.map(({ id }) => id)).toEqual(['says-ticket']);
    expect(pack.rules[0]?.options).toEqual({ acts: ['ticket'], where: 'anywhere', threshold: 0.5, unsure: 0.4 });
    // `your ticket` is the fifth line from the end of the text: 19 lines, so line 18; `case number` is line 19.
    const lines = base.split('\n');
    expect(pack.phrases.map(({ pattern, line }) => [pattern, lines[line - 1]?.trim()])).toEqual([
      ['your ticket', '- your ticket'],
      ['case number', '- case number'],
    ]);
    expect(pack.languages).toEqual(['en']);
    expect(pack.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('says file, line, column, the line and what is allowed for an unknown kind', async () => {
    const text = base.replace('kind: say', 'kind: sey');
    const fault = await faultOf(text);
    const line = text.split('\n').findIndex((each) => each.includes('kind: sey')) + 1;
    expect(fault.place).toEqual({ file: 'p.yaml', line, column: 11, text: '    kind: sey' });
    expect(fault.message).toContain('unknown kind "sey"');
    expect(fault.message).toContain('avoid');
    expect(fault.hint).toBe('Did you mean "say"?');
  });

  it.each([
    ['an unknown key', base.replace('weight: 2', 'wieght: 2'), 'unknown key "wieght"', 'Did you mean "weight"?'],
    [
      'an unknown option',
      base.replace('{ acts: [ticket] }', '{ acts: [ticket], were: opening }'),
      'unknown key "were"',
      'Did you mean "where"?',
    ],
    [
      'a wrong value of an option',
      base.replace('{ acts: [ticket] }', '{ acts: [ticket], where: openin }'),
      '"where" is "openin"; expected one of "anywhere", "opening", "closing"',
      'Did you mean "opening"?',
    ],
    [
      'a missing why',
      base.replace('    why: People want to know what to refer to.\n', ''),
      '"why" is missing',
      undefined,
    ],
    [
      'a reason that the kind does not have',
      base.replace('not-said: Does', 'unsaid: Does'),
      '"unsaid" is no reason',
      undefined,
    ],
    [
      'a rule without an example of fail',
      base.replace('verdict: fail', 'verdict: pass'),
      'no example of fail',
      'Every rule shows at least one conversation that passes, one that fails and one to which it does not apply.',
    ],
    ['broken YAML', `${base}\n  bad: [`, 'not valid YAML', undefined],
    ['a key twice', `${base}version: 1.0.1\n`, 'not valid YAML', undefined],
    [
      'a version that is none',
      base.replace('version: 1.0.0', 'version: new'),
      'expected a version like 1.0.0',
      undefined,
    ],
  ])('is refused for %s', async (_, text, message, hint) => {
    const fault = await faultOf(text);
    expect(fault.message).toContain(message);
    expect(fault.hint).toBe(hint);
    expect(fault.place?.line).toBeGreaterThan(0);
    expect(fault.describe()).not.toContain('undefined');
  });

  it('that extends another overrides weights and options, adds and removes phrases, and leaves the other alone', async () => {
    const own = `
name: own
version: 2.0.0
extends: base.yaml
rules:
  says-ticket: { weight: 5, options: { where: closing } }
phrases:
  en:
    ticket: { add: [reference], remove: [case number] }
`;
    const pack = await load(own, { 'base.yaml': base });
    expect(pack.name).toBe('own');
    expect(pack.rules[0]).toMatchObject({
      id: 'says-ticket',
      weight: 5,
      options: { acts: ['ticket'], where: 'closing' },
    });
    expect(pack.phrases.map(({ pattern }) => pattern)).toEqual(['your ticket', 'reference']);
    const untouched = await load(base);
    expect(untouched.rules[0]?.weight).toBe(2);
    expect(pack.hash).not.toBe(untouched.hash);
  });

  it('can take a rule out, or make it advice', async () => {
    const own = (change: string) =>
      `name: own\nversion: 1.0.0\nextends: base.yaml\nrules: { says-ticket: ${change} }\n`;
    expect((await load(own('off'), { 'base.yaml': base })).rules).toEqual([]);
    expect((await load(own('advice'), { 'base.yaml': base })).rules[0]?.severity).toBe('advice');
  });

  it('is refused for a change to a rule that does not exist, with the nearest name', async () => {
    const fault = await faultOf('name: own\nversion: 1.0.0\nextends: base.yaml\nrules:\n  say-ticket: off\n', {
      'base.yaml': base,
    });
    expect(fault.message).toContain('there is no rule "say-ticket"; the rules are says-ticket');
    expect(fault.hint).toBe('Did you mean "says-ticket"?');
    expect(fault.place).toMatchObject({ line: 5, column: 3 });
  });

  it('is refused where packs extend each other in a circle', async () => {
    const fault = await faultOf('name: own\nversion: 1.0.0\nextends: p.yaml\n');
    expect(fault.message).toContain('circle');
  });

  it('keeps its hash where nothing that judges changes, and changes it with an option', async () => {
    const pack = await load(base);
    expect((await load(base.replace('Names the ticket\n', 'Says the ticket\n'))).hash).toBe(pack.hash);
    const parsed = parseYaml('{ options: { threshold: 0.7 } }');
    if (!parsed.ok) {
      throw new Error('expected valid YAML');
    }
    const wish = { id: 'says-ticket', value: parsed.value.value, file: '--set', document: parsed.value, path: [] };
    expect(changePack(pack, [wish], kinds).hash).not.toBe(pack.hash);
  });
});

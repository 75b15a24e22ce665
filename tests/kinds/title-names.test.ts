import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createJudge } from '../../src/judge/judge.ts';
import { address } from '../../src/kinds/address.ts';
import { makeFragment, makeMessage } from '../../src/model/conversation.ts';
import type { Rule } from '../../src/model/rule.ts';

const rule = {
  id: 'personal-name-greeting',
  pack: 'core',
  weight: 2,
  critical: false,
  severity: 'error',
  wording: {},
} as unknown as Rule;
const check = address.compile(v.parse(address.options, {}), { calendar: null });
const judge = createJudge({
  rules: [{ rule, check, words: true }],
  scene: {
    ear: { hear: () => ({ score: 0, spots: [], label: null, by: 'none' }) },
    languages: ['en', 'ru'],
    asOf: null,
    assumeChannel: 'chat',
  },
  zone: 'UTC',
  wording: 'en',
});

function verdictFor(name: string, greeting: string): string | undefined {
  const messages = [
    makeMessage({ role: 'customer', name, text: 'hello' }),
    makeMessage({ role: 'agent', name: 'Zoe', text: greeting }),
  ];
  const source = { file: 'x', format: 'native', line: 1 };
  const conversation = makeFragment({
    id: 'c',
    language: 'en',
    customer: { id: null, name, email: null },
    messages,
    source,
  });
  return judge(conversation).units[0]?.verdicts[0]?.verdict;
}

describe('given names that are also titles or courtesies', () => {
  it.each([
    ['Ben Adler', 'Hi Ben, one moment.'],
    ['Kun Zhang', 'Hello Kun, one moment.'],
    ['Don Marsh', 'Hi Don, one moment.'],
    ['San Kim', 'Good morning San!'],
    ['Abi Clarke', 'Good morning Abi!'],
    ['Major Tomkins', 'Good morning Major Tomkins!'],
  ])('%s is greeted by "%s"', (name, greeting) => {
    expect(verdictFor(name, greeting)).toBe('pass');
  });

  it('a title alone is no name: "Hello Mr" greets nobody', () => {
    expect(verdictFor('Tom Reed', 'Hello Mr, one moment.')).toBe('fail');
  });
});

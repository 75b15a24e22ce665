import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { makeGitlab } from '../../src/report/gitlab.ts';
import { conversation, unit, verdict, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

/** The properties that GitLab's documentation of code quality reports asks for. */
const validate = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

describe('gitlab code quality', () => {
  it.each([
    ['an audit', undefined],
    ['hostile text', { conversations: [hostileConversation()], tail: hostileReport() }],
    ['no findings', { conversations: [] }],
  ])('is what GitLab asks for: %s', (_, audit) => {
    const document = JSON.parse(written(makeGitlab(), audit));
    expect(validate(document) ? [] : validate.errors).toEqual([]);
  });

  it('leaves out what was accepted, and keeps what was known before, as GitLab compares by itself', () => {
    const findings = [
      verdict({ fingerprint: 'f1', baselined: true }),
      verdict({ fingerprint: 'f2', suppressed: { by: 'Ann', why: 'agreed' } }),
      verdict({
        fingerprint: 'f3',
        critical: true,
        source: { file: 'a.json', format: 'native', line: null },
        evidence: [],
      }),
    ];
    const document = JSON.parse(written(makeGitlab(), { conversations: [conversation({ units: [unit(findings)] })] }));
    expect(document.map(({ fingerprint, severity }: Record<string, string>) => [fingerprint, severity])).toEqual([
      ['f1', 'minor'],
      ['f3', 'critical'],
    ]);
    expect(document[1].location).toEqual({ path: 'a.json', lines: { begin: 1 } });
  });
});

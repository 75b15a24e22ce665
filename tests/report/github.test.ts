import { describe, expect, it } from 'vitest';
import { makeGithub } from '../../src/report/github.ts';
import { conversation, evidence, settings, unit, unitScore, verdict, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

const finding = (id: string, points: number, fields = {}) =>
  conversation({
    id,
    units: [unit([verdict({ conversation: id, evidence: [evidence({ quote: id })], ...fields })])],
    scores: [unitScore({ lost: [{ rule: 'personal-name-greeting', points }] })],
  });

describe('github annotations', () => {
  it('annotates the place with the rule and the words', () => {
    expect(written(makeGithub(settings)).split('\n')).toEqual([
      '::error file=july.csv,line=98,title=unreadable-record::the quote opened here is never closed',
      '::warning file=july.csv,line=12,title=personal-name-greeting::Tom: Greets without the customer’s name: “Hi there!”',
      '::notice title=Support conversations%2C audited::All agents: 81.2. 131 conversations.',
      '',
    ]);
  });

  it('keeps to the ten that GitHub shows, the costliest first, and says how many there are', () => {
    const conversations = Array.from({ length: 12 }, (_, index) => finding(`c-${index}`, index === 11 ? 100 : 40));
    const lines = written(makeGithub(settings), { conversations }).trimEnd().split('\n');
    const warnings = lines.filter((line) => line.startsWith('::warning'));
    expect(warnings).toHaveLength(10);
    expect(warnings[0]).toContain('“c-11”');
    expect(warnings[1]).toContain('“c-0”');
    expect(lines.at(-1)).toContain('10 of 12 findings are annotated here');
  });

  it('annotates nothing that was accepted, known before, or is only advice', () => {
    const conversations = [
      finding('c-1', 40, { baselined: true }),
      finding('c-2', 40, { suppressed: { by: 'Ann', why: 'agreed' } }),
      finding('c-3', 0, { severity: 'advice' }),
    ];
    expect(written(makeGithub(settings), { conversations })).not.toContain('::warning');
  });

  it('lets no text start a command of its own or end a property', () => {
    const text = written(makeGithub(settings), { conversations: [hostileConversation()], tail: hostileReport() });
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) (file=[^:,]*,line=\d+,)?title=[^:,]*::/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { makeJson } from '../../src/report/json.ts';
import { makeNdjson } from '../../src/report/ndjson.ts';
import { redacting } from '../../src/report/redact.ts';
import { conversation, evidence, groupScore, quote, quotesOf, report, unit, verdict, written } from './example.ts';

const SECRETS = ['Anna', 'Petrova', 'petrova', '7946', 'Борис'];

const source = { file: 'chat with Anna Petrova.txt', format: 'whatsapp', line: 3 };
const told = 'Hello Anna! This is Tom. Is anna.petrova@mail.example or +44 20 7946 0103 right?';
const personal = conversation({
  id: 'anna.petrova@mail.example',
  names: ['Anna Petrova'],
  source,
  units: [
    unit([
      verdict({
        conversation: 'anna.petrova@mail.example',
        message: 'Calls the customer Борис instead of Anna',
        args: { name: 'Борис', known: 'Anna', count: 3 },
        evidence: [evidence({ quote: told, start: 4, end: 85 })],
        source,
      }),
    ]),
  ],
});
const tail = report({
  quotes: [quotesOf([quote({ quote: told, file: source.file, names: ['Anna Petrova'] })])],
  problems: [
    {
      type: 'problem',
      severity: 'problem',
      code: 'x',
      file: source.file,
      line: 2,
      message: 'found "Anna P.", a.petrova@x.example',
    },
  ],
});

describe('redaction', () => {
  it('leaves no name, address or number of the customer anywhere', () => {
    for (const make of [makeNdjson, () => makeJson({ withConversations: true })]) {
      const open = written(make(), { conversations: [personal], tail });
      const closed = written(redacting(make(), { agents: false }), { conversations: [personal], tail });
      for (const secret of SECRETS) {
        expect(open).toContain(secret);
        expect(closed).not.toContain(secret);
      }
    }
  });

  it('says that it was done, and changes neither offsets nor figures nor the agent', () => {
    const lines = written(redacting(makeNdjson(), { agents: false }), { conversations: [personal], tail })
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0].redacted).toBe(true);
    expect(lines[1]).toMatchObject({
      conversation: '[EMAIL-1]',
      agent: 'Tom',
      message: 'Calls the customer [NAME-2] instead of [NAME-1]',
      args: { name: '[NAME-2]', known: '[NAME-1]', count: 3 },
      fingerprint: 'f1',
      source: { file: 'chat with [NAME-1].txt', format: 'whatsapp', line: 3 },
    });
    expect(lines[1].evidence[0]).toMatchObject({
      quote: 'Hello [NAME-1]! This is Tom. Is [EMAIL-1] or [PHONE-1] right?',
      start: 4,
      end: 85,
      at: '2026-03-02T08:14:40.000Z',
    });
    expect(lines.find(({ type }) => type === 'problem')).toMatchObject({
      file: 'chat with [NAME-1].txt',
      message: 'found "[TEXT]", [EMAIL-1]',
    });
  });

  it('hides a name in the id of a conversation wherever the report names it', () => {
    const named = conversation({ id: 'irc-anna33', names: ['anna33'] });
    const example = { side: 'best', conversation: 'irc-anna33', product: null, agent: 'Tom', agent_id: 'a7' } as const;
    const text = written(redacting(makeJson({ withConversations: false }), { agents: false }), {
      conversations: [named],
      tail: report({ examples: [{ ...example, score: 90, file: 'irc.log', line: 1 }] }),
    });
    expect(text).toContain('"conversation":"irc-[NAME-1]"');
  });

  it('hides agents only when asked, each under one token throughout the run', () => {
    const second = groupScore({ agent: 'Maya Lindgren', agent_id: 'a8' });
    const agents = report({ ...tail, agents: [groupScore(), second] });
    const text = written(redacting(makeNdjson(), { agents: true }), { conversations: [personal], tail: agents });
    expect(text).not.toMatch(/Tom|Maya|"a7"|"a8"/);
    expect(text).toContain('This is [AGENT-1].');
    expect(text).toContain('"agent":"[AGENT-2]","agent_id":"[AGENT-2]"');
  });

  it('keeps pseudo-agents and the agent without a name', () => {
    const queue = unit([verdict({ agent: '(queue)', agent_id: null })], { pseudo: true });
    const nameless = unit([verdict({ agent: null, agent_id: null })]);
    const text = written(redacting(makeNdjson(), { agents: true }), {
      conversations: [conversation({ units: [queue, nameless] })],
      tail: report({ agents: [] }),
    });
    expect(text).toContain('"agent":"(queue)"');
    expect(text).toContain('"agent":null');
  });

  it('keeps hashes as they are: baselines and merging rest on them', () => {
    const hashes = { conversation_hashes: 'ASNFZ4mrze8xMjM0NTY3OA==', finding_hashes: '/ty6mHZUMhAxMjM0NTY3OA==' };
    const counts = { ...report().counts, ...hashes };
    const text = written(redacting(makeJson({ withConversations: false }), { agents: true }), {
      conversations: [],
      tail: report({ counts }),
    });
    expect(JSON.parse(text).counts).toMatchObject(hashes);
  });

  it('leaves a key alone only if it is known to hold our own words: a new one is masked', () => {
    const extended = { ...conversation(), names: ['Anna'], newcomer: 'Anna was here' };
    const reporter = redacting(
      { head: () => [], tail: () => [], conversation: (one) => [JSON.stringify(one)] },
      { agents: false },
    );
    expect([...reporter.conversation(extended)].join('')).toContain('"newcomer":"[NAME-1] was here"');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { xml } from '../../../src/read/container/xml.ts';
import { headOf } from '../../../src/read/head.ts';
import { DEFAULT_READ_SETTINGS } from '../../../src/read/settings.ts';
import { sourceOf } from '../reading.ts';

interface Result {
  readonly values: unknown[];
  readonly lines: (number | null)[];
  readonly problems: (readonly [string, number | null])[];
}

/** The tickets of a document, without the key that names them. */
async function ticketsOf(text: string, pieceSize?: number): Promise<Result> {
  const source = sourceOf('Tickets0.xml', text, pieceSize);
  const problems: Problem[] = [];
  const context = { settings: DEFAULT_READ_SETTINGS, tell: (found: Problem) => void problems.push(found) };
  const head = await headOf(source);
  expect(xml.detect(head)).not.toBeNull();
  const content = await xml.open(source, head, context);
  const values: unknown[] = [];
  const lines: (number | null)[] = [];
  for await (const { value, line } of content.shape === 'json' ? content.records() : []) {
    values.push((value as Record<string, unknown>)['helpdesk_ticket']);
    lines.push(line);
  }
  return { values, lines, problems: problems.map(({ code, line }) => [code, line]) };
}

const ticket = (inner: string): string => `<helpdesk-ticket>${inner}</helpdesk-ticket>`;
const tickets = (...inner: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<helpdesk-tickets type="array">\n${inner.join('\n')}\n</helpdesk-tickets>\n`;

describe('XML of tickets', () => {
  it('becomes what JSON would hold: texts, lists and null', async () => {
    const { values, lines, problems } = await ticketsOf(
      tickets(
        ticket('<display-id type="integer">9007199254740993</display-id><subject nil="true"/><body></body>'),
        ticket('<notes type="array"/>'),
        ticket('<notes type="array"><note><body>a &lt;b&gt; &#1103;</body></note></notes>'),
        ticket('<notes><note>1</note><note>2</note></notes><custom-field><a>1</a><b>2</b></custom-field>'),
      ),
    );
    expect(values).toEqual([
      { display_id: '9007199254740993', subject: null, body: '' },
      { notes: [] },
      { notes: [{ body: 'a <b> я' }] },
      { notes: ['1', '2'], custom_field: { a: '1', b: '2' } },
    ]);
    expect(lines).toEqual([3, 4, 5, 6]);
    expect(problems).toEqual([]);
  });

  it('gives every text back, in pieces of any size', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', ' ', '<', '&', '>', ']', 'я', '😀', '\n', '"'),
      maxLength: 20,
    });
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 5 }), fc.integer({ min: 1, max: 30 }), async (all, pieceSize) => {
        const text = tickets(...all.map((one) => ticket(`<body>${escaped(one)}</body>`)));
        const { values, problems } = await ticketsOf(text, pieceSize);
        expect(values).toEqual(all.map((body) => ({ body })));
        expect(problems).toEqual([]);
      }),
      { seed: 17, numRuns: 60 },
    );
  });

  it('a ticket that is not well-formed is a problem with its line, and the rest goes on', async () => {
    const { values, problems } = await ticketsOf(
      tickets(
        ticket('<body>1</body>'),
        ticket('<body>a<br>b</body>'),
        '<helpdesk-ticket><body>never closed</body>',
        ticket('<body>4 &nbsp; &who;</body>'),
        ticket(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`),
        ticket('<body>6</body>'),
      ),
    );
    expect(values).toEqual([{ body: '1' }, { body: '4 &nbsp; &who;' }, { body: '6' }]);
    expect(problems).toEqual([
      ['unreadable-record', 4],
      ['unreadable-record', 5],
      ['unreadable-record', 7],
    ]);
  });

  it('a file that is cut off gives what stands before', async () => {
    const whole = tickets(ticket('<body>1</body>'), ticket('<body>2</body>'));
    const inside = await ticketsOf(whole.slice(0, whole.indexOf('2</body>')));
    expect([inside.values, inside.problems]).toEqual([[{ body: '1' }], [['cut-off', 4]]]);
    const between = await ticketsOf(whole.slice(0, whole.indexOf('\n</helpdesk-tickets>')));
    expect([between.values, between.problems]).toEqual([[{ body: '1' }, { body: '2' }], [['cut-off', 4]]]);
  });

  it('no name of an element reaches a prototype', async () => {
    const { values } = await ticketsOf(tickets(ticket('<__proto__><a>1</a></__proto__><b>2</b>')));
    expect(Object.keys(values[0] as object)).toEqual(['__proto__', 'b']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('of other roots is not opened', async () => {
    const feed = await headOf(sourceOf('feed.xml', '<?xml version="1.0"?><rss><helpdesk-tickets/></rss>'));
    expect(xml.detect(feed)).toBeNull();
  });
});

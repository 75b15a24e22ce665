import type { Agreement } from '../model/agreement.ts';

/** The agreement as one JSON document; every cell and every disagreement has a line of its own. */
export function* agreementAsJson(agreement: Agreement): Iterable<string> {
  const { labels, conversations, by, rules, cells, disagreements } = agreement;
  yield `{\n"schema": "transcript-audit/agreement/1",\n"labels": ${labels},\n"conversations": ${conversations},\n"by": ${JSON.stringify(by)}`;
  const written = disagreements.map(({ names: _, ...disagreement }) => disagreement);
  for (const [key, list] of Object.entries({ rules, cells, disagreements: written })) {
    yield `,\n"${key}": [`;
    yield list.map((one) => `\n${JSON.stringify(one)}`).join(',');
    yield list.length === 0 ? ']' : '\n]';
  }
  yield '\n}\n';
}

import type { Certainty, Reader } from './reader.ts';

const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  real: 'seen in real files',
  documented: 'from official documentation',
  inferred: 'inferred: only with `--input-format`',
};

/**
 * docs/formats.md from the readers' table, as Markdown. Pure: the page is stale when this text differs from it.
 */
export function formatsPage(readers: readonly Reader[]): string {
  const lines = [
    '# Formats',
    '',
    '<!-- Written by `node bench/run.mjs formats` from the table of readers (src/read/product): change the readers, not this page. -->',
    '',
    'Files are recognised by their keys and first bytes, never by their names alone. `transcript-audit --explain-input PATH…`',
    'says what was recognised and why, `--input-format NAME` decides it, `--map FIELD=COLUMN` names columns or keys by hand.',
    'Folders, globs, zip archives, gzip and zstandard are opened; CSV, TSV, JSON, NDJSON, Excel and Parquet are read in any of',
    'the usual character sets, and the envelopes of Airbyte, Singer, SNS, HAL and API lists are taken off.',
    'Ids that JSON holds as numbers keep all their digits, also those beyond 2^53.',
    '',
    'Where nothing tells agents from customers, `convert` writes the role `unknown` and `audit` asks for `--agent-name`.',
    '',
    ...readers.map(({ name, title, certainty }) => `- [${name}](#${name}): ${title}; ${CERTAINTIES[certainty]}`),
  ];
  for (const reader of readers) {
    lines.push(
      '',
      `## ${reader.name}`,
      '',
      `${reader.title}. Certainty: ${CERTAINTIES[reader.certainty]}.`,
      '',
      `- **Export:** ${reader.guide.export}`,
      `- **Read:** ${reader.guide.reads}`,
      `- **Not in the export:** ${reader.guide.lacks}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

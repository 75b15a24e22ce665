import { makeFragment, makeMessage } from '../../model/conversation.ts';
import type { Content, Row, RowsContent } from '../content.ts';
import { ExportFile } from '../export-file.ts';
import type { Reader } from '../reader.ts';
import { truthOf } from '../role-words.ts';
import { TweetThreads } from '../tweet-threads.ts';

const NAME = 'twcs';
const COLUMNS = ['tweet_id', 'author_id', 'inbound', 'created_at', 'text', 'in_response_to_tweet_id'] as const;
type Column = (typeof COLUMNS)[number];

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  return new Map(COLUMNS.map((column) => [column, names.indexOf(column)]));
}

/** An id as spreadsheets leave it: `3.0` is 3; what was rounded to `1.2E+17` is nobody's id any more. */
function tweetId(cell: string): string | null {
  return /^(\d{1,20})(?:\.0{1,6})?$/u.exec(cell.trim())?.[1] ?? null;
}

interface Tweet {
  readonly id: string;
  readonly parent: string | null;
  readonly author: string;
  readonly inbound: boolean;
}

function tweetOf(row: Row, columns: ReadonlyMap<Column, number>): Tweet | null {
  const cell = (column: Column): string => row.cells[columns.get(column) ?? -1] ?? '';
  const id = tweetId(cell('tweet_id'));
  const inbound = truthOf(cell('inbound'));
  const author = cell('author_id')
    .trim()
    .replace(/^(\d{1,20})\.0{1,6}$/u, '$1');
  return id === null || inbound === null || author === ''
    ? null
    : { id, parent: tweetId(cell('in_response_to_tweet_id')), author, inbound };
}

async function threadsIn(contents: readonly RowsContent[]): Promise<TweetThreads> {
  const threads = new TweetThreads();
  for (const content of contents) {
    const columns = columnsOf(content.header);
    for await (const rows of content.rows()) {
      for (const row of rows) {
        const tweet = tweetOf(row, columns);
        if (tweet !== null) {
          threads.add(tweet.id, tweet.parent, tweet.author, tweet.inbound);
        }
      }
    }
  }
  return threads;
}

const areRows = (content: Content): content is RowsContent => content.shape === 'rows';

export const twcs: Reader = {
  name: NAME,
  product: 'twitter',
  title: 'Customer Support on Twitter (twcs.csv)',
  certainty: 'real',
  guide: {
    export: 'A table with a row per tweet: tweet_id, author_id, inbound, created_at, text, in_response_to_tweet_id.',
    reads:
      "Threads of one customer by in_response_to_tweet_id; inbound tweets are the customer's, the others the agent's.",
    lacks: "The names of customers, and which person wrote under the company's name.",
  },
  shapes: ['rows'],
  bundle: () => NAME,
  detect({ header }) {
    return [...columnsOf(header).values()].every((index) => index >= 0)
      ? { score: 90, reason: 'the header has tweet_id, inbound and in_response_to_tweet_id' }
      : null;
  },
  async *read(contents, context) {
    const tables = contents.filter(areRows);
    const threads = await threadsIn(tables);
    for (const content of tables) {
      const file = new ExportFile(content.file, NAME, context);
      const columns = columnsOf(content.header);
      const cell = (row: Row, column: Column): string => row.cells[columns.get(column) ?? -1] ?? '';
      for await (const rows of content.rows()) {
        for (const row of rows) {
          const tweet = tweetOf(row, columns);
          if (tweet === null) {
            file.leftOut(row.line, 'A row has no usable tweet_id, author_id or inbound; it was left out.');
            continue;
          }
          const customer = threads.customerOf(tweet.id);
          yield makeFragment({
            id: threads.conversationOf(tweet.id),
            product: 'twitter',
            channel: 'social',
            customer: { id: customer, name: null, email: null },
            order: 'time',
            messages: [
              makeMessage({
                role: tweet.inbound ? 'customer' : 'agent',
                id: tweet.author,
                name: tweet.inbound ? null : tweet.author,
                at: file.at(cell(row, 'created_at'), row.line),
                text: cell(row, 'text'),
                message_id: tweet.id,
                line: row.line,
              }),
            ],
            source: file.source(row.line),
          });
        }
      }
    }
  },
};

import type { Cut } from '../../model/conversation.ts';
import { late } from '../../text/late-pattern.ts';
import { SEPARATOR } from './words.ts';

/** Gaps allowed between the fields of a header block that lost its line breaks. */
const FIELD_GAP = 300;

const OUTLOOK_FIELDS = [
  ['From: ', ' Sent: ', ' To: ', ' Subject: '],
  ['От: ', ' Отправлено: ', ' Кому: ', ' Тема: '],
] as const;

/** "On … <address> wrote:" within a line: the date, the address in angle brackets and the verb must all be there. */
const ENGLISH = late(
  () => /\bOn [^<>\n]{6,160}\b\d{1,2}:\d{2}[^<>\n]{0,100}<[^<>\s@]{1,64}@[^<>\s@]{1,190}>\s{0,3}wrote:/u,
);
const RUSSIAN = late(
  () =>
    /(?:\p{L}{2,12}, )?\d{1,2}[ .](?:\p{L}{3,8}\.?|\d{1,2})[ .](?:20)?\d\d[^<>\n]{1,100}<[^<>\s@]{1,64}@[^<>\s@]{1,190}>(?: (?:написала?|пишет|писала?))?\s{0,3}:/u,
);

/** Whether a line begins with an attribution that only a mail program writes; quoted words may follow in the same line. */
export function beginsAttribution(line: string): boolean {
  const text = line.trimStart();
  return (
    (text.includes('wrote:') && ENGLISH.exec(text)?.index === 0) ||
    (text.includes('>') && RUSSIAN.exec(text)?.index === 0)
  );
}

function outlookBlock(text: string): number {
  for (const [from, ...rest] of OUTLOOK_FIELDS) {
    for (let start = text.indexOf(from); start >= 0; start = text.indexOf(from, start + 1)) {
      let at = start;
      const complete = rest.every((field) => {
        const next = text.slice(at + 1, at + 1 + FIELD_GAP).indexOf(field);
        at += 1 + next;
        return next >= 0;
      });
      if (complete) {
        return start;
      }
    }
  }
  return -1;
}

/**
 * Finds quoted history in a text whose line breaks were lost on the way (many tables export a letter as one line).
 * Only what no person types is believed, and only with the author's own words before it.
 */
export function findFlattenedQuote(text: string): Cut | null {
  if (!text.includes(':') && !text.includes('---')) {
    return null;
  }
  const starts: number[] = [];
  if (text.includes('wrote:')) {
    starts.push(ENGLISH.exec(text)?.index ?? -1);
  }
  if (text.includes('>')) {
    starts.push(RUSSIAN.exec(text)?.index ?? -1);
  }
  if (text.includes('---')) {
    starts.push(SEPARATOR.exec(text)?.index ?? -1);
  }
  if (text.includes('From: ') || text.includes('От: ')) {
    starts.push(outlookBlock(text));
  }
  const start = Math.min(...starts.filter((found) => found > 0 && text.slice(0, found).trim() !== ''));
  return Number.isFinite(start) ? { start, end: text.length, kind: 'quote' } : null;
}

import type { Scene } from '../model/scene.ts';
import type { Evidence, Spot } from '../model/verdict.ts';

/** The longest quote, in UTF-16 units, the mark of the cut not counted (CONTRACT.md, Reasons and evidence). */
const LONGEST_QUOTE = 160;

/**
 * The words of a range, cut at 160 units with `…`; a surrogate pair is never split.
 *
 * @param text the message's text as read, into which the range points
 */
export function quoteOf(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  if (words.length <= LONGEST_QUOTE) {
    return words;
  }
  const last = words.charCodeAt(LONGEST_QUOTE - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${words.slice(0, splitsPair ? LONGEST_QUOTE - 1 : LONGEST_QUOTE)}…`;
}

/** A place in the record together with its words, time and line. The time is ISO 8601 UTC, or as written without zone. */
export function showEvidence(scene: Scene, { message, start, end }: Spot): Evidence {
  const utterance = scene.utterances[message];
  const record = scene.conversation.messages[message];
  return {
    message,
    start,
    end,
    quote: quoteOf(record?.text ?? '', start, end),
    at: utterance === undefined || utterance.at === null || utterance.local ? (record?.at ?? null) : utc(utterance.at),
    line: record?.line ?? null,
  };
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}

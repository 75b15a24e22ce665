import type { Conversation, Cut, Message } from '../../model/conversation.ts';
import { findFlattenedQuote } from './flattened.ts';
import { linesOf } from './lines.ts';
import { findQuotes } from './quotes.ts';
import { findSignatures } from './signatures.ts';

/** What is known beside the text. */
export interface CutHints {
  /** Cuts that the reader gave (HTML quotes): they stay, and signatures are looked for outside them. */
  readonly given?: readonly Cut[];
  /** The texts of the messages before this one: words that stand there are quoted for sure. */
  readonly earlier?: readonly string[];
}

/** Shorter than this, a text has no room for a quotation and its introduction. */
const SHORTEST_FLATTENED = 60;

/** As far back as an author quotes without saying whom. */
const EARLIER_MESSAGES = 50;

function merge(cuts: readonly Cut[], kind: Cut['kind'], length: number): Cut[] {
  const merged: { start: number; end: number; kind: Cut['kind'] }[] = [];
  const ordered = cuts.filter((cut) => cut.kind === kind).sort((left, right) => left.start - right.start);
  for (const cut of ordered) {
    const start = Math.max(0, cut.start);
    const end = Math.min(length, cut.end);
    const last = merged.at(-1);
    if (end <= start) {
      continue;
    }
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
    } else {
      merged.push({ start, end, kind });
    }
  }
  return merged;
}

/** Puts ranges in order, without overlap; a quote swallows what it shares with a signature. */
export function unite(cuts: readonly Cut[], length: number): Cut[] {
  const quotes = merge(cuts, 'quote', length);
  const united: Cut[] = [...quotes];
  for (const signature of merge(cuts, 'signature', length)) {
    let start = signature.start;
    for (const quote of quotes) {
      if (quote.end > start && quote.start < signature.end) {
        if (quote.start > start) {
          united.push({ start, end: quote.start, kind: 'signature' });
        }
        start = quote.end;
      }
    }
    if (start < signature.end) {
      united.push({ start, end: signature.end, kind: 'signature' });
    }
  }
  return united.sort((left, right) => left.start - right.start);
}

function squashed(text: string): string {
  return text.replace(/[\s>]+/gu, ' ').trim();
}

/**
 * Finds the ranges of a text that are not its author's words now: quoted history and signatures.
 *
 * Offsets count UTF-16 units. What is doubtful is not cut: a judged word lost is worse than a quoted word judged.
 */
export function findCuts(text: string, hints: CutHints = {}): Cut[] {
  const given = hints.given ?? [];
  if (!/[\n\r]/.test(text)) {
    const flattened = text.length < SHORTEST_FLATTENED ? null : findFlattenedQuote(text);
    return unite(flattened === null ? given : [...given, flattened], text.length);
  }
  let history: string | null = null;
  const saidEarlier = (words: string): boolean => {
    history ??= (hints.earlier ?? []).map(squashed).join('\n');
    return words.length >= 2 && history.includes(squashed(words));
  };
  const lines = linesOf(text);
  const quotes = unite(
    [...given.filter((cut) => cut.kind === 'quote'), ...findQuotes(text, lines, saidEarlier)],
    text.length,
  );
  return unite([...given, ...quotes, ...findSignatures(lines, quotes)], text.length);
}

/** Gives every message of a conversation its cuts, beside those that the reader gave. System messages have none. */
export function cutConversation<Some extends Conversation>(conversation: Some): Some {
  const earlier: string[] = [];
  let changed = false;
  const messages: Message[] = conversation.messages.map((message) => {
    if (message.role === 'system') {
      return message;
    }
    const cuts = findCuts(message.text, { given: message.cuts, earlier: earlier.slice(-EARLIER_MESSAGES) });
    earlier.push(message.text);
    if (cuts.length === 0 && message.cuts.length === 0) {
      return message;
    }
    changed = true;
    return { ...message, cuts };
  });
  return changed ? { ...conversation, messages } : conversation;
}

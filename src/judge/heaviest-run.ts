import type { Token } from '../model/scene.ts';
import { sentenceEnd } from '../text/phrases.ts';

/**
 * The neighbouring words of one sentence whose worth adds up to the most (Kadane's maximum subarray); the whole text
 * where no word has any.
 *
 * @param worth - What each character of the text adds.
 */
export function heaviestRun(
  text: string,
  tokens: readonly Token[],
  worth: Float64Array,
): { start: number; end: number } {
  let best = { start: 0, end: text.trimEnd().length };
  let most = 0;
  let begin = 0;
  while (begin < tokens.length) {
    const end = sentenceEnd(text, tokens, begin);
    let sum = 0;
    let from = begin;
    for (let index = begin; index < end; index += 1) {
      const token = tokens[index];
      const until = index + 1 < end ? (tokens[index + 1]?.start ?? 0) : (token?.end ?? 0);
      if (sum <= 0) {
        sum = 0;
        from = index;
      }
      for (let place = token?.start ?? 0; place < until; place += 1) {
        sum += worth[place] ?? 0;
      }
      if (sum > most) {
        most = sum;
        best = { start: tokens[from]?.start ?? 0, end: token?.end ?? text.length };
      }
    }
    begin = end;
  }
  return best;
}

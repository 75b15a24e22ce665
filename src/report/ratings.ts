import type { RatingAgreement } from '../model/report.ts';
import { indented } from './columns.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

const LOW_SHOWN = 5;

const hundredths = (value: number): string => value.toFixed(2).replace('-', '−');

/** How far customers' ratings go with the scores, and who was satisfied although much was lost. */
export function ratings(agreements: readonly RatingAgreement[], { width, paint, words }: ReportSettings): string {
  const rated = agreements.filter(({ conversations }) => conversations > 0);
  if (rated.length === 0) {
    return '';
  }
  const lines = ['', paint.strong(words.ratings)];
  for (const { product, conversations, correlation, interval, satisfied_but_low } of rated) {
    const name = product === null ? null : visible(product);
    const sentence =
      correlation === null || interval === null
        ? words.ratingsTooFew(name, conversations)
        : words.ratingAgreement(
            name,
            conversations,
            hundredths(correlation),
            `${hundredths(interval.low)} … ${hundredths(interval.high)}`,
          );
    lines.push(...indented(`  ${sentence}`, 4, width));
    if (satisfied_but_low.length > 0) {
      lines.push(`  ${words.satisfiedButLow}`);
    }
    for (const { conversation, rating, score_tenths, file, line } of satisfied_but_low.slice(0, LOW_SHOWN)) {
      const place = `${visible(file)}${line === null ? '' : `:${line}`}`;
      const facts = words.rated(visible(String(rating)), (score_tenths / 10).toFixed(1));
      lines.push(...indented(`    ${visible(conversation)}  ${facts}  ${place}`, 6, width).map(paint.faint));
    }
  }
  return `${lines.join('\n')}\n`;
}

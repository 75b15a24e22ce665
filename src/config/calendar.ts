import type { Calendar, OpenSpan } from '../model/calendar.ts';
import { checkedZone, type Origin } from './origin.ts';
import { DAYS, type UserConfig } from './schema.ts';

/** The business calendar of the configuration, or null where it has none. */
export function readCalendar(config: UserConfig, origin: Origin): Calendar | null {
  const written = config.calendar;
  if (written === undefined) {
    return null;
  }
  checkedZone(written.zone, origin.config('calendar', 'zone'));
  const week = DAYS.map((day): OpenSpan[] => {
    const text = written.week[day];
    if (text === 'closed') {
      return [];
    }
    const spans = text.split(',').map((part): OpenSpan => {
      const [from = 0, to = 0] = part
        .trim()
        .split('-')
        .map((clock) => {
          const [hour = 0, minute = 0] = clock.split(':').map(Number);
          return hour * 60 + minute;
        });
      if (to <= from || to > 24 * 60) {
        origin
          .config('calendar', 'week', day)
          .fail(`"${part.trim()}" is no span of a day; it must end after it begins, at 24:00 at the latest`);
      }
      return { from, to };
    });
    spans.sort((left, right) => left.from - right.from);
    if (spans.some((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? 0))) {
      origin.config('calendar', 'week', day).fail(`the spans of "${text}" overlap`);
    }
    return spans;
  });
  if (week.every((spans) => spans.length === 0)) {
    origin.config('calendar', 'week').fail('no day is open; a wait could never end');
  }
  return { zone: written.zone, week, holidays: [...written.holidays].sort() };
}

import type { Report } from '../model/report.ts';
import type { Words } from './wording.ts';

/** How e-mail waits were counted, as one sentence; none where there was no e-mail, or the run does not say. */
export function emailWaits(
  { run, counts }: Pick<Report, 'run' | 'counts'>,
  words: Pick<Words, 'emailWaits'>,
): readonly string[] {
  const met = counts.strata.some(({ channel }) => channel === 'email');
  return run.business_hours === undefined || !met ? [] : [words.emailWaits(run.business_hours)];
}

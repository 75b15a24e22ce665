import { describe, expect, it } from 'vitest';
import type { Counts, Stratum } from '../../src/model/counts.ts';
import type { Run } from '../../src/model/report.ts';
import { emailWaits } from '../../src/report/email-waits.ts';
import { WORDS } from '../../src/report/words.ts';

const stratum = (channel: Stratum['channel']): Stratum => ({ channel, language: 'en', tags: [], hour: null });
const said = (hours: string | null | undefined, channel: Stratum['channel']): readonly string[] =>
  emailWaits(
    {
      run: (hours === undefined ? {} : { business_hours: hours }) as Run,
      counts: { strata: [stratum('chat'), stratum(channel)] } as unknown as Counts,
    },
    WORDS.en,
  );

describe('how e-mail waits were counted', () => {
  it('is said wherever there was e-mail, and only there', () => {
    expect(said('Europe/Berlin: Mon–Fri 09:00–17:00', 'email')).toEqual([
      'Waits for e-mail were counted in business hours only (Europe/Berlin: Mon–Fri 09:00–17:00).',
    ]);
    expect(said(null, 'email')[0]).toContain('plain time');
    expect(said(null, 'chat')).toEqual([]);
    expect(said(undefined, 'email')).toEqual([]);
  });
});

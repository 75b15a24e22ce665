import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/report/index.ts';
import { isRedacted, REPORT_NAMES } from '../../src/report/names.ts';
import { conversation, report, settings, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

describe.each(REPORT_NAMES)('every output keeps its promises: %s', (name) => {
  const make = () => REPORTERS[name]({ ...settings, withConversations: true });

  it('writes the same bytes for the same audit', () => {
    expect(written(make())).toBe(written(make()));
  });

  it('ends with a line break and writes no empty promise for an empty audit', () => {
    const text = written(make(), {
      conversations: [],
      tail: report({ agents: [], problems: [], rules: [], quotes: [] }),
    });
    expect(text === '' || text.endsWith('\n')).toBe(true);
  });

  it('lets nothing through that a screen would obey', () => {
    const text = written(make(), { conversations: [hostileConversation()], tail: hostileReport() });
    expect(text.replace(/^\ufeff/, '')).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });

  it('names no clock and no machine', () => {
    expect(written(make(), { conversations: [conversation()] })).not.toMatch(
      /20\d\d-\d\d-\d\d(?!T08:14:40)|\/home\/|\/tmp\//,
    );
  });
});

describe('what is masked where the user did not say', () => {
  it('is what leaves the desk', () => {
    const masked = (onScreen: boolean) => REPORT_NAMES.filter((name) => isRedacted(name, null, onScreen));
    expect(masked(true)).toEqual(['junit', 'sarif', 'github', 'gitlab', 'markdown', 'openmetrics']);
    expect(masked(false)).toEqual(['terminal', 'junit', 'sarif', 'github', 'gitlab', 'markdown', 'openmetrics']);
  });

  it('is what the user said', () => {
    expect(REPORT_NAMES.every((name) => isRedacted(name, true, true))).toBe(true);
    expect(REPORT_NAMES.some((name) => isRedacted(name, false, false))).toBe(false);
  });
});

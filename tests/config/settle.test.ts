import { describe, expect, it } from 'vitest';
import { type Flags, NO_FLAGS } from '../../src/config/flags.ts';
import { defaultConfig, readConfig } from '../../src/config/read-config.ts';
import { settle } from '../../src/config/settle.ts';
import { Fault } from '../../src/fault.ts';

const known = { mapFields: ['conversation', 'text', 'at'], outputs: ['terminal', 'json', 'ndjson'] };
const withFlags = (flags: Partial<Flags>) => settle(defaultConfig(), { ...NO_FLAGS, ...flags }, known);
const withConfig = (text: string, flags: Partial<Flags> = {}) =>
  settle(readConfig('team.yaml', text), { ...NO_FLAGS, ...flags }, known);

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) {
      return error;
    }
    throw error;
  }
  throw new Error('expected a Fault');
}

describe('settings', () => {
  it('have a default for everything', () => {
    const settings = withFlags({});
    expect(settings.packs).toEqual(['core']);
    expect(settings.read.sessionGapMs).toBe(12 * 3_600_000);
    expect(settings.judge).toEqual({ asOf: null, assumeChannel: 'other', calendar: null, zone: 'UTC' });
    expect(settings.gates).toMatchObject({ failUnder: null, gateOn: 'bound', minSample: 20, maxUnreadable: 5 });
    expect(settings.outputs).toEqual([{ name: 'terminal', file: null }]);
  });

  it('take a flag before the configuration', () => {
    const text = 'timezone: Europe/Berlin\nsession_gap: 6h\n';
    expect(withConfig(text).read).toMatchObject({ timezone: 'Europe/Berlin', sessionGapMs: 21_600_000 });
    expect(withConfig(text, { sessionGap: '90min' }).read.sessionGapMs).toBe(5_400_000);
  });

  it('read moments in the zone: midnight in Berlin is 23:00 UTC the day before', () => {
    expect(withFlags({ since: '2026-03-02', timezone: 'Europe/Berlin' }).selection.since).toBe(
      Date.UTC(2026, 2, 1, 23),
    );
    expect(withFlags({ since: '2026-03-02' }).selection.since).toBe(Date.UTC(2026, 2, 2));
  });

  it('read a calendar: spans of minutes, Monday first', () => {
    const { calendar } = withConfig(
      'calendar: { zone: Europe/Berlin, week: { mon: "09:00-12:30, 13:00-18:00" } }',
    ).judge;
    expect(calendar?.week).toEqual([
      [
        { from: 540, to: 750 },
        { from: 780, to: 1080 },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('keep --set as the change that a file would make', () => {
    const [weight, option] = withFlags({
      set: ['warm-farewell.weight=5', 'response-delay.limits.chat.first=90s'],
    }).ruleWishes;
    expect(weight).toMatchObject({ id: 'warm-farewell', value: { weight: 5 } });
    expect(option).toMatchObject({ id: 'response-delay', value: { options: { limits: { chat: { first: '90s' } } } } });
  });

  it('print to the terminal when every output named goes to a file', () => {
    expect(withFlags({ format: ['json=report.json'] }).outputs).toEqual([
      { name: 'json', file: 'report.json' },
      { name: 'terminal', file: null },
    ]);
  });

  it.each<[string, Partial<Flags>, string]>([
    ['a zone that is none', { timezone: 'Berlin' }, '--timezone: "Berlin" is no time zone'],
    ['a duration that is none', { sessionGap: 'long' }, '--session-gap: "long" is no duration'],
    ['a time that is none', { since: 'yesterday' }, '--since: "yesterday" is no time'],
    ['a channel that is none', { channel: ['chats'] }, '--channel: "chats" is not known; expected one of chat'],
    ['an output that is none', { format: ['jsn'] }, '--format: "jsn" is no output'],
    ['two outputs on stdout', { format: ['json', 'ndjson'] }, 'two outputs go to standard output'],
    ['two outputs in one file', { format: ['json=a', 'ndjson=a'] }, 'two outputs go to the same file'],
    ['a gate that is no number', { failUnder: 'high' }, '--fail-under: "high" is no number from 0 to 100'],
    ['a gate past 100', { failUnder: '101' }, '--fail-under: "101" is no number from 0 to 100'],
    ['a map without a column', { map: ['text'] }, '--map: "text" is not of the form FIELD=COLUMN'],
    ['a map of an unknown field', { map: ['txt=Body'] }, '--map: "txt" is no field'],
    ['a --set without an option', { set: ['warm-farewell=5'] }, '--set: "warm-farewell" names no option'],
  ])('refuse %s', (_, flags, message) => {
    expect(faultOf(() => withFlags(flags)).message).toContain(message);
  });

  it.each([
    ['a misspelt key', 'timezon: UTC\n', 'unknown key "timezon"', { line: 1, column: 1 }],
    ['a key misspelt deeper', 'score:\n  min_aplicable: 3\n', 'unknown key "min_aplicable"', { line: 2, column: 3 }],
    [
      'a wrong value',
      'date_order: dym\n',
      '"date_order" is "dym"; expected one of "dmy", "mdy", "ymd"',
      { line: 1, column: 13 },
    ],
    [
      'a zone that is none',
      'packs: [core]\ntimezone: Berlin\n',
      '"timezone": "Berlin" is no time zone',
      { line: 2, column: 11 },
    ],
    [
      'a day that ends before it begins',
      'calendar:\n  zone: UTC\n  week: { mon: 18:00-09:00 }\n',
      'must end after it begins',
      { line: 3, column: 16 },
    ],
    ['a week without open days', 'calendar: { zone: UTC, week: {} }\n', 'no day is open', { line: 1, column: 30 }],
    ['no YAML at all', 'packs: [core\n', 'not valid YAML', {}],
  ])('refuse a configuration with %s, at its place', (_, text, message, place) => {
    const fault = faultOf(() => withConfig(text));
    expect(fault.message).toContain(message);
    expect(fault.place).toMatchObject({ file: 'team.yaml', ...place });
  });

  it('find an empty configuration to change nothing', () => {
    expect(withConfig('# nothing yet\n').packs).toEqual(['core']);
  });
});

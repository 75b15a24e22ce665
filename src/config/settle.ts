import { CHANNELS, type Channel } from '../model/conversation.ts';
import { parseDuration } from '../text/duration.ts';
import { readMoment } from '../text/local-time.ts';
import { nearest } from '../text/nearest.ts';
import { readCalendar } from './calendar.ts';
import type { Flags } from './flags.ts';
import { readGates } from './gates.ts';
import { checkedZone, Origin, oneOf, pair, type Where } from './origin.ts';
import { readOutputs } from './outputs.ts';
import type { ReadConfig } from './read-config.ts';
import { agentWords, rosterEntry } from './roster.ts';
import { configWishes, setWish } from './rule-wishes.ts';
import type { UserConfig } from './schema.ts';
import type { Settings } from './settings.ts';

/** Names that the other stages know and this one may not import. */
export interface KnownNames {
  readonly mapFields: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * Lays the flags over the configuration and settles every value.
 *
 * @throws Fault `bad-flag` or `bad-config` that says which value, what was found and what is allowed
 */
export function settle(read: ReadConfig, flags: Flags, known: KnownNames): Settings {
  const { config } = read;
  const origin = new Origin(read);
  const zone = checkedZone(
    flags.timezone ?? config.timezone ?? null,
    origin.of(flags.timezone, '--timezone', 'timezone'),
  );
  const moment = (text: string | null, where: Where): number | null => {
    if (text === null) {
      return null;
    }
    const ms = readMoment(text, zone ?? 'UTC');
    return ms ?? where.fail(`"${text}" is no time; expected one like 2026-03-01 or 2026-03-01T09:00:00+01:00`);
  };
  const asOf = moment(flags.asOf ?? config.as_of ?? null, origin.of(flags.asOf, '--as-of', 'as_of'));
  const sessionGap = flags.sessionGap ?? config.session_gap;
  return {
    packs: flags.pack.length > 0 ? flags.pack : config.packs,
    ruleWishes: [...configWishes(read), ...flags.set.map(setWish)],
    read: {
      inputFormat: flags.inputFormat ?? config.input_format ?? null,
      map: readMap(config, flags, known, origin),
      agentNames: [...config.agent_names, ...flags.agentName],
      timezone: zone,
      dateOrder: oneOf(flags.dateOrder, ['dmy', 'mdy', 'ymd'], '--date-order') ?? config.date_order ?? null,
      sessionGapMs:
        parseDuration(sessionGap) ??
        origin.of(flags.sessionGap, '--session-gap', 'session_gap').fail(notDuration(sessionGap)),
    },
    judge: {
      asOf: asOf === null ? null : new Date(asOf).toISOString(),
      assumeChannel: oneOf(flags.assumeChannel, CHANNELS, '--assume-channel') ?? config.assume_channel,
      calendar: readCalendar(config, origin),
      zone: zone ?? 'UTC',
    },
    selection: {
      channels: flags.channel.map((name) => oneOf(name, CHANNELS, '--channel') as Channel),
      agents: flags.agent,
      tags: flags.tag,
      since: moment(flags.since, origin.flag('--since')),
      until: moment(flags.until, origin.flag('--until')),
    },
    eligibility: {
      channels: config.eligible.channels ?? [],
      languages: config.eligible.languages ?? [],
      statuses: config.eligible.statuses ?? [],
      tags: config.eligible.tags ?? [],
      minMessages: config.eligible.min_messages ?? 0,
      minWords: config.eligible.min_words ?? 0,
      bothSides: config.eligible.both_sides ?? false,
    },
    score: {
      minApplicable: config.score.min_applicable ?? 2,
      rankingMinimum: config.score.ranking_minimum ?? 20,
      roster: config.agents.map(rosterEntry),
      since: new Map(
        config.agents.flatMap((entry, index) => {
          const ms = moment(entry.since ?? null, origin.config('agents', index, 'since'));
          return ms === null ? [] : agentWords(entry).map((word): [string, number] => [word, ms]);
        }),
      ),
    },
    gates: readGates(config, flags, origin),
    suppressions: flags.suppressions ?? config.suppressions ?? null,
    outputs: readOutputs(
      flags.format.length > 0 ? flags.format : (config.format ?? []),
      known.outputs,
      origin.of(flags.format[0] ?? null, '--format', 'format'),
    ),
    withConversations: flags.withConversations ?? config.with_conversations ?? false,
    redact: flags.redact ?? config.redact ?? null,
    redactAgents: flags.redactAgents ?? config.redact_agents ?? false,
    strict: flags.strict ?? config.strict,
    jobs: readJobs(flags.jobs, origin.flag('--jobs')),
  };
}

const notDuration = (text: string): string => `"${text}" is no duration; expected one like 90s, 15min, 12h or 1d`;

/** More threads than any machine at hand has cores for would only take memory. */
const MOST_JOBS = 64;

function readJobs(text: string | null, where: Where): number | null {
  if (text === null) {
    return null;
  }
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return jobs >= 1 && jobs <= MOST_JOBS
    ? jobs
    : where.fail(`"${text}" is no number of jobs; expected a whole number from 1 to ${MOST_JOBS}`);
}

function readMap(config: UserConfig, flags: Flags, known: KnownNames, origin: Origin): Map<string, string> {
  const map = new Map<string, string>();
  const put = (field: string, column: string, where: Where): void => {
    if (!known.mapFields.includes(field)) {
      const meant = nearest(field, known.mapFields);
      where.fail(
        `"${field}" is no field; expected one of ${known.mapFields.join(', ')}`,
        meant === null ? undefined : `Did you mean "${meant}"?`,
      );
    }
    map.set(field, column);
  };
  for (const [field, column] of Object.entries(config.map)) {
    put(field, column, origin.config('map', field));
  }
  for (const text of flags.map) {
    put(...pair(text, '--map', 'FIELD=COLUMN, as in --map text=Body'), origin.flag('--map'));
  }
  return map;
}

import { type Command, Option } from 'commander';
import type { Flags } from '../config/flags.ts';

/** What commander hands over: undefined where a flag was not given. */
export interface GivenOptions {
  readonly [name: string]: string | boolean | string[] | undefined;
}

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];
/** A flag that may be given several times, one value each time. */
export const repeatable = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(collect);

/** How an export is read. */
export function addReadOptions(command: Command): Command {
  return command
    .optionsGroup('Reading:')
    .addOption(new Option('--input-format <name>', 'the format of the input (default: detected)'))
    .addOption(new Option('--explain-input', 'print for each file what was detected and why'))
    .addOption(repeatable('--map <field=column>', 'which column is conversation, at, role, name, text, …; repeatable'))
    .addOption(repeatable('--agent-name <pattern>', 'who is an agent: names, addresses, *@ourco.example; repeatable'))
    .addOption(new Option('--timezone <zone>', 'IANA zone of times that bear none'))
    .addOption(new Option('--date-order <order>', 'dmy, mdy or ymd, where it cannot be told'))
    .addOption(new Option('--as-of <time>', 'the time of the export, where the record does not say'))
    .addOption(
      new Option(
        '--session-gap <duration>',
        'split messengers and mailboxes where nobody spoke for so long (default: 12h)',
      ),
    )
    .addOption(new Option('--assume-channel <channel>', 'the channel of records that name none (default: other)'))
    .addOption(new Option('--strict', 'a record that cannot be read is an error (exit code 2)'))
    .addOption(new Option('--config <file>', 'default: transcript-audit.config.{yaml,yml,json}, found upwards'))
    .optionsGroup('General:')
    .addOption(new Option('-q, --quiet', 'no progress, no notices'))
    .addOption(new Option('-v, --verbose', 'say more about what is read'))
    .addOption(new Option('--color', 'colour even where the output is no terminal'))
    .addOption(new Option('--no-color', 'no colour'));
}

/** Which rules judge. */
export function addRuleOptions(command: Command): Command {
  command
    .optionsGroup('Rules:')
    .addOption(repeatable('--pack <name|file>', 'a pack to use (default: core); repeatable'))
    .addOption(repeatable('--set <rule.option=value>', 'one option for one run; repeatable'));
  if (!command.options.some(({ long }) => long === '--config')) {
    command.addOption(new Option('--config <file>', 'default: transcript-audit.config.{yaml,yml,json}, found upwards'));
  }
  return command;
}

/** In how many threads conversations are judged. */
export function addJobsOption(command: Command): Command {
  return command
    .optionsGroup('General:')
    .addOption(
      new Option(
        '--jobs <n>',
        'threads that judge, some 70 MB each; the result is the same (default: 2, on one core 1)',
      ),
    );
}

/** Everything an audit can be told. */
export function addAuditOptions(command: Command): Command {
  addReadOptions(command);
  addJobsOption(command);
  addRuleOptions(command);
  return command
    .optionsGroup('Selecting:')
    .addOption(repeatable('--channel <channel>', 'only conversations of this channel; repeatable'))
    .addOption(repeatable('--agent <name|id>', 'only this agent; repeatable'))
    .addOption(repeatable('--tag <tag>', 'only conversations with this tag; repeatable'))
    .addOption(new Option('--since <time>', 'only conversations begun at or after it'))
    .addOption(new Option('--until <time>', 'only conversations begun before it'))
    .optionsGroup('Output:')
    .addOption(repeatable('--format <name[=file]>', 'terminal, json, ndjson, …; repeatable, one of them to stdout'))
    .addOption(new Option('--with-conversations', 'conversations and verdicts in the json document too'))
    .addOption(new Option('--redact', 'mask personal data'))
    .addOption(new Option('--no-redact', 'do not mask personal data'))
    .addOption(new Option('--redact-agents', "mask agents' names too"))
    .addOption(new Option('--print-config', 'print the settled settings and stop'))
    .optionsGroup('Gates:')
    .addOption(new Option('--fail-under <points>', 'the total score must reach it'))
    .addOption(new Option('--fail-agent-under <points>', "every ranked agent's score must reach it"))
    .addOption(
      repeatable(
        '--max <rule=n|p%>',
        'at most so many fails of a rule, or so many percent of its verdicts; repeatable',
      ),
    )
    .addOption(new Option('--baseline <report>', 'a json report: fail only on a worsening beyond noise'))
    .addOption(new Option('--update-baseline', 'write the new report over the baseline'))
    .addOption(new Option('--gate-on <what>', 'bound or point (default: bound)'))
    .addOption(new Option('--min-sample <n>', 'gates are not judged on fewer (default: 20)'))
    .addOption(new Option('--max-unreadable <percent>', 'when a gate is set: unreadable records allowed (default: 5%)'))
    .addOption(new Option('--suppressions <file>', 'accepted disputes and suppressions'));
}

/** The flags of one run as `config` takes them. */
export function flagsOf(options: GivenOptions): Flags {
  const text = (name: string): string | null => (typeof options[name] === 'string' ? options[name] : null);
  const list = (name: string): readonly string[] => (Array.isArray(options[name]) ? options[name] : []);
  const flag = (name: string): boolean | null => (typeof options[name] === 'boolean' ? options[name] : null);
  return {
    inputFormat: text('inputFormat'),
    map: list('map'),
    agentName: list('agentName'),
    timezone: text('timezone'),
    dateOrder: text('dateOrder'),
    asOf: text('asOf'),
    sessionGap: text('sessionGap'),
    pack: list('pack'),
    set: list('set'),
    assumeChannel: text('assumeChannel'),
    channel: list('channel'),
    agent: list('agent'),
    tag: list('tag'),
    since: text('since'),
    until: text('until'),
    format: list('format'),
    withConversations: flag('withConversations'),
    redact: flag('redact'),
    redactAgents: flag('redactAgents'),
    failUnder: text('failUnder'),
    failAgentUnder: text('failAgentUnder'),
    max: list('max'),
    baseline: text('baseline'),
    gateOn: text('gateOn'),
    minSample: text('minSample'),
    maxUnreadable: text('maxUnreadable'),
    suppressions: text('suppressions'),
    strict: flag('strict'),
    jobs: text('jobs'),
  };
}

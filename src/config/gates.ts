import type { Flags } from './flags.ts';
import { type Origin, oneOf, pair, type Where } from './origin.ts';
import type { UserConfig } from './schema.ts';
import type { GateWishes, MaxGate } from './settings.ts';

function numeric(text: string, where: Where, most: number): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > most) {
    where.fail(`"${text}" is no number from 0 to ${most}`);
  }
  return value;
}

/** The gates of the configuration with those of the flags laid over them. */
export function readGates(config: UserConfig, flags: Flags, origin: Origin): GateWishes {
  const written = config.gates;
  const max: MaxGate[] = [];
  const put = (rule: string, bound: string, where: Where): void => {
    const percent = bound.endsWith('%');
    const limit = numeric(percent ? bound.slice(0, -1) : bound, where, percent ? 100 : Number.MAX_SAFE_INTEGER);
    max.push({ rule, limit, unit: percent ? 'percent' : 'count' });
  };
  for (const [rule, bound] of Object.entries(written.max ?? {})) {
    put(rule, String(bound), origin.config('gates', 'max', rule));
  }
  for (const text of flags.max) {
    put(...pair(text, '--max', 'RULE=N or RULE=P%'), origin.flag('--max'));
  }
  const points = (flag: string | null, name: string, value: number | undefined): number | null =>
    flag === null ? (value ?? null) : numeric(flag, origin.flag(name), 100);
  const unreadable = String(flags.maxUnreadable ?? written.max_unreadable ?? '5%');
  return {
    failUnder: points(flags.failUnder, '--fail-under', written.fail_under),
    failAgentUnder: points(flags.failAgentUnder, '--fail-agent-under', written.fail_agent_under),
    max,
    baseline: flags.baseline ?? written.baseline ?? null,
    gateOn: oneOf(flags.gateOn, ['bound', 'point'], '--gate-on') ?? written.gate_on ?? 'bound',
    minSample:
      flags.minSample === null
        ? (written.min_sample ?? 20)
        : numeric(flags.minSample, origin.flag('--min-sample'), 1_000_000),
    maxUnreadable: numeric(
      unreadable.replace(/%$/, ''),
      origin.of(flags.maxUnreadable, '--max-unreadable', 'gates'),
      100,
    ),
  };
}

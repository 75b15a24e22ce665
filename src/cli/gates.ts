import type { Settings } from '../config/settings.ts';
import type { GateResult } from '../model/gate.ts';
import type { Report } from '../model/report.ts';
import type { FileAccount } from '../read/account.ts';
import { holdToBaseline } from '../score/baseline.ts';
import { holdToGates } from '../score/gates.ts';

/** Every gate of a run with its numbers: those of the flags and the configuration, then the baseline. */
export function gateResults(
  report: Report,
  baseline: Report | null,
  { gates }: Pick<Settings, 'gates'>,
  files: readonly FileAccount[],
): GateResult[] {
  const unreadable = files.reduce((sum, file) => sum + file.unreadable, 0);
  const records = files.reduce((sum, file) => sum + file.records, 0) + unreadable;
  const own = holdToGates(report, gates, { records, unreadable });
  return baseline === null ? own : [...own, holdToBaseline(baseline, report, gates.minSample)];
}

import type { Reporter } from '../model/reporter.ts';
import { jsonText } from './json-text.ts';

const line = (value: unknown): string => `${jsonText(value)}\n`;

/**
 * One JSON object a line: the run, then of each conversation its verdicts and the scores of its units, then agents,
 * total, problems, end. Nothing is kept, so it is the output for exports of any size.
 */
export function makeNdjson(): Reporter {
  return {
    *head(run) {
      yield line(run);
    },
    *conversation({ units, scores }) {
      for (const unit of units) {
        for (const verdict of unit.verdicts) {
          yield line(verdict);
        }
      }
      for (const score of scores) {
        yield line(score);
      }
    },
    *tail({ agents, totals, problems, end }) {
      for (const agent of agents) {
        yield line(agent);
      }
      yield line(totals);
      for (const problem of problems) {
        yield line(problem);
      }
      yield line(end);
    },
  };
}

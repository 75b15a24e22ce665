import type { MeasuredCell, MeasuredRule } from '../model/accuracy.ts';
import { kappaFigure, plainShare, shareFigure } from './agreement-figures.ts';
import { visible } from './visible.ts';

/** The measured accuracy of a rule, a few lines per language; "not measured" where nobody has. */
export function accuracyLines(measured: MeasuredRule | null): readonly string[] {
  const cells = (measured?.cells ?? []).filter(({ group }) => Object.keys(group).join() === 'language');
  return cells.length === 0 ? ['not measured'] : cells.flatMap(linesOf);
}

function linesOf({ group, shipped, unseen }: MeasuredCell): readonly string[] {
  const { labels, kappa, precision, recall, covered } = shipped;
  const other = unseen === null ? '' : `; on sources that no model had seen ${kappaFigure(unseen.kappa)}`;
  return [
    `${visible(Object.values(group).join(' · '))}: ${labels} labels, kappa ${kappaFigure(kappa)}${other}`,
    `  precision of fail ${shareFigure(precision)}, recall ${shareFigure(recall)}, covered ${plainShare(covered)}`,
  ];
}

import type { GenericSchema } from 'valibot';
import type { Calendar } from './calendar.ts';
import type { Scene, SceneAgent } from './scene.ts';
import type { Judgement } from './verdict.ts';

/** What every check may know beside its own options. */
export interface JudgeSettings {
  /** The business calendar, or null: then e-mail is judged in calendar time. */
  readonly calendar: Calendar | null;
}

/** A judgement of a pseudo-agent (`(queue)`, `(unassigned)`) carries its name. */
export interface PseudoJudgement {
  readonly agent: '(queue)' | '(unassigned)';
  readonly judgement: Judgement;
}

/** A compiled rule: pure, the same scene gives the same judgement. */
export interface Check {
  judge(scene: Scene, agent: SceneAgent): Judgement;
  /** Only of kinds that also judge nobody's waits. */
  judgePseudo?(scene: Scene): readonly PseudoJudgement[];
}

/** A kind of check: code owns the kinds, YAML owns the rules. */
export interface Kind {
  readonly name: string;
  /** One sentence for `schema` and the docs. */
  readonly summary: string;
  /** Valibot schema of the rule's `options`, defaults included: the settled output goes to `compile`. */
  readonly options: GenericSchema;
  readonly reasons: Readonly<Record<'pass' | 'fail' | 'na', readonly string[]>>;
  /** True for kinds that rest on words: in an unsupported language they are `na`. */
  readonly words: boolean;
  compile(options: unknown, settings: JudgeSettings): Check;
}

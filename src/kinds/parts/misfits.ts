import type { Act } from '../../model/rule.ts';
import type { Scene, SceneAgent, Utterance } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';

/** Whose answers are judged, and by which acts. */
export interface Listening {
  readonly scene: Scene;
  readonly agent: SceneAgent;
  readonly acts: {
    readonly refusal: Act;
    readonly declines: Act;
    readonly offer: Act;
    readonly proposes: Act;
    readonly grants: Act;
  };
}

/** A moment at which it becomes clear that what is wanted, or offered, will not serve. */
export interface Misfit {
  readonly message: number;
  readonly by: 'refusal' | 'declines';
  readonly score: number;
  readonly spots: readonly Spot[];
}

/** Another way that comes into reach at or after a misfit. */
export interface Way {
  readonly score: number;
  readonly spots: readonly Spot[];
}

/**
 * All possible misfits in order, with their probabilities: the agent's refusals and what customers turned down while
 * this agent served them are the agent's own, the rest is inherited.
 */
export function misfitsOf({ scene, agent, acts }: Listening): { own: Misfit[]; inherited: Misfit[] } {
  const own: Misfit[] = [];
  const inherited: Misfit[] = [];
  const serving = servedBy(scene);
  for (const [index, { part }] of scene.utterances.entries()) {
    if (part === 'agent' || part === 'customer') {
      const by = part === 'agent' ? 'refusal' : 'declines';
      const { score, spots } = lazily(scene, index, acts[by]);
      const misfit: Misfit = {
        message: index,
        by,
        score,
        get spots() {
          return spots();
        },
      };
      if (serving[index] === agent.index) {
        own.push(misfit);
      } else if (index < lastOf(scene, agent)) {
        inherited.push(misfit);
      }
    }
  }
  return { own, inherited };
}

/** For each message the agent who serves: the author of agents' words, else the last one before, else the first. */
function servedBy({ utterances }: Scene): (number | null)[] {
  const agents = utterances.map(({ part, agent }) => (part === 'agent' ? agent : null));
  let serving = agents.find((agent) => agent !== null) ?? null;
  return agents.map((agent) => {
    serving = agent ?? serving;
    return serving;
  });
}

function messagesOf(scene: Scene, agent: SceneAgent): number[] {
  return agent.turns.flatMap((turn) => scene.turns[turn]?.messages ?? []);
}

const lastOf = (scene: Scene, agent: SceneAgent): number => messagesOf(scene, agent).at(-1) ?? -1;

/** Spots cost more than scores: they are looked for only when a verdict rests on them. */
function lazily(scene: Scene, index: number, act: Act): { score: number; spots: () => readonly Spot[] } {
  const hearing = scene.hear(index, act);
  return { score: hearing.score, spots: () => hearing.spots };
}

/** Half sure that words which refuse also offer is not sure enough: they are likely one thing heard twice. */
const SAME_WORDS = 0.5;

/**
 * The other ways that the agent opens from a misfit on: offers of its own, and wishes of the customer's that it grants.
 */
export function waysFrom({ scene, agent, acts }: Listening, misfit: Misfit): Way[] {
  const later = messagesOf(scene, agent).filter((index) => index >= misfit.message);
  const offers = later.map((index): Way => {
    const hearing = scene.hear(index, acts.offer);
    const doubt =
      index === misfit.message && hearing.score > 0.1 && overlap(hearing.spots, misfit.spots) ? SAME_WORDS : 1;
    return {
      score: hearing.score * (hearing.by === 'phrase' ? 1 : doubt),
      get spots() {
        return hearing.spots;
      },
    };
  });
  const granted = later.flatMap((index): Way[] => {
    const asked = scene.utterances.slice(misfit.message + 1, index).findLast(isPublic);
    if (asked === undefined || asked.part !== 'customer') {
      return [];
    }
    const wish = scene.hear(asked.index, acts.proposes);
    const grant = scene.hear(index, acts.grants);
    const refused = scene.hear(index, acts.refusal);
    return grant.score === 0
      ? []
      : [{ score: wish.score * (1 - refused.score), spots: [...wish.spots, ...grant.spots] }];
  });
  return [...offers, ...granted];
}

const isPublic = ({ part }: Utterance): boolean => part === 'agent' || part === 'customer';

function overlap(some: readonly Spot[], others: readonly Spot[]): boolean {
  return some.some((spot) => others.some((other) => spot.start < other.end && other.start < spot.end));
}

/** How surely the agent performed an act at or after a misfit. */
export function acted({ scene, agent }: Listening, misfit: Misfit, act: Act): number {
  return messagesOf(scene, agent)
    .filter((index) => index >= misfit.message)
    .reduce((most, index) => Math.max(most, scene.hear(index, act).score), 0);
}

import type { SceneAgent, Turn, Utterance } from '../model/scene.ts';
import type { KnownAgent } from './agents.ts';

type Speaker = Turn['part'];

function speakerOf({ part }: Utterance): Speaker | null {
  return part === 'customer' || part === 'agent' || part === 'bot' ? part : null;
}

/**
 * Turns: maximal runs of public messages by the same person. Notes and system events do not end a run, a bot's
 * message does.
 */
export function takeTurns(utterances: readonly Utterance[]): Turn[] {
  const turns: { part: Speaker; agent: number | null; messages: number[] }[] = [];
  for (const utterance of utterances) {
    const part = speakerOf(utterance);
    if (part === null) {
      continue;
    }
    const agent = part === 'agent' ? utterance.agent : null;
    const last = turns.at(-1);
    if (last !== undefined && last.part === part && last.agent === agent) {
      last.messages.push(utterance.index);
    } else {
      turns.push({ part, agent, messages: [utterance.index] });
    }
  }
  return turns;
}

/** The agents with their turns, and whether another agent took a turn after the agent's last one. */
export function countTurns(agents: readonly KnownAgent[], turns: readonly Turn[]): SceneAgent[] {
  const turnsOf: number[][] = agents.map(() => []);
  let lastAgent: number | null = null;
  turns.forEach((turn, index) => {
    if (turn.part === 'agent' && turn.agent !== null) {
      turnsOf[turn.agent]?.push(index);
      lastAgent = turn.agent;
    }
  });
  return agents.map((agent, index) => ({
    ...agent,
    index,
    turns: turnsOf[index] ?? [],
    handedOver: lastAgent !== null && lastAgent !== index,
  }));
}

import type { Report } from '../model/report.ts';
import type { JudgedConversation } from '../model/verdict.ts';

/**
 * What stands for agents whose names are masked: numbers of the run, in the order first met. Agents whose names are not
 * to be masked, pseudo-agents and the agent without a name stay as they are.
 */
export class AgentTokens {
  private readonly tokens = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly masked: boolean;

  constructor(masked: boolean) {
    this.masked = masked;
  }

  /** The names of a conversation's agents with their tokens; empty where agents are not masked. */
  ofConversation({ units }: JudgedConversation): ReadonlyMap<string, string> {
    const own = new Map<string, string>();
    for (const { agent, agent_id, pseudo } of units) {
      if (!pseudo && this.masked) {
        const token = this.meet(agent, agent_id);
        if (agent !== null && token !== null) {
          own.set(agent, token);
        }
      }
    }
    return own;
  }

  meetAll({ agents, counts }: Report): void {
    for (const { agent, agent_id, pseudo } of this.masked ? agents : []) {
      if (!pseudo) {
        this.meet(agent, agent_id);
      }
    }
    for (const { id, names, pseudo } of this.masked ? counts.agents : []) {
      for (const { name } of pseudo ? [] : names) {
        this.meet(name, id);
      }
    }
  }

  known(): ReadonlyMap<string, string> {
    return this.names;
  }

  /** The token of an agent's name, id or key as an output would print it; the text itself where it is not masked. */
  shown(text: string): string {
    return this.tokens.get(text) ?? text;
  }

  private meet(name: string | null, id: string | null): string | null {
    const key = id ?? name;
    if (key === null) {
      return null;
    }
    const token = this.tokens.get(key) ?? `[AGENT-${new Set(this.tokens.values()).size + 1}]`;
    this.tokens.set(key, token);
    if (name !== null) {
      if (!this.tokens.has(name)) {
        this.tokens.set(name, token);
      }
      this.names.set(name, token);
    }
    return token;
  }
}

/** How many conversations are needed to tell a difference of `margin` points. */
export interface Plan {
  readonly type: 'plan';
  readonly margin: number;
  /** The chance of finding a difference that is there. */
  readonly power: number;
  /** The standard deviation of units' scores within agents, points, one decimal. */
  readonly spread: number;
  /** Scored units per agent to tell two given agents apart. */
  readonly units_for_two: number;
  /** Scored units per agent to tell any two of all ranked together apart. */
  readonly units_for_all: number;
  readonly agents: readonly PlannedAgent[];
}

export interface PlannedAgent {
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly scored_units: number;
  /** Scored units still lacking for `units_for_two` and `units_for_all`. */
  readonly lacks_for_two: number;
  readonly lacks_for_all: number;
  /** The same in conversations, as many of this agent's conversations are scored as so far. */
  readonly conversations_for_two: number;
  readonly conversations_for_all: number;
}

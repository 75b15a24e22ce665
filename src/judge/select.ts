import type { Channel, Conversation } from '../model/conversation.ts';
import type { JudgedConversation } from '../model/verdict.ts';
import { parseInstant } from '../text/instant.ts';
import { localToInstant } from '../text/zone.ts';

/** What of an export is looked at: the flags of one run and the standing conditions of the configuration. */
export interface SelectSettings {
  readonly channels: readonly Channel[];
  readonly agents: readonly string[];
  readonly tags: readonly string[];
  /** Half-open over the first message, ms since the epoch. */
  readonly since: number | null;
  readonly until: number | null;
  readonly eligible: {
    readonly channels: readonly Channel[];
    readonly languages: readonly string[];
    readonly statuses: readonly string[];
    readonly tags: readonly string[];
    readonly minMessages: number;
    readonly minWords: number;
    readonly bothSides: boolean;
  };
  readonly assumeChannel: Channel;
  /** Zone of local times. */
  readonly zone: string;
  /** Agent (name or id) → conversations begun before it do not count for them; ms since the epoch. */
  readonly agentSince: ReadonlyMap<string, number>;
}

const among = <Item>(items: readonly Item[], item: Item): boolean => items.length === 0 || items.includes(item);

/** The time of the first message that has one, ms since the epoch, or null. */
function firstTime(conversation: Conversation, zone: string): number | null {
  for (const { at } of conversation.messages) {
    const instant = at === null ? null : parseInstant(at);
    if (instant !== null) {
      return instant.local ? localToInstant(zone, instant.ms) : instant.ms;
    }
  }
  return null;
}

/** Whether a conversation is to be judged. One without any time is in no span of time. */
export function isSelected(conversation: Conversation, settings: SelectSettings): boolean {
  const { eligible } = settings;
  const channel = conversation.channel ?? settings.assumeChannel;
  const hasTag = (tags: readonly string[]): boolean =>
    tags.length === 0 || conversation.tags.some((tag) => tags.includes(tag));
  if (
    !among(settings.channels, channel) ||
    !among(eligible.channels, channel) ||
    !hasTag(settings.tags) ||
    !hasTag(eligible.tags)
  ) {
    return false;
  }
  if (eligible.statuses.length > 0 && !eligible.statuses.includes(conversation.status ?? '')) {
    return false;
  }
  if (settings.since !== null || settings.until !== null) {
    const first = firstTime(conversation, settings.zone);
    if (first === null || first < (settings.since ?? first) || first >= (settings.until ?? Number.POSITIVE_INFINITY)) {
      return false;
    }
  }
  return hasEnoughTalk(conversation, settings);
}

function hasEnoughTalk({ messages }: Conversation, { eligible }: SelectSettings): boolean {
  if (eligible.minMessages === 0 && eligible.minWords === 0 && !eligible.bothSides) {
    return true;
  }
  const spoken = messages.filter(({ role, internal }) => !internal && (role === 'customer' || role === 'agent'));
  const words = spoken.reduce((sum, { text }) => sum + (text.match(/\p{L}+/gu)?.length ?? 0), 0);
  const sides = new Set(spoken.map(({ role }) => role));
  return (
    spoken.length >= eligible.minMessages && words >= eligible.minWords && (!eligible.bothSides || sides.size === 2)
  );
}

/** A judged conversation with only the units that count, or null where none is left of those asked for. */
export function selectUnits(
  judged: JudgedConversation,
  conversation: Conversation,
  settings: SelectSettings,
): JudgedConversation | null {
  if (!among(settings.eligible.languages, judged.language)) {
    return null;
  }
  if (settings.agents.length === 0 && settings.agentSince.size === 0) {
    return judged;
  }
  const begun = firstTime(conversation, settings.zone);
  const units = judged.units.filter(({ agent, agent_id }) => {
    const called = [agent, agent_id].filter((name) => name !== null);
    const since = called.map((name) => settings.agentSince.get(name)).find((ms) => ms !== undefined);
    const asked = settings.agents.length === 0 || called.some((name) => settings.agents.includes(name));
    return asked && (since === undefined || begun === null || begun >= since);
  });
  return units.length === 0 && settings.agents.length > 0 ? null : { ...judged, units };
}

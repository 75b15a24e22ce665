import { stringify } from 'yaml';
import type { Conversation, Message } from '../model/conversation.ts';
import type { Suppression } from '../model/suppression.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * A disputed finding as an example of its rule, in YAML, to be pasted under the rule's `examples`: the conversation
 * with the verdict that it should have had, so that the same mistake is found by `test` from then on.
 *
 * @param mask takes personal data out of names and texts; the identity where they may stay
 */
export function disputeExample(
  conversation: Conversation,
  verdict: Verdict,
  dispute: Pick<Suppression, 'should_be' | 'why'>,
  mask: (text: string) => string,
): string {
  const masked = (text: string | null): string | undefined => (text === null ? undefined : mask(text));
  const customer = leanly({ name: masked(conversation.customer.name) });
  const example = leanly({
    title: mask(dispute.why),
    language: verdict.language,
    verdict: dispute.should_be,
    agent: severalAgents(conversation) ? masked(verdict.agent) : undefined,
    conversation: leanly({
      channel: verdict.channel,
      status: conversation.status ?? undefined,
      closed_at: conversation.closed_at ?? undefined,
      exported_at: conversation.exported_at ?? undefined,
      customer: Object.keys(customer).length === 0 ? undefined : customer,
      messages: conversation.messages.map((message) => exampleMessage(message, mask)),
    }),
  });
  return stringify([example], { lineWidth: 0 });
}

function exampleMessage(message: Message, mask: (text: string) => string): Record<string, unknown> {
  return leanly({
    role: message.role,
    name: message.name === null ? undefined : mask(message.name),
    at: message.at ?? undefined,
    event: message.event ?? undefined,
    internal: message.internal ? true : undefined,
    text: mask(message.text),
  });
}

function severalAgents(conversation: Conversation): boolean {
  const agents = conversation.messages.filter(({ role, internal }) => role === 'agent' && !internal);
  return new Set(agents.map(({ id, name }) => id ?? name)).size > 1;
}

/** Only what is known: an example says nothing that it does not need. */
function leanly(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

import type { Channel, Role, SystemEvent } from '../model/conversation.ts';
import { meaningOf } from './word-meaning.ts';

const ROLES: Readonly<Record<string, Role>> = {
  ...{ user: 'customer', lead: 'customer', contact: 'customer' },
  ...{ admin: 'agent', team: 'agent', teammate: 'agent', bot: 'bot', operator: 'bot' },
};

export function intercomRole(type: string | null): Role | null {
  return meaningOf(type, ROLES);
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  ...{ conversation: 'chat', messenger: 'chat', email: 'email', phone_call: 'phone', phone: 'phone' },
  ...{ whatsapp: 'messaging', sms: 'messaging', facebook: 'social', instagram: 'social', twitter: 'social' },
};

export function intercomChannel(type: string | null): Channel | null {
  return meaningOf(type, CHANNELS);
}

/** What a part that is no message tells. */
export function intercomEvent(partType: string): SystemEvent {
  if (/assignment|assigned/.test(partType)) {
    return 'assigned';
  }
  return /^close/.test(partType) ? 'closed' : 'other';
}

/** The program's own voice, which may have an admin's id. */
export function isOperatorAddress(email: string | null): boolean {
  return email !== null && /^operator\+[^@]{1,100}@intercom\.io$/i.test(email);
}

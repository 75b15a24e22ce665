import type { Channel, Role } from '../../model/conversation.ts';
import { meaningOf } from '../word-meaning.ts';

/** What Zendesk calls the ways in which a ticket can come. A web form is answered by e-mail. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  ...{ email: 'email', web: 'email', web_form: 'email', mobile: 'email', web_widget: 'email', help_center: 'email' },
  ...{ chat: 'chat', native_messaging: 'messaging', sms: 'messaging', whatsapp: 'messaging', line: 'messaging' },
  ...{ facebook_messenger: 'messaging', instagram_dm: 'messaging', telegram: 'messaging', viber: 'messaging' },
  ...{ twitter: 'social', facebook: 'social', instagram: 'social', any_channel: 'social' },
  ...{ voice: 'phone', phone: 'phone', voicemail: 'phone', api: 'other', sample_ticket: 'other' },
};

export function zendeskChannel(word: string | null): Channel | null {
  return meaningOf(word, CHANNELS);
}

const ROLES: Readonly<Record<string, Role>> = { 'end-user': 'customer', agent: 'agent', admin: 'agent' };

export function zendeskRole(word: string | null): Role | null {
  return meaningOf(word, ROLES);
}

/** The scores that mean that the customer answered; `offered` and `unoffered` mean that nobody did. */
export function zendeskRating(score: string | null): string | null {
  return score === 'good' || score === 'bad' ? score : null;
}

import type { Role, SystemEvent } from '../model/conversation.ts';

/** The words that exports use for the side of an author. `note` is an agent's message that the customer never saw. */
export type WrittenRole = Role | 'note';

const WORDS: Readonly<Record<Exclude<WrittenRole, 'unknown'>, string>> = {
  customer:
    'customer client visitor user end-user enduser end_user contact lead requester guest buyer consumer caller subscriber member patient ' +
    'incoming inbound in received external from_customer by_customer ' +
    'клиент покупатель пользователь посетитель заказчик абонент гость входящее входящий',
  agent:
    'agent operator support staff admin administrator teammate team_member representative rep employee advisor consultant specialist manager ' +
    'assistant human_agent support_agent outgoing outbound out sent reply from_agent by_agent company business csr ' +
    'оператор агент сотрудник специалист менеджер поддержка консультант администратор исходящее исходящий',
  bot: 'bot chatbot agentbot agent_bot botagent robot virtual_agent virtual_assistant automated automated_agent automation ai ai_agent autoreply auto_reply trigger ivr бот чат-бот чатбот робот автоответ автоответчик',
  system: 'system event service activity log notification system_message система системное событие служебное',
  note: 'note internal internal_note private private_note private_comment comment_internal заметка внутренний комментарий_внутренний',
};

const roleByWord = new Map(
  Object.entries(WORDS).flatMap(([role, words]) =>
    words.split(' ').map((word) => [plain(word), role as Exclude<WrittenRole, 'unknown'>] as const),
  ),
);

/** The side that a word of an export names (`Customer`, `end-user`, `Оператор`), or null where it names none. */
export function roleOfWord(word: string): Exclude<WrittenRole, 'unknown'> | null {
  return word.length > 40 ? null : (roleByWord.get(plain(word)) ?? null);
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

const EVENT_WORDS: Readonly<Record<SystemEvent, string>> = {
  joined: 'joined join joinedchat memberjoin participantjoined chatjoin присоединился',
  left: 'left leave leftchat memberleave participantleft chatleave вышел покинул',
  assigned: 'assigned assign assignment assignedagent reassigned назначен назначено',
  transferred:
    'transferred transfer handoff handover escalated departmenttransfer chatdepartmenttransfer переведен перевод',
  closed: 'closed close ended end solved resolved resolve chatended chatend закрыт завершен решен',
  other: 'other opened open reopened snoozed created',
};

const eventByWord = new Map(
  Object.entries(EVENT_WORDS).flatMap(([event, words]) =>
    words.split(' ').map((word) => [plain(word), event as SystemEvent] as const),
  ),
);

/** The event that a word of an export names, or null. */
export function eventOfWord(word: string): SystemEvent | null {
  return word.length > 40 ? null : (eventByWord.get(plain(word).replaceAll('ё', 'е')) ?? null);
}

const YES = new Set(['true', 'yes', 'y', '1', '1.0', 't', 'да', 'истина']);
const NO = new Set(['false', 'no', 'n', '0', '0.0', 'f', 'нет', 'ложь']);

/** A truth value as exports write it, or null where it is none. */
export function truthOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return value === 1 ? true : value === 0 ? false : null;
  }
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  chat: 'chat webchat livechat web_chat live_chat widget messenger_widget zopim beacon onlinechat conversation чат онлайн-чат',
  messaging:
    'messaging sms whatsapp telegram viber line wechat imessage native_messaging facebook_messenger messenger instagram_direct mms text мессенджер смс',
  social:
    'social facebook twitter instagram vk vkontakte x youtube reddit facebook_post instagram_comment tweet соцсети вк',
  email: 'email mail e-mail почта письмо электронная_почта',
  phone: 'phone call voice telephone telephony voicemail звонок телефон',
  other: 'other web api form portal web_form mobile',
};

const channelByWord = new Map(
  Object.entries(CHANNEL_WORDS).flatMap(([channel, words]) =>
    words
      .split(' ')
      .map((word) => [plain(word), channel as 'chat' | 'messaging' | 'social' | 'email' | 'phone' | 'other'] as const),
  ),
);

/** The channel that a word of an export names, or null where it names none that is known. */
export function channelOfWord(
  word: string | null,
): 'chat' | 'messaging' | 'social' | 'email' | 'phone' | 'other' | null {
  return word === null || word.length > 40 ? null : (channelByWord.get(plain(word)) ?? null);
}

import { byCodePoint } from '../text/code-point-order.ts';
import { isZone } from '../text/zone.ts';
import type { MapField } from './settings.ts';

const ZONE_IN_NAME = /[([]([A-Za-z][A-Za-z0-9_+\-/]{1,40})[)\]]\s*$/;

/**
 * The names under which general exports keep the fields of a message, likeliest first. Compared without case, spaces,
 * dashes and underscores, so that `Created At`, `createdAt` and `created_at` are one.
 */
const SYNONYMS: Readonly<Record<MapField, string>> = {
  conversation:
    'conversation_id conversationid conversation ticket_id chat_id thread_id dialog_id dialogue_id session_id case_id case_number ticket_number ticket chat thread dialog case ' +
    'room_id interaction_id contact_id discussion_id issue_id request_id ид_диалога id_диалога id_чата id_обращения номер_обращения обращение диалог id_беседы беседа тикет номер_тикета чат разговор номер_чата',
  at: 'created_at at timestamp sent_at message_created_at message_time message_date datetime date_time created created_date created_time create_time createdate time date sent_date sent_time sent posted_at ts published_at event_time occurred_at date_created message_timestamp дата_и_время дата_время дата время создано отправлено время_сообщения дата_сообщения',
  role: 'role author_role sender_role author_type sender_type message_author_type from_type user_type participant_role participant_type actor_type speaker_role direction message_direction inbound is_customer from_agent is_agent type message_type side who speaker роль тип_автора автор_тип направление тип отправитель_тип тип_отправителя кто',
  name: 'author_name sender_name author sender from_name from name user_name username display_name speaker participant posted_by created_by who автор отправитель имя имя_автора имя_отправителя от от_кого',
  author_id:
    'author_id sender_id user_id from_id actor_id participant_id author_email sender_email id_автора id_отправителя',
  text: 'text body message content message_text message_body message_content plain_body body_text comment utterance transcript_text msg reply description html_body body_html текст сообщение текст_сообщения содержание содержимое комментарий реплика',
  message_id: 'message_id msg_id comment_id event_id part_id id_сообщения',
  internal:
    'internal is_internal private is_private public is_public visibility внутреннее внутренний приватно публично',
  event: 'event event_type system_event событие',
  product: 'product platform продукт',
  channel: 'channel source via source_type channel_type канал источник',
  language: 'language lang locale язык',
  status: 'status state ticket_status conversation_status статус состояние',
  subject: 'subject title topic тема',
  opened_at:
    'opened_at started_at conversation_created_at chat_started_at start_time conversation_started_at ticket_created_at started start chat_started chat_start_time start_date date_started chat_date открыто начало начат дата_начала',
  closed_at:
    'closed_at ended_at conversation_closed_at resolved_at solved_at end_time ticket_closed_at ended end end_date chat_ended chat_end_time finished_at finished закрыто завершено окончание',
  exported_at: 'exported_at export_time extracted_at',
  customer:
    'customer_name customer client_name client visitor_name visitor requester_name requester contact_name user_full_name имя_клиента клиент покупатель имя_покупателя посетитель',
  customer_id: 'customer_id client_id visitor_id requester_id id_клиента',
  customer_email:
    'customer_email client_email visitor_email requester_email contact_email email e_mail почта_клиента почта email_клиента',
  agent:
    'agent_name agent operator_name operator assignee assignee_name staff_name support_agent имя_оператора оператор агент сотрудник специалист менеджер имя_агента',
  tags: 'tags labels tag теги метки тег',
  csat: 'csat satisfaction rating score satisfaction_rating csat_score customer_rating rate оценка рейтинг',
};

const namesByField = new Map(
  Object.entries(SYNONYMS).map(([field, names]) => [field as MapField, names.split(/\s+/).map(plainName)] as const),
);

/** A column's name without case, spaces, dashes, underscores, and without a zone in brackets. */
export function plainName(name: string): string {
  return withoutZone(name)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s_.\-:/]+/g, '');
}

/** The names known for a field, plain, likeliest first. */
export function synonymsOf(field: MapField): readonly string[] {
  return namesByField.get(field) ?? [];
}

/** The columns that may be a field, likeliest first, as indexes into `header`. */
export function candidateColumns(header: readonly string[], field: MapField): readonly number[] {
  const places = placesByName(header);
  return [...new Set(synonymsOf(field).flatMap((name) => places.get(name) ?? []))];
}

const placesOfHeaders = new WeakMap<readonly string[], Map<string, number[]>>();

/** Where each plain name stands. Every field asks it of the same header. */
function placesByName(header: readonly string[]): ReadonlyMap<string, number[]> {
  let places = placesOfHeaders.get(header);
  if (places === undefined) {
    places = new Map();
    for (const [index, name] of header.entries()) {
      const plain = plainName(name);
      places.set(plain, [...(places.get(plain) ?? []), index]);
    }
    placesOfHeaders.set(header, places);
  }
  return places;
}

/** The zone that a column's name bears: `Created at (Europe/Berlin)`, `time_utc`; null for none. */
export function zoneInName(name: string): string | null {
  const zone = ZONE_IN_NAME.exec(name)?.[1] ?? (/[_ ]utc$/i.test(name) ? 'UTC' : undefined);
  return zone !== undefined && isZone(zone) ? zone : null;
}

function withoutZone(name: string): string {
  return zoneInName(name) === null ? name : name.replace(ZONE_IN_NAME, '').replace(/[_ ]utc$/i, '');
}

/** An id that a spreadsheet has turned into a rounded number: which id it was cannot be known any more. */
export function isDamagedId(id: string): boolean {
  return /^\d(?:[.,]\d{1,20})?E\+\d{1,3}$/i.test(id.trim());
}

/** Names for a message to the user: in quotes, sorted as they stand, cut at twelve. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `"${name.slice(0, 40)}"`);
  return names.length > 12 ? `${shown.join(', ')} and ${names.length - 12} more` : shown.join(', ');
}

/** Distinct texts by code point. */
export function sortedSet(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byCodePoint);
}

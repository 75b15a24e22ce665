import { late } from '../../text/late-pattern.ts';

/** What a transcript says of itself above its messages: "Chat ID: 17", "Customer: Anna Petrova". */

export type FieldName =
  | 'id'
  | 'opened'
  | 'closed'
  | 'customer'
  | 'email'
  | 'agent'
  | 'subject'
  | 'channel'
  | 'rating'
  | 'other';

const NAMES: Readonly<Record<FieldName, string>> = {
  id: 'chat id,conversation id,transcript id,session id,ticket id,ticket,ticket number,ticket no,case number,case id,case,chat,conversation,id,id чата,номер чата,обращение,номер обращения,диалог,id диалога',
  opened:
    'chat started,chat started on,chat started at,started,started at,started on,start time,start,date,date/time,date and time,chat date,created,created at,дата,дата чата,начало,начат,чат начат,время начала',
  closed: 'chat ended,ended,ended at,end time,end,closed,closed at,окончание,завершен,завершён,время окончания',
  customer:
    'customer,customer name,visitor,visitor name,client,client name,user,user name,name,contact,requester,guest,клиент,имя клиента,посетитель,имя посетителя,пользователь,имя,покупатель',
  email: 'email,e-mail,customer email,visitor email,client email,почта,email клиента',
  agent:
    'agent,agents,agent name,operator,operators,operator name,served by,assigned to,assignee,support agent,representative,оператор,операторы,агент,сотрудник,специалист,имя оператора',
  subject: 'subject,topic,тема,тема обращения',
  channel: 'channel,source,канал,источник',
  other:
    'chat origin,origin,department,group,queue,ip,ip address,browser,os,platform,url,page,referrer,duration,chat duration,wait time,country,city,location,phone,отдел,группа,длительность,телефон,город,страна,страница',
  rating: 'rating,csat,score,satisfaction,оценка,рейтинг',
};

const fieldByName = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(',').map((name) => [name, field as FieldName] as const),
  ),
);

const FIELD = /^[\s*#>-]{0,6}([^:\n]{1,40}?)\s{0,3}(?::|\s[-–—]\s)\s{0,4}(.{1,400})$/u;
const STARTED = late(
  () =>
    /^[\s*#=-]{0,10}(?:chat|conversation|session|transcript|чат|диалог|беседа)\s(?:started|began|opened|начат[аоы]?|начался)\s{0,2}(?:on|at|в)?\s{0,2}:?\s{1,2}(.{6,80}?)[\s*#=-]{0,10}$/iu,
);
const NUMBERED = late(
  () =>
    /^[\s*#=-]{0,10}(?:chat|conversation|transcript|dialog(?:ue)?|ticket|чат|диалог|беседа|обращение)\s{0,2}(?:id\s?:?\s?|no\.?\s?|#\s?|№\s?)([\p{L}\d][\p{L}\d_-]{0,60})[\s*#=:-]{0,10}$/iu,
);

export interface Field {
  readonly name: FieldName;
  readonly key: string;
  readonly value: string;
}

/** The field that a line gives, or null. */
export function fieldIn(text: string): Field | null {
  const started = STARTED.exec(text)?.[1];
  if (started !== undefined) {
    return { name: 'opened', key: 'chat started', value: started };
  }
  const numbered = NUMBERED.exec(text)?.[1];
  if (numbered !== undefined) {
    return { name: 'id', key: 'chat', value: numbered };
  }
  const match = FIELD.exec(text);
  const key = (match?.[1] ?? '').trim().toLowerCase();
  const name = fieldByName.get(key);
  const value = (match?.[2] ?? '').trim();
  return name === undefined || value === '' ? null : { name, key, value };
}

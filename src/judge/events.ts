import type { SystemEvent } from '../model/conversation.ts';
import { type LatePattern, late } from '../text/late-pattern.ts';

/** What a system message reports, and the person whom a join or an assignment brings in. */
export interface ReadEvent {
  readonly event: SystemEvent;
  /** The name as written, or null where none is named. */
  readonly name: string | null;
}

interface Pattern {
  readonly event: SystemEvent;
  /** Most chats have no notices, and V8 needs milliseconds for all patterns. */
  readonly test: LatePattern;
}

/** One to four words that begin with a capital or are a login: the shape of a name in a notice. */
const NAME = String.raw`(?<name>[\p{Lu}][\p{L}\p{M}'’.-]{0,30}(?: [\p{Lu}][\p{L}\p{M}'’.-]{0,30}){0,3}|[\p{L}\d_.-]{2,40})`;
const ROLE =
  '(?:[Aa]gent|[Oo]perator|[Ss]pecialist|[Ss]upport|(?:[Оо]ператор|[Сс]пециалист|[Сс]отрудник|[Кк]онсультант|[Мм]енеджер|[Аа]гент)(?:а|у|ом)?|[Ии]сполнител[ья]|[Оо]тветственн(?:ый|ого))';
const PERSON = `(?:${ROLE}:? )?${NAME}`;
const CHAT = `(?:(?:the|this|your) )?(?:chat|conversation|dialog(?:ue)?|ticket|case|call|request)`;
const DIALOGUE = `(?:чат|диалог|разговор|обращени[еюя]|тикет|заявк[аеу]|бесед[ауеы]|чату|диалогу|разговору)`;

const pattern = (event: SystemEvent, source: string): Pattern => ({
  event,
  test: late(() => new RegExp(source, 'u')),
});

/** "transferred to an agent", «передан оператору»: nobody in particular. */
const NOBODY =
  /^(?:an?|the|another|our|your|human|person|live|(?:agent|operator|specialist|support|manager|supervisor)s?|(?:оператор|специалист|сотрудник|консультант|менеджер|агент|друг|живо|человек)[а-я]{0,4})$/iu;

/**
 * In the order of precedence: who comes in matters more to the waits than who leaves, so a notice of both counts as
 * the arrival.
 */
const PATTERNS: readonly Pattern[] = [
  pattern('assigned', String.raw`(?<![\p{L}])(?:[Пп]ере)?[Нн]?азначен[оаы]?(?: на)?: (?<name>[^.,;:]{2,60})$`),
  pattern('transferred', `[Tt]ransferred (?:${CHAT} )?(?:from .{1,40} )?to ${PERSON}`),
  pattern('assigned', `(?:[Rr]eassigned|[Aa]ssigned) (?:${CHAT} )?(?:from .{1,40} )?to ${PERSON}`),
  pattern('assigned', String.raw`^${PERSON} (?:was |has been |is )?(?:re)?assigned(?: to ${CHAT})?\.?$`),
  pattern(
    'joined',
    String.raw`^${PERSON} (?:has |have )?(?:joined|entered|accepted|picked up|took over|taken over)(?![\p{L}])`,
  ),
  pattern('joined', String.raw`^${PERSON} (?:is now (?:in|with|helping)|was added|has been added)(?![\p{L}])`),
  pattern('joined', `[Yy]ou are now (?:chatting|connected|talking) (?:with|to) ${PERSON}`),
  pattern(
    'transferred',
    String.raw`(?<![\p{L}])(?:[Пп]еревед[её]н[оа]?|[Пп]ереадресован[оа]?|[Пп]ередан[оа]?)(?: ${DIALOGUE})?(?: на| к)?:? ${PERSON}`,
  ),
  pattern('assigned', String.raw`(?<![\p{L}])(?:[Пп]ере)?[Нн]?азначен[оаы]?(?: на)?:? ${PERSON}`),
  pattern('assigned', `^(?:[Оо]тветственный|[Ии]сполнитель|[Aa]ssignee): ${NAME}`),
  pattern('joined', `[Вв]ас приветствует ${PERSON}`),
  pattern('joined', String.raw`^${PERSON} (?:подключил|присоединил)(?:ся|ась|ись)(?![\p{L}])`),
  pattern(
    'joined',
    String.raw`^${PERSON} (?:вош[её]л|вошла|вступил[аи]?|принял[аи]?|взял[аи]?)(?: в)? ${DIALOGUE}(?![\p{L}])`,
  ),
  pattern('joined', String.raw`^${PERSON} (?:на связи|в чате|в диалоге)(?![\p{L}])`),
  pattern('joined', `(?:^|к ${DIALOGUE} |К ${DIALOGUE} )(?:[Пп]одключил|[Пп]рисоединил)(?:ся|ась|ись) ${PERSON}`),
  pattern(
    'closed',
    String.raw`(?:${CHAT}|[Cc]hat|[Cc]onversation|[Tt]icket|[Dd]ialog(?:ue)?|[Cc]all)(?: #?[\w-]{1,24})?(?: (?:was|is|has been))? (?:closed|ended|resolved|solved)(?![\p{L}])`,
  ),
  pattern('closed', String.raw`(?<![\p{L}])(?:closed|ended|resolved|solved) ${CHAT}(?![\p{L}])`),
  pattern(
    'closed',
    String.raw`(?<![\p{L}])(?:[Чч]ат|[Дд]иалог|[Тт]икет|[Оо]бращение|[Зз]аявка|[Рр]азговор|[Бб]еседа|[Вв]опрос)(?: [№#]?[\p{L}\d-]{1,24})? (?:был[аои]? )?(?:автоматически )?(?:закрыт|заверш[её]н|оконч?ен|решен)[оа]?(?![\p{L}])`,
  ),
  pattern('closed', String.raw`(?<![\p{L}])(?:закрыл|завершил)[аи]? ${DIALOGUE}(?![\p{L}])`),
  pattern('left', String.raw`^${PERSON} (?:has |have )?(?:left|disconnected|exited)(?![\p{L}])`),
  pattern('left', String.raw`^${PERSON} (?:покинул[аи]?|выш(?:ел|ла)|отключил(?:ся|ась))(?![\p{L}])`),
  pattern(
    'transferred',
    String.raw`(?<![\p{L}])[Tt]ransferred(?![\p{L}])|(?<![\p{L}])[Tt]ransfer (?:was |is |has )?(?:been )?(?:successful|succeeded|complete|completed)(?![\p{L}])`,
  ),
  pattern(
    'transferred',
    String.raw`(?<![\p{L}])(?:[Пп]еревед[её]н[оаы]?|[Пп]ередан[оаы]?|[Пп]еревод)(?: ${DIALOGUE})?(?: на| к)? (?:[Оо]ператор|[Сс]пециалист|[Сс]отрудник|[Мм]енеджер)[ауо]?м?(?![\p{L}])`,
  ),
];

/**
 * The event that the text of a system message plainly states, in English or Russian; `other` where it states none.
 *
 * @param text the system message's text, as read
 */
export function readEvent(text: string): ReadEvent {
  const line = text.trim().replace(/\s+/g, ' ').slice(0, 300);
  for (const { event, test } of PATTERNS) {
    const match = test.exec(line);
    if (match !== null) {
      const name = match.groups?.['name']?.replace(/[.,:;]+$/, '') ?? null;
      return { event, name: name === null || NOBODY.test(name) ? null : name };
    }
  }
  return { event: 'other', name: null };
}

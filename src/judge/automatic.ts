import { late } from '../text/late-pattern.ts';

/**
 * Messages that a machine sent from a human account: acknowledgements of receipt, absence notices, queue notices.
 * They count as bot messages, so a mistake here would hide a person's answer: every pattern asks for the plain words
 * of such notices, and whatever speaks in the first person singular about the matter is taken for a person's.
 */

/** Words that say by themselves that no person wrote this. */
const SELF_DECLARED = [
  late(() => /\bthis is an auto(?:mat(?:ed|ic)|-generated)? (?:reply|response|message|e-?mail|acknowledge?ment)\b/),
  late(() => /\bauto(?:matic|mated)?[ -](?:reply|response|responder)\b/),
  late(() => /\bthis (?:message|e-?mail|reply) (?:is|was|has been) (?:sent |generated )?automatically\b/),
  late(() => /\bdo not (?:reply|respond) to this (?:e-?mail|message)\b|\bmailbox is not monitored\b/),
  late(() => /(?<![\p{L}])(?:это )?автоматическ(?:ий|ое|ая) (?:ответ|сообщение|письмо|уведомление)(?![\p{L}])/u),
  late(() => /(?:^|это )автоответ(?:чик)?(?![\p{L}])/u),
  late(() => /(?<![\p{L}])(?:письмо|сообщение|ответ) (?:сформировано?|отправлено?|создано?) автоматически(?![\p{L}])/u),
];

/** One of them stands in whatever a pattern above takes: without it, none of those need be made. */
const SELF_DECLARED_HINTS = ['auto', 'not reply', 'not respond', 'not monitored', 'авто'];

/** Absence notices speak in the first person and are machine-sent all the same. */
const ABSENCE = [
  late(
    () =>
      /\b(?:i am|i'm|i will be|i'll be) (?:currently |now )?(?:out of (?:the )?office|away from (?:the office|my desk)|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday))\b.{0,200}\b(?:until|till|from|return|back|limited access|urgent)\b/s,
  ),
  late(() => /^\W{0,5}out of (?:the )?office\b/),
  late(() => /(?:^|[.!?,] )(?:я (?:сейчас )?|(?:я )?(?:сейчас )?(?:нахожусь|буду) )в отпуске(?![\p{L}])/u),
  late(() => /(?<![\p{L}])меня (?:нет|не будет) (?:в офисе|на (?:рабочем месте|работе))(?![\p{L}])/u),
];

/** The same of absence notices. */
const ABSENCE_HINTS = ['out of', 'away from', 'leave', 'vacation', 'holiday', 'отпуск', 'меня не'];

/** Receipts and queue notices: machine-sent unless somebody speaks as "I". */
const RECEIPT = [
  late(
    () =>
      /\bwe(?:'ve| have)? (?:just |now )?(?:successfully )?(?:received|got|logged|registered) your (?:request|message|e-?mail|ticket|enquiry|inquiry|query|submission|support request|case)\b/,
  ),
  late(
    () =>
      /\byour (?:support )?(?:request|message|e-?mail|ticket|enquiry|inquiry|query|case)(?: \W?[\w-]{1,24}\W?)? (?:has been|was|is) (?:successfully )?(?:received|created|logged|registered|queued)\b/,
  ),
  late(
    () =>
      /\b(?:a )?(?:new )?(?:support )?(?:ticket|case|request) (?:#?\w{1,12} )?(?:has been|was) (?:created|opened|logged|registered) for you\b/,
  ),
  late(() => /(?<![\p{L}])(?:сейчас )?нерабочее время(?![\p{L}])/u),
  late(
    () =>
      /\b(?:all|our) (?:of our )?(?:agents|operators|representatives|specialists) are (?:currently |all )?(?:busy|assisting|helping)\b/,
  ),
  late(() => /\byou are (?:number|no\.?) \d{1,4} in (?:the )?(?:line|queue)\b/),
  late(
    () =>
      /\bwe(?:'re| are) (?:currently |all )?(?:away|offline|closed) (?:right now|at the moment|now)?.{0,80}\b(?:get back|reply|respond|business hours|opening hours)\b/s,
  ),
  late(() => /(?<![\p{L}])(?:мы )?получили (?:ваш[еу]? )(?:запрос|обращение|письмо|сообщение|заявку)(?![\p{L}])/u),
  late(
    () =>
      /(?<![\p{L}])ваш[еа]? (?:запрос|обращение|письмо|сообщение|заявка)(?: ?\W? ?[\p{L}\d-]{1,24})? (?:успешно )?(?:принят[оа]?|получен[оа]?|зарегистрирован[оа]?|поставлен[оа]? в очередь)(?![\p{L}])(?! (?:к сведению|и (?:передан|направлен)))/u,
  ),
  late(
    () =>
      /(?<![\p{L}])все (?:наши )?(?:операторы|специалисты|консультанты) (?:сейчас )?(?:заняты|на линии)(?![\p{L}])/u,
  ),
];

/** A person who speaks of own work, or asks: then a receipt is a person's answer. */
const FIRST_PERSON = late(
  () => /\b(?:i|i'm|i've|i'll|i'd|me|my)\b|(?<![\p{L}])(?:я|мне|меня|мной|мо[йяеёю]|моего|моей)(?![\p{L}])/u,
);

/** Longer texts hold an answer beside the notice. Own estimate: receipts of help desks run to some 60 words. */
const LONGEST_RECEIPT = 700;

/** One word at least of every pattern above: most messages have none and need no closer look. */
const HINTS =
  /auto|out of|not (?:reply|respond)|monitored|away from|on leave|vacation|holiday|received|got your|logged|registered|created|queue|busy|assisting|in line|in the line|offline|we(?:'|’)?re? (?:are )?(?:currently|away|closed|all)|closed|автомат|автоответ|отпуск|меня не|получили|принят|получен|зарегистр|очередь|нерабочее|заняты|на линии/i;

/**
 * Whether an agent's message is an automatic reply.
 *
 * @param text judged text of the message (quotes and signatures blanked)
 * @param first true when no agent has written before: receipts come first or not at all
 */
export function isAutomaticReply(text: string, first: boolean): boolean {
  if (!HINTS.test(text)) {
    return false;
  }
  const folded = text.trim().toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").replace(/\s+/g, ' ');
  if (folded === '' || folded.length > 3 * LONGEST_RECEIPT) {
    return false;
  }
  const says = (one: string): boolean => folded.includes(one);
  if (
    (SELF_DECLARED_HINTS.some(says) && SELF_DECLARED.some((pattern) => pattern.test(folded))) ||
    (ABSENCE_HINTS.some(says) && ABSENCE.some((pattern) => pattern.test(folded)))
  ) {
    return true;
  }
  return (
    first &&
    folded.length <= LONGEST_RECEIPT &&
    !FIRST_PERSON.test(folded) &&
    !folded.includes('?') &&
    RECEIPT.some((pattern) => pattern.test(folded))
  );
}

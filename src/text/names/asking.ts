import { late } from '../late-pattern.ts';

const NAME_WORD = late(
  () =>
    /\b(?:sur)?name\b|(?:\b(?:your|full|both|all|the|first|last) |^\W*)(?:sur)?names\b|\bwho(?:m|'s|'ve| is| am| do| are)?\b.{0,24}\b(?:speaking|talking|chatting|calling|this|got|helping|have)\b|\b(?:should|shall|can|may|do) (?:i|we) (?:call|address) you\b|\band you are\b|\bwho (?:shall|should) i (?:say|put)\b|\bwho am i dealing\b|\bmade out to\b|(?<!\p{L})(?:как (?:я могу |мне |могу |можно )?(?:к )?(?:вас|вам|тебя|тебе)(?: \p{L}{1,12}){0,2} (?:зовут|звать|величать|обраща\p{L}{1,5}|записать|подписать|представить)|имя|фамили[яюи]|фио|представьтесь|представиться|(?:на )?кого (?:он|она|оформлен\p{L}?|записыва\p{L}{1,4}|запис\p{L}{1,4}|пишу|пишем|писать|бронир\p{L}{1,5}|выпис\p{L}{1,5}|оформ\p{L}{1,5}|договор)|под каким именем|с кем (?:я )?(?:говорю|общаюсь|разговариваю|имею)|кто (?:это|звонит|говорит|пишет|у аппарата))(?!\p{L})/u,
);

/** What makes a sentence a question or a request; phone transcripts have no question marks. */
const REQUEST = late(
  () =>
    /\?|\b(?:please|pls|kindly|may (?:i|we)|can (?:i|we|you)|could (?:i|we|you)|give|provide|confirm|tell|need|what|who|whom|which|under|your)\b|(?<!\p{L})(?:ваш[еаиу]?|как|кто|кого|кем|назовите|напишите|укажите|подскажите|скажите|уточните|продиктуйте|представьтесь|пожалуйста|нужн[оаы])(?!\p{L})/u,
);

const NAME_OF_SOMETHING = late(
  () =>
    /\bnames? and (?:the )?dates? of death\b|\bname inside\b|\bnew name\b|\ba name (?:on|in)\b|\b(?:user|display|nick|login|profile|file|domain|product|brand|hotel|host|screen|event|street|project|restaurant|venue|model|city|team|group|band|maiden|her|his|their|my|our|(?:company|business|organi[sz]ation|firm|school|shop|driver|doctor|agent|colleague|courier|pet|dog|cat|child|kid|baby|son|daughter|pupil|birthday (?:boy|girl|child)|recipient|landlord|rep|technician)(?:'?s)?)\s(?:(?:full|first|last) )?names?\b|\b(?:user|nick|file|domain|host)names?\b|\bnames? of (?:the |your |that |this |an? )?(?!(?:the|your|that|this|an?|account|policy|card|booking|main|lead|person|caller|customer|client|guest|passenger|patient|member|subscriber|sender|tenant|owner|holder|whoever|you|travell?er|applicant|attendee|payer|buyer|participant|policyholder|cardholder|insured)\b)\p{L}{2,}|(?<!\p{L})девичь[яю]ю? фамили|(?<!\p{L})(?:имя|фамили[яюи]|фио) (?:файла|домена|пользователя|канала|сайта|водителя|врача|сотрудника|ребенка|малыша|сына|дочери|дочки|ученика|ученицы|именинни\p{L}{2,4}|получателя|питомца|собаки|кота|кошки|животного|команды|группы|мужа|жены|мамы|друга|подруги)/gu,
);

/** A question that is nothing but the word ("and the surname"), or ends with a list of them («запись на узи фамилия имя»). */
const BARE = late(
  () =>
    /^[\s,]*(?:and |so |the |full |first |last )*(?:sur)?name(?:[\s.]*$|,)|\bname for the (?:order|booking|reservation|table|pick-?up)\b|(?<!\p{L})имя для (?:заказа|брони|записи)(?!\p{L})|^[\s,]*(?:а |и |тогда |так |еще )*(?:фамили[яюи]|имя|фио)(?: (?:на котор|и )|,)|^[\s,]*(?:а |и )?(?:фамилия|имя|фио|фамилию|имя отчество)(?:,? (?:и )?(?:имя|фамилия|фамилию|отчество)){0,2}[\s.]*$|(?<!\p{L})(?:фамилия,? имя|имя,? фамилия|имя,? отчество|name and surname|first and last name)[\s.]*$/u,
);

/** One piece at least of every pattern above: most messages have none and need no closer look. */
const HINTS =
  /name|who|call you|address you|you are|made out|имя|имен|вас|вам|тебя|тебе|представ|фамили|фио|кого|кем|кто/i;

/** The answer is the name of a place: "Los Angeles" is nobody's. */
const PLACE = late(
  () =>
    /\b(?:what|which) (?:city|town|area|location|place|station|airport|state|country|theater|theatre|store|branch)\b[^.!?\n]{0,80}\?|\bwhere\b[^.!?\n]{0,80}\?|(?<!\p{L})(?:какой|каком) (?:город|городе|район|районе|станции|филиале?)(?!\p{L})[^.!?\n]{0,80}\?/u,
);

/** Whose name a message asks its reader for: the reader's own, somebody else's (a child's, a team's, a place's), or none. */
export type AskedName = 'own' | 'other' | null;

export function askedName(text: string): AskedName {
  const hinted = HINTS.test(text);
  if (!hinted && !text.includes('?')) {
    return null;
  }
  const folded = text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
  if (!hinted || !NAME_WORD.test(folded)) {
    return PLACE.test(folded) ? 'other' : null;
  }
  const asking = (folded.match(/[^.!?\n]+[.!?]*/g) ?? []).filter(
    (sentence) => NAME_WORD.test(sentence) && (REQUEST.test(sentence) || BARE.test(sentence)),
  );
  // "Full name, username?" asks for both.
  if (asking.some((sentence) => NAME_WORD.test(sentence.replace(NAME_OF_SOMETHING.expression, ' ')))) {
    return 'own';
  }
  return asking.length > 0 ? 'other' : null;
}

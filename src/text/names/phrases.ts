/** Folded words by which greetings, openings, introductions and mentions are told, in English and Russian. */

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Said to somebody at the beginning: a name right after one of them is an address. */
export const GREETINGS = list(`
  hi hii hiii hello hallo helo hey heya heyy hiya howdy hola ola greetings dear dearest morning afternoon evening welcome yo sup namaste salam
  salaam salut bonjour ciao hullo gday goodday respected merhaba selam guten tag moin servus bonsoir salut buongiorno salve buenos buenas dias tardes olá ola oi bom dia boa tarde konnichiwa annyeong
  здравствуйте здравствуй здраствуйте здравствуйте здрасте здрасьте привет приветик приветствую приветствуем прив хай салют салам салем салеметсиз сәлем
  день вечер утро дня вечера утра доброе добрый доброго добрейший уважаемый уважаемая уважаемые дорогой дорогая многоуважаемый многоуважаемая глубокоуважаемый
  алло ало күн кун
`);

/** Greetings that greet without a name as well: their presence makes an opening a greeting. */
export const PLAIN_GREETINGS = list(`
  hi hii hiii hello hallo helo hey heya heyy hiya howdy hola greetings dear welcome yo sup namaste salam salaam hullo
  здравствуйте здравствуй здраствуйте здрасте здрасьте привет приветик приветствую приветствуем прив хай салют салам салем салеметсиз сәлем
  уважаемый уважаемая уважаемые дорогой дорогая
`);

/** Interjections and courtesies that lead over to an address: "Thanks, Anna", "ok anna". */
export const OPENERS = list(`
  thanks thank thankyou thx cheers ok okay okey sorry yes yeah yep no nope sure well so right great perfect alright lovely excellent wonderful absolutely
  congratulations congrats bye goodbye please certainly understood awesome cool hm hmm oh ah now noted
  you there again back much haha hahaha hahahaha hehe heh lol aw aww awww ooh oooh aha wow whoa yay oops phew
  отлично спасибо хорошо да нет конечно извините простите ок окей понятно понял поняла прекрасно супер ага угу так ну что ж итак пожалуйста благодарю вас вам
  замечательно рада рад принято готово ой ого ох эх ах хаха ахах хахаха ахаха хех упс
`);

/** What comes before a name that is talked about. */
export const MENTIONERS = list(`
  for to from with about by of at in on under behalf tell told ask asked called named name see saw contact contacted see via per than as like between
  is are was were be mr's that if when because while whether said says both
  для от с со у к ко о об про на из за по перед через при без ваш ваша вашего вашей наш наша мой моя нашего моего зовут имя
  клиент клиентка получатель отправитель пассажир заказчик пользователь владелец сын дочь муж жена мама папа коллега мастер врач доктор курьер водитель
  менеджер оператор специалист консультант агент куратор диспетчер что если когда сказал сказала передал передала
`);

/** What follows a name that is talked about. */
export const TELLERS = list(`
  is was has had will would wrote said says asked asks needs needed called gets got did does went came comes wants wanted replied confirmed
  писал писала написал написала сказал сказала говорит просил просила попросил попросила обратился обратилась звонил звонила ответил ответила
  порекомендовал порекомендовала получил получила сделал сделала был была будет
`);

/** The agent's questions and requests begin so: "Anna could you …". */
export const SECOND_PERSON = list(`
  you your you're you've you'll could can would do did are have may please i i'm i've i'll we we've we'll it it's this that the thanks thank let lets let's
  what how when where which here's there's just sorry hi hello good my and
  вы вас вам вами ваш ваша ваше ваши вашу вашей пожалуйста подскажите скажите уточните я мы у здравствуйте добрый доброе доброго приветствую спасибо
  сейчас давайте можете можно хорошо понял поняла вижу извините простите как что это привет не для
`);

/** Endings of letters: a name after one of them is the writer's. */
export const CLOSINGS = list(`
  regards regard sincerely faithfully truly yours best respectfully cordially
  уважением наилучшими пожеланиями
`);

/** Addressees that are nobody in person. */
export const NOBODY = list(`
  there all everyone everybody team folks guys customer customers client sir madam maam ma'am mam gamer gamers shopper friend friends guest guests passenger
  passengers subscriber user member members valued adventurer traveller traveler colleague colleagues buddy mate dear again back and from to thank thanks
  partner student applicant patient tenant resident owner reader player champion hero warrior captain boss bro dude man lady ladies gentlemen
  ive youre youve thats whats theyre weve theres dont didnt doesnt cant wont isnt wasnt
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  клиент клиенты покупатель покупатели абонент абоненты пользователь гость гости друг друзья коллега коллеги партнер партнеры читатель пассажир участник
  девушка мужчина женщина господа дамы сударь сударыня товарищ все всем
`);

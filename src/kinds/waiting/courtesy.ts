/** The words by which the customers of one language acknowledge, thank and part. */
export interface Vocabulary {
  /** One of these makes a message of nothing but such words an acknowledgement. */
  readonly telling: ReadonlySet<string>;
  /** These say it in parting. */
  readonly parting: ReadonlySet<string>;
  /** These say yes, which acknowledges a "one moment" and nothing else. */
  readonly agreeing: ReadonlySet<string>;
  /** These say no, which acknowledges an "anything else?" and nothing else. */
  readonly declining: ReadonlySet<string>;
  /** These may stand beside. */
  readonly filling: ReadonlySet<string>;
  /** One of these must stand in a longer message that takes leave in words of its own. */
  readonly thanking: ReadonlySet<string>;
  /** None of these may: something is still wanted. */
  readonly wanting: ReadonlySet<string>;
  /** Runs of words that acknowledge or part, though each of them could as well begin a request ("ok do that"). */
  readonly phrases: readonly string[];
}

/** So that no phrase breaks a longer one that it is part of. */
const longestFirst = (phrases: readonly string[]): readonly string[] =>
  [...phrases].sort((left, right) => right.length - left.length);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const ENGLISH: Vocabulary = {
  telling: words(`
    ok okay okey okie oki k kk kay alright aight thanks thank thankyou thx thnx thanx tnx tks ty tysm ta cheers tq
    great perfect cool nice fine good wonderful awesome excellent lovely brilliant fantastic amazing super sweet
    understood noted gotcha got see appreciated appreciate welcome`),
  parting: words('bye byebye goodbye cya ciao farewell goodnight toodles'),
  agreeing: words(`
    yes yeah yep yup ya sure certainly course absolutely definitely problem prob worries np waiting wait rush hurry take
    your time go ahead please no of will i'll i can here`),
  declining: words("no nope nah nothing not really else that's thats that it all for now at the moment i'm im good"),
  filling: words(`
    a all am an and anyway again as be been being big both bunch day days everything evening far for from had happy has
    have helped helpful help hope i i'd i'll i'm i've im in info information is it it's its just kind kindly kindness
    lot lots luck lifesaver makes man ma'am mam madam many me mate morning much my needed night no now of oh ah aw haha
    hehe lol on patience pleasure prompt quick quickly re reply response answer right same service sir so solved sorry
    sorted speedy star support that that's thats the then these this though time to today tomorrow ton tons too u ur
    very was we week weekend wish with worked works yeah yep yes you you'll you're you've your yours assistance
    afternoon advice fixed guys hey clarification explanation really such team truly later well`),
  thanking: words(
    'thanks thank thankyou thx thnx thanx tnx tks ty tysm ta cheers appreciated appreciate bye goodbye ciao',
  ),
  wanting: words(`
    need needs want wants wanted like also another please pls can could would should may what when where which who
    why how if unless until but however not don't doesn't didn't won't can't cannot isn't still again instead now
    book send check give tell change cancel find show make let wait waiting number next question`),
  phrases: longestFirst([
    'that is all',
    "that's all",
    'thats all',
    "that's it",
    'that was all',
    'that was it',
    'that will be all',
    'take care',
    'take it easy',
    'will do',
    "i'll do that",
    'ill do that',
    "that'll do",
    'that will do it',
    'that will do',
    'all i need',
    'everything i need',
    'will be all',
    'should be all',
    'would be all',
    'see you',
    'talk to you later',
    'catch you later',
    'keep up the good work',
    'know where to find you',
    'good to know',
    'for all you do',
    'makes sense',
    'sounds good',
    'no worries',
    'no problem',
    'for now',
    'for asking',
    'for letting me know',
    'for checking',
    'for clarifying',
    'for everything',
    'how nice',
    'would be it',
  ]),
};

const RUSSIAN: Vocabulary = {
  telling: words(`
    спасибо спасибочки спс спасиб пасиб пасибо спасибки благодарю благодарен благодарна благодарим благодарствую мерси
    ок окей окэй оки океюшки ok okay хорошо ладно ладненько понял поняла поняли понятно понятненько ясно
    принял приняла принято отлично супер прекрасно замечательно чудесно класс классно круто здорово шикарно идеально
    учту учтем ага угу жду ждем подожду подождем добро лады договорились`),
  parting: words('пока покеда свидания свиданья взаимно хорошего прощайте бывайте счастливо досвидания'),
  agreeing: words(
    'да конечно давайте давай можно проблем вопросов торопитесь спешите не ничего страшного пожалуйста буду',
  ),
  declining: words('нет неа не ничего больше вопросов все это пока что нету'),
  filling: words(`
    а большое большущее благ быстро быстрый вам вами вас ваш ваша ваше ваши вашу вы весь вечера всего всем все вот
    выходных да дай бог день дня добра доброго до за здоровья и или именно информацию интересно консультацию мне меня
    мой много мы на настроения нам нас нет ничего но ну ночи о огромное ой оперативность оперативно ответ ответили
    отзывчивость очень от ох помог помогли помогла помощь подсказку подробный понимание пояснение праздником приятного
    работает работы разобрался разобралась разъяснение рад рада реакцию решена решили решение решилось с связи скорость
    скорой содействие совет спокойной сейчас так там тебе тебя теперь терпение тогда тоже того то только уже удачи
    удачного успехов утра уделенное это этого эх я заработало получилось вышло встречи завтра девушка вообще больше сам
    сама сегодня поддержку прям прямо приятно хоть время`),
  thanking: words(`
    спасибо спасибочки спс спасиб пасиб пасибо спасибки благодарю благодарен благодарна благодарим мерси свидания пока
    взаимно хорошего доброго`),
  wanting: words(`
    нужно нужен нужна нужны надо хочу хотел хотела хотелось прошу еще также можно можете подскажите пришлите отправьте
    проверьте скажите сделайте но а если когда где как какой какая какие сколько почему зачем кто что-то не нельзя пожалуйста
    вопрос вопроса номер`),
  phrases: longestFirst([
    'на этом все',
    'это все',
    'все что мне нужно',
    'все что мне было нужно',
    'все что нужно',
    'все что я хотел узнать',
    'все что хотел узнать',
    'все что хотела узнать',
    'вопросов нет',
    'больше вопросов нет',
    'вопросов больше нет',
    'вопрос решен',
    'вопрос закрыт',
    'не нужно',
    'не надо',
    'буду знать',
    'буду ждать',
    'так и сделаю',
    'так и сделаем',
    'пока что',
    'всего доброго',
    'всех благ',
  ]),
};

/** By language. */
export const COURTESY: ReadonlyMap<string, Vocabulary> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
]);

import type { Scene, Utterance } from '../../model/scene.ts';

/**
 * Messages that only acknowledge: they start no wait. A message counts as one if all of its words are such as people
 * acknowledge, thank and part with, at least one of them a word that does so by itself, and nothing is asked.
 */

interface Vocabulary {
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
  /** Runs of words that acknowledge or part, though each of them could as well begin a request ("ok do that"). */
  readonly phrases: readonly string[];
}

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
  phrases: [
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
  ],
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
  phrases: [
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
  ],
};

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = { en: ENGLISH, ru: RUSSIAN };

/** Longer messages say something of their own. Own estimate: the longest chain of thanks and wishes seen has 14 words. */
const LONGEST = 18;

/** From this on the ear's word that the customer takes leave is trusted. */
const SURE = 0.6;

const QUESTION = /[?？]/;

/** What a customer's message does to the waits. */
export type Weight = 'substantial' | 'acknowledgement' | 'parting';

/** The words of the people's names in the record: "thanks Tom" is thanks. */
function nameWords(scene: Scene): ReadonlySet<string> {
  const names = [scene.conversation.customer.name, ...scene.agents.map(({ name }) => name)];
  return new Set(
    names.flatMap((name) =>
      name === null
        ? []
        : name
            .toLowerCase()
            .replaceAll('ё', 'е')
            .split(/[^\p{L}\p{M}]+/u),
    ),
  );
}

/** What the agents said last before a message, as far as it changes the sense of a "yes" or "no". */
export interface Asked {
  /** The agent announced a hold. */
  readonly holding: boolean;
  /** Whether the agent asked if there is anything else, or if it worked; asked only when needed. */
  readonly checking: () => boolean;
}

/** The words that are left when the phrases are taken out, and whether there were any. */
function cutPhrases(utterance: Utterance, vocabulary: Vocabulary): { rest: readonly string[]; found: boolean } {
  const whole = ` ${utterance.tokens.map(({ word }) => word).join(' ')} `;
  let left = whole;
  for (const phrase of vocabulary.phrases) {
    left = left.replaceAll(` ${phrase} `, ' ');
  }
  return { rest: left.split(' ').filter((word) => word !== ''), found: left !== whole };
}

function byVocabulary(scene: Scene, utterance: Utterance, vocabulary: Vocabulary, asked: Asked): Weight {
  const { rest, found } = cutPhrases(utterance, vocabulary);
  let tells = found;
  let parts = false;
  for (const word of rest) {
    const agrees = asked.holding && vocabulary.agreeing.has(word);
    const declines = vocabulary.declining.has(word) && asked.checking();
    if (vocabulary.parting.has(word)) {
      parts = true;
    } else if (vocabulary.telling.has(word) || agrees || declines) {
      tells = true;
    } else if (!vocabulary.filling.has(word) && !nameWords(scene).has(word)) {
      return 'substantial';
    }
  }
  return parts ? 'parting' : tells ? 'acknowledgement' : 'substantial';
}

/**
 * Whether a customer's message only acknowledges.
 *
 * Words are known in English and Russian; in other languages only a message without any word (emoji, `+`, `)))`)
 * acknowledges. Where the ear hears the customer take leave and ask for nothing, that is parting too.
 */
export function weigh(scene: Scene, utterance: Utterance, asked: Asked): Weight {
  const { text, tokens, language } = utterance;
  if (QUESTION.test(text) || text.trim() === '') {
    return 'substantial';
  }
  if (tokens.length === 0) {
    return 'acknowledgement';
  }
  const vocabulary = VOCABULARIES[language];
  if (vocabulary === undefined) {
    return 'substantial';
  }
  if (tokens.length <= LONGEST) {
    const weight = byVocabulary(scene, utterance, vocabulary, asked);
    if (weight !== 'substantial') {
      return weight;
    }
  }
  const leaves = scene.hear(utterance.index, 'closes').score >= SURE;
  return leaves && scene.hear(utterance.index, 'request').score < 1 - SURE ? 'parting' : 'substantial';
}

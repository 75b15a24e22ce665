import type { Scene, Utterance } from '../../model/scene.ts';

/** Where the wait for a person begins after a talk with a bot. */
export interface HandOff {
  /** Index of the customer's last message before the hand-off. */
  readonly from: number;
  /** True where an event of the record shows that a person was called: then even an "ok" waits. */
  readonly called: boolean;
}

/** What automatic acknowledgements say; a bot that says this and asks nothing is not talking with anybody. */
const RECEIPT = new RegExp(
  [
    String.raw`\b(?:received|got|logged|registered) your\b`,
    String.raw`\b(?:has|have) been (?:received|logged|registered|created|forwarded)\b`,
    String.raw`\b(?:agents?|operators?|representatives?|specialists?|team|someone|advisers?|advisors?|we)(?: member)?(?: from [\w ]{1,30})? (?:will|'ll|are|is|should)\b.{0,60}\b(?:shortly|soon|be with you|in touch|back to you|busy|as possible|connect|join|reply|respond)`,
    String.raw`\b(?:in|into) (?:the |a )?(?:queue|line)\b`,
    String.raw`\b(?:outside|opening|business|working|office) hours\b`,
    String.raw`\b(?:please (?:wait|hold|stay)|thank you for (?:waiting|holding|contacting|your patience|your message))\b`,
    '(?:получили|принято|принят|принята|зарегистрирован|создан)',
    '(?:оператор|специалист|сотрудник|менеджер|консультант).{0,40}(?:ответит|подключится|свяжется|ответят|занят|скоро|ближайш)',
    '(?:ожидайте|очеред|рабочее время|рабочие часы|в ближайшее время|скоро ответим|спасибо за (?:обращение|ожидание))',
  ].join('|'),
  'u',
);

/** Whether a bot's message is part of a talk, not only an automatic acknowledgement. */
function talks(utterance: Utterance): boolean {
  if (utterance.part !== 'bot' || utterance.message.role !== 'bot') {
    return false;
  }
  const text = utterance.text.toLowerCase();
  return /[?？]/.test(text) || !RECEIPT.test(text);
}

/** A hand-off, or somebody who joins and is neither the customer nor one of the bots. */
function callsPerson(scene: Scene, { event, agent, message }: Utterance): boolean {
  if (event !== 'joined') {
    return event === 'transferred' || event === 'assigned';
  }
  const others = scene.utterances.filter(({ part }) => part === 'bot' || part === 'customer');
  const isOther =
    message.name === scene.conversation.customer.name || others.some((one) => one.message.name === message.name);
  return agent !== null || (message.name !== null && !isOther);
}

/** What a bot says that asks how the service was. */
const SURVEY =
  /\b(?:rate|rating|survey|feedback|satisf\w*|how (?:was|did we|would you rate))\b|оцен|опрос|отзыв|удовлетвор|как вам /u;

/** Whether a customer's message answers a survey: nobody need answer that. */
export function answersSurvey(lastPublic: Utterance | null, { text }: Utterance): boolean {
  return lastPublic?.part === 'bot' && SURVEY.test(lastPublic.text.toLowerCase()) && !/[?？]/.test(text);
}

/**
 * The start of the wait for a person where the customer answered a conversational bot before the first agent came;
 * null where there was no such talk, or no agent ever came.
 */
export function handOff(scene: Scene): HandOff | null {
  let bot = false;
  let answered = false;
  let last: number | null = null;
  for (const utterance of scene.utterances) {
    if (utterance.part === 'agent') {
      return answered && last !== null ? { from: last, called: false } : null;
    }
    if (utterance.part === 'customer') {
      answered ||= bot;
      bot = false;
      last = utterance.index;
    } else if (utterance.part === 'bot') {
      bot = talks(utterance);
    } else if (answered && last !== null && callsPerson(scene, utterance)) {
      const comes = scene.utterances.slice(utterance.index).some(({ part }) => part === 'agent');
      return comes ? { from: last, called: true } : null;
    }
  }
  return null;
}

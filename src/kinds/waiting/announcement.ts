import type { Scene, Utterance } from '../../model/scene.ts';
import { late } from '../../text/late-pattern.ts';

/** Thanks for a wait that is over, or a move to another channel, announce nothing here. */
const NO_HOLD = [
  late(
    () =>
      /\b(?:thanks|thank you|appreciate it|sorry|apologi[sz]e|apologies) (?:so much |very much )?(?:for |that )?(?:your |the |you )?(?:holding|waiting|wait|patience|delay|hold|had to wait)\b/,
  ),
  late(() => /\b(?:e-?mail|call|phone|text|ring) you\b/),
  late(
    () =>
      /(?<!\p{L})(?:спасибо|благодарю|благодарим) (?:вас )?(?:большое )?(?:за|что) (?:ваше )?(?:ожидани|терпени|подождали|дождались)/u,
  ),
  late(
    () =>
      /(?<!\p{L})(?:перезвон|позвон|напиш[а-я]{1,4} (?:вам )?на (?:почту|e-?mail)|на (?:вашу )?(?:электронную )?почту)/u,
  ),
];

/** A new wait is asked for in these words even where thanks for the last one stand beside. */
const ANOTHER = late(
  () =>
    /\b(?:one|another|a few|few|bit|little|couple)(?: of)? ?(?:more|longer|moment|minute|sec)|(?<!\p{L})ещ[её](?!\p{L})/u,
);

/** From this on the ear's word that a message announces a hold is trusted. */
const SURE = 0.6;

/** Acts that use the same words to another end: "you have one minute", "kindly wait, somebody will call". */
const OTHER_ENDS = ['rushing', 'closing-notice', 'presence-check', 'deflection', 'farewell-warm'] as const;

/** Where one thing is said and the next begins. */
const CLAUSE_END = /[.!?…:;\n—–]+| - /u;

/** What may follow a hold without ending it: thanks, promises, what is being done. */
const GOES_ON = late(
  () =>
    /^[^\p{L}\p{N}]*(?:thank|thanks|please|pls|i'll|i will|i'm|i am|let me|while|checking|looking|back|won't|it won't|shouldn't|this (?:may|might|will|should)|it (?:may|might|will|should)|appreciate|sorry|спасибо|благодар|пожалуйста|сейчас|я |мне нужно|проверю|проверяю|уточню|уточняю|узнаю|посмотрю|смотрю|вернусь|скоро|это (?:займ|недолго)|не отключ|оставайтесь|ожидайте|извините|простите)/u,
);

/** Words in a clause that are too few to be the answer. */
const FEW = 3;

/**
 * Whether the message ends with the hold. Where more is said after it, the answer may be there already ("one sec...
 * done, it is booked"), and a question after it hands the turn to the customer.
 */
function endsWithHold(text: string, spotEnd: number): boolean {
  const rest = text.slice(spotEnd).toLowerCase().replaceAll('’', "'");
  const clauseEnd = CLAUSE_END.exec(rest);
  const after = clauseEnd === null ? '' : rest.slice(clauseEnd.index + clauseEnd[0].length);
  const said = after.split(CLAUSE_END).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  const goesOn = (clause: string): boolean => GOES_ON.test(clause) || clause.trim().split(/\s+/).length <= FEW;
  return !/[?？]/.test(after) && said.every(goesOn);
}

/** Whether an agent's message asks the customer to wait for it here. */
export function announcesHold(scene: Scene, utterance: Utterance): boolean {
  const heard = scene.hear(utterance.index, 'holding');
  if (heard.score < SURE) {
    return false;
  }
  const text = utterance.text.toLowerCase();
  if (NO_HOLD.some((pattern) => pattern.test(text)) && !ANOTHER.test(text)) {
    return false;
  }
  const spotEnd = Math.max(0, ...heard.spots.map(({ end }) => end));
  return (
    endsWithHold(utterance.text.trimEnd(), spotEnd) &&
    OTHER_ENDS.every((act) => scene.hear(utterance.index, act).score < SURE)
  );
}

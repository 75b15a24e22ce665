import type { Scene, Utterance } from '../../model/scene.ts';
import { runsOfLetters } from '../../text/names/person.ts';
import { COURTESY, type Vocabulary } from './courtesy.ts';

/**
 * Messages that only acknowledge: they start no wait. A message counts as one if all of its words are such as people
 * acknowledge, thank and part with, at least one of them a word that does so by itself, and nothing is asked.
 */

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
    names.flatMap((name) => (name === null ? [] : runsOfLetters(name.toLowerCase().replaceAll('ё', 'е')))),
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
 * acknowledges. Thanks and a goodbye in words of one's own are parting too, if nothing is wanted with them.
 */
export function weigh(scene: Scene, utterance: Utterance, asked: Asked): Weight {
  const { text, tokens, language } = utterance;
  if (QUESTION.test(text) || text.trim() === '') {
    return 'substantial';
  }
  if (tokens.length === 0) {
    return 'acknowledgement';
  }
  const vocabulary = COURTESY.get(language);
  if (vocabulary === undefined) {
    return 'substantial';
  }
  if (tokens.length <= LONGEST) {
    const weight = byVocabulary(scene, utterance, vocabulary, asked);
    if (weight !== 'substantial') {
      return weight;
    }
  }
  return takesLeave(scene, utterance, vocabulary) ? 'parting' : 'substantial';
}

/** Leave taken in words of one's own: thanks or a goodbye, nothing wanted, and the ear hears the same. */
function takesLeave(scene: Scene, { index, text, tokens }: Utterance, { thanking, wanting }: Vocabulary): boolean {
  return (
    tokens.some(({ word }) => thanking.has(word)) &&
    !tokens.some(({ word }) => wanting.has(word)) &&
    !/\d/.test(text) &&
    scene.hear(index, 'closes').score >= SURE &&
    scene.hear(index, 'request').score < 1 - SURE
  );
}

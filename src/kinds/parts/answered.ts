import type { Scene, Token } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { breaksSentence } from '../../text/tokens.ts';
import type { AskedQuestion } from './standing-question.ts';

const YES_OR_NO = new Set(
  'yes yeah yep yup no nope sure correct right indeed definitely да нет конечно точно верно именно ага угу'.split(' '),
);
/** How a question begins that yes or no can answer. */
const ASKS_YES_OR_NO =
  /^(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|have|has|had|можно|нельзя|разве|неужели|есть)$/;
/** Shorter words carry no matter of their own. */
const SHORTEST_CONTENT_WORD = 4;
/** New words of substance that make an answer, where none of the question's own words come back. */
const NEW_WORDS = 2;

/**
 * The question that a turn leaves unanswered, or null. A turn answers when, leave-taking and thanks aside, it says yes
 * or no to a question of that form, takes up a word of the question, or says something the agent had not said before.
 * Of several questions one is left when fewer sentences answer than were asked and none touches it.
 *
 * @param questions - What the customer asked since the agent's turn before.
 * @param messages - The messages of the agent's turn.
 * @param aside - Words in them that take leave, thank or refuse to go on: no answer.
 * @param earlier - The agents' messages before, and the customer's: a question asked twice needs more than other news.
 */
export function unansweredBy(
  scene: Scene,
  questions: readonly AskedQuestion[],
  messages: readonly number[],
  aside: readonly Spot[],
  earlier: { readonly agents: readonly number[]; readonly customer: readonly number[] },
): AskedQuestion | null {
  const sentences = messages.flatMap((index) => sentencesOf(scene, index, aside));
  const said = new Set(sentences.flat().flatMap(contentOf));
  const before = contentsOf(scene, earlier.agents);
  const asked = questions.map((question) => ({ question, tokens: tokensOf(scene, question) }));
  const touched = asked.filter(({ tokens }) => tokens.flatMap(contentOf).some((stem) => said.has(stem)));
  if (touched.length === asked.length) {
    return null;
  }
  const left = asked.filter((each) => !touched.includes(each));
  const open = left.find(({ tokens }) => !saysYesOrNo(tokens, sentences));
  if (open === undefined) {
    return null;
  }
  if (touched.length > 0) {
    const answering = sentences.filter((tokens) => tokens.some((token) => contentOf(token).length > 0));
    return answering.length < asked.length ? open.question : null;
  }
  const known = contentsOf(scene, earlier.customer);
  const askedBefore = tokensOf(scene, open.question)
    .flatMap(contentOf)
    .some((stem) => known.has(stem));
  const news = [...said].filter((stem) => !before.has(stem));
  return askedBefore || news.length < NEW_WORDS ? open.question : null;
}

function contentsOf(scene: Scene, messages: readonly number[]): ReadonlySet<string> {
  return new Set(messages.flatMap((index) => (scene.utterances[index]?.tokens ?? []).flatMap(contentOf)));
}

function saysYesOrNo(question: readonly Token[], sentences: readonly (readonly Token[])[]): boolean {
  const asksSo =
    question.some(({ word }) => word === 'ли') || question.slice(0, 3).some(({ word }) => ASKS_YES_OR_NO.test(word));
  return asksSo && sentences.some((tokens) => tokens.some(({ word }) => YES_OR_NO.has(word)));
}

function tokensOf(scene: Scene, { message, from, to }: AskedQuestion): readonly Token[] {
  return scene.utterances[message]?.tokens.slice(from, to) ?? [];
}

function contentOf({ word, stem }: Token): string[] {
  return word.length >= SHORTEST_CONTENT_WORD || /\d/.test(word) ? [stem] : [];
}

/** The sentences of a message without those that hold set-aside words. */
function sentencesOf(scene: Scene, index: number, aside: readonly Spot[]): Token[][] {
  const utterance = scene.utterances[index];
  if (utterance === undefined) {
    return [];
  }
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  utterance.tokens.forEach((token, place) => {
    sentence.push(token);
    const next = utterance.tokens[place + 1];
    if (next === undefined || breaksSentence(utterance.text, token.end, next.start)) {
      sentences.push(sentence);
      sentence = [];
    }
  });
  const spots = aside.filter(({ message }) => message === index);
  return sentences.filter(
    (tokens) => !tokens.some(({ start, end }) => spots.some((spot) => spot.start < end && start < spot.end)),
  );
}

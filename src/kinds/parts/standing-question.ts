import type { Scene, Utterance } from '../../model/scene.ts';
import { findQuestions, type Question } from '../../text/questions.ts';

/** A question of a customer, with the message it stands in. */
export interface AskedQuestion extends Question {
  readonly message: number;
}

/** "Seriously?", «Вы издеваетесь?»: an outcry, no question that waits for an answer. */
const SHORTEST_QUESTION = 3;

/**
 * The direct questions in messages of a customer that wait for an answer. Outcries of a word or two are none, unless
 * the message is nothing but the question and begins as one ("How much?").
 */
export function questionsIn(scene: Scene, messages: readonly number[]): AskedQuestion[] {
  return messages.flatMap((index) => {
    const utterance = scene.utterances[index];
    return utterance === undefined ? [] : questionsOf(utterance);
  });
}

function questionsOf({ index, text, tokens }: Utterance): AskedQuestion[] {
  return findQuestions(text, tokens)
    .filter(({ from, to }) => to - from >= SHORTEST_QUESTION || tokens.length <= SHORTEST_QUESTION)
    .map((question) => ({ ...question, message: index }));
}

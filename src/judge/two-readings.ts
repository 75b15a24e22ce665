import type { MessageSample } from './lesson.ts';
import { type Sample, type Separator, trainSeparator } from './separator.ts';

/** What is learnt from: messages, whether each performs the act, and how much it counts. */
export interface Performances {
  readonly messages: readonly MessageSample[];
  readonly truth: readonly boolean[];
  readonly weights: readonly number[];
}

/** Two separators for one act: over whole messages, and over sentences. */
export interface TwoReadings {
  readonly whole: Separator;
  readonly sentence: Separator;
  margin(message: MessageSample): number;
}

/** After so many rounds the sentences chosen hardly change any more. */
const ROUNDS = 2;

/**
 * Learns to read an act in whole messages and in sentences. Labels are of messages: which sentence performs the act is
 * guessed by the last reading, in turns with learning from the guess (multiple-instance learning, as in Andrews et
 * al. 2003); of a message without the act every sentence is without it.
 */
export function learnTwoReadings({ messages, truth, weights }: Performances, size: number): TwoReadings {
  const whole = trainSeparator({ samples: messages.map((message) => message.whole), truth, weights }, size);
  let sentence = whole;
  for (let round = 0; round < ROUNDS; round += 1) {
    const samples: Sample[] = [];
    const labels: boolean[] = [];
    const shares: number[] = [];
    for (const [place, message] of messages.entries()) {
      const performs = truth[place] ?? false;
      for (const each of performs ? [best(sentence, message)] : message.sentences) {
        samples.push(each);
        labels.push(performs);
        shares.push(weights[place] ?? 1);
      }
    }
    sentence = trainSeparator({ samples, truth: labels, weights: shares }, size);
  }
  const reading = sentence;
  return {
    whole,
    sentence: reading,
    margin: (message) => whole.margin(message.whole) + reading.margin(best(reading, message)),
  };
}

function best(separator: Separator, { sentences, whole }: MessageSample): Sample {
  let found = whole;
  let most = Number.NEGATIVE_INFINITY;
  for (const sentence of sentences) {
    const margin = separator.margin(sentence);
    if (margin > most) {
      most = margin;
      found = sentence;
    }
  }
  return found;
}

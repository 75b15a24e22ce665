import type { MessageSample } from './lesson.ts';
import { type Sample, type Separator, trainSeparator } from './separator.ts';

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
export function learnTwoReadings(
  messages: readonly MessageSample[],
  truth: readonly boolean[],
  size: number,
): TwoReadings {
  const whole = trainSeparator(
    messages.map((message) => message.whole),
    truth,
    size,
  );
  let sentence = whole;
  for (let round = 0; round < ROUNDS; round += 1) {
    const samples: Sample[] = [];
    const labels: boolean[] = [];
    for (const [place, message] of messages.entries()) {
      const performs = truth[place] ?? false;
      for (const each of performs ? [best(sentence, message)] : message.sentences) {
        samples.push(each);
        labels.push(performs);
      }
    }
    sentence = trainSeparator(samples, labels, size);
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

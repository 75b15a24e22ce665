import type { Scene } from '../../model/scene.ts';

/** The signals by which something is weighed, by name: each read off the same things. */
export type SignalTable<Things> = Readonly<Record<string, (things: Things) => number>>;

/** A signal for each act, named "<act> <title>". */
export function signalOfEach<Name extends string, Things>(
  names: readonly Name[],
  title: string,
  read: (things: Things, name: Name) => number,
): SignalTable<Things> {
  return Object.fromEntries(
    names.map((name) => [`${name.replaceAll('_', ' ')} ${title}`, (things: Things) => read(things, name)]),
  );
}

/** Whether one of the messages holds a question mark, as 0 or 1. */
export const asks = (scene: Scene, indexes: readonly number[]): number =>
  Number(indexes.some((index) => scene.utterances[index]?.text.includes('?') === true));

/** How many words the messages have together. */
export const wordsOf = (scene: Scene, indexes: readonly number[]): number =>
  indexes.reduce((sum, index) => sum + (scene.utterances[index]?.tokens.length ?? 0), 0);

/** The second of the surest; 0 where there are fewer than two. */
export const secondOf = (all: readonly { readonly score: number }[]): number =>
  all.map(({ score }) => score).sort((one, other) => other - one)[1] ?? 0;

/** The share of messages, from 0 to 1, that stand before one; 0 where there are none. */
export const shareBefore = (messages: readonly number[], index: number): number =>
  messages.filter((each) => each < index).length / Math.max(1, messages.length);

/** The messages from the first on that is heard at least so surely; none where there is no such. */
export function fromFirst(
  messages: readonly number[],
  heard: readonly { readonly message: number; readonly score: number }[],
  atLeast: number,
): readonly number[] {
  const first = heard.find(({ score }) => score >= atLeast)?.message ?? Number.POSITIVE_INFINITY;
  return messages.filter((index) => index >= first);
}

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

import type { Separation } from './separation.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Letters such that two groups share one exactly if they cannot be told apart. The groups come best first, and the
 * best bear the first letters. Each pair that shares no letter yet founds one, which then takes in every further
 * group that nobody of it can be told apart from.
 */
export function sharedLetters(count: number, separation: Separation): string[] {
  const letters: string[] = Array.from({ length: count }, () => '');
  const covered = new Uint8Array(count * count);
  const apart = (one: number, other: number): boolean =>
    separation.isBetter(one, other) || separation.isBetter(other, one);
  let used = 0;
  const give = (members: readonly number[]): void => {
    const letter = letterNamed(used);
    used += 1;
    for (const member of members) {
      letters[member] += letter;
      for (const other of members) {
        covered[member * count + other] = 1;
      }
    }
  };
  for (let first = 0; first < count; first += 1) {
    for (let second = first + 1; second < count; second += 1) {
      if (covered[first * count + second] === 1 || apart(first, second)) {
        continue;
      }
      const members = [first, second];
      for (let candidate = 0; candidate < count; candidate += 1) {
        if (!members.includes(candidate) && members.every((member) => !apart(member, candidate))) {
          members.push(candidate);
        }
      }
      give(members);
    }
    if (letters[first] === '') {
      give([first]);
    }
  }
  return letters;
}

function letterNamed(index: number): string {
  const round = Math.floor(index / ALPHABET.length);
  return `${ALPHABET[index % ALPHABET.length]}${round === 0 ? '' : round + 1}`;
}

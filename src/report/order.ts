/** The one order of texts in every output: by code point, so that no locale can change a byte. */
export function byCodePoint(first: string, second: string): number {
  const one = [...first];
  const two = [...second];
  for (let index = 0; index < one.length && index < two.length; index += 1) {
    const difference = (one[index]?.codePointAt(0) ?? 0) - (two[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return one.length - two.length;
}

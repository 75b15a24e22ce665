/**
 * Compares two texts by code point, for sorting: the same on every machine, whatever its locale. Plain `<` compares
 * UTF-16 units and puts U+FFxx after the emoji.
 */
export function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const one = left.charCodeAt(index);
    const other = right.charCodeAt(index);
    if (one !== other) {
      const bothOrNeitherSurrogate = isSurrogate(one) === isSurrogate(other);
      return bothOrNeitherSurrogate ? one - other : isSurrogate(one) ? 1 : -1;
    }
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

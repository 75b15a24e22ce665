import type { Envelope } from './envelope.ts';

/**
 * Lists written as an object with numbers for keys: `{"0":{"message":{…}},"1":{…},"total_count":17}`. A record that is
 * itself wrapped in one key (`message`, `case`) is taken out of it.
 */
export const numbered: Envelope = {
  name: 'numbered',
  open(value) {
    const keys = Object.keys(value);
    const numbers = keys.filter((key) => /^\d{1,9}$/.test(key));
    const others = keys.filter((key) => !/^\d{1,9}$/.test(key));
    if (numbers.length === 0 || others.some((key) => !/^(?:total_count|total|count|page|limit|case_id)$/.test(key))) {
      return null;
    }
    const shared = Object.fromEntries(others.map((key) => [key, value[key]]));
    return numbers.map((key) => {
      const { inner, stream } = unwrapped(value[key]);
      return { value: inner, stream, shared };
    });
  },
};

function unwrapped(item: unknown): { inner: unknown; stream: string | null } {
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
    const [only, ...others] = Object.entries(item);
    if (only !== undefined && others.length === 0 && typeof only[1] === 'object' && only[1] !== null) {
      return { inner: only[1], stream: only[0] };
    }
  }
  return { inner: item, stream: null };
}

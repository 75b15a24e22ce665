import { KnownNames } from './known-names.ts';
import { maskAddress, maskData, type TokenOf } from './personal-data.ts';

/**
 * The masking of one conversation: the same person, address or number gets the same token throughout it, numbered in the
 * order met (`[NAME-1]`, `[EMAIL-2]`). The customer is always `[NAME-1]`.
 */
export class Mask {
  private readonly names = new KnownNames();
  private readonly tokens = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private people = 0;

  /** `customer`: every name of the customer. `agents`: names and the tokens that stand for them. */
  constructor(customer: readonly string[] = [], agents: ReadonlyMap<string, string> = new Map()) {
    if (customer.length > 0) {
      this.people = 1;
    }
    for (const name of customer) {
      this.names.add(name, '[NAME-1]');
    }
    for (const [name, token] of agents) {
      this.names.add(name, token);
    }
  }

  /** A name that a verdict gives: another person's where it is none of those known. */
  meet(name: string): void {
    if (this.names.find(name) === null) {
      this.people += 1;
      this.names.add(name, `[NAME-${this.people}]`);
    }
  }

  text(text: string): string {
    return this.names.maskWords(maskData(this.names.maskHandles(text), this.token));
  }

  /** The id of a conversation or the name of a file: names and addresses only, so that it can still be found. */
  reference(text: string): string {
    return this.names.maskWords(maskAddress(this.names.maskHandles(text), this.token));
  }

  private readonly token: TokenOf = (kind, value) => {
    const key = `${kind} ${value}`;
    const known = this.tokens.get(key);
    if (known !== undefined) {
      return known;
    }
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    const token = `[${kind}-${number}]`;
    this.tokens.set(key, token);
    return token;
  };
}

/** Deeper chains are followed no further: no dialogue is so long, and a damaged file may hold circles. */
const DEEPEST = 10_000;

/**
 * Which tweets are one conversation: one customer and who answers. Answers belong where they answer; a customer who joins
 * in somebody else's thread, or answers what a company told everybody, begins a conversation of their own.
 *
 * Numbers stand in arrays instead of objects, for such tables have millions of rows.
 */
export class TweetThreads {
  readonly #indexById = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #parents: number[] = [];
  readonly #authors: number[] = [];
  readonly #inbound: boolean[] = [];
  readonly #authorNumbers = new Map<string, number>();
  readonly #authorNames: string[] = [];
  /** The index of the tweet that began the conversation; -1 until it is worked out. */
  readonly #roots: number[] = [];

  #indexOf(id: string): number {
    const known = this.#indexById.get(id);
    if (known !== undefined) {
      return known;
    }
    const index = this.#ids.length;
    this.#indexById.set(id, index);
    this.#ids.push(id);
    this.#parents.push(-1);
    this.#authors.push(-1);
    this.#inbound.push(false);
    this.#roots.push(-1);
    return index;
  }

  add(id: string, parent: string | null, author: string, inbound: boolean): void {
    const index = this.#indexOf(id);
    let number = this.#authorNumbers.get(author);
    if (number === undefined) {
      number = this.#authorNames.length;
      this.#authorNumbers.set(author, number);
      this.#authorNames.push(author);
    }
    this.#authors[index] = number;
    this.#inbound[index] = inbound;
    this.#parents[index] = parent === null || parent === id ? -1 : this.#indexOf(parent);
  }

  /** Works out the roots from the oldest unknown ancestor down. */
  #rootOf(index: number): number {
    const path: number[] = [];
    const met = new Set<number>();
    let at = index;
    while ((this.#roots[at] ?? -1) < 0 && path.length < DEEPEST && !met.has(at)) {
      path.push(at);
      met.add(at);
      const parent = this.#parents[at] ?? -1;
      if (parent < 0) {
        break;
      }
      at = parent;
    }
    for (const tweet of path.toReversed()) {
      this.#roots[tweet] = this.#rootBelow(tweet);
    }
    return this.#roots[index] ?? index;
  }

  #rootBelow(tweet: number): number {
    const parent = this.#parents[tweet] ?? -1;
    const root = parent < 0 ? -1 : (this.#roots[parent] ?? -1);
    if (root < 0) {
      return tweet;
    }
    const customer = this.#customerAt(root);
    const missing = (this.#authors[root] ?? -1) < 0;
    const joins = !this.#inbound[tweet] || customer === this.#authors[tweet] || (missing && customer === null);
    if (joins && missing && this.#inbound[tweet]) {
      this.#customers.set(root, this.#authors[tweet] ?? -1);
    }
    return joins ? root : tweet;
  }

  /** Of threads whose first tweet is not in the file: the first customer met in them. */
  readonly #customers = new Map<number, number>();

  #customerAt(root: number): number | null {
    return this.#inbound[root] ? (this.#authors[root] ?? null) : (this.#customers.get(root) ?? null);
  }

  conversationOf(id: string): string {
    const index = this.#indexById.get(id);
    return index === undefined ? id : (this.#ids[this.#rootOf(index)] ?? id);
  }

  /** The author id of the conversation's customer, or null where only a company speaks. */
  customerOf(id: string): string | null {
    const index = this.#indexById.get(id);
    const customer = index === undefined ? null : this.#customerAt(this.#rootOf(index));
    return customer === null ? null : (this.#authorNames[customer] ?? null);
  }
}

/**
 * A regular expression that is made when it is first asked. V8 reads an expression where it stands, at every start, and
 * one with many words or with `\p{L}` takes it a good part of a millisecond: those that few runs ask are better late.
 */
export class LatePattern {
  private readonly make: () => RegExp;
  private made: RegExp | null = null;

  constructor(make: () => RegExp) {
    this.make = make;
  }

  /** The expression itself, for what takes no other: `replace`, `split`, `match`. */
  get expression(): RegExp {
    this.made ??= this.make();
    return this.made;
  }

  test(text: string): boolean {
    return this.expression.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.expression.exec(text);
  }
}

/** An expression with neither `g` nor `y` answers alike whenever it is made; one with `g` is for `replace` alone. */
export function late(make: () => RegExp): LatePattern {
  return new LatePattern(make);
}

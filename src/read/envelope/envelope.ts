/** What an envelope holds: a record, the name of the list or stream it is from, and what the envelope says beside it. */
export interface EnvelopePart {
  readonly value: unknown;
  readonly stream: string | null;
  readonly shared: Readonly<Record<string, unknown>>;
}

/** Something that exporters and programming interfaces put around the records of a product. */
export interface Envelope {
  readonly name: string;
  /** The records inside, none where it holds none (a schema line); null where this is no such envelope. */
  open(value: Readonly<Record<string, unknown>>): readonly EnvelopePart[] | null;
}

/** One input as bytes: a file or standard input, already decompressed. */
export interface Source {
  /** Relative to the PATH given, with `/`; `<stdin>` for standard input. */
  readonly name: string;
  /** True when the user named this very file: then an unusable one is a problem, not a skipped file. */
  readonly named: boolean;
  /** Bytes on disk, for the progress line; null when unknown. */
  readonly size: number | null;
  /** May be called more than once: standard input is kept aside by `io`. */
  open(): AsyncIterable<Uint8Array>;
}

/** Temporary space past the memory limit. Lines hold no line break. */
export interface SpillFile {
  append(lines: readonly string[]): Promise<void>;
  /** The lines in the order in which they were appended, many at once. Called once, after the last `append`. */
  read(): AsyncIterable<readonly string[]>;
}

export interface SpillStore {
  create(): Promise<SpillFile>;
}

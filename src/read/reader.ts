import type { Fragment } from '../model/conversation.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import type { Content, Sample, Shape } from './content.ts';
import type { ReadSettings } from './settings.ts';

/**
 * The shared parts of the three families of `src/read`.
 *
 * A new product is one file in `product/` that exports a `Reader`, one line in the table `product/index.ts`, and one
 * folder `fixtures/<name>/<case>/` with a small export and `expected.json`, the conversations that it must become. The family test
 * (`tests/read/family.test.ts`) then tries it with damaged, foreign and long input before anybody uses it.
 */

/** How well the shape of an export is known: a real file was seen, official documents describe it, or neither. */
export type Certainty = 'real' | 'documented' | 'inferred';

/** What a reader or container says of a sample. The highest score wins; a tie is asked about, never guessed. */
export interface Detection {
  /**
   * 90: keys that only this product has. 60: a shape that fits this product and hardly another. 30: a general shape
   * (any table with an author and a text). 10: a last resort.
   */
  readonly score: number;
  /** What was seen, for `--explain-input`: "header has conferenceId". */
  readonly reason: string;
  /**
   * Set where the file is recognised and yet cannot be audited (a list of tickets without their messages): what it
   * lacks, and how to get the messages. The file is then refused with these words.
   */
  readonly refusal?: string;
}

/** What readers are given beside the content. */
export interface ReadContext {
  readonly settings: ReadSettings;
  /** Takes problems and notices, in the order of the input. */
  tell(problem: Problem): void;
}

/** What docs/formats.md says of a reader. One or two sentences each. */
export interface ReaderGuide {
  /** How a user gets this file out of the product. */
  readonly export: string;
  /** What is read: messages, notes, bots, events, rating, tags. */
  readonly reads: string;
  /** What the export does not hold, and what follows from it for the audit. */
  readonly lacks: string;
}

/** One product's export, from content to fragments of conversations. */
export interface Reader {
  /** For `--input-format` and `source.format`: `zendesk`, `intercom`, `csv`. */
  readonly name: string;
  /** `Conversation.product`: several readers of one product share it, so that their exports unite; null in general shapes. */
  readonly product: string | null;
  readonly title: string;
  /** An `inferred` reader is not detected: it must be asked for with `--input-format`, and says so. */
  readonly certainty: Certainty;
  readonly guide: ReaderGuide;
  readonly shapes: readonly Shape[];
  /**
   * For exports of several files (warehouse tables, a Slack archive, a Maildir): files with the same answer are read
   * together. The name is the file's, with `/`; a member of an archive has the archive's name before its own.
   */
  readonly bundle?: (file: string) => string;
  /** null: not this product. Must not throw, whatever the sample holds. */
  detect(sample: Sample, settings: ReadSettings): Detection | null;
  /**
   * The fragments of one content (or of a bundle's contents, by file name), one by one or many at once. A record that cannot be read is told as a
   * problem and the rest goes on; nothing is thrown but a defect of ours.
   */
  read(contents: readonly Content[], context: ReadContext): AsyncIterable<Fragment | readonly Fragment[]>;
}

/** The first bytes of a source, and what they are as text. */
export interface Head {
  readonly file: string;
  /** At most 64 KB, without a byte order mark. */
  readonly bytes: Uint8Array;
  /** The bytes in their character set, without a half character at the end; null where they are no text. */
  readonly text: string | null;
  /** WHATWG label of the character set (`utf-8`, `utf-16le`, `windows-1251`), null where the bytes are no text. */
  readonly charset: string | null;
  /** How many bytes of byte order mark stand before `bytes`. */
  readonly mark: number;
  /** True when the source holds no more than `bytes`. */
  readonly whole: boolean;
}

/** A container that holds one content. */
export interface Container {
  readonly name: string;
  detect(head: Head): Detection | null;
  open(source: Source, head: Head, context: ReadContext): Promise<Content>;
}

/** A container that holds other sources: their names begin with the archive's. */
export interface Archive {
  readonly name: string;
  detect(head: Head): Detection | null;
  members(source: Source, context: ReadContext): AsyncIterable<Source>;
}

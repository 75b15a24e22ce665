import type { Cut, Message, SourcePlace } from '../model/conversation.ts';
import { makeMessage } from '../model/conversation.ts';
import { notice, problem } from '../model/problem.ts';
import { chatName } from './chat-name.ts';
import { htmlToText, looksLikeHtml } from './html-body.ts';
import { textOf } from './json-values.ts';
import type { ReadContext } from './reader.ts';
import { FileTimes, timeSettings } from './times.ts';

/** A message's text with the quotes that its markup told. */
export interface Body {
  readonly text: string;
  readonly cuts: readonly Cut[];
}

const NO_BODY: Body = { text: '', cuts: [] };

/** One file while a product reads it: its times, its bodies, and what is told of it. */
export class ExportFile {
  readonly name: string;
  readonly format: string;
  readonly #context: ReadContext;
  readonly #times: FileTimes;
  #named = 0;
  readonly #toldOnce = new Set<string>();

  /** @param zone The zone that the product writes its times in where they bear none; the user's goes before it. */
  constructor(name: string, format: string, context: ReadContext, zone: string | null = null) {
    this.name = name;
    this.format = format;
    this.#context = context;
    const settings = timeSettings(context.settings);
    this.#times = new FileTimes({ ...settings, zone: settings.zone ?? zone });
  }

  /** A name for a record that has no id: that of the file, from the second record on with its number. */
  nextName(): string {
    this.#named += 1;
    return this.#named === 1 ? chatName(this.name) : `${chatName(this.name)}#${this.#named}`;
  }

  source(line: number | null): SourcePlace {
    return { file: this.name, format: this.format, line };
  }

  /** A time of the record, null where it has none; one that cannot be read is told once per file and left out. */
  at(raw: unknown, line: number | null): string | null {
    if (typeof raw !== 'string' && typeof raw !== 'number') {
      return null;
    }
    const reading = this.#times.read(raw);
    if ('at' in reading) {
      return reading.at;
    }
    this.notice(
      'unreadable-time',
      line,
      `A time cannot be read and was left out, here and maybe further on: ${reading.reason}.`,
    );
    return null;
  }

  /** A record that cannot be read. */
  leftOut(line: number | null, reason: string): void {
    this.#context.tell(problem('unreadable-record', this.name, line, reason));
  }

  /** Told once per file and code, at the first place. */
  notice(code: string, line: number | null, message: string): void {
    if (!this.#toldOnce.has(code)) {
      this.#toldOnce.add(code);
      this.#context.tell(notice(code, this.name, line, message));
    }
  }

  /**
   * The body of a message: HTML where there is some, as text, else the plain text. Both may hold markup or entities,
   * whatever their names say.
   */
  async body(html: unknown, plain: unknown = null): Promise<Body> {
    const text = textOf(html) ?? textOf(plain);
    if (text === null) {
      return NO_BODY;
    }
    return looksLikeHtml(text) ? await htmlToText(text) : { text, cuts: [] };
  }

  /** A message of the record with its body. */
  async message(
    fields: Omit<Partial<Message>, 'text' | 'cuts'> & Pick<Message, 'role'>,
    html: unknown,
    plain: unknown = null,
  ): Promise<Message> {
    return makeMessage({ ...fields, ...(await this.body(html, plain)) });
  }
}

/** Where in a text a fault stands. Lines and columns count from 1. */
export interface Place {
  /** The file as the user named it, or `<stdin>`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The text of that line, so that the message can show it starred. */
  readonly text?: string;
}

/** What a fault says beside its message. */
export interface FaultDetails {
  readonly place?: Place;
  /** What the user can do about it, in one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * The one error class of the program: something that the user must mend (a flag, a configuration, a pack, an
 * unusable input). Everything else that is thrown is a defect of ours.
 *
 * `code` is a stable kebab-case name (`unknown-kind`, `bad-flag`); `message` says what was found and what was expected.
 */
export class Fault extends Error {
  readonly code: string;
  readonly place: Place | undefined;
  readonly hint: string | undefined;

  constructor(code: string, message: string, details: FaultDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Fault';
    this.code = code;
    this.place = details.place;
    this.hint = details.hint;
  }

  /**
   * The fault as the user reads it, without colour: `file:line:column: message`, the line itself starred, and the hint.
   */
  describe(): string {
    const lines: string[] = [];
    const place = this.place;
    if (place === undefined) {
      lines.push(this.message);
    } else {
      const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
      lines.push(`${position}: ${this.message}`);
      if (place.text !== undefined) {
        const margin = `${place.line ?? ''} | `;
        lines.push(`* ${margin}${place.text}`);
        if (place.column !== undefined) {
          lines.push(`  ${' '.repeat(margin.length + place.column - 1)}^`);
        }
      }
    }
    if (this.hint !== undefined) {
      lines.push(`  ${this.hint}`);
    }
    return lines.join('\n');
  }
}

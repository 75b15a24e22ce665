import { Fault } from '../fault.ts';

/** The system's own code of a failure (`ENOENT`, `ENOSPC`), or null. */
export function systemCode(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

const READ_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
};

/** A failure to read as a Fault `unreadable-file` in words. */
export function asReadFault(cause: unknown, file: string): Fault {
  if (cause instanceof Fault) {
    return cause;
  }
  const code = systemCode(cause);
  const words = READ_WORDS[code ?? ''] ?? (cause instanceof Error ? cause.message : String(cause));
  return new Fault('unreadable-file', `${file} cannot be read: ${words}.`, { cause });
}

const WRITE_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EACCES: 'it may not be written by this user',
  EPERM: 'it may not be written by this user',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder',
};

/** A failure to write as a Fault in words: `disk-full`, else `cannot-write`. */
export function asWriteFault(cause: unknown, file: string): Fault {
  if (cause instanceof Fault) {
    return cause;
  }
  const code = systemCode(cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Fault('disk-full', `${file} cannot be written: the disk is full.`, {
      cause,
      hint: 'Free some space, or set TMPDIR to a folder on another disk where it was a temporary file.',
    });
  }
  const words = WRITE_WORDS[code ?? ''] ?? (cause instanceof Error ? cause.message : String(cause));
  return new Fault('cannot-write', `${file} cannot be written: ${words}.`, { cause });
}

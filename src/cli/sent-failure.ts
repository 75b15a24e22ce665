import { Fault, type Place } from '../fault.ts';

/** What was thrown in a worker, as data: classes do not survive the way. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  /** What a Fault says beside its message; null for anything else that was thrown. */
  readonly fault: {
    readonly code: string;
    readonly place: Place | undefined;
    readonly hint: string | undefined;
  } | null;
}

/** What was thrown, made ready for the way. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  const fault = error instanceof Fault ? { code: error.code, place: error.place, hint: error.hint } : null;
  return { message, stack, fault };
}

/** What is to be thrown at home: a Fault is a Fault again, anything else an error that still knows where it happened. */
export function thrownFrom({ message, stack, fault }: Failure): Error {
  const error =
    fault === null
      ? new Error(message)
      : new Fault(fault.code, message, {
          ...(fault.place === undefined ? {} : { place: fault.place }),
          ...(fault.hint === undefined ? {} : { hint: fault.hint }),
        });
  if (stack !== undefined) {
    error.stack = stack;
  }
  return error;
}

import { CommanderError } from 'commander';
import { Fault } from '../fault.ts';
import { asWriteFault } from '../io/failure.ts';
import { makeProgram } from './program.ts';
import { EXIT, type Terminal } from './terminal.ts';

/**
 * Runs the command line and returns the exit code. The only place that catches: a Fault is told in its own words,
 * anything else is a defect of ours and says how to report it. A reader that has seen enough (`| head`) ends quietly.
 */
export async function main(terminal: Terminal): Promise<number> {
  let code: number = EXIT.done;
  let failure: unknown = null;
  for (const stream of [terminal.stdout, terminal.stderr]) {
    stream.on('error', (error: unknown) => {
      failure ??= isClosedPipe(error) ? null : error;
    });
  }
  try {
    await makeProgram(terminal, (next) => {
      code = next;
    }).parseAsync([...terminal.argv]);
    await flushed(terminal);
    if (failure !== null) {
      throw asWriteFault(failure, '<stdout>');
    }
    return code;
  } catch (error) {
    return tell(error, terminal);
  }
}

/** Settles once all that was written is out, or has failed. */
function flushed({ stdout }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    stdout.write('', () => setImmediate(resolve));
  });
}

function tell(error: unknown, { stderr, env }: Terminal): number {
  if (error instanceof CommanderError) {
    // Commander has printed the help or its own message already.
    return error.exitCode === 0 ? EXIT.done : EXIT.notDone;
  }
  if (error instanceof Fault) {
    stderr.write(`error: ${error.describe()}\n`);
    return EXIT.notDone;
  }
  if (isClosedPipe(error)) {
    return EXIT.done;
  }
  const words = error instanceof Error ? error.message : String(error);
  stderr.write(`error: this is a defect of transcript-audit, not of your data: ${words}\n`);
  stderr.write('  Please report it with the command you ran; TRANSCRIPT_AUDIT_DEBUG=1 prints where it happened.\n');
  if (env['TRANSCRIPT_AUDIT_DEBUG'] === '1' && error instanceof Error) {
    stderr.write(`${error.stack ?? ''}\n`);
  }
  return EXIT.notDone;
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { asWriteFault, systemCode } from './failure.ts';
import type { TextSink } from './write.ts';

const BUFFERED = 64 * 1024;

/** A stream of text to standard output that waits for slow readers and knows when nobody reads on. */
export interface StreamSink extends TextSink {
  /** True once the reader has gone (`| head`): what is written then goes nowhere, and the work may end. */
  readonly closed: boolean;
}

/**
 * Text to a stream, with backpressure. A reader that has gone is no failure (`closed`); a full disk behind the stream is
 * a Fault `disk-full`.
 *
 * @param name How messages call the stream: `<stdout>`.
 */
export function openStream(stream: Writable, name: string): StreamSink {
  let closed = false;
  let failure: unknown = null;
  let waiting: string[] = [];
  let size = 0;
  const failed = (cause: unknown): void => {
    const code = systemCode(cause);
    if (code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_DESTROYED') {
      closed = true;
    } else {
      failure ??= cause;
    }
  };
  stream.on('error', failed);
  stream.on('close', () => {
    closed = true;
  });
  const flush = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    size = 0;
    if (text !== '' && !closed && failure === null && !stream.write(text)) {
      const settled = new AbortController();
      const gone = once(stream, 'close', { signal: settled.signal }).catch(() => undefined);
      await Promise.race([once(stream, 'drain', { signal: settled.signal }).catch(failed), gone]);
      settled.abort();
    }
    if (failure !== null) {
      throw asWriteFault(failure, name);
    }
  };
  return {
    get closed() {
      return closed;
    },
    async write(text) {
      if (closed) {
        return;
      }
      waiting.push(text);
      size += text.length;
      if (size > BUFFERED) {
        await flush();
      }
    },
    async finish() {
      await flush();
      if (!closed) {
        await new Promise<void>((resolve) => {
          stream.write('', () => resolve());
        });
      }
      if (failure !== null) {
        throw asWriteFault(failure, name);
      }
    },
    async abandon() {
      waiting = [];
    },
  };
}

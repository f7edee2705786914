/** The terminal: results go to stdout, all that is said about the work to stderr, so that results can be piped. */
import type { Readable, Writable } from 'node:stream';
import { plainText, plainValue } from './plain.js';

export interface Streams {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly stdin: Readable;
}

/** Milliseconds between two signs of progress. */
const PROGRESS_MS = 200;

export type Io = ReturnType<typeof createIo>;

export function createIo({ stdout, stderr, stdin }: Streams) {
  /** Whether an unfinished line of progress stands there. */
  let open = false;
  let shown = 0;

  const clear = (): void => {
    if (open) stderr.write('\r\u001b[K');
    open = false;
  };

  /** Waits for a slow reader (`| less`), so that long ones don't pile up in memory. */
  const write = (text: string): Promise<void> => new Promise((resolve, reject) => {
    clear();
    stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => (error ? reject(error) : resolve()));
  });

  return {
    stdin,
    /** A result for people. */
    out: (text: string): Promise<void> => write(plainText(text)),
    /** A result for programs. */
    json: (value: unknown): Promise<void> => write(JSON.stringify(plainValue(value), null, 2)),
    /** A feed, a piece of a page: what the rules have let through, as it is. */
    document: write,
    /** What was done or is wrong. */
    say(text: string): void {
      clear();
      stderr.write(`${plainText(text)}\n`);
    },
    /** How far long work has come; only where somebody watches, and never in a log. */
    progress(text: string): void {
      if (!stderr.isTTY || Date.now() - shown < PROGRESS_MS) return;
      shown = Date.now();
      stderr.write(`\r\u001b[K${plainText(text).replace(/\n/g, ' ')}`);
      open = true;
    },
    clear,
  };
}

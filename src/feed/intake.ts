/** Bytes → text → entries → clean records, one way, in slices between which others run. */
import { createTextStream } from './decode.js';
import type { DecodeOptions, FeedReport } from './feed.js';
import { createReader, type ReaderOptions } from './reader.js';

/** Longest work without a break, so that typing and scrolling go on: half a frame. */
const SLICE = 8;

/** Large chunks are handed on in pieces, so that a break can be made between them. */
const PIECE = 24_000;

export interface IntakeOptions extends Omit<DecodeOptions, 'url'>, Pick<ReaderOptions, 'onRecords' | 'onRoot'> {
  readonly yieldToEventLoop?: () => Promise<unknown>;
  /** Whether somebody else reads on: then nothing more is done here. */
  readonly isCancelled: () => unknown;
}

/** Lets everything else run that waits. */
export const yieldToEventLoop = (): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve));

/** Takes a feed's bytes. Both fail with a FeedFailure. */
export interface Intake {
  push(bytes: Uint8Array): Promise<void>;
  /** undefined: somebody else reads on. */
  end(): Promise<FeedReport | undefined>;
}

export const createIntake = ({ charset, yieldToEventLoop: yieldNow = yieldToEventLoop, isCancelled, ...options }: IntakeOptions): Intake => {
  const reader = createReader(options);
  const stream = createTextStream(options.config.encoding, charset);
  let until = performance.now() + SLICE;
  const feed = async (text: string): Promise<void> => {
    for (let at = 0; at < text.length && !isCancelled(); at += PIECE) {
      reader.push(text.slice(at, at + PIECE));
      if (performance.now() < until) continue;
      await yieldNow();
      until = performance.now() + SLICE;
    }
  };
  return {
    push: (bytes) => feed(stream.push(bytes)),
    end: async () => {
      await feed(stream.end());
      return isCancelled() ? undefined : reader.end();
    },
  };
};

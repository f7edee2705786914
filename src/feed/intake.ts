/** Bytes → text → entries → clean records, one way, in slices between which others run. */
import { createTextStream } from './decode.js';
import type { FeedReport, HowToRead } from './feed.js';
import { createReader, type ReaderOptions } from './reader.js';

/** Longest work without a break, so that typing and scrolling go on: half a frame. */
const SLICE = 8;

/** Large chunks are handed on in pieces, so that a break can be made between them. */
const PIECE = 24_000;

export interface IntakeOptions extends Omit<HowToRead, 'url'>, Pick<ReaderOptions, 'onRecords' | 'onRoot'> {
  /** Lets others run. */
  readonly rest?: () => Promise<unknown>;
  /** Whether somebody else reads on: then nothing more is done here. */
  readonly isOver: () => unknown;
}

/** Lets everything else run that waits. */
export const pause = (): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve));

/** Takes a feed's bytes. Both fail with a FeedFailure. */
export interface Intake {
  push(bytes: Uint8Array): Promise<void>;
  /** undefined: somebody else reads on. */
  end(): Promise<FeedReport | undefined>;
}

export const createIntake = ({ charset, rest = pause, isOver, ...options }: IntakeOptions): Intake => {
  const reader = createReader(options);
  const stream = createTextStream(options.config.encoding, charset);
  let until = performance.now() + SLICE;
  const feed = async (text: string): Promise<void> => {
    for (let at = 0; at < text.length && !isOver(); at += PIECE) {
      reader.push(text.slice(at, at + PIECE));
      if (performance.now() < until) continue;
      await rest();
      until = performance.now() + SLICE;
    }
  };
  return {
    push: (bytes) => feed(stream.push(bytes)),
    end: async () => {
      await feed(stream.end());
      return isOver() ? undefined : reader.end();
    },
  };
};

/** Bytes → text → entries → clean records, one way, in slices between which others run. */
import { createTextStream } from './decode.js';
import type { DecodeOptions, FeedReport } from './feed.js';
import { createRecordReader, type RecordReaderOptions } from './record-reader.js';
import { yieldToEventLoop as yieldByTimer } from './yield-to-event-loop.js';

/** Longest work without a break, in milliseconds, so that typing and scrolling go on: half a frame. */
const SLICE_MS = 8;

/** Bytes decoded in one go: a fast network brings millions at once, of which another reader may take most. */
const DECODED = 65_536;

/** Large chunks are handed on in pieces of so many characters, so that a break can be made between them. */
const PIECE = 12_000;

export interface PipelineOptions extends Omit<DecodeOptions, 'url'>,
  Pick<RecordReaderOptions, 'onRecords' | 'onRoot' | 'rules' | 'isPart'> {
  /** Lets others run; by a timer unless given. */
  readonly yieldToEventLoop?: () => Promise<unknown>;
  /** Whether somebody else reads on: then nothing more is done here. */
  readonly isCancelled: () => unknown;
}

/** Takes a feed's bytes. Both fail with a FeedFailure. */
export interface FeedPipeline {
  push(bytes: Uint8Array): Promise<void>;
  /** undefined: somebody else reads on. */
  end(): Promise<FeedReport | undefined>;
}

export const createFeedPipeline = ({
  charset,
  yieldToEventLoop = yieldByTimer,
  isCancelled,
  ...options
}: PipelineOptions): FeedPipeline => {
  const reader = createRecordReader(options);
  const stream = createTextStream(options.config.encoding, charset);
  let sliceEnd = performance.now() + SLICE_MS;
  const read = async (text: string): Promise<void> => {
    for (let at = 0; at < text.length && !isCancelled(); at += PIECE) {
      reader.push(text.slice(at, at + PIECE));
      if (performance.now() < sliceEnd) continue;
      await yieldToEventLoop();
      sliceEnd = performance.now() + SLICE_MS;
    }
  };
  return {
    push: async (bytes) => {
      for (let at = 0; at < bytes.length && !isCancelled(); at += DECODED) await read(stream.push(bytes.subarray(at, at + DECODED)));
    },
    end: async () => {
      await read(stream.end());
      return isCancelled() ? undefined : reader.end();
    },
  };
};

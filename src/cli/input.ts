/** Feeds by address, from a file or from another program: read as the page reads them, piece by piece. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createTextStream } from '../feed/decode.js';
import type { FeedReport, FeedRequest } from '../feed/feed.js';
import { loadFeed } from '../feed/load.js';
import { createReader } from '../feed/reader.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import { todayInChina } from '../rules/gate.js';
import { CliError } from './command.js';
import { fileError } from './files.js';
import type { Io } from './io.js';

/** What stands for whatever is piped in; typed as `-`, which the parser of options would swallow. */
export const STDIN = '标准输入';

export const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);

/** A feed that can't be read. */
const unreadable = (place: string, { detail }: Failure): CliError => new CliError(`${place}：${detail}`);

/** Bytes of a file, or of whatever is piped in. */
async function* bytesOf(place: string, io: Io): AsyncGenerator<Uint8Array> {
  const total = place === STDIN ? 0 : await stat(place).then(({ size }) => size, (error: unknown) => { throw fileError(place, error); });
  const stream: Readable = place === STDIN ? io.stdin : createReadStream(place, { highWaterMark: 1 << 18 });
  let read = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      read += chunk.length;
      io.progress(`读取 ${place} … ${total ? `${Math.floor((read / total) * 100)}%` : `${(read / 1e6).toFixed(1)} MB`}`);
      yield chunk;
    }
  } catch (error) {
    throw fileError(place, error);
  }
}

export interface ReadOptions extends Omit<FeedRequest, 'url' | 'signal'> {
  /** Waited for between two pieces of a file, by whoever passes records on more slowly than they are read. */
  readonly drain?: () => Promise<void>;
}

/**
 * Reads one feed through all rules of the page: what the gate withholds never arrives here either.
 * @param place http(s) address, path of a file, or STDIN
 * @throws {CliError} when it can't be read or breaks off
 */
export async function readFeed(place: string, { drain, ...asked }: ReadOptions, io: Io): Promise<FeedReport> {
  if (isAddress(place)) {
    const result = await loadFeed({ ...asked, url: place });
    if (!result.ok) throw unreadable(place, result.failure);
    return result.report;
  }
  const { config = {}, today = todayInChina() } = asked;
  const text = createTextStream(config.encoding);
  const reader = createReader({ ...asked, config, today });
  try {
    for await (const chunk of bytesOf(place, io)) {
      reader.push(text.push(chunk));
      await drain?.();
    }
    reader.push(text.end());
    return reader.end();
  } catch (error) {
    throw error instanceof FeedFailure ? unreadable(place, error.failure) : error;
  }
}

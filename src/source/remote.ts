/** Feeds whose records are in a worker: it is asked for pages, and answers with pages. */
import { FeedFailure, type Failure } from '../model/failure.js';
import type { DecodeOptions, FeedReport, RemoteReader } from '../feed/feed.js';
import type { SgsRecord } from '../model/record.js';
import type { Query } from '../query/query.js';
import type { Page, RecordSource } from './source.js';

/** What a source can be asked from outside; in a worker `fuzzyMatch` is made anew, for functions don't travel. */
export type RemoteMethod = Exclude<keyof RecordSource, 'all' | 'facetsOnDemand'>;

/** Messages from the page to the worker. */
export type ToWorker =
  /** Bytes of a feed will come. `isAlone`: there is no other. */
  | { readonly read: DecodeOptions; readonly feed: number; readonly isAlone: boolean }
  | { readonly bytes: Uint8Array; readonly feed: number }
  | { readonly end: true; readonly feed: number }
  /** A feed that the page has read. */
  | { readonly records: readonly SgsRecord[]; readonly feed: number }
  /** All feeds have been read: those that the list is made of, in their order. */
  | { readonly merge: readonly MergePart[] }
  | { readonly ask: number; readonly name: RemoteMethod; readonly about: unknown };

/** Messages from the worker to the page; its first message is its version. */
export type FromWorker =
  /** So many bytes have been read. */
  | { readonly read: number }
  /** So many records of each feed are there; or a search that has been answered has been counted. */
  | { readonly here: readonly number[] }
  | { readonly report: FeedReport; readonly feed: number }
  /** Of a feed; without its number, of the whole. */
  | { readonly failure: Failure; readonly feed?: number | undefined }
  | { readonly merged: FeedReport | undefined }
  | { readonly answer: number; readonly value: unknown }
  | { readonly refused: number; readonly error: string };

/** A feed of the list. */
export interface MergePart {
  readonly feed: number;
  readonly report: FeedReport;
  /** Where the worker has none of it, or not what counts: what the page has. */
  readonly records?: readonly SgsRecord[];
}

/** The part of a worker that is used: one that runs, or what does the same in the page. */
export interface Port {
  /** It is in this thread: messages to it may hold functions. */
  readonly isHere?: true;
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate(): void;
}

/** Bytes on their way at most: beyond that the sender waits, and so does the network (backpressure). */
const MOST_IN_FLIGHT = 8 * 1_048_576;

/** Records asked for at once where all are wanted. */
const BATCH_SIZE = 1000;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A feed on its way. */
interface Reading {
  ending?: Pending;
  failure?: FeedFailure;
  complete?: true;
}

const aborted = (): Error => new DOMException('', 'AbortError');

export interface FeedReader extends RemoteReader {
  /** Whether it has been read to its end. */
  readonly complete: boolean;
}

export interface RemoteSource extends RecordSource {
  /** Begins to read a feed. @param feed its number @param isAlone there is no other */
  read(options: DecodeOptions, feed: number, isAlone: boolean): FeedReader;
  /** Takes a feed that has been read here. */
  keep(feed: number, records: readonly SgsRecord[]): void;
  /** Makes one list of the feeds that have been read. Fails where the worker does. */
  merge(parts: readonly MergePart[]): Promise<FeedReport | undefined>;
}

/**
 * Starts a worker that reads; undefined where there is none.
 * @param signal ends it: at once while it reads, else when the open questions have been answered
 * @param onChange called with the number of records of each feed, whenever there is more to show
 */
export async function openRemote(
  start: () => Promise<Port | undefined>, signal: AbortSignal, onChange: (records: readonly number[]) => void,
): Promise<RemoteSource | undefined> {
  const port = await start();
  if (!port || signal.aborted) {
    port?.terminate();
    return undefined;
  }
  const pending = new Map<number, Pending>();
  let lastNumber = 0;
  let bytesInFlight = 0;
  let complete = false;
  let closed = false;
  /** Let the senders go on that wait until more bytes may be sent. */
  let waiting: (() => void)[] = [];
  const readings: Reading[] = [];
  let merging: Pending | undefined;
  /** Why it was closed. */
  let closeReason: Error;
  /** Nobody wants it any more: it ends with the last question that is open, which may be an export's. */
  let isReleased = false;
  let runningExports = 0;

  const send = (message: ToWorker, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  const resumeSending = (): void => {
    const all = waiting;
    waiting = [];
    all.forEach((resume) => resume());
  };

  const close = (error: Error): void => {
    if (closed) return;
    closed = true;
    closeReason = error;
    port.terminate();
    resumeSending();
    readings.forEach(({ ending }) => ending?.reject(error));
    merging?.reject(error);
    pending.forEach(({ reject }) => reject(error));
    pending.clear();
  };

  port.onmessage = ({ data }) => {
    if ('read' in data) {
      bytesInFlight -= data.read;
      if (bytesInFlight < MOST_IN_FLIGHT) resumeSending();
    } else if ('here' in data) onChange(data.here);
    else if ('report' in data) {
      const reading = readings[data.feed] as Reading;
      reading.complete = true;
      reading.ending?.resolve(data.report);
    } else if ('failure' in data) {
      const failure = new FeedFailure(data.failure);
      const reading = data.feed === undefined ? undefined : readings[data.feed];
      if (reading) {
        reading.failure ??= failure;
        reading.ending?.reject(failure);
      } else close(failure);
    } else if ('merged' in data) {
      complete = true;
      merging?.resolve(data.merged);
    } else if ('answer' in data) settle(data.answer)?.resolve(data.value);
    else settle(data.refused)?.reject(new Error(data.error));
  };
  port.onerror = () => close(new FeedFailure({ code: 'shape', detail: '内部错误：后台读取中断。' }));

  /** Ends it if no question is open; who asks one after the other has asked the next by then. */
  const closeIfIdle = (): void => {
    if (isReleased) setTimeout(() => !pending.size && !runningExports && close(aborted()));
  };

  const settle = (number: number): Pending | undefined => {
    const question = pending.get(number);
    pending.delete(number);
    closeIfIdle();
    return question;
  };

  const ask = <T>(name: RemoteMethod, about?: unknown, signal?: AbortSignal): Promise<T> => new Promise<unknown>((resolve, reject) => {
    if (closed || signal?.aborted) {
      reject(closed ? closeReason : aborted());
      return;
    }
    const number = ++lastNumber;
    pending.set(number, { resolve, reject });
    signal?.addEventListener('abort', () => settle(number)?.reject(aborted()), { once: true });
    send({ ask: number, name, about });
  }) as Promise<T>;

  const sendBytes = (chunks: readonly Uint8Array[], feed: number): void => chunks.forEach((bytes) => {
    bytesInFlight += bytes.length;
    send({ bytes, feed }, [bytes.buffer]);
  });

  const query: RecordSource['query'] = ({ fuzzyMatch, ...plain }: Query, own) =>
    ask<Page>('query', { ...plain, fuzzyMatch: port.isHere ? fuzzyMatch : Boolean(fuzzyMatch) }, own);

  signal.addEventListener('abort', () => {
    if (!complete) close(aborted());
    isReleased = true;
    closeIfIdle();
  });

  return {
    read(options, feed, isAlone) {
      const reading: Reading = readings[feed] = {};
      const failed = (): Error | undefined => (closed ? closeReason : reading.failure);
      send({ read: options, feed, isAlone });
      return {
        get complete() {
          return reading.complete === true;
        },

        push(chunks) {
          const error = failed();
          if (error) return Promise.reject(error);
          sendBytes(chunks, feed);
          return bytesInFlight < MOST_IN_FLIGHT ? undefined : new Promise<void>((resolve) => { waiting.push(resolve); });
        },

        end: (chunks) => new Promise<unknown>((resolve, reject) => {
          reading.ending = { resolve, reject };
          const error = failed();
          if (error) {
            reject(error);
            return;
          }
          sendBytes(chunks, feed);
          send({ end: true, feed });
        }) as Promise<FeedReport>,
      };
    },

    keep: (feed, records) => send({ records, feed }),

    merge: (parts) => new Promise<unknown>((resolve, reject) => {
      merging = { resolve, reject };
      if (closed) reject(closeReason);
      else send({ merge: parts });
    }) as Promise<FeedReport | undefined>,

    query,

    async all(wanted, signal) {
      const records: Page['rows'][number][] = [];
      runningExports++;
      try {
        for (let page = 1, pages = 1; page <= pages; page++) {
          const answer = await query({ ...wanted, page, size: BATCH_SIZE }, signal);
          ({ pages } = answer);
          for (const row of answer.rows) records.push(row);
        }
        return records;
      } finally {
        runningExports--;
        closeIfIdle();
      }
    },

    get: (id, signal) => ask('get', id, signal),
    facets: (kind, signal) => ask('facets', kind, signal),
    counts: () => ask('counts'),
  };
}

/** A feed whose records are in a worker: it is asked for pages, and answers with pages. */
import { FeedFailure, type Failure } from '../model/failure.js';
import type { DecodeOptions, FeedReport, RemoteReader } from '../feed/feed.js';
import type { Query } from '../query/query.js';
import type { Page, RecordSource } from './source.js';

/** What a source can be asked from outside; in a worker `fuzzyMatch` is made anew, for functions don't travel. */
export type RemoteMethod = Exclude<keyof RecordSource, 'all' | 'facetsOnDemand'>;

/** Messages from the page to the worker. */
export type ToWorker =
  | { readonly read: DecodeOptions }
  | { readonly bytes: Uint8Array }
  | { readonly end: true }
  | { readonly ask: number; readonly name: RemoteMethod; readonly about: unknown };

/** Messages from the worker to the page; its first message is its version. */
export type FromWorker =
  /** So many bytes have been read. */
  | { readonly read: number }
  /** So many records are there; or a search that has been answered has been counted. */
  | { readonly here: number }
  | { readonly report: FeedReport }
  | { readonly failure: Failure }
  | { readonly answer: number; readonly value: unknown }
  | { readonly refused: number; readonly error: string };

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

const aborted = (): Error => new DOMException('', 'AbortError');

export interface RemoteSource extends RecordSource, RemoteReader {
  /** Whether all has been read. */
  readonly complete: boolean;
}

/**
 * Starts a worker that reads; undefined where there is none.
 * @param signal ends it: at once while it reads, else when the open questions have been answered
 * @param onChange called with the number of records, whenever there is more to show
 */
export async function openRemote(
  start: () => Promise<Port | undefined>, options: DecodeOptions, signal: AbortSignal, onChange: (records: number) => void,
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
  /** Lets the sender go on that waits until more bytes may be sent. */
  let resumeSending: (() => void) | undefined;
  let ending: Pending | undefined;
  /** Why it was closed. */
  let closeReason: Error;
  /** Nobody wants it any more: it ends with the last question that is open, which may be an export's. */
  let isReleased = false;
  let runningExports = 0;

  const send = (message: ToWorker, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  const close = (error: Error): void => {
    if (closed) return;
    closed = true;
    closeReason = error;
    port.terminate();
    resumeSending?.();
    ending?.reject(error);
    pending.forEach(({ reject }) => reject(error));
    pending.clear();
  };

  port.onmessage = ({ data }) => {
    if ('read' in data) {
      bytesInFlight -= data.read;
      if (bytesInFlight < MOST_IN_FLIGHT) resumeSending?.();
    } else if ('here' in data) onChange(data.here);
    else if ('report' in data) {
      complete = true;
      ending?.resolve(data.report);
    } else if ('failure' in data) close(new FeedFailure(data.failure));
    else if ('answer' in data) settle(data.answer)?.resolve(data.value);
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

  const sendBytes = (chunks: readonly Uint8Array[]): void => chunks.forEach((bytes) => {
    bytesInFlight += bytes.length;
    send({ bytes }, [bytes.buffer]);
  });

  const query: RecordSource['query'] = ({ fuzzyMatch, ...plain }: Query, own) =>
    ask<Page>('query', { ...plain, fuzzyMatch: port.isHere ? fuzzyMatch : Boolean(fuzzyMatch) }, own);

  signal.addEventListener('abort', () => {
    if (!complete) close(aborted());
    isReleased = true;
    closeIfIdle();
  });
  send({ read: options });

  return {
    get complete() {
      return complete;
    },

    push(chunks) {
      if (closed) return Promise.reject(closeReason);
      sendBytes(chunks);
      return bytesInFlight < MOST_IN_FLIGHT ? undefined : new Promise<void>((resolve) => { resumeSending = resolve; });
    },

    end: (chunks) => new Promise<unknown>((resolve, reject) => {
      ending = { resolve, reject };
      if (closed) {
        reject(closeReason);
        return;
      }
      sendBytes(chunks);
      send({ end: true });
    }) as Promise<FeedReport>,

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

/** A feed whose records are in a worker: it is asked for pages, and answers with pages. */
import { FeedFailure, type Failure } from '../model/failure.js';
import type { Elsewhere, FeedReport, HowToRead } from '../feed/feed.js';
import type { Query } from '../query/query.js';
import type { Page, RecordSource } from './source.js';

/** What a source can be asked from outside; in a worker `guess` is made anew, for functions don't travel. */
export type Question = Exclude<keyof RecordSource, 'all'>;

/** What the page tells the worker. */
export type ToWorker =
  | { readonly read: HowToRead }
  | { readonly bytes: Uint8Array }
  | { readonly end: true }
  | { readonly ask: number; readonly name: Question; readonly about: unknown };

/** What the worker tells the page; before that, once, its version. */
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
  /** It is in this thread: what is said to it may hold functions. */
  readonly isHere?: true;
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate(): void;
}

/** Bytes on their way at most: whoever sends waits, and so does the network. */
const MOST_WAITING = 8 * 1_048_576;

/** Records asked for at once where all are wanted. */
const BATCH = 1000;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const aborted = (): Error => new DOMException('', 'AbortError');

export interface RemoteSource extends RecordSource, Elsewhere {
  /** All has been read. */
  readonly complete: boolean;
}

/**
 * Starts to read elsewhere; undefined where that can't be.
 * @param signal ends it: at once while it reads, else when whoever is still at it will be through
 * @param onChange told how many records are there, whenever there is more to show
 */
export async function openRemote(start: () => Promise<Port | undefined>, how: HowToRead, signal: AbortSignal, onChange: (records: number) => void): Promise<RemoteSource | undefined> {
  const port = await start();
  if (!port || signal.aborted) {
    port?.terminate();
    return undefined;
  }
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let sent = 0;
  let complete = false;
  let closed = false;
  /** Whoever waits until more bytes may be sent. */
  let goOn: (() => void) | undefined;
  let ended: Waiting | undefined;
  /** Why it was closed. */
  let broken: Error;
  /** Nobody wants it any more: it ends with the last question that is open, which may be an export's. */
  let left = false;
  let exports = 0;

  const tell = (message: ToWorker, transfer: Transferable[] = []): void => port.postMessage(message, transfer);

  const close = (error: Error): void => {
    if (closed) return;
    closed = true;
    broken = error;
    port.terminate();
    goOn?.();
    ended?.reject(error);
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };

  port.onmessage = ({ data }) => {
    if ('read' in data) {
      sent -= data.read;
      if (sent < MOST_WAITING) goOn?.();
    } else if ('here' in data) onChange(data.here);
    else if ('report' in data) {
      complete = true;
      ended?.resolve(data.report);
    } else if ('failure' in data) close(new FeedFailure(data.failure));
    else if ('answer' in data) settle(data.answer)?.resolve(data.value);
    else settle(data.refused)?.reject(new Error(data.error));
  };
  port.onerror = () => close(new FeedFailure({ code: 'shape', detail: '内部错误：后台读取中断。' }));

  /** Ends it if nobody is at it; who asks one question after the other has asked the next by then. */
  const leave = (): void => {
    if (left) setTimeout(() => !waiting.size && !exports && close(aborted()));
  };

  const settle = (number: number): Waiting | undefined => {
    const one = waiting.get(number);
    waiting.delete(number);
    leave();
    return one;
  };

  const ask = <T>(name: Question, about?: unknown, signal?: AbortSignal): Promise<T> => new Promise<unknown>((resolve, reject) => {
    if (closed || signal?.aborted) {
      reject(closed ? broken : aborted());
      return;
    }
    const number = ++asked;
    waiting.set(number, { resolve, reject });
    signal?.addEventListener('abort', () => settle(number)?.reject(aborted()), { once: true });
    tell({ ask: number, name, about });
  }) as Promise<T>;

  const send = (chunks: readonly Uint8Array[]): void => chunks.forEach((bytes) => {
    sent += bytes.length;
    tell({ bytes }, [bytes.buffer]);
  });

  const query: RecordSource['query'] = ({ guess, ...plain }: Query, signal) => ask<Page>('query', { ...plain, guess: port.isHere ? guess : Boolean(guess) }, signal);

  signal.addEventListener('abort', () => {
    if (!complete) close(aborted());
    left = true;
    leave();
  });
  tell({ read: how });

  return {
    get complete() {
      return complete;
    },

    push(chunks) {
      if (closed) return Promise.reject(broken);
      send(chunks);
      return sent < MOST_WAITING ? undefined : new Promise<void>((resolve) => { goOn = resolve; });
    },

    end: (chunks) => new Promise<unknown>((resolve, reject) => {
      ended = { resolve, reject };
      if (closed) {
        reject(broken);
        return;
      }
      send(chunks);
      tell({ end: true });
    }) as Promise<FeedReport>,

    query,

    async all(wanted, signal) {
      const records: Page['rows'][number][] = [];
      exports++;
      try {
        for (let page = 1, pages = 1; page <= pages; page++) {
          const answer = await query({ ...wanted, page, size: BATCH }, signal);
          ({ pages } = answer);
          for (const row of answer.rows) records.push(row);
        }
        return records;
      } finally {
        exports--;
        leave();
      }
    },

    get: (id, signal) => ask('get', id, signal),
    facets: (kind, signal) => ask('facets', kind, signal),
    counts: () => ask('counts'),
  };
}

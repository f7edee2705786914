/** Work that takes a while: in slices, so that nothing else waits; cancelled, it ends with a value, not with an error. */

export interface Progress {
  /** Records done, and records in all. */
  readonly done: number;
  readonly total: number;
}

export interface Work {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
}

/** What came of it. `Reason` says what else than being cancelled can go wrong. */
export type Outcome<Value, Reason extends string = never> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: 'cancelled' | Reason; readonly error?: unknown };

export const CANCELLED = { ok: false, reason: 'cancelled' } as const;

/** Milliseconds of a slice: a frame has 16. */
const SLICE = 10;

/** Items between two looks at the clock, each of them far below a millisecond. */
const LOOK = 8;

/** Lets everything else that waits run. A message comes sooner than a timer, which a browser holds back by four milliseconds. */
export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(0);
});

/**
 * Does something with each item, in order; false where it was cancelled. The last progress is the end.
 * @param each may return what has to be waited for before it goes on
 */
export async function inSlices<Item>(
  items: readonly Item[], { signal, progress }: Work, each: (item: Item) => Promise<void> | undefined,
): Promise<boolean> {
  const total = items.length;
  let until = performance.now() + SLICE;
  for (let done = 0; done < total; done++) {
    if (done % LOOK === 0 && performance.now() > until) {
      progress?.({ done, total });
      await yieldToEventLoop();
      until = performance.now() + SLICE;
    }
    if (signal?.aborted) return false;
    const busy = each(items[done] as Item);
    if (busy) {
      await busy;
      until = performance.now() + SLICE;
    }
  }
  progress?.({ done: total, total });
  return !signal?.aborted;
}

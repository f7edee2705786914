/* c8 ignore start -- runs in a browser's worker alone: test/embed/big.test.ts */
/** A worker's beginning: `dist/sgs.worker.js`, and a module for bundlers. */
import { VERSION } from '../model/version.js';
import { createHost } from './host.js';
import type { FromWorker, ToWorker } from './remote.js';
import { HOST, type World } from './start.js';

/** The part of a worker's own world that is used. */
interface WorkerGlobal {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker | string): void;
}

/** In milliseconds: nobody scrolls here. */
const READING_SLICE_MS = 24;

/** Lets messages in. A timer would wait four milliseconds each time; a message does not. */
function createYield(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () => new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(0);
  });
}

function start(scope: WorkerGlobal): void {
  const { take } = createHost({
    post: (message) => scope.postMessage(message), yieldToEventLoop: createYield(), readingSliceMs: READING_SLICE_MS,
  });
  scope.onmessage = ({ data }) => take(data);
  scope.postMessage(VERSION);
}

if (HOST in globalThis) (globalThis as World)[HOST] = createHost;
// In a page it waits to be asked for.
else if (!('document' in globalThis)) start(globalThis as unknown as WorkerGlobal);
/* c8 ignore stop */

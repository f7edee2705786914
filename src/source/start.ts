/** Who reads a big feed: a worker where the host allows one, else the page itself, in slices. */
import { VERSION } from '../model/version.js';
import type { createHost } from './host.js';
import type { FromWorker, Port, ToWorker } from './remote.js';

/** Where the worker's file leaves what it has, if it is run in a page that asks for it. */
export const HOST = Symbol.for('sgs.host@' + VERSION);

export interface World {
  [HOST]?: typeof createHost | null;
}

/** A worker's first message is its version. */
type FirstMessage = string | FromWorker;

/** A worker of this version, once it runs; undefined where it does not (an old browser, another origin, a policy, a missing file). */
export const runWorker = (make: () => Worker): Promise<Port | undefined> => new Promise((resolve) => {
  try {
    const worker = make();
    worker.onmessage = ({ data }: { data: FirstMessage }) => {
      if (data !== VERSION) worker.terminate();
      resolve(data === VERSION ? worker as Port : undefined);
    };
    worker.onerror = (event) => {
      // It is no fault of the page's.
      event.preventDefault();
      resolve(undefined);
    };
  } catch {
    resolve(undefined);
  }
});

/** The same in this thread, between what else it does. */
export const runHere = (host: typeof createHost): Port => {
  const port: Port = {
    isHere: true,
    postMessage: (message: ToWorker) => take(message),
    onmessage: null,
    onerror: null,
    terminate() {
      port.onmessage = null;
      stop();
    },
  };
  const { take, stop } = host({
    post: (data) => port.onmessage?.({ data }),
    yieldToEventLoop: () => new Promise((resolve) => { setTimeout(resolve); }),
  });
  return port;
};

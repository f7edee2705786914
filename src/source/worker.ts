/** A worker's beginning: `dist/sgs.worker.js`, and a module for bundlers. */
import { VERSION } from '../model/version.js';
import { createHost } from './host.js';
import type { FromWorker, ToWorker } from './remote.js';

/** The part of a worker's own world that is used. */
interface World {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const world = globalThis as unknown as World;

// A timer would wait four milliseconds each time; a message does not.
const channel = new MessageChannel();
let goOn: (() => void) | undefined;
channel.port1.onmessage = () => goOn?.();
const rest = (): Promise<void> => new Promise((resolve) => {
  const before = goOn;
  goOn = () => {
    goOn = undefined;
    before?.();
    resolve();
  };
  channel.port2.postMessage(0);
});

const take = createHost({ post: (message) => world.postMessage(message), rest });
world.onmessage = ({ data }) => take(data);
world.postMessage({ ready: VERSION });

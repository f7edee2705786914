/** Starts the worker of the classic script: a real file beside it, since strict hosts allow no other. Stands in the place of `source/spawn.ts`. */
import { beside, nonce, policy } from './own.js';

/** Throws where no worker may be had; and does not try where that alone would be reported as a fault of the page. */
export const startWorker = (): Worker => {
  const url = beside('sgs.worker.js');
  if (nonce || new URL(url).origin !== origin) throw new Error('The host allows no worker.');
  return new Worker(policy.createScriptURL(url));
};

/**
 * Starts the worker of the classic script: a real file beside it, since strict hosts allow no other. Where no worker may
 * be had the same file is run in the page. Stands in the place of `source/spawn.ts`.
 */
import type { Port } from '../source/remote.js';
import { HOST, runHere, runWorker, type World } from '../source/start.js';
import { beside, nonce, policy } from './own.js';

/** Set by the build: the integrity of the worker's file. */
declare const SGS_WORKER: string;

/** Runs a script of ours in the page; nothing comes of one that is not as it was built. */
const runScript = (url: string): Promise<unknown> => new Promise((done) => {
  const script = document.createElement('script');
  script.src = policy.createScriptURL(url);
  script.crossOrigin = 'anonymous';
  script.integrity = SGS_WORKER;
  script.nonce = nonce;
  script.onload = script.onerror = done;
  document.head.append(script);
  script.remove();
});

export const spawn = async (): Promise<Port | undefined> => {
  const url = beside('sgs.worker.js');
  // A host that allows by nonce would report the mere attempt as a fault, and another origin's is never allowed.
  const port = nonce || new URL(url).origin !== origin ? undefined : await runWorker(() => new Worker(policy.createScriptURL(url)));
  if (port) return port;
  const world = globalThis as World;
  world[HOST] ||= null;
  await runScript(url);
  return world[HOST] ? runHere(world[HOST]) : undefined;
};

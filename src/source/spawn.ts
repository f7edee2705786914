/** Starts to read elsewhere: in a worker where one may be had, else in the page's own thread, in slices. */
import { createHost } from './host.js';
import type { Port } from './remote.js';
import { runHere, runWorker } from './start.js';

export type Spawn = () => Promise<Port | undefined>;

const WORKER_MODULE = './worker.js';

/** For bundlers, which know this form once the build has put the name in its place (vite.config.ts), and ship the worker's module. */
const spawnModule: Spawn = async () =>
  await runWorker(() => new Worker(new URL(WORKER_MODULE, import.meta.url), { type: 'module' })) ?? runHere(createHost);

// The classic script has no address of a module: it sets its own way, and does without all that a worker needs here.
let current: Spawn = import.meta.url ? spawnModule : () => Promise.resolve(undefined);

export const spawn: Spawn = () => current();

/** The classic script's worker is a file beside it, which its part sets here (embed/worker-beside.ts). */
export function setSpawn(other: Spawn): void {
  current = other;
}

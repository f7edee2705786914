/** Starts to read elsewhere. The classic script has `embed/spawn.ts` in this file's place. */
import { createHost } from './host.js';
import type { Port } from './remote.js';
import { runHere, runWorker } from './start.js';

const module = './worker.js';

/** Bundlers know this form once the build has put the name in its place (vite.config.ts), and ship the worker's module with it. */
export const spawn = async (): Promise<Port | undefined> =>
  await runWorker(() => new Worker(new URL(module, import.meta.url), { type: 'module' })) || runHere(createHost);

/** Starts the worker. The classic script has `embed/spawn.ts` in this file's place. */
import type { Port } from './remote.js';

/** Throws where no worker may be had. Bundlers know this form, and ship the worker's module with it. */
export const startWorker = (): Port => new Worker(/* @vite-ignore */ new URL('./worker.js', import.meta.url), { type: 'module' }) as Port;

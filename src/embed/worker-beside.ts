/**
 * Starts the worker of the classic script: a real file beside it, since strict hosts allow no other. Where no worker may
 * be had, the same file is run in the page. Belongs to the part `scale`.
 */
import { setSpawn } from '../source/spawn.js';
import { HOST, runHere, runWorker, type World } from '../source/start.js';
import { scriptContext } from './context.js';
import { isOurs } from './is-ours.js';
import { runScript } from './load-part.js';

const FILE = 'sgs.worker.js';

setSpawn(async () => {
  const { beside, integrity, nonce, policy } = scriptContext();
  const url = beside(FILE);
  // A host that allows by nonce would report the mere attempt as a fault, and another origin's is never allowed.
  const isAllowed = !nonce && new URL(url).origin === origin && await isOurs(url, integrity[FILE]);
  // Its name tells the worker what the parts are that it may run.
  const port = isAllowed ? await runWorker(() => new Worker(policy.createScriptURL(url), { name: JSON.stringify(integrity) })) : undefined;
  if (port) return port;
  const world = globalThis as World;
  world[HOST] ??= null;
  await runScript(FILE);
  return world[HOST] ? runHere(world[HOST]) : undefined;
});

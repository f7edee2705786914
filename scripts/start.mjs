// @ts-check
// npm start: build, then serve the demo with the real bundle until it is interrupted.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { whenOrphaned } from './orphan.mjs';
import { serve } from './serve.mjs';

if (!(await build())) process.exit(1);
if (!existsSync('demo/index.html')) {
  console.error('demo/index.html is missing: there is no demo to serve.');
  process.exit(1);
}
const { url, close } = await serve({ mounts: { '/': 'demo', '/sgs.js': 'dist/sgs.js' }, port: 4173, next: true });
console.log(`\nThe demo is at ${url}  (Ctrl+C ends it)`);
const stop = () => void close().then(() => process.exit(0));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stop);
whenOrphaned(stop);

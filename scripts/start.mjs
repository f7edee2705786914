// @ts-check
// npm start: build what is older than its sources, then serve the demo with the real bundle, and the documentation in /site/, until it is interrupted.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { hostPages } from './hosts.mjs';
import { whenOrphaned } from './orphan.mjs';
import { scriptMounts, serve } from './serve.mjs';
import { buildSite } from './site.mjs';

if (!(await build({ stale: true, quiet: true })) || !(await buildSite({ stale: true }))) process.exit(1);
if (!existsSync('demo/index.html')) {
  console.error('demo/index.html is missing: there is no demo to serve.');
  process.exit(1);
}
// The demo's pages hold under the policy of the strictest host; their own pictures are all they add to it.
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types sgs";
// The pages of demo/hosts are other hosts: each has its own policy or none. The assistant brings its own, which is stricter.
const hosts = await hostPages();
const { url, close } = await serve({
  mounts: { '/': 'demo', '/site/': 'dist-site', ...scriptMounts(), '/assistant/index.html': 'dist/assistant.html' }, port: 4173, next: true,
  before: (request, response, asked) => (asked.pathname === '/site' ? Boolean(response.writeHead(302, { location: '/site/' }).end()) : hosts.before(request, response, asked)),
  headers: (path) => /** @type {Record<string, string>} */ (/^\/(?:hosts|assistant)\//.test(path) ? {} : { 'content-security-policy': policy }),
});
console.log(`\n演示网站：${url}　使用说明：${url}site/　（按 Ctrl+C 结束）\nThe demo is at ${url}, the documentation at ${url}site/en/  (Ctrl+C ends it)`);
const stop = () => void Promise.all([close(), hosts.close()]).then(() => process.exit(0));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stop);
whenOrphaned(stop);

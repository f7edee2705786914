// @ts-check
// npm run build:site: the documentation as static pages in dist-site/, from docs/site and the code's own tables.
//
//   node scripts/site.mjs             builds what is older than its sources, then the site
//
// The pages work from a folder, without a server and offline: relative links, classic scripts, nothing of another host.
import { fileURLToPath } from 'node:url';
import { build, newest } from './build.mjs';
import { node } from './process.mjs';

const SOURCES = ['docs', 'scripts/site', 'scripts/site.mjs', 'stories/guide', 'demo/data', 'README.zh-CN.md', 'src', 'dist'];

/**
 * @param {{ stale?: boolean }} [options] stale: only when it is older than what it is made of
 * @returns {Promise<boolean>} whether it is there; what went wrong is on the console
 */
export async function buildSite({ stale = false } = {}) {
  // What is not there is infinitely new: see `newest`.
  const made = newest('dist-site/index.html');
  if (stale && made !== Infinity && SOURCES.every((source) => newest(source) <= made)) return true;
  return (await node(['--import', 'tsx', 'scripts/site/build.ts'])) === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await build({ stale: true })) && (await buildSite()) ? 0 : 1);

// @ts-check
// The embed tests in an engine that Playwright can drive. What they say about an engine, not about our server or the
// browser's tools: the other engines have it as pages of demo/hosts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTap } from '../counts.mjs';
import { node } from '../process.mjs';

const files = ['address', 'cache', 'embed', 'parts', 'security', 'tools'].map((name) => `test/embed/${name}.test.ts`);

/** @param {string} executable @returns {Promise<import('../counts.mjs').Counts>} */
export async function embedTests(executable) {
  const scratch = mkdtempSync(join(tmpdir(), 'sgs-embed-'));
  try {
    const tap = join(scratch, 'tap');
    const reporters = ['--test-reporter=dot', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${tap}`];
    const code = await node(['--import', 'tsx', '--test', '--test-timeout=120000', '--test-concurrency=1', ...reporters, ...files], { env: { CHROME_PATH: executable } });
    const counts = readTap(tap);
    return code && !counts?.failed ? { passed: 0, failed: 1, skipped: 0 } : (counts ?? { passed: 0, failed: 1, skipped: 0 });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

// @ts-check
// What a reader of the figures must know of the machine, and nothing else of it.
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** @param {string} browser its version */
export function machine(browser) {
  const [first] = cpus();
  const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  return {
    cpu: `${cpus().length} × ${first?.model.trim() || process.arch}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.versions.node,
    browser,
    /** Others' work at the beginning: far under 1 on a quiet machine. */
    load: loadavg()[0] ?? 0,
    peers: /** @type {Record<string, string>} */ (devDependencies),
  };
}

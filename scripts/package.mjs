// @ts-check
// Is the package what package.json says? publint and attw look at dist/ as an installed copy would have it.
import { bin, node } from './process.mjs';

const checks = [
  [bin('publint'), '--strict'],
  // Not modules: the bundle for script tags and the manifest.
  [bin('@arethetypeswrong/cli', 'attw'), '--pack', '.', '--profile', 'esm-only', '--exclude-entrypoints', './sgs.js', './sgs.scorecard.js', './custom-elements.json', './react', './vue'],
];

let failed = false;
for (const check of checks) failed = (await node(check)) !== 0 || failed;
process.exit(failed ? 1 : 0);

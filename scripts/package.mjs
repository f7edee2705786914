// @ts-check
// Is the package what package.json says? publint and attw look at dist/ as an installed copy would have it.
import { bin, node } from './process.mjs';

const checks = [
  [bin('publint'), '--strict'],
  // The modules; the others are scripts for tags, data, and types alone.
  [bin('@arethetypeswrong/cli', 'attw'), '--pack', '.', '--profile', 'esm-only', '--entrypoints', '.', 'define', 'define-scorecard'],
];

let failed = false;
for (const check of checks) failed = (await node(check)) !== 0 || failed;
process.exit(failed ? 1 : 0);

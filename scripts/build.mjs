// @ts-check
// npm run build: everything in dist/. Run directly or through build().
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build as vite } from 'vite';
import { writeEditorData } from './editor-data.mjs';
import { writeFrameworkTypes } from './framework-types.mjs';
import { writeManifest } from './manifest.mjs';
import { bin, node } from './process.mjs';

const entries = {
  'src/source/worker.ts': 'the worker',
  'src/embed/index.ts': 'the classic bundle',
  'src/index.ts': 'the public classes and types',
  'src/define.ts': 'the module that registers the elements',
  'src/embed/scorecard.ts': 'the scorecard of supervisors',
  'src/cli/main.ts': 'the command line',
  'demo/assistant/main.ts': 'the assistant',
};

/** What the script loads when it is needed; it knows the hash of `setup`, which knows those of the others: they come first. */
const loaded = [...readdirSync('src/more').map((file) => file.replace(/\.ts$/, '')).filter((name) => !['load', 'setup'].includes(name)), 'setup'];

/** @type {[string, () => Promise<boolean>][]} */
const parts = [
  // The part that starts it knows its hash.
  ['dist/sgs.worker.js', async () => (await vite({ configFile: 'vite.config.ts', mode: 'worker', logLevel: 'warn' }), true)],
  ...loaded.map((name) => /** @type {[string, () => Promise<boolean>]} */ ([`dist/sgs.${name}.js`, async () => (await vite({ configFile: 'vite.config.ts', mode: `part-${name}`, logLevel: 'warn' }), true)])),
  ['dist/sgs.js', async () => (await vite({ configFile: 'vite.config.ts', mode: 'classic', logLevel: 'warn' }), true)],
  // After the script, which knows the hashes of its parts: this is none of them.
  ['dist/sgs.scorecard.js', async () => (await vite({ configFile: 'vite.config.ts', mode: 'scorecard', logLevel: 'warn' }), true)],
  ['dist/sgs.css', async () => (await node(['--import', 'tsx', 'scripts/styles.ts'])) === 0],
  ['dist/esm', async () => (await vite({ configFile: 'vite.config.ts', mode: 'modules', logLevel: 'warn' }), true)],
  ['dist/cli', async () => (await vite({ configFile: 'vite.config.ts', mode: 'cli', logLevel: 'warn' }), true)],
  ['dist/assistant.html', async () => {
    for (const mode of ['assistant-reader', 'assistant']) await vite({ configFile: 'vite.config.ts', mode, logLevel: 'warn' });
    return (await node(['--import', 'tsx', 'scripts/assistant-page.ts'])) === 0;
  }],
  ['dist/types', async () => (await node([bin('typescript', 'tsc'), '-p', 'tsconfig.types.json'])) === 0],
  ['dist/custom-elements.json', writeManifest],
  ['editor data', async () => writeEditorData()],
  ['types for React and Vue', async () => writeFrameworkTypes()],
  ['dist/sgs-feed.schema.json', async () => (await node(['--import', 'tsx', 'scripts/schema.ts'])) === 0],
];

/** @returns {Promise<boolean>} whether every part was built; what went wrong is on the console */
export async function build() {
  const missing = Object.entries(entries).filter(([file]) => !existsSync(file));
  for (const [file, what] of missing) console.error(`Cannot build: ${file} (${what}) is missing.`);
  if (missing.length) return false;
  rmSync('dist', { recursive: true, force: true });
  for (const [name, make] of parts) {
    const start = performance.now();
    try {
      if (!(await make())) throw new Error('see above');
    } catch (error) {
      // The bundler puts stack frames of its own into the message; they say nothing about our sources.
      const message = (error instanceof Error ? error.message : String(error)).replace(/^\s+at .*\n?/gm, '');
      console.error(`Building ${name} failed: ${message}`);
      return false;
    }
    console.log(`built ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await build()) ? 0 : 1);

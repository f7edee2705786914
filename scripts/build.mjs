// @ts-check
// npm run build: everything in dist/. With `{ stale: true }` (npm start) only what is older than what it is made of.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as vite } from 'vite';
import { writeEditorData } from './editor-data.mjs';
import { writeFrameworkTypes } from './framework-types.mjs';
import { writeManifest } from './manifest.mjs';
import { bin, node } from './process.mjs';

/**
 * @typedef {object} Target
 * @property {string} file what it makes, or one of several
 * @property {string[]} [modes] builds of vite.config.ts, one after the other; they note what they are made of
 * @property {() => Promise<boolean> | boolean} [run] what comes after them
 * @property {string[]} [sources] files and folders it is made of, besides
 */

/** What every target depends on. */
const TOOLS = ['vite.config.ts', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

const PARTS = ['rules', 'setup', 'tools', 'locales', 'scale', 'search'];
const BESIDE = ['worker', ...PARTS].map((name) => `dist/sgs.${name}.js`);

/** @param {string} script @returns {() => Promise<boolean>} */
const tsx = (script) => async () => (await node(['--import', 'tsx', script])) === 0;

/** In steps: what is in one needs nothing of it, but what is in those before. @type {Target[][]} */
const STEPS = [
  [
    { file: 'dist/types', run: async () => (await node([bin('typescript', 'tsc'), '-p', 'tsconfig.types.json'])) === 0, sources: ['src'] },
    { file: 'dist/sgs.worker.js', modes: ['worker'] },
    ...PARTS.map((name) => ({ file: `dist/sgs.${name}.js`, modes: [`part-${name}`] })),
    { file: 'dist/sgs.scorecard.js', modes: ['scorecard'] },
    { file: 'dist/esm', modes: ['modules'] },
    { file: 'dist/cli', modes: ['cli'] },
    { file: 'dist/custom-elements.json', run: writeManifest, sources: ['src/elements', 'src/styles'] },
    { file: 'dist/sgs.css', run: tsx('scripts/styles.ts'), sources: ['src/styles'] },
    { file: 'dist/sgs-feed.schema.json', run: tsx('scripts/schema.ts'), sources: ['src/model'] },
  ],
  [
    { file: 'dist/sgs.js', modes: ['classic'], sources: BESIDE },
    { file: 'dist/stable', modes: ['stable', 'stable-scorecard'], sources: BESIDE },
    { file: 'dist/vscode.html-custom-data.json', run: () => writeEditorData(), sources: ['dist/custom-elements.json'] },
    { file: 'dist/types/react.d.ts', run: () => writeFrameworkTypes(), sources: ['dist/custom-elements.json', 'dist/types'] },
  ],
  [
    {
      file: 'dist/assistant.html', modes: ['assistant-reader', 'assistant'], run: tsx('scripts/assistant-page.ts'),
      sources: ['demo/assistant', 'dist/sgs.js', 'dist/sgs.css', ...BESIDE],
    },
  ],
];

/** When a file, or the newest of a folder, was written. @param {string} path @returns {number} */
export function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return Infinity;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** What a build of vite.config.ts was made of the last time. @param {string} mode @returns {string[] | undefined} */
function notedSources(mode) {
  const note = `node_modules/.cache/sgs/${mode}.json`;
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
}

/** @param {Target} target */
function isFresh({ file, modes = [], sources = [] }) {
  const noted = modes.map(notedSources);
  if (!existsSync(file) || noted.includes(undefined)) return false;
  const made = newest(file);
  return [...TOOLS, ...sources, ...noted.flatMap((files) => files ?? [])].every((source) => newest(source) <= made);
}

/** @param {Target} target @param {boolean} quiet @returns {Promise<boolean>} */
async function make({ file, modes = [], run }, quiet) {
  const start = performance.now();
  try {
    for (const mode of modes) await vite({ configFile: 'vite.config.ts', mode, logLevel: 'warn' });
    if (run && !(await run())) throw new Error('see above');
  } catch (error) {
    // The bundler puts stack frames of its own into the message; they say nothing about our sources.
    const message = (error instanceof Error ? error.message : String(error)).replace(/^\s+at .*\n?/gm, '');
    console.error(`Building ${file} failed: ${message}`);
    return false;
  }
  if (!quiet) console.log(`built ${file} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return true;
}

/**
 * @param {{ stale?: boolean, quiet?: boolean }} [options] quiet: a line for all instead of one for each
 * @returns {Promise<boolean>} whether everything is built; what went wrong is on the console
 */
export async function build({ stale = false, quiet = false } = {}) {
  const start = performance.now();
  let count = 0;
  if (!stale) rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  for (const step of STEPS) {
    const made = await Promise.all(step.filter((target) => !stale || !isFresh(target)).map((target) => make(target, quiet)));
    if (made.includes(false)) return false;
    count += made.length;
  }
  if (quiet && count) console.log(`built dist (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await build()) ? 0 : 1);

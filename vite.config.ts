import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Alias, type Plugin, type UserConfig } from 'vite';
import { built, MAIN, READER } from './scripts/assistant.js';
import { asciiOnly, lowered, minifying, oldest, onceMore, smallerTemplates } from './scripts/classic.js';

// Builds, chosen by `--mode` (scripts/build.mjs runs them all, parts first: the script knows their hashes):
//   part-<name>  dist/sgs.<name>.js, what the classic script loads when it is needed (src/more)
//   classic      dist/sgs.js, the one file a webmaster pastes
//   scorecard    dist/sgs.scorecard.js, for a supervisor's page: stands alone, or beside sgs.js after it
//   worker       dist/sgs.worker.js, which sgs.scale.js starts
//   modules      dist/esm/, for bundlers; Lit, zod and ky stay imports
//   cli          dist/cli/, for Node
//   assistant-reader, assistant  dist/assistant.html, the webmaster's assistant in one file, after the script that it previews
const classicEntry = 'src/embed/index.ts';

interface Manifest {
  version: string;
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

const SRI = 'dist/sri.json';

/** Integrity of the files written until now. */
const hashes = (): Record<string, string> => (existsSync(SRI) ? (JSON.parse(readFileSync(SRI, 'utf8')) as Record<string, string>) : {});

/** What a file contains that others wrote; the full texts stand beside it in `<name>.licenses.md`. */
const CONTAINS: Readonly<Record<string, string>> = {
  'sgs.tools.js': 'fflate (c) Arjun Barrett, MIT; uqr (c) Anthony Fu and Project Nayuki, MIT',
  'sgs.scorecard.js': 'fflate (c) Arjun Barrett, MIT',
  'sgs.search.js': 'tables made from pinyin-pro (c) zh-lx, MIT, and OpenCC (c) its contributors, Apache-2.0',
};

/** Data that others wrote and that was made into tables: no module of theirs is bundled, so the bundler does not know. */
const TABLES: Readonly<Record<string, readonly (readonly [name: string, licence: string, text: string])[]>> = {
  'sgs.search.js': [
    ['pinyin-pro', 'MIT', 'node_modules/pinyin-pro/LICENSE'],
    ['opencc-js', 'MIT', 'node_modules/opencc-js/LICENSE'],
    ['OpenCC, by way of opencc-js', 'Apache-2.0', 'node_modules/opencc-js/LICENSES/Apache-2.0.txt'],
  ],
};

/** Their licences, beside those of the modules. */
function licencesOfTables(file: string): Plugin {
  return {
    name: 'sgs:licences-of-tables',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      const texts = (TABLES[file] ?? []).map(([name, licence, text]) => `## ${name} (${licence}): tables made of its data\n\n${readFileSync(text, 'utf8').trim()}\n`);
      if (texts.length) writeFileSync(join(dir, licencesOf(file)), `# Licenses\n\nThe file contains what others wrote, under these licenses:\n\n${texts.join('\n')}`);
    },
  };
}

const licencesOf = (file: string): string => `${file.replace(/\.js$/, '')}.licenses.md`;

/** Kept in the file itself, since it is usually copied without its neighbours. */
const notice = (file: string): string => `/*! sgs-widgets ${version} (c) sgs contributors, MIT${file in CONTAINS ? `. Contains ${CONTAINS[file]}` : ''} */${file in HINTS ? `\n//# ${HINTS[file]}` : ''}`;

/**
 * Chromium reads a script in another thread while it arrives, but leaves each function for when it is first called: some
 * 400 times before the first rows, a quarter of all that this script does until then. With these words it prepares all of
 * them in that thread (Chromium 136 on; a comment to all others).
 */
const HINTS: Readonly<Record<string, string>> = { 'sgs.js': 'allFunctionsCalledOnLoad' };

/**
 * A copy of this script that finds another one on the page leaves everything to it, before its own Lit asks for a policy
 * of the same name: that alone would be a violation to report. What it calls is set in src/embed/start.ts.
 */
function yieldToFirst(): string {
  return `var sgsFirst=self[Symbol.for("sgs.embed@1")];if(typeof sgsFirst=="function")return sgsFirst(${JSON.stringify(version)});`;
}

/** The prelude only helps what is evaluated after it. */
function preludeFirst(): Plugin {
  return {
    name: 'sgs:prelude-first',
    buildStart() {
      const first = /^\s*(?:import|export)\b.*$/m.exec(readFileSync(classicEntry, 'utf8'))?.[0].trim();
      if (!first || !/^import ['"]\.\/polyfills\.js['"];$/.test(first)) {
        this.error(`${classicEntry} must begin with: import './polyfills.js';`);
      }
    },
  };
}

/** Subresource Integrity of the bytes on disk: only they are final. */
function integrity(): Plugin {
  return {
    name: 'sgs:integrity',
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const known = hashes();
      for (const name of Object.keys(bundle).filter((file) => file.endsWith('.js'))) {
        known[name] = 'sha384-' + createHash('sha384').update(readFileSync(join(dir, name))).digest('base64');
      }
      writeFileSync(SRI, JSON.stringify(known, null, 2) + '\n');
    },
  };
}

/** What our own code and Lit's keep to, and what makes the lowered code shorter. */
const assumptions = { noDocumentAll: true, pureGetters: true, setPublicClassFields: true };

const own = (name: string): string => fileURLToPath(new URL(`src/embed/${name}`, import.meta.url));

/** A shorter hash than the one for webmasters: these can't be compressed. */
const hashOf = (file: string): string => {
  const path = join('dist', file);
  // Tools load this file where nothing has been built yet.
  return existsSync(path) ? 'sha256-' + createHash('sha256').update(readFileSync(path)).digest('base64') : '';
};

/** What the script and its parts have in common: one classic file each, for every browser and host promised. */
const script = (name: string, entry: string, { plugins = [], define = {}, intro = '', alias = [] }: { plugins?: Plugin[]; define?: Record<string, string>; intro?: string; alias?: Alias[] }): UserConfig => ({
  oxc: { assumptions },
  // The parts of ky and Lit that we use, and the way to the parts: see the files.
  resolve: {
    alias: [
      ...alias,
      { find: 'ky', replacement: own('ky.ts') },
      { find: /^lit(?:\/directives\/if-defined\.js)?$/, replacement: own('lit/index.ts') },
      { find: /^.*\/more\/load\.js$/, replacement: own('parts.ts') },
      { find: /^.*\/spawn\.js$/, replacement: own('spawn.ts') },
    ],
  },
  define: { 'process.env.NODE_ENV': '"production"', ...define },
  plugins: [...plugins, lowered(), smallerTemplates(), onceMore(), asciiOnly(), integrity(), licencesOfTables(name)],
  build: {
    target: oldest,
    // Terser leaves 1 % less than the default, which counts here.
    minify: 'terser',
    terserOptions: minifying,
    // Written beside the file but not named in it: a copied sgs.js must not ask a host for a map it does not have.
    sourcemap: 'hidden',
    license: { fileName: licencesOf(name) },
    lib: { entry, formats: ['iife'], name: 'SGS', fileName: () => name },
    rolldownOptions: { transform: { assumptions }, output: { charset: 'ascii', comments: { legal: false }, intro, postBanner: notice(name) } },
  },
});

/** The integrity of each part that is built, but for the worker's, which another knows. */
const hashesOfParts = (): string => JSON.stringify(Object.fromEntries(Object.keys(hashes()).flatMap((file) => {
  const [, name] = /^sgs\.(\w+)\.js$/.exec(file) ?? [];
  return name && name !== 'worker' ? [[name, hashOf(file)]] : [];
})));

const classic = (): UserConfig => {
  return script('sgs.js', classicEntry, { plugins: [preludeFirst()], define: { SGS_SETUP: JSON.stringify(hashOf('sgs.setup.js')) }, intro: yieldToFirst() });
};

/** The module of a part, handed over to the script that has asked for it. */
const part = (name: string): UserConfig => {
  const entry = `part:${name}`;
  return script(`sgs.${name}.js`, entry, {
    // The host allows one policy of our name.
    alias: [{ find: /^.*\/(?:own|more\/load)\.js$/, replacement: own('own-of-part.ts') }],
    define: name === 'scale' ? { SGS_WORKER: JSON.stringify(hashOf('sgs.worker.js')) } : {},
    plugins: [{
      name: 'sgs:part',
      resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null),
      load: (id) => (id === `\0${entry}`
        ? `import * as part from '/src/more/${name}.ts'; const take = globalThis[Symbol.for(${JSON.stringify(`sgs.parts@${version}`)})]; if (take) take({ ${name}: part${name === 'setup' ? `, hashes: ${hashesOfParts()}` : ''} });`
        : null),
    }],
  });
};

const scorecard = (): UserConfig => script('sgs.scorecard.js', 'src/embed/scorecard.ts', {
  alias: [
    { find: /^.*\/own\.js$/, replacement: own('own-of-second.ts') },
    { find: /^.*\/more\/load\.js$/, replacement: own('parts-of-second.ts') },
  ],
  // Safe to load twice: a host that allows one policy of our name would report the second.
  intro: 'if(customElements.get("sgs-scorecard"))return;',
});

const worker = (): UserConfig => script('sgs.worker.js', 'src/source/worker.ts', { alias: [{ find: /^.*\/more\/load\.js$/, replacement: own('worker-parts.ts') }] });

/** Bundlers shall see the worker that this build must leave alone. */
const workerForBundlers = (): Plugin => ({
  name: 'sgs:worker-for-bundlers',
  renderChunk: (code) => (code.includes('new URL(module, import.meta.url)') ? { code: code.replace('new URL(module,', 'new URL("./worker.js",'), map: null } : null),
});

const modules = (): UserConfig => ({
  plugins: [workerForBundlers()],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry: { index: 'src/index.ts', define: 'src/define.ts', 'define-scorecard': 'src/define-scorecard.ts', 'source/worker': 'src/source/worker.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@lit\//, /^zod(\/|$)/, 'ky'],
      // File for file like src/, so that a bundler takes what is used and a stack trace reads like the source.
      output: { dir: 'dist/esm', preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});

/** The command `sgs`; each of its commands is a file of its own, loaded when it is called. */
const cli = (): UserConfig => ({
  build: {
    target: 'node20',
    minify: false,
    ssr: 'src/cli/main.ts',
    rolldownOptions: { output: { entryFileNames: 'sgs.js', chunkFileNames: '[name].js', banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : '') } },
  },
});

/** A script of the assistant's; scripts/assistant-page.ts makes the page of both. */
const assistant = (file: string, entry: string, plugins: Plugin[]): UserConfig => ({
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins,
  build: {
    target: oldest,
    license: { fileName: licencesOf(file) },
    lib: { entry, formats: ['iife'], name: 'assistant', fileName: () => file },
    rolldownOptions: { output: { comments: { legal: false } } },
  },
});

/** By the mode; the parts, each `part-<name>`, and the classic script besides. */
const BUILDS: Readonly<Record<string, () => UserConfig>> = {
  modules,
  cli,
  scorecard,
  worker,
  'assistant-reader': () => assistant(READER, 'demo/assistant/reader/main.ts', []),
  assistant: () => assistant(MAIN, 'demo/assistant/main.ts', [built()]),
};

/** What has a folder of its own. */
const FOLDERS: Readonly<Record<string, string>> = { modules: 'dist/esm', cli: 'dist/cli', 'assistant-reader': 'dist/assistant', assistant: 'dist/assistant' };

export default defineConfig(({ mode }) => {
  const chosen = BUILDS[mode]?.() ?? (mode.startsWith('part-') ? part(mode.slice('part-'.length)) : classic());
  return { ...chosen, publicDir: false, build: { ...chosen.build, outDir: FOLDERS[mode] ?? 'dist', emptyOutDir: false } };
});

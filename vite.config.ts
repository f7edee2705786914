// The builds, chosen by `--mode`; scripts/build.mjs runs them all, the parts first, since the script knows their hashes:
//   part-<name>  dist/sgs.<name>.js, what the classic script loads when it is needed (scripts/parts.ts)
//   worker       dist/sgs.worker.js, which sgs.scale.js starts
//   classic      dist/sgs.js, the one file a webmaster pastes
//   stable, stable-scorecard  dist/stable/, the same scripts for a fixed address: what they load lies in a folder by version
//   scorecard    dist/sgs.scorecard.js, for a supervisor's page: stands alone, or beside sgs.js after it
//   modules      dist/esm/, for bundlers; Lit, zod and ky stay imports
//   cli          dist/cli/, for Node
//   assistant-reader, assistant  dist/assistant.html, the webmaster's assistant in one file
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { built, MAIN, READER } from './scripts/assistant.js';
import { asciiOnly, OLDEST, ourPolicy, preludeFirst } from './scripts/classic.js';
import { SAFE_DOCUMENT } from './scripts/safe-document.js';
import { licencesOf, licencesOfTables, notice } from './scripts/licences.js';
import { lazyParts, learntLater, partEntry, PARTS } from './scripts/parts.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const SRI = 'dist/sri.json';

/** Scripts at a fixed address, which find their parts in the folder of their version. */
const STABLE = 'dist/stable';

const integrityOf = (path: string): string => 'sha384-' + createHash('sha384').update(readFileSync(path)).digest('base64');

/** Subresource Integrity of the bytes on disk: only they are final. */
function integrity(): Plugin {
  return {
    name: 'sgs:integrity',
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      if (dir.endsWith(STABLE)) return;
      const known = existsSync(SRI) ? (JSON.parse(readFileSync(SRI, 'utf8')) as Record<string, string>) : {};
      for (const name of Object.keys(bundle).filter((file) => file.endsWith('.js'))) known[name] = integrityOf(join(dir, name));
      // Builds end in any order.
      const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
      writeFileSync(SRI, JSON.stringify(sorted, null, 2) + '\n');
    },
  };
}

/** What the classic script knows the files beside it by. Tools load this file where nothing has been built yet. */
const besides = (): Record<string, string> =>
  Object.fromEntries([...Object.keys(PARTS), 'worker'].map((name) => `sgs.${name}.js`)
    .filter((file) => existsSync(`dist/${file}`)).map((file) => [file, integrityOf(`dist/${file}`)]));

/** Notes what a build is made of, so that `npm start` knows what is older than its sources. */
function noteSources(mode: string): Plugin {
  return {
    name: 'sgs:note-sources',
    generateBundle() {
      const files = [...this.getModuleIds()].filter((id) => id.startsWith(process.cwd()) && !id.includes('node_modules'));
      mkdirSync('node_modules/.cache/sgs', { recursive: true });
      writeFileSync(`node_modules/.cache/sgs/${mode}.json`, JSON.stringify(files));
    },
  };
}

interface Script {
  readonly plugins?: Plugin[];
  readonly define?: Record<string, string>;
  /** Code before all other. */
  readonly intro?: string;
  /** A line after the notice. */
  readonly hint?: string;
}

/** What the script and its parts have in common: one classic file each, for every browser and host promised. */
const script = (name: string, entry: string, { plugins = [], define = {}, intro = '', hint = '' }: Script): UserConfig => ({
  define: {
    'process.env.NODE_ENV': '"production"',
    // The module's way to a worker, which setSpawn replaces.
    'import.meta.url': '""',
    // MooTools puts a class of its own into its place, which would end ky, and the script with it (src/embed/polyfills.ts).
    'globalThis.Request': 'sgsRequest',
    // An article's elements may be called as its methods are (scripts/safe-document.ts).
    document: 'sgsDocument',
    SGS_FOLDER: '""',
    ...define,
  },
  plugins: [...plugins, ourPolicy(), asciiOnly(), integrity(), licencesOfTables(name)],
  build: {
    target: OLDEST,
    // Written beside the file but not named in it: a copied sgs.js must not ask a host for a map it does not have.
    sourcemap: 'hidden',
    license: { fileName: licencesOf(name) },
    lib: { entry, formats: ['iife'], name: 'SGS', fileName: () => name },
    rolldownOptions: {
      // Fields of the libraries' classes are assigned, as ours are (tsconfig, useDefineForClassFields).
      transform: { assumptions: { setPublicClassFields: true } },
      output: {
        charset: 'ascii', comments: { legal: false }, intro: `${intro}var sgsRequest=self.Request;${SAFE_DOCUMENT}`, postBanner: notice(name, version) + hint,
      },
    },
  },
});

/**
 * A copy of this script that finds another one on the page leaves everything to it, before its own Lit asks for a policy
 * of the same name: that alone would be a violation to report. What it calls is set in src/embed/start.ts.
 */
const LEAVE_TO_FIRST =
  `var sgsFirst=self[Symbol.for("sgs.embed@1")];if(typeof sgsFirst=="function")return sgsFirst(${JSON.stringify(version)});`;

/**
 * Chromium reads a script in another thread while it arrives, but leaves each function for when it is first called: some
 * 400 times before the first rows. With these words it prepares all of them there (136 on; a comment to all others).
 */
const COMPILE_WHILE_LOADING = '\n//# allFunctionsCalledOnLoad';

const CLASSIC_ENTRY = 'src/embed/index.ts';
const PART_LOADER = 'src/embed/load-part.ts';

/** Where the parts lie of a script at a fixed address. */
const IN_VERSION = { SGS_FOLDER: JSON.stringify(`${version}/`) };

const classic = (define: Record<string, string> = {}): UserConfig => script('sgs.js', CLASSIC_ENTRY, {
  plugins: [learntLater(), preludeFirst(CLASSIC_ENTRY), lazyParts(PART_LOADER)],
  define: { SGS_INTEGRITY: JSON.stringify(besides()), ...define },
  intro: LEAVE_TO_FIRST,
  hint: COMPILE_WHILE_LOADING,
});

/** A part without its script, or beside one of another version, has nothing to hand over, and nothing to take from. */
const LEAVE_WITHOUT_SCRIPT = `if(!self[Symbol.for(${JSON.stringify(`sgs.context@${version}`)})])return;`;

const part = (name: string): UserConfig => {
  const { entry, plugins } = partEntry(name);
  return script(`sgs.${name}.js`, entry, {
    plugins: [...plugins, lazyParts(PART_LOADER)],
    intro: LEAVE_WITHOUT_SCRIPT,
    // The first rows wait for the rules as they do for the script.
    hint: name === 'rules' ? COMPILE_WHILE_LOADING : '',
  });
};

/** It has within itself what others load. */
const scorecard = (define: Record<string, string> = {}): UserConfig => script('sgs.scorecard.js', 'src/embed/scorecard.ts', {
  define,
  // Safe to load twice: a host that allows one policy of our name would report the second.
  intro: 'if(customElements.get("sgs-scorecard"))return;',
});

const worker = (): UserConfig =>
  script('sgs.worker.js', 'src/source/worker.ts', { plugins: [lazyParts('src/embed/load-part-in-worker.ts')] });

/** Bundlers shall see the worker that this build must leave alone. */
const workerForBundlers = (): Plugin => ({
  name: 'sgs:worker-for-bundlers',
  renderChunk: (code) => (code.includes('new URL(WORKER_MODULE, import.meta.url)')
    ? { code: code.replace('new URL(WORKER_MODULE,', 'new URL("./worker.js",'), map: null }
    : null),
});

const modules = (): UserConfig => ({
  plugins: [workerForBundlers()],
  build: {
    target: 'es2022',
    // Not minified, file for file: it reads like the source without a map.
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts', define: 'src/define.ts', 'define-scorecard': 'src/define-scorecard.ts', 'source/worker': 'src/source/worker.ts',
      },
      formats: ['es'],
    },
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
    rolldownOptions: {
      output: {
        entryFileNames: 'sgs.js', chunkFileNames: '[name].js', banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
});

/** A script of the assistant's; scripts/assistant-page.ts makes the page of both. */
const assistant = (file: string, entry: string, plugins: Plugin[]): UserConfig => ({
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins,
  build: {
    target: OLDEST,
    license: { fileName: licencesOf(file) },
    lib: { entry, formats: ['iife'], name: 'assistant', fileName: () => file },
    rolldownOptions: { output: { comments: { legal: false } } },
  },
});

/** By the mode; the parts, each `part-<name>`, besides. */
const BUILDS: Readonly<Record<string, () => UserConfig>> = {
  classic: () => classic(),
  stable: () => classic(IN_VERSION),
  'stable-scorecard': () => scorecard(IN_VERSION),
  modules,
  cli,
  scorecard: () => scorecard(),
  worker,
  'assistant-reader': () => assistant(READER, 'demo/assistant/reader/main.ts', []),
  assistant: () => assistant(MAIN, 'demo/assistant/main.ts', [built()]),
};

/** What has a folder of its own. */
const FOLDERS: Readonly<Record<string, string>> = {
  modules: 'dist/esm', cli: 'dist/cli', stable: STABLE, 'stable-scorecard': STABLE, 'assistant-reader': 'dist/assistant', assistant: 'dist/assistant',
};

export default defineConfig(({ mode }) => {
  const chosen = mode.startsWith('part-') ? part(mode.slice('part-'.length)) : (BUILDS[mode] ?? (() => classic()))();
  return {
    ...chosen,
    plugins: [...(chosen.plugins ?? []), noteSources(mode)],
    publicDir: false,
    build: { ...chosen.build, outDir: FOLDERS[mode] ?? 'dist', emptyOutDir: false },
  };
});

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

// Two builds, chosen by `--mode` (scripts/build.mjs runs both):
//   classic  dist/sgs.js, the one file a webmaster pastes
//   modules  dist/esm/, for bundlers; Lit, zod and ky stay imports
const classicEntry = 'src/embed/index.ts';

interface Manifest {
  version: string;
}

/** Kept in the file itself, since it is usually copied without its neighbours; the full texts stand in dist/licenses.md. */
function notice(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return (
    `/*! sgs-widgets ${version} (c) sgs contributors, MIT. Contains Lit (c) Google LLC, BSD-3-Clause;` +
    ' Zod (c) Colin McDonnell, MIT; Ky (c) Sindre Sorhus, MIT. */'
  );
}

/**
 * Two copies of Lit cannot both create the Trusted Types policy `lit-html`: the second one throws while it loads.
 * Ours is therefore called `sgs`, and a host allows it with `trusted-types sgs`.
 */
function ownTrustedTypesPolicy(): Plugin {
  const theirs = /createPolicy\((["'`])lit-html\1/g;
  let renamed = 0;
  return {
    name: 'sgs:trusted-types',
    buildStart() {
      renamed = 0;
    },
    transform(code, id) {
      if (!id.includes('/lit-html/')) return null;
      const found = code.match(theirs)?.length ?? 0;
      if (!found) return null;
      renamed += found;
      return { code: code.replace(theirs, 'createPolicy("sgs"'), map: null };
    },
    generateBundle(_options, bundle) {
      const code = Object.values(bundle).map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
      const ours = code.match(/createPolicy\((["'`])sgs\1/g)?.length ?? 0;
      if (renamed !== 1 || ours !== 1 || theirs.test(code)) {
        this.error(`Expected to rename exactly one Trusted Types policy, renamed ${renamed} and found ${ours} in the bundle.`);
      }
    },
  };
}

/**
 * A copy of this script that finds another one on the page leaves everything to it, before its own Lit asks for a policy
 * of the same name: that alone would be a violation to report. What it calls is set in src/embed/start.ts.
 */
function yieldToFirst(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
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

/**
 * A page in GBK reads a script without a charset as GBK, and the bytes of UTF-8 then break it. Escapes are the same
 * characters to every reader of cooked strings; `String.raw` is not one, hence lint forbids it.
 * The bundler's own `charset: 'ascii'` leaves tagged templates and comments alone.
 */
function asciiOnly(): Plugin {
  return {
    name: 'sgs:ascii-only',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          // Code unit by code unit, so a character beyond the BMP becomes the pair of escapes JavaScript expects.
          file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
        }
      },
    },
  };
}

/**
 * Style sheets and templates are text to a minifier. White space in a style sheet says nothing between rules; in a
 * template a line break with its indent says no more than a space.
 */
function smallerTemplates(): Plugin {
  const style = (text: string): string =>
    text.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1').replace(/: /g, ':').replace(/;\}/g, '}').trim();
  return {
    name: 'sgs:smaller-templates',
    transform(code, id) {
      if (!/\/src\/(?:styles|elements)\//.test(id)) return null;
      return {
        code: code.replace(/\bcss`([^`]*)`/g, (_, text: string) => `css\`${style(text)}\``).replace(/\bhtml`[^`]*`/g, (text) => text.replace(/\s*\n\s*/g, ' ')),
        map: null,
      };
    },
  };
}

/** Subresource Integrity of the bytes on disk: only they are final. */
function integrity(): Plugin {
  return {
    name: 'sgs:integrity',
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const hashes: Record<string, string> = {};
      for (const name of Object.keys(bundle).filter((file) => file.endsWith('.js'))) {
        hashes[name] = 'sha384-' + createHash('sha384').update(readFileSync(join(dir, name))).digest('base64');
      }
      writeFileSync(join(dir, 'sri.json'), JSON.stringify(hashes, null, 2) + '\n');
    },
  };
}

/** What our own code and Lit's keep to, and what makes the lowered code shorter. */
const assumptions = { noDocumentAll: true, pureGetters: true, setPublicClassFields: true };

const classic = (): UserConfig => ({
  oxc: { assumptions },
  // ky's part that we use: see the file.
  resolve: { alias: { ky: fileURLToPath(new URL('src/embed/ky.ts', import.meta.url)) } },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [smallerTemplates(), preludeFirst(), ownTrustedTypesPolicy(), asciiOnly(), integrity()],
  build: {
    target: 'chrome69',
    // Terser leaves 1 % less than the default, which counts here.
    minify: 'terser',
    terserOptions: { ecma: 2018, compress: { passes: 3, ecma: 2018, unsafe_arrows: true, unsafe_methods: true, pure_getters: true }, format: { ascii_only: true, comments: /^!/ } },
    // Written beside the file but not named in it: a copied sgs.js must not ask a host for a map it does not have.
    sourcemap: 'hidden',
    license: { fileName: 'licenses.md' },
    lib: { entry: classicEntry, formats: ['iife'], name: 'SGS', fileName: () => 'sgs.js' },
    rolldownOptions: { transform: { assumptions }, output: { charset: 'ascii', comments: { legal: false }, intro: yieldToFirst(), postBanner: notice() } },
  },
});

const modules = (): UserConfig => ({
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@lit\//, /^zod(\/|$)/, 'ky'],
      // File for file like src/, so that a bundler takes what is used and a stack trace reads like the source.
      output: { dir: 'dist/esm', preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});

export default defineConfig(({ mode }) => {
  const chosen = mode === 'modules' ? modules() : classic();
  return { ...chosen, publicDir: false, build: { ...chosen.build, outDir: mode === 'modules' ? 'dist/esm' : 'dist', emptyOutDir: false } };
});

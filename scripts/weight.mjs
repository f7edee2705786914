// @ts-check
// What each module weighs in dist/sgs.js: the gzipped bytes that would go if it did. `node scripts/weight.mjs [room]`.
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';

/** @type {{ code: string, modules: Record<string, { code: string | null }> } | undefined} */
let bundle;
await build({
  configFile: 'vite.config.ts', mode: 'classic', logLevel: 'error',
  build: { write: false, minify: false },
  plugins: [{ name: 'weigh', generateBundle(_options, files) { bundle = /** @type {any} */ (Object.values(files).find((file) => file.type === 'chunk')); } }],
});
if (!bundle) throw new Error('Nothing was built.');

/** @type {{ name: string, code: string }[]} */
const parts = [];
for (const [id, { code }] of Object.entries(bundle.modules)) {
  const name = id.includes('node_modules') ? 'node_modules/' + id.replace(/.*node_modules\/((?:@[^/]+\/)?[^/]+).*/, '$1') : id.replace(/.*\/src\//, '');
  if (!code) continue;
  const small = (await minify(code, { compress: { passes: 2, ecma: 2018 }, ecma: 2018, mangle: { toplevel: true }, format: { ascii_only: true } })).code ?? '';
  parts.push({ name, code: small.replace(/[^\0-\x7f]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')) });
}
/** @param {{ code: string }[]} list */
const weigh = (list) => gzipSync(list.map(({ code }) => code).join('\n'), { level: 9 }).length;
const whole = weigh(parts);
/** @param {(name: string) => boolean} belongs */
const share = (belongs) => whole - weigh(parts.filter(({ name }) => !belongs(name)));

const rooms = [...new Set(parts.map(({ name }) => name.split('/')[0]))];
for (const [room, bytes] of rooms.map((room) => /** @type {const} */ ([room, share((name) => name.split('/')[0] === room)])).sort((a, b) => b[1] - a[1])) console.log(String(bytes).padStart(6), room);
console.log(String(whole).padStart(6), 'as one');
const wanted = process.argv[2];
for (const [name, bytes] of [...new Set(parts.map(({ name }) => name))].filter((name) => !wanted || name.startsWith(wanted))
  .map((name) => /** @type {const} */ ([name, share((other) => other === name)])).sort((a, b) => b[1] - a[1])) console.log(String(bytes).padStart(6), name);

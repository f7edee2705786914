// @ts-check
// The host pages of demo/hosts: what each is served with, and the server. `npm start`, test/hosts and
// scripts/browsers.mjs use it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptMounts, serve } from './serve.mjs';

const self = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'";
/** What the strictest host that we promise to work under sends. */
const strict = `${self}; require-trusted-types-for 'script'; trusted-types sgs`;

const cdnOnly = "default-src 'none'; script-src {{cdn}}; connect-src 'self'; style-src {{cdn}}; require-trusted-types-for 'script'; trusted-types sgs";

/**
 * @typedef {object} Host
 * @property {string} id its address is `/hosts/<id>.html`
 * @property {string} [page] file in demo/hosts, where it isn't `<id>.html`
 * @property {Record<string, string>} [headers] of the page; `{{cdn}}` stands for the other origin
 * @property {'works' | 'fallback' | 'refused'} [shows] the records (unless given), the fallback content, or that the feed may not be read
 * @property {RegExp} [blamed] faults that are the host's own doing
 * @property {RegExp} [blocked] the file that the browser must have refused
 * @property {string} [says] text that is seen then
 * @property {readonly string[]} [kept] the page is left and come back to before it is looked at; the engines that keep it alive meanwhile
 * @property {true} [down] the page is visited again after its feed has gone
 * @property {string} [vendor] a file the page needs, by its name in `vendors`
 * @property {Record<string, string>} [excused] engine → why this page can't be shown there
 */

/** @type {readonly Host[]} */
export const hosts = [
  { id: 'plain' },
  // Pages
  { id: 'gbk' },
  { id: 'quirks' },
  { id: 'reset' },
  { id: 'floats' },
  { id: 'english' },
  { id: 'base' },
  { id: 'translated' },
  { id: 'moved' },
  // Headless Chromium keeps pages alive since 110 or later (109 does not).
  { id: 'left', page: 'plain', kept: ['now', 'ff', 'wk'] },
  { id: 'frame' },
  { id: 'noscript', page: 'plain', headers: { 'content-security-policy': 'sandbox' }, shows: 'fallback', blamed: /Blocked script execution/ },
  { id: 'unreadable', shows: 'fallback', blamed: /SyntaxError|Unexpected token/ },
  // Scripts of others
  { id: 'jquery' },
  { id: 'promise' },
  { id: 'extended' },
  { id: 'prototype', vendor: 'prototype.js' },
  { id: 'mootools', vendor: 'mootools.js' },
  // Where there is no adoptedStyleSheets, their Lit asks for an inline style.
  { id: 'lit', headers: { 'content-security-policy': strict.replace('trusted-types sgs', 'trusted-types sgs lit-html') }, blamed: /style-src inline|inline style/ },
  // Ways to load ours
  { id: 'twice' },
  { id: 'versions' },
  { id: 'head' },
  { id: 'async' },
  { id: 'module' },
  { id: 'write' },
  { id: 'later' },
  { id: 'tag' },
  { id: 'div' },
  { id: 'link' },
  { id: 'address' },
  { id: 'added' },
  // Policies
  { id: 'strict', page: 'plain', headers: { 'content-security-policy': strict } },
  { id: 'nonce', headers: { 'content-security-policy': "default-src 'none'; script-src 'nonce-c2dz'; connect-src 'self'; style-src 'nonce-c2dz'; require-trusted-types-for 'script'; trusted-types sgs" } },
  { id: 'cdn', headers: { 'content-security-policy': cdnOnly } },
  { id: 'parts', headers: { 'content-security-policy': strict }, says: '许可公示' },
  { id: 'parts-cdn', headers: { 'content-security-policy': cdnOnly }, says: '许可公示' },
  { id: 'tampered', headers: { 'content-security-policy': cdnOnly }, shows: 'fallback', blocked: /\/tampered\/sgs\.js/, blamed: /integrity/ },
  { id: 'tampered-part', headers: { 'content-security-policy': cdnOnly }, says: '行政许可', blocked: /\/sgs\.setup\.js/, blamed: /integrity/ },
  { id: 'coep', page: 'plain', headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' } },
  { id: 'sandbox', page: 'plain', headers: { 'content-security-policy': 'sandbox allow-scripts allow-forms' } },
  { id: 'no-blob', page: 'plain', headers: { 'content-security-policy': "default-src 'self'; worker-src 'none'; child-src 'none'; object-src 'none'" } },
  { id: 'no-connect', headers: { 'content-security-policy': "default-src 'self'; connect-src 'none'" }, shows: 'refused', blamed: /connect-src|Refused to connect|Fetch API cannot load/ },
  { id: 'down', down: true, says: '当前显示的是', blamed: /404/ },
];

const read = (/** @type {string} */ file) => readFileSync(file);

/** A page of another team: its own Lit, in its own bundle. */
const otherLit = `
import { LitElement, html, css } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
class OtherLit extends LitElement {
  render() { return html\`<p>\${unsafeHTML('<b>另一个组件</b>')}</p>\`; }
}
OtherLit.styles = css\`p { border: 1px solid }\`;
customElements.define('other-lit', OtherLit);
`;

/** Files under /hosts/vendor/: scripts of others as they are published, and what is made of ours. @type {Record<string, () => string | Buffer | Promise<string>>} */
const vendors = {
  'jquery.js': () => read('node_modules/jquery/dist/jquery.js'),
  'core-js.js': () => read('node_modules/core-js/client/core.js'),
  'bluebird.js': () => read('node_modules/bluebird/js/browser/bluebird.js'),
  // No npm package has the real ones; Debian's libjs-prototype and libjs-mootools do.
  'prototype.js': () => read('/usr/share/javascript/prototype/prototype.js'),
  'mootools.js': () => read('/usr/share/javascript/mootools/mootools-core-nc.js'),
  'old-sgs.js': () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    return readFileSync('dist/sgs.js', 'utf8').split(`"${version}"`).join('"0.0.9"');
  },
  // What an engine below the floor meets in ours.
  'unreadable.js': () => `var = ;\n${readFileSync('dist/sgs.js', 'utf8')}`,
  'other-lit.js': async () => {
    const { build } = await import('esbuild');
    const { outputFiles } = await build({ stdin: { contents: otherLit, resolveDir: '.' }, bundle: true, write: false, minify: true, format: 'iife', target: 'chrome69' });
    // Chromium 69 has no `globalThis`: whoever takes Lit there brings one.
    return `self.globalThis||(self.globalThis=self);${outputFiles[0]?.text ?? ''}`;
  },
};

/** Why a page can't be served on this machine; undefined when it can. @param {Host} host @returns {string | undefined} */
export function missing({ vendor }) {
  const packages = { 'prototype.js': ['libjs-prototype', '/usr/share/javascript/prototype/prototype.js'], 'mootools.js': ['libjs-mootools', '/usr/share/javascript/mootools/mootools-core-nc.js'] };
  const [name, file] = packages[/** @type {keyof typeof packages} */ (vendor)] ?? [];
  return file && !existsSync(file) ? `Debian's ${name} is not installed` : undefined;
}

/** Debian packages whose scripts some of the pages load. */
export const hostPackages = ['libjs-prototype', 'libjs-mootools'];

/**
 * @param {{ watch?: string }} [options] `watch`: a script put first into every page
 * @returns {Promise<{ url: string, before: NonNullable<Parameters<typeof serve>[0]['before']>, close: () => Promise<void> }>}
 * `before` answers for /hosts/ in a server of one's own; `url` is the other origin, where the script lies too
 */
export async function hostPages({ watch } = {}) {
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const { url: cdn, close } = await serve({
    mounts: scriptMounts(),
    headers: () => open,
    // Folders of whoever got into the CDN: in one the script is not ours, in the other what it loads.
    before: (_request, response, { pathname }) => {
      const [, folder, file = ''] = /^\/(tampered|tampered-part)\/(sgs\..+)$/.exec(pathname) ?? [];
      const ours = scriptMounts()[`/${file}`];
      if (!folder || !ours) return false;
      const code = file === (folder === 'tampered' ? 'sgs.js' : 'sgs.setup.js') ? `${read(ours)};throw new Error('tampered with');` : read(ours);
      response.writeHead(200, { 'content-type': file.endsWith('.css') ? 'text/css' : 'text/javascript', ...open }).end(code);
      return true;
    },
  });
  /** @type {Map<string, string | Buffer>} */
  const made = new Map();
  const own = "<script src='/watch.js' nonce='c2dz'></script>";
  return {
    url: cdn,
    close,
    async before(request, response, { pathname, search }) {
      if (watch !== undefined && pathname === '/watch.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(watch);
        return true;
      }
      const vendor = /^\/hosts\/vendor\/(.+)$/.exec(pathname)?.[1] ?? '';
      // Copies of ours look beside themselves too.
      const beside = scriptMounts()[`/${vendor}`];
      if (beside) {
        response.writeHead(200, { 'content-type': vendor.endsWith('.css') ? 'text/css' : 'text/javascript' }).end(read(beside));
        return true;
      }
      const make = vendors[vendor];
      if (make) {
        const body = made.get(vendor) ?? (await make());
        made.set(vendor, body);
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(body);
        return true;
      }
      if (pathname === '/hosts/down.json') {
        const gone = /feed=down/.test(request.headers.cookie ?? '');
        response.writeHead(gone ? 404 : 200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(gone ? '' : read('demo/hosts/sgs.json'));
        return true;
      }
      // Opaque origins (a sandbox) read the feed across origins.
      if (/^\/hosts\/.*\.(json|js|css)$/.test(pathname)) response.setHeader('access-control-allow-origin', '*');
      const id = /^\/hosts\/([\w-]+)\.html$/.exec(pathname)?.[1];
      if (id === undefined) return false;
      const host = hosts.find((row) => row.id === id);
      const file = join('demo/hosts', `${host?.page ?? id}.html`);
      if (!existsSync(file)) return false;
      const { 'sgs.js': integrity } = JSON.parse(readFileSync('dist/sri.json', 'utf8'));
      // As bytes: a page in GBK must stay one.
      const text = read(file).toString('latin1').replace(/\{\{cdn\}\}/g, cdn).replace(/\{\{integrity\}\}/g, integrity);
      const watched = watch === undefined ? text : text.replace(/<head>/, `<head>${own}`);
      const headers = Object.fromEntries(Object.entries(host?.headers ?? {}).map(([name, value]) => [name, value.replace(/\{\{cdn\}\}/g, cdn)]));
      // A watched page may load its watcher; nothing else of its policy changes.
      const policy = headers['content-security-policy'];
      if (watch !== undefined && policy === cdnOnly.replace(/\{\{cdn\}\}/g, cdn)) headers['content-security-policy'] = policy.replace('script-src', "script-src 'nonce-c2dz'");
      if (host?.down) headers['set-cookie'] = `feed=${search === '?down' ? 'down' : 'up'}`;
      // No charset: that is how the servers of GBK pages answer.
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-cache', ...headers }).end(Buffer.from(watched, 'latin1'));
      return true;
    },
  };
}

// @ts-check
// What the editors of content management systems leave of each way to embed: their own code is run, in a browser (or in
// PHP), and what comes out is put into a page with dist/sgs.js. Writes the table of README.zh-CN.md.
//
//   npm run build && node scripts/editors.mjs
//
// Not part of the tests: it fetches 20 MB of editors, which are run and not kept.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { apt, cache, onPath } from './engines/engines.mjs';
import { scriptMounts, serve } from './serve.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The forms of the product contract that pass through an editor; bundlers don't. */
const forms = [
  { name: '写法一', sample: '`<sgs-column feed="sgs.json">`', html: '<sgs-column feed="sgs.json"><p>双公示数据</p></sgs-column>', template: true },
  { name: '写法二', sample: '`<script src="sgs.js" data-feed="sgs.json">`', html: '<p>以下为公示信息。</p><script src="sgs.js" data-feed="sgs.json"></script>', template: false },
  { name: '写法三', sample: '`<div data-sgs="column" data-feed="sgs.json">`', html: '<div data-sgs="column" data-feed="sgs.json"><p>双公示数据</p></div>', template: true },
  { name: '写法四', sample: '`<a class="sgs-column" href="sgs.json">`', html: '<p><a class="sgs-column" href="sgs.json">双公示数据</a></p>', template: true },
  // No product form of its own: what the fourth can do without its class.
  { name: '写法四（只靠网址）', sample: '`<a href="sgs.json#sgs-column">`', html: '<p><a href="sgs.json#sgs-column">双公示数据</a></p>', template: true },
];
/** Which form to recommend where several survive. */
const preference = [0, 2, 3, 4, 1];

/**
 * @typedef {object} Editor
 * @property {string} name
 * @property {string} from `npm:name@version`, `pypi:name@version` or `deb:name`
 * @property {string} [head] of its page; `./` is its folder
 * @property {string} [ready] resolves when it can be used
 * @property {string} [stored] a function: given stored content, answers what would be saved after opening it
 * @property {string} [source] a function: given what was pasted in its source mode, answers what would be saved
 * @property {(html: string) => string} [run] where it does not run in a browser
 */

/** @type {Editor[]} */
const editors = [
  {
    name: 'UEditor 1.4.3', from: 'pypi:ueditor@1.4',
    head: `<script>window.UEDITOR_HOME_URL = './';</script><script src="./ueditor.config.js"></script><script src="./ueditor.all.js"></script>`,
    ready: `new Promise((done) => { window.editor = UE.getEditor('place', { serverUrl: '', sourceEditor: 'textarea', autoHeightEnabled: false, enableAutoSave: false }); editor.ready(done); })`,
    stored: `(html) => { editor.setContent(html); return editor.getContent(); }`,
    source: `(html) => {
      editor.setContent('');
      editor.execCommand('source');
      const area = [...document.querySelectorAll('#place textarea, .edui-editor-iframeholder textarea')].pop();
      area.value = html;
      editor.execCommand('source');
      return editor.getContent();
    }`,
  },
  {
    name: 'KindEditor 4.1.10', from: 'npm:kindeditor@4.1.10',
    head: '<link rel="stylesheet" href="./themes/default/default.css"><script src="./kindeditor-all.js"></script><script src="./lang/zh-CN.js"></script>',
    ready: `new Promise((done) => { window.editor = KindEditor.create('#place textarea', { basePath: './', langType: 'zh-CN', afterCreate: () => setTimeout(done) }); })`,
    stored: `(html) => { editor.html(html); return editor.html(); }`,
    source: `(html) => { editor.html(''); editor.clickToolbar('source'); editor.edit.textarea.val(html); editor.clickToolbar('source'); return editor.html(); }`,
  },
  {
    name: 'wangEditor 4.7.15', from: 'npm:wangeditor@4.7.15',
    head: '<script src="./dist/wangEditor.js"></script>',
    ready: `(window.editor = new wangEditor('#place'), editor.create())`,
    stored: `(html) => { editor.txt.html(html); return editor.txt.html(); }`,
  },
  {
    name: 'wangEditor 5.1.23', from: 'npm:@wangeditor/editor@5.1.23',
    head: '<link rel="stylesheet" href="./dist/css/style.css"><script src="./dist/index.js"></script>',
    ready: `(window.editor = wangEditor.createEditor({ selector: '#place', html: '<p><br></p>' }), null)`,
    stored: `(html) => { editor.setHtml(html); return editor.getHtml(); }`,
  },
  ...[['4.9.11', ''], ['8.9.2', `license_key: 'gpl',`]].map(([version, more]) => ({
    name: `TinyMCE ${version}`, from: `npm:tinymce@${version}`,
    head: '<script src="./tinymce.js"></script>',
    ready: `tinymce.init({ ${more} selector: '#place textarea', plugins: 'code' }).then(() => { window.editor = tinymce.activeEditor; })`,
    stored: `(html) => { editor.setContent(html); return editor.getContent(); }`,
    // Its source dialogue sets the content, as one step that can be undone.
    source: `(html) => { editor.focus(); editor.undoManager.transact(() => editor.setContent(html)); editor.nodeChanged(); return editor.getContent(); }`,
  })),
  {
    name: 'CKEditor 4.22.1', from: 'npm:ckeditor4@4.22.1',
    head: `<script>window.CKEDITOR_BASEPATH = './';</script><script src="./ckeditor.js"></script>`,
    ready: `new Promise((done) => { window.editor = CKEDITOR.replace(document.querySelector('#place textarea'), { versionCheck: false }); editor.on('instanceReady', done); })`,
    stored: `(html) => new Promise((done) => editor.setData(html, { callback: () => done(editor.getData()) }))`,
    source: `(html) => new Promise((done) => editor.setMode('source', () => { editor.editable().setData(html); editor.setMode('wysiwyg', () => done(editor.getData())); }))`,
  },
  {
    name: 'DOMPurify 3.4.18', from: 'npm:dompurify@3.4.18',
    head: '<script src="./dist/purify.js"></script>',
    ready: 'null',
    stored: '(html) => DOMPurify.sanitize(html)',
  },
  {
    name: 'WordPress 6.1 KSES', from: 'deb:wordpress',
    run: (html) => {
      const php = onPath('php') ?? (apt(['php-cli']), onPath('php'));
      if (!php) throw new Error('there is no php');
      const wordpress = join(folder({ from: 'deb:wordpress' }), 'usr/share/wordpress');
      const code = `define('ABSPATH', '${wordpress}/'); define('WPINC', 'wp-includes');
        foreach (['plugin', 'compat', 'load', 'formatting', 'functions', 'kses'] as $file) require ABSPATH . "wp-includes/$file.php";
        echo wp_kses_post(stream_get_contents(STDIN));`;
      const { status, stdout, stderr } = spawnSync(php, ['-d', 'display_errors=stderr', '-r', code], { input: html, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr || stdout);
      return stdout;
    },
  },
];

const store = join(cache, 'editors');

/** @param {Pick<Editor, 'from'>} editor */
function folder({ from }) {
  return join(store, from.replace(/[^\w.]+/g, '-'));
}

/** Fetches an editor with the client of its registry; nothing of it is installed. @param {Pick<Editor, 'from'>} editor */
function fetchEditor(editor) {
  const place = folder(editor);
  if (existsSync(place)) return;
  console.log(`Fetching ${editor.from}…`);
  mkdirSync(place, { recursive: true });
  const [registry = '', name = ''] = editor.from.split(/:(.*)/);
  /** @param {string} command @param {string[]} args */
  const run = (command, args) => {
    const { status, stderr } = spawnSync(command, args, { cwd: place, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args[0]}: ${stderr}`);
  };
  if (registry === 'npm') run('npm', ['pack', name, '--silent']);
  else if (registry === 'pypi') run('pip', ['download', '-q', '--no-deps', '--no-binary', ':all:', '-d', '.', name.replace('@', '==')]);
  else run('apt-get', ['download', name]);
  const [archive = ''] = readdirSync(place);
  if (archive.endsWith('.deb')) run('dpkg', ['-x', archive, '.']);
  else run('tar', ['xzf', archive, '--strip-components=1']);
}

for (const editor of editors) fetchEditor(editor);
const roots = Object.fromEntries(editors.map((editor, n) => [`/editor${n}/`, editor.from === 'pypi:ueditor@1.4' ? join(folder(editor), 'ueditor/static/ueditor') : folder(editor)]));
let result = '';
const { url, close } = await serve({
  mounts: { ...roots, ...scriptMounts(), '/sgs.json': 'demo/hosts/sgs.json' },
  before(_request, response, { pathname }) {
    const html = (/** @type {string} */ body) => (response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="zh-CN">${body}`), true);
    const at = /^\/editor(\d+)\/page\.html$/.exec(pathname)?.[1];
    if (at !== undefined) return html(`<head>${editors[Number(at)]?.head}</head><body><div id="place">${/KindEditor|TinyMCE|CKEditor/.test(editors[Number(at)]?.name ?? '') ? '<textarea></textarea>' : ''}</div>`);
    if (pathname === '/template.html') return html(`<script src="sgs.js" defer></script><body>${result}`);
    if (pathname === '/bare.html') return html(`<body>${result}`);
    return false;
  },
});
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });

/** Whether the column shows where the editor's output is published. @param {Page} page @param {string} html @param {boolean} template */
async function works(page, html, template) {
  result = html;
  await page.goto(`${url}${template ? 'template' : 'bare'}.html`);
  if (!(await page.locator('sgs-column').count())) return false;
  return page.getByText('第 1–10 条，共 12 条').first().waitFor({ timeout: 5000 }).then(() => true, () => false);
}

/** @type {string[]} */
const lines = [];
/** @type {string[]} */
const outputs = [];
for (const [n, editor] of editors.entries()) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const published = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('dialog', (dialog) => void dialog.dismiss());
  if (editor.head) {
    await page.goto(`${url}editor${n}/page.html`);
    await page.evaluate(`Promise.resolve(${editor.ready}).then(() => undefined)`);
  }
  /** @type {boolean[][]} */
  const found = [];
  for (const { name, html, template } of forms) {
    const ways = [editor.run ?? editor.stored, editor.source].filter((way) => way !== undefined);
    const survived = [];
    for (const way of ways) {
      const output = typeof way === 'string' ? String(await page.evaluate(`Promise.resolve((${way})(${JSON.stringify(html)}))`)) : way(html);
      outputs.push(`${editor.name}, ${name}${way === editor.source ? ', source mode' : ''}: ${output.replace(/\s+/g, ' ')}`);
      survived.push(await works(published, output, template));
    }
    found.push(survived);
  }
  const cells = found.map(([stored, source]) => (stored && source !== false ? '保留' : stored ? '仅已有内容' : source ? '仅源码模式' : '去除'));
  const best = preference.find((form) => cells[form] === '保留') ?? preference.find((form) => cells[form] === '仅源码模式');
  // An editor without a source mode still has a button that makes links.
  const form = /wang/.test(editor.name) ? forms[4] : best === undefined ? undefined : forms[best];
  const advice = form ? form.sample : '请管理员写进页面模板';
  lines.push(`| ${editor.name} | ${cells.join(' | ')} | ${advice} |`);
  console.log(lines.at(-1));
  await context.close();
}
await browser.close();
await close();

const table = [
  `| 编辑器 | ${forms.map(({ name }) => name).join(' | ')} | 请粘贴 |`,
  `|---|${forms.map(() => '---|').join('')}---|`,
  ...lines,
].join('\n');
const readme = resolve('README.zh-CN.md');
const text = readFileSync(readme, 'utf8');
const marks = /(<!-- editors: generated by scripts\/editors\.mjs -->\n)[^]*?(<!-- \/editors -->)/;
if (!marks.test(text)) throw new Error('README.zh-CN.md has no place for the table');
writeFileSync(readme, text.replace(marks, (_, start, end) => `${start}${table}\n${end}`));
if (process.argv.includes('--outputs')) console.log(`\n${outputs.join('\n')}`);

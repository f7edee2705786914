// The package as others get it: packed, installed from the tarball, used from a bundler, a plain page and a terminal.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import { openBrowser } from '../helpers/browser.js';
import { strictPolicy } from '../helpers/site.js';

const run = promisify(execFile);
// A folder of nobody's: a package above it must not help.
const app = mkdtempSync(join(tmpdir(), 'sgs-app-'));
const installed = join(app, 'node_modules/sgs-widgets');
const FEED = JSON.stringify({ version: 1, standard: '2018', records: [{ kind: 'license', documentNumber: '青市监许〔2026〕1号', projectName: '食品经营许可', subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01' }] });
const page = (script: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title>${script}<sgs-list feed="./sgs.json"></sgs-list>`;

/** What an application brings; the versions that npm has fetched for us already. */
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
const companions = ['@types/react', 'vue'].map((name) => `${name}@${devDependencies[name] ?? ''}`);

before(async () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', app]);
  const [{ filename } = { filename: '' }] = JSON.parse(stdout) as { readonly filename: string }[];
  writeFileSync(join(app, 'package.json'), '{"name": "app", "private": true, "type": "module"}');
  await run(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', `./${filename}`, ...companions], { cwd: app });
});
after(() => rmSync(app, { recursive: true, force: true }));

/** A site that serves a folder, open in a browser: the list is there and nothing is wrong. */
async function shows(t: Parameters<typeof openBrowser>[0], folder: string, policy: string): Promise<void> {
  const { url, close } = await serve({ mounts: { '/': folder }, headers: () => ({ 'content-security-policy': policy }) });
  t.after(close);
  const { page: tab, faults } = await openBrowser(t);
  await tab.goto(`${url}index.html`);
  await tab.getByRole('table').getByText('食品经营许可').waitFor();
  assert.deepEqual(faults(), []);
}

describe('the installed package', () => {
  test('holds what was built, and nothing of the workshop', () => {
    assert.deepEqual(readdirSync(installed).sort(), ['LICENSE', 'README.md', 'README.zh-CN.md', 'dist', 'package.json']);
    const folders = readdirSync(join(installed, 'dist'));
    for (const name of ['sgs.js', 'sri.json', 'custom-elements.json', 'web-types.json', 'vscode.html-custom-data.json', 'sgs-feed.schema.json']) assert.ok(folders.includes(name), name);
  });

  test('exports every script, and what editors and hosts ask for, as files that are there', () => {
    const { exports, 'web-types': webTypes } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
      readonly 'web-types': string;
    };
    const paths = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
    for (const path of [...paths, webTypes]) assert.ok(existsSync(join(installed, path)), path);
    const scripts = readdirSync(join(installed, 'dist')).filter((name) => /^sgs(\.\w+)?\.(js|css)$/.test(name));
    for (const name of [...scripts, 'sri.json', 'web-types.json', 'custom-elements.json']) assert.equal(exports[`./${name}`], `./dist/${name}`);
    assert.equal(exports['./package.json'], './package.json');
  });

  test('shows a column in an application that Vite builds, under the strict policy', async (t) => {
    writeFileSync(join(app, 'index.html'), page('<script type="module" src="/main.js"></script>'));
    writeFileSync(join(app, 'main.js'), "import 'sgs-widgets/define';\n");
    await build({ root: app, configFile: false, logLevel: 'error', build: { outDir: 'out-vite' } });
    writeFileSync(join(app, 'out-vite/sgs.json'), FEED);
    // An application has a Lit of its own, and its policy the name that Lit gives it.
    await shows(t, join(app, 'out-vite'), strictPolicy.replace(/sgs$/, 'lit-html'));
  });

  test('shows a column on a plain page with the script copied out of it', async (t) => {
    writeFileSync(join(installed, 'dist/index.html'), page('<script src="sgs.js" defer></script>'));
    writeFileSync(join(installed, 'dist/sgs.json'), FEED);
    await shows(t, join(installed, 'dist'), strictPolicy);
  });

  test('has types for TypeScript, React and Vue', async () => {
    writeFileSync(join(app, 'use.tsx'), `
      import { SgsList, type SgsConfig, type SgsLoadEvent } from 'sgs-widgets';
      import type {} from 'sgs-widgets/react';
      import type {} from 'sgs-widgets/vue';
      import type { GlobalComponents } from 'vue';
      const config: SgsConfig = { standard: '2018' };
      const loaded = (event: SgsLoadEvent): number => event.detail.total;
      export const list = new SgsList();
      export const jsx = <sgs-list feed="sgs.json" page-size={20} theme="red" config={config} onsgs-load={loaded} className="column" />;
      // @ts-expect-error There is no such theme.
      export const wrong = <sgs-list theme="green" />;
      export type Theme = InstanceType<GlobalComponents['sgs-list']>['$props']['theme'];
      export const theme: Theme = 'blue';
      // @ts-expect-error Nor in Vue.
      export const wrongToo: Theme = 'green';
    `);
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--jsx', 'preserve', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', '--skipLibCheck', '--types', 'react'];
    await run(process.execPath, [tsc, ...options, 'use.tsx'], { cwd: app }).catch((error: unknown) => assert.fail(String((error as { readonly stdout?: string }).stdout)));
  });

  test('brings the command sgs', async () => {
    writeFileSync(join(app, 'feed.json'), FEED);
    // It ends with 1: fields that the standard requires are empty.
    const { code, stdout } = await run(process.execPath, [join(app, 'node_modules/.bin/sgs'), 'check', 'feed.json'], { cwd: app })
      .then((ran) => ({ code: 0, ...ran }), (error: unknown) => error as { readonly code: number; readonly stdout: string });
    assert.equal(code, 1);
    assert.match(stdout, /行政许可：1 条/);
    const { bin, version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { readonly bin: { readonly sgs: string }; readonly version: string };
    const { stdout: said } = await run(process.execPath, [resolve(installed, bin.sgs), '--version']);
    assert.equal(said.trim(), version);
  });
});

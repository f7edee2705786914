// The archive for webmasters, made of what was built: complete, and working where it is unpacked.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { firstEntries, upgradeEntries } from '../../scripts/release/archive.js';
import { checkRelease, pastedFrom } from '../../scripts/release/check.js';
import { zipOf } from '../../scripts/release/zip.js';
import { VERSION } from '../../src/model/version.js';

const facts = { version: VERSION, day: '2026-11-30' };
const make = (): Uint8Array => zipOf(firstEntries(facts, '# Changes\n'), facts.day);
const files = unzipSync(make());
const folder = mkdtempSync(join(tmpdir(), 'sgs-archive-'));
after(() => rmSync(folder, { recursive: true }));

describe('the archive for webmasters', () => {
  test('has the same bytes twice', () => assert.deepEqual(make(), make()));

  test('has everything to begin with', () => {
    const own = ['sgs.js', 'sgs.rules.js', 'sgs.setup.js', 'sgs.tools.js', 'sgs.locales.js', 'sgs.scale.js', 'sgs.search.js', 'sgs.worker.js',
      'sgs.css', 'sgs.scorecard.js', 'sgs.scorecard.css', 'sri.json', 'LICENSE', 'sgs.licenses.md'].map((name) => `sgs/${VERSION}/${name}`);
    for (const name of [...own, 'sgs/sgs.js', 'sgs/assistant.html', 'sgs/sgs.json', 'sgs/sgs.config.json', 'sgs/column.html', 'sgs/读我.html', 'sgs/服务器配置/nginx.conf']) assert.ok(files[name]?.length, name);
  });

  test('has no map, no path of a machine and nothing of the workshop', () => {
    for (const [name, bytes] of Object.entries(files)) {
      assert.doesNotMatch(name, /\.map$|stable/);
      assert.ok(!new TextDecoder().decode(bytes).includes(process.cwd()), name);
    }
  });

  test('to upgrade with overwrites no data', () => {
    const names = upgradeEntries(facts, '').map(([name]) => name);
    assert.deepEqual(Object.keys(files).filter((name) => !names.includes(name)).sort(), ['sgs/sgs.config.json', 'sgs/sgs.json']);
  });

  test('pins the script that lies in it', () => {
    const pinned = pastedFrom(new TextDecoder().decode(files['sgs/读我.html']), 'pinned');
    const [, path = '', integrity] = /src="\/([^"]+)" integrity="([^"]+)"/.exec(pinned) ?? [];
    assert.equal(integrity, `sha384-${createHash('sha384').update(files[path] ?? '').digest('base64')}`);
  });

  test('works where it is unpacked', async () => {
    const path = join(folder, 'sgs.zip');
    writeFileSync(path, make());
    assert.equal(await checkRelease(path, VERSION), true);
  });
});

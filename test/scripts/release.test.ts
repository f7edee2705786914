// What a release is made of: the same sources, the same bytes; and what a webmaster is told.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { pastedFrom } from '../../scripts/release/check.js';
import { changesOf } from '../../scripts/release/facts.js';
import { gbkOf } from '../../scripts/release/gbk.js';
import { guideOf, snippetsOf } from '../../scripts/release/guide.js';
import { sbomOf } from '../../scripts/release/sbom.js';
import { serverFiles } from '../../scripts/release/servers.js';
import { zipOf, type Entry } from '../../scripts/release/zip.js';

const DAY = '2026-03-29';
const ENTRIES: readonly Entry[] = [['sgs/读我.html', '<p>读我</p>'], ['sgs/0.1.0/sgs.js', 'x'.repeat(5000)], ['sgs/sgs.json', '{}']];

describe('the archive', () => {
  test('has the same bytes whatever the order of its files', () => {
    assert.deepEqual(zipOf(ENTRIES, DAY), zipOf([...ENTRIES].reverse(), DAY));
  });

  test('has the same bytes in every time zone, on a day when clocks change', () => {
    const code = `import { zipOf } from './scripts/release/zip.ts'; process.stdout.write(Buffer.from(zipOf([['a', 'b']], '${DAY}')).toString('hex'));`;
    const made = ['Asia/Shanghai', 'Europe/Berlin', 'America/Los_Angeles'].map((TZ) =>
      spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { encoding: 'utf8', env: { ...process.env, TZ } }).stdout);
    assert.equal(made[0]?.length, 2 * zipOf([['a', 'b']], DAY).length);
    assert.deepEqual([...new Set(made)], [made[0]]);
  });

  test('gives back what was put in', () => {
    const files = unzipSync(zipOf(ENTRIES, DAY));
    assert.deepEqual(Object.keys(files), ['sgs/0.1.0/sgs.js', 'sgs/sgs.json', 'sgs/读我.html']);
    assert.equal(new TextDecoder().decode(files['sgs/读我.html']), '<p>读我</p>');
  });

  test('is of Unix, with names in UTF-8: unzip spoils Chinese names of any other, and others could not read the files', () => {
    const bytes = Buffer.from(zipOf(ENTRIES, DAY));
    const entry = bytes.indexOf(Buffer.from('PK\x01\x02'));
    assert.equal(bytes[entry + 5], 3);
    assert.equal(bytes.readUInt32LE(entry + 38) >>> 16, 0o100644);
    const named = bytes.lastIndexOf(Buffer.from('PK\x01\x02'));
    assert.ok(bytes.readUInt16LE(named + 8) & 0x800);
  });

  test('refuses a file that is in it twice', () => {
    assert.throws(() => zipOf([['a', '1'], ['a', '2']], DAY), /a is in the archive twice/);
  });
});

describe('the guide', () => {
  const facts = { version: '1.2.3', day: DAY, integrity: 'sha384-a+b/c=' };

  test('has the code to paste, as it is copied, with addresses that are right wherever the page lies', () => {
    const guide = guideOf(facts);
    for (const [id, text] of Object.entries(snippetsOf(facts))) {
      assert.equal(pastedFrom(guide, id), text);
      const addresses = [...text.matchAll(/(?:src|feed|href)="([^"]+)"/g)].map(([, address = '']) => address);
      assert.ok(addresses.length > 0);
      assert.deepEqual(addresses.filter((address) => !address.startsWith('/sgs/')), [], id);
    }
  });

  test('pins a version by its folder and its hash', () => {
    assert.match(snippetsOf(facts)['pinned'] ?? '', /src="\/sgs\/1\.2\.3\/sgs\.js" integrity="sha384-a\+b\/c=" crossorigin="anonymous"/);
    assert.doesNotMatch(snippetsOf(facts)['fixed'] ?? '', /integrity|1\.2\.3/);
  });

  test('loads nothing and runs nothing itself', () => {
    assert.doesNotMatch(guideOf(facts).replace(/<pre[^]*?<\/pre>/g, ''), /<(?:script|link|img)|\b(?:src|href)=/);
  });
});

test('each server is told what may be kept for ever, and what not', () => {
  const files = new Map(serverFiles('1.2.3'));
  assert.deepEqual([...files.keys()], ['nginx.conf', 'Apache.htaccess.txt', 'IIS.web.config.txt', 'Tomcat.web.xml']);
  for (const name of ['nginx.conf', 'Apache.htaccess.txt']) for (const words of [/max-age=31536000, immutable/, /no-cache/]) assert.match(String(files.get(name)), words);
  assert.match(String(files.get('IIS.web.config.txt')), /<location path="1\.2\.3">[^]*cacheControlMaxAge="365\.00:00:00"/);
  assert.match(String(files.get('Tomcat.web.xml')), /<url-pattern>\/sgs\/1\.2\.3\/\*<\/url-pattern>/);
});

test('the changes are those of the version, or what is not released yet', () => {
  const log = '# Changelog\n\nWords.\n\n## [Unreleased]\n\n- new\n\n## [1.2.3] - 2026-01-02\n\n- done\n\n## [1.2.2]\n\n- old\n';
  assert.equal(changesOf(log, '1.2.3'), '# sgs-widgets 1.2.3\n\n- done\n');
  assert.equal(changesOf(log, '2.0.0'), '# sgs-widgets 2.0.0\n\n- new\n');
  assert.throws(() => changesOf('# Changelog\n', '1.2.3'), /says nothing of 1\.2\.3/);
});

test('the list of what is inside is the same twice, and names all that is shipped', () => {
  const time = '2026-03-29T00:00:00Z';
  const text = sbomOf({ time });
  assert.equal(sbomOf({ time }), text);
  interface Bom {
    readonly bomFormat: string;
    readonly serialNumber: string;
    readonly metadata: { readonly timestamp: string; readonly component: { readonly name: string } };
    readonly components: readonly { readonly name: string }[];
  }
  const bom = JSON.parse(text) as Bom;
  assert.equal(bom.bomFormat, 'CycloneDX');
  assert.match(bom.serialNumber, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  assert.equal(bom.metadata.timestamp, time);
  assert.equal(bom.metadata.component.name, 'sgs-widgets');
  const names = bom.components.map(({ name }) => name);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  for (const name of [...Object.keys(dependencies), 'pinyin-pro', 'opencc-js']) assert.ok(names.includes(name), name);
  assert.ok(!names.includes('eslint'));
});

test('a page in GBK says what it was written to say', () => {
  const text = '<h1>双公示：行政许可〔2026〕1号</h1>';
  assert.equal(new TextDecoder('gbk').decode(gbkOf(text)), text);
  assert.throws(() => gbkOf('😀'), /is not in GBK/);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createReader } from '../../src/feed/reader.js';
import { FORMAT, type SegmentInfo, type ShardsInfo } from '../../src/format/format.js';
import { createFolderReader } from '../../src/read/folder.js';

const MANIFEST = 'https://www.example.org/sgs/data/sgs.json?v=1';

/** What a folder's reader asks for where its manifest says so. */
async function askedFor(path: string): Promise<readonly string[]> {
  const asked: string[] = [];
  const segment: SegmentInfo = {
    path, count: 1, grams: 1, hashes: 1, numbers: 1, split: 1, blocks: 1, frequentTerms: [], longest: 1,
  };
  const info: ShardsInfo = {
    format: FORMAT, searched: 'text', rows: 50, records: 100, kinds: { license: { count: 1, facets: `${path}/facets.json`, segments: [segment] } },
  };
  const reader = createFolderReader({
    url: MANIFEST, config: {}, info, newest: [], createReader,
    async *request({ url }) {
      asked.push(url);
      yield new TextEncoder().encode('{"count":0,"columns":{}}');
    },
  });
  const [first] = reader.edition().segments.license;
  assert.ok(first);
  await Promise.allSettled([first.rows(0), first.records(0), reader.fileOf(`${path}/facets.json`)]);
  return asked;
}

describe('the files of a folder', () => {
  test('lie below its manifest', async () => {
    const asked = await askedFor('license-abc');
    assert.ok(asked.length >= 3);
    for (const url of asked) assert.ok(url.startsWith('https://www.example.org/sgs/data/license-abc/'), url);
  });

  for (const path of [
    'https://evil.example/x', '//evil.example/x', '/x', '..', '../x', 'a/../../x', '%2e%2e/x', '.%2E/..', '\\\\evil.example\\x', 'javascript:x', 'data:x,', 'x?y=', 'x#',
  ]) {
    test(`are not asked for elsewhere: ${path}`, async () => assert.deepEqual(await askedFor(path), []));
  }
});

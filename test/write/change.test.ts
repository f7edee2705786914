// A day's publication, a withdrawal, a correction: the folder answers as if it had been made anew; and whenever a
// publication is cut short, the one before it stands.
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { records as invented } from '../../bench/records.mjs';
import type { ShardsInfo } from '../../src/format/format.js';
import type { Query } from '../../src/query/query.js';
import { OtherFormat } from '../../src/write/publish.js';
import { query } from '../query/records.js';
import { clean } from '../format/clean.js';
import { memoryFolder, openFolder, PowerCut, publish, type MemoryFolder } from '../format/folder.js';
import { sameAsScan } from '../format/truth.js';

type Row = Record<string, unknown>;

const POOL: readonly Row[] = [...invented(120, 3)].map((row, n) => ({ ...row, decidedOn: `2025-12-${String(31 - (n % 9)).padStart(2, '0')}` }));
const feedOf = (rows: readonly Row[]) => ({ version: 1, standard: '2018', updated: '2026-01-01', records: rows });

const QUERIES: readonly Query[] = (['license', 'penalty'] as const).flatMap((kind) => [
  query({ kind, size: 5 }), query({ kind, page: 3, size: 7 }), query({ kind, q: '公司' }), query({ kind, q: '2025', size: 4 }), query({ kind, q: '市' }), query({ kind, q: '有限公司' }),
  query({ kind, descending: false, size: 9 }), query({ kind, from: '2025-12-26', to: '2025-12-29' }),
  ...POOL.slice(0, 3).flatMap(({ subjectName, documentNumber, creditCode, authority }) => [
    query({ kind, q: String(subjectName) }), query({ kind, q: String(documentNumber).slice(1) }), query({ kind, q: String(creditCode) }), query({ kind, department: String(authority) }),
  ]),
]);

async function answersAs(folder: MemoryFolder, rows: readonly Row[]): Promise<void> {
  const records = clean(feedOf(rows));
  const { source } = await openFolder(folder.files);
  for (const asked of QUERIES) await sameAsScan(source, records, asked);
  const counts = await source.counts();
  for (const kind of ['license', 'penalty'] as const) {
    const own = records.filter((record) => record.kind === kind);
    assert.equal(counts[kind] ?? 0, own.length);
    const { department, month } = await source.facets(kind);
    assert.equal(department.reduce((sum, { count }) => sum + count, 0), own.filter(({ authority }) => authority).length);
    assert.equal(month.reduce((sum, { count }) => sum + count, 0), own.length);
  }
  for (const record of records.slice(0, 8)) assert.deepEqual(await source.get(record.id), record);
  // Nor has it to have been in a list before.
  const fresh = await openFolder(folder.files);
  for (const record of records.slice(-3)) assert.deepEqual(await fresh.source.get(record.id), record);
}

/** Rows that are published each day: which of the pool, and how often each has been corrected. */
const days = fc.array(fc.array(fc.record({ row: fc.nat(POOL.length - 1), edition: fc.nat(1) }), { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 5 });
const rowsOf = (day: readonly { readonly row: number; readonly edition: number }[]): readonly Row[] =>
  [...new Map(day.map(({ row, edition }) => [row, { ...POOL[row], ...(edition && { legalRepresentative: '更正', authority: '更正后的机关' }) }])).values()];

const textOf = (bytes: Uint8Array): string => (bytes[0] === 0x1f ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8');

describe('published again and again', () => {
  test('whatever was added, corrected and withdrawn, it answers as a folder made of the last feed', async () => {
    await fc.assert(fc.asyncProperty(days, fc.constantFrom(0, 40), async (all, small) => {
      const folder = memoryFolder();
      for (const day of all) publish(feedOf(rowsOf(day)), { folder, small });
      await answersAs(folder, rowsOf(all[all.length - 1]!));
    }), { numRuns: 12 });
  });

  test('a day’s records alone: new ones are added, known ones replaced, those that may not be shown any more withdrawn', async () => {
    const folder = memoryFolder();
    publish(feedOf(POOL.slice(0, 100)), { folder });
    const corrected = { ...POOL[3], legalRepresentative: '更正' };
    const { added, corrected: changed, withdrawn } = publish(feedOf([corrected, ...POOL.slice(100, 110), { ...POOL[5], publicUntil: '2026-01-01' }]), { folder, mode: 'add' });
    assert.deepEqual({ added, changed, withdrawn }, { added: 10, changed: 1, withdrawn: 1 });
    await answersAs(folder, [...POOL.slice(0, 3), corrected, POOL[4]!, ...POOL.slice(6, 110)]);
  });

  test('a day is not added to what another version has made: it would stand for all', () => {
    const folder = memoryFolder();
    publish(feedOf(POOL), { folder });
    const other = Buffer.from(folder.files.get('sgs.json')!).toString().replace(/"format":\d+/, '"format":1');
    folder.files.set('sgs.json', Buffer.from(other));
    assert.throws(() => publish(feedOf(POOL.slice(0, 3)), { folder, mode: 'add' }), OtherFormat);
    assert.equal(publish(feedOf(POOL), { folder }).total, POOL.length);
  });

  test('a day is added to a folder that has all its keys in one file, as they once were', async () => {
    const folder = memoryFolder();
    publish(feedOf(POOL.slice(0, 100)), { folder });
    const manifest = JSON.parse(Buffer.from(folder.files.get('sgs.json')!).toString()) as { shards: ShardsInfo };
    for (const { path } of Object.values(manifest.shards.kinds).flatMap(({ segments }) => segments)) {
      const names = [...folder.files.keys()].filter((name) => name.startsWith(`${path}/k/`));
      assert.deepEqual(names, [`${path}/k/0/0.json`]);
      folder.files.set(`${path}/keys.json`, folder.files.get(names[0]!)!);
      for (const name of names) folder.files.delete(name);
    }
    folder.files.set('sgs.json', Buffer.from(JSON.stringify(manifest, (key, value: unknown) => (key === 'keys' ? undefined : value))));
    const corrected = { ...POOL[3], legalRepresentative: '更正' };
    publish(feedOf([corrected, ...POOL.slice(100, 110), { ...POOL[5], publicUntil: '2026-01-01' }]), { folder, mode: 'add' });
    await answersAs(folder, [...POOL.slice(0, 3), corrected, POOL[4]!, ...POOL.slice(6, 110)]);
  });

  test('what is withdrawn is in no file that the manifest leads to', () => {
    const folder = memoryFolder();
    publish(feedOf(POOL), { folder });
    const gone = POOL[40]!;
    publish(feedOf(POOL.filter((row) => row !== gone)), { folder });
    const names = [gone['subjectName'], gone['documentNumber'], gone['creditCode']].filter((text) => text && !POOL.some((row) => row !== gone && Object.values(row).includes(text)));
    assert.ok(names.length > 0);
    // Nothing is kept here for readers in flight.
    for (const [file, bytes] of folder.files) for (const name of names) assert.ok(!textOf(bytes).includes(String(name)), `${String(name)} in ${file}`);
  });

  test('what nobody points to is kept for readers in flight, then collected', async () => {
    const folder = memoryFolder();
    publish(feedOf(POOL), { folder, keep: 1000, now: 0 });
    const before = new Map(folder.files);
    publish(feedOf(POOL.slice(1)), { folder, keep: 1000, now: 5000 });
    const { source } = await openFolder(new Map([...folder.files, ['sgs.json', before.get('sgs.json')!]]));
    for (const asked of QUERIES) await sameAsScan(source, clean(feedOf(POOL)), asked);
    const most = folder.files.size;
    publish(feedOf(POOL.slice(1)), { folder, keep: 1000, now: 7000 });
    assert.ok(folder.files.size < most);
    await answersAs(folder, POOL.slice(1));
  });

  test('a reader with an old manifest asks for the new one when its files are gone', async () => {
    const folder = memoryFolder();
    publish(feedOf(POOL), { folder });
    const { source } = await openFolder(folder.files);
    publish(feedOf([...POOL.slice(50)]), { folder });
    await sameAsScan(source, clean(feedOf(POOL.slice(50))), query({ q: '公司' }));
  });

  test('cut short anywhere, the old publication stands, and the next one is whole', async () => {
    const licenses = POOL.filter(({ kind }) => kind === 'license');
    const first = feedOf(licenses.slice(5, 30));
    const second = feedOf([...licenses.slice(0, 12), ...licenses.slice(14, 30).map((row, n) => (n % 7 ? row : { ...row, legalRepresentative: '更正' }))]);
    const start = memoryFolder();
    publish(first, { folder: start, keep: 1000, now: 0 });
    const records = clean(first);
    const asked = [query({ size: 20 }), query({ q: '公司' }), query({ q: String(licenses[20]!['documentNumber']) })];
    let cuts = 0;
    for (let fuse = 0; ; fuse++) {
      const folder = memoryFolder(new Map(start.files));
      folder.fuse = fuse;
      try {
        publish(second, { folder, keep: 1000, now: 500 });
        break;
      } catch (error) {
        assert.ok(error instanceof PowerCut, String(error));
      }
      cuts++;
      const published = folder.files.get('sgs.json') !== start.files.get('sgs.json');
      const { source } = await openFolder(folder.files);
      for (const one of asked) await sameAsScan(source, published ? clean(second) : records, one);
      if (fuse % 10) continue;
      // The next day all is well, and in the end nothing useless is left.
      folder.fuse = Infinity;
      publish(second, { folder, keep: 1000, now: 600 });
      await answersAs(folder, second.records);
      publish(second, { folder, keep: 1000, now: 5000 });
      publish(second, { folder, keep: 1000, now: 9000 });
      await answersAs(folder, second.records);
      assert.ok(![...folder.files.keys()].some((name) => name.includes('.tmp')), [...folder.files.keys()].join());
    }
    assert.ok(cuts > 20, String(cuts));
  });
});

// The text of a record that has been withdrawn can't be put together again from any file that stays in the folder.
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { describe, test } from 'node:test';
import { records as invented } from '../../bench/records.mjs';
import { ByteReader } from '../../src/format/bytes.js';
import type { NumberShard, Patch, SegmentInfo, ShardsInfo } from '../../src/format/format.js';
import { ANYWHERE, COUNTED, OWN, ownFile, readCounts, readPostings, readTerms } from '../../src/format/term-files.js';
import { allTermsOf, searchedText } from '../../src/format/terms.js';
import { normalizeText } from '../../src/query/normalize.js';
import { query } from '../query/records.js';
import { clean } from '../format/clean.js';
import { memoryFolder, openFolder, PowerCut, publish, type MemoryFolder, type Publish } from '../format/folder.js';
import { sameAsScan } from '../format/truth.js';

type Row = Record<string, unknown>;

const feedOf = (rows: readonly Row[]) => ({ version: 1, standard: '2018', updated: '2026-01-01', records: rows });

/** Its name and number have characters that no other record has, and others that many have. */
const GONE: Row = {
  kind: 'license', subjectName: '龘靐市政工程有限公司', creditCode: [...invented(1, 99)][0]!['creditCode'], documentNumber: '靐许准〔2025〕987654号', permitName: '齉字许可',
  content: '准予', decidedOn: '2025-12-27', validTo: '2099-12-31', authority: '青岚市爨局', category: '普通',
};
const OTHERS: readonly Row[] = [...invented(400, 3)].filter(({ kind }) => kind === 'license').map((row, n) => ({ ...row, decidedOn: `2025-12-${String(31 - (n % 9)).padStart(2, '0')}` }));
const ALL: readonly Row[] = [...OTHERS.slice(0, 60), GONE, ...OTHERS.slice(60)];

const unpacked = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file of ours holds
const jsonOf = <T>(folder: MemoryFolder, name: string): T => JSON.parse(Buffer.from(unpacked(folder.files.get(name)!)).toString()) as T;
const shardsOf = (folder: MemoryFolder): ShardsInfo => jsonOf<{ shards: ShardsInfo }>(folder, 'sgs.json').shards;
const segmentOf = (folder: MemoryFolder): SegmentInfo => shardsOf(folder).kinds.license!.segments[0]!;

/** Every list of a segment, whether or not the manifest or a term leads to it. */
function* listsOf(folder: MemoryFolder, { path, blocks, split, grams }: SegmentInfo) {
  const bytesOf = (name: string): ByteReader => new ByteReader(unpacked(folder.files.get(`${path}/${name}`)!));
  for (let shard = 0; shard < grams; shard++) {
    for (const { name: term, count, type, bytes } of readTerms(bytesOf(`g/0/${String(shard)}.json`).rest())) {
      const own = type & OWN;
      const isCut = own && !(type & COUNTED) && blocks > 1 && count > split;
      // What the term's own first file says of the whole counts.
      let total = count;
      for (let block = 0; block < (isCut ? blocks : 1); block++) {
        const reader = own ? bytesOf(ownFile(term, block)) : new ByteReader(bytes);
        if (own && !block) {
          total = reader.number();
          reader.byte();
        }
        if (type & COUNTED) yield { term, counts: readCounts(reader) };
        else yield { term, total, postings: readPostings(reader, isCut ? reader.number() : total) };
      }
    }
  }
}

/** What stands of a record in the lists: its text, as far as places tell, and all grams that have it. */
function rebuilt(folder: MemoryFolder, n: number): { readonly text: string; readonly terms: readonly string[] } {
  const text: string[] = [];
  const terms: string[] = [];
  for (const { term, postings } of listsOf(folder, segmentOf(folder))) {
    const at = postings?.numbers.indexOf(n) ?? -1;
    if (!postings || at < 0) continue;
    terms.push(term);
    const place = postings.places[at]!;
    if (place < ANYWHERE && !term.includes(':') && term.length > 1) [...term].forEach((c, k) => { text[place + k] = c; });
  }
  return { text: Array.from(text, (c) => c ?? ' ').join(''), terms };
}

/** The number of the record, by its id. */
const numberOf = (folder: MemoryFolder, row: Row): number => {
  const [{ id } = { id: '' }] = clean(feedOf([row]));
  return jsonOf<{ ids: string[] }>(folder, `${segmentOf(folder).path}/k/0/0.json`).ids.indexOf(id);
};

/** All that a determined reader may try, on every file in the folder. */
function assertErased(folder: MemoryFolder, row: Row, left: readonly Row[], n: number, searched: 'numbers' | 'titles' | 'text'): void {
  const info = segmentOf(folder);
  // Its words, or a part of them, in any file as it stands.
  const own = [row['subjectName'], row['documentNumber'], row['creditCode'], row['permitName']].map((text) => normalizeText(String(text)));
  const others = left.flatMap((one) => Object.values(one)).map((text) => normalizeText(String(text))).join('\n');
  const parts = own.flatMap((text) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))).filter((part) => !others.includes(part));
  assert.ok(parts.length > 5, String(parts.length));
  for (const [file, bytes] of folder.files) {
    const text = normalizeText(Buffer.from(unpacked(bytes)).toString());
    for (const part of [...own, ...parts.filter((part) => /[^\da-z]/.test(part))]) assert.ok(!text.includes(part), `${part} in ${file}`);
  }
  // What lists say of its number.
  assert.deepEqual(rebuilt(folder, n), { text: '', terms: [] });
  // What they count, against those that are left: what is over would be its.
  const texts = clean(feedOf(left)).map((record) => allTermsOf(searchedText(record, searched)));
  const totals = new Map<string, number>();
  for (const { term, counts, total } of listsOf(folder, info)) {
    const sum = counts ? [...counts.values()].reduce((all, count) => all + count, 0) : total;
    totals.set(term, sum);
    if (term.includes(':')) continue;
    assert.equal(sum, texts.filter((terms) => terms.has(term)).length, `records with ${term}`);
  }
  const { frequentCounts } = jsonOf<Patch>(folder, `${info.path}/${info.patch!}`);
  assert.deepEqual(frequentCounts, info.frequentTerms.flat().map((term) => totals.get(term)));
  // Numbers, and hashes.
  for (let shard = 0; shard < info.hashes; shard++) {
    const reader = new ByteReader(unpacked(folder.files.get(`${info.path}/h/0/${String(shard)}.json`)!));
    while (!reader.atEnd) {
      reader.number();
      assert.notEqual(reader.number(), n);
    }
  }
  for (const [file, bytes] of folder.files) {
    if (!file.includes('/n/')) continue;
    const { of } = JSON.parse(Buffer.from(unpacked(bytes)).toString()) as NumberShard;
    for (const pairs of Object.values(of)) assert.ok(!pairs.some((record, at) => at % 2 && record === n), file);
  }
}

describe('what is withdrawn', () => {
  for (const [searched, split] of [['numbers', 30], ['titles', undefined], ['text', 30]] as const) {
    const options = { settings: { searched, columns: [], rows: 10, records: 20, ...(split && { split }) } } satisfies Partial<Publish>;

    test(`can be put together from the lists of ${searched} as long as it is published, and not afterwards`, () => {
      const folder = memoryFolder();
      publish(feedOf(ALL), { folder, ...options });
      const n = numberOf(folder, GONE);
      // The reader of this test is a determined one.
      const { text } = rebuilt(folder, n);
      for (const part of ['subjectName', 'creditCode']) assert.ok(text.includes(normalizeText(String(GONE[part]))), `${part} in ${text}`);
      publish(feedOf(OTHERS), { folder, ...options });
      assert.equal(segmentOf(folder).count, ALL.length, 'the segment was made anew');
      assertErased(folder, GONE, OTHERS, n, searched);
    });
  }

  test('is erased by the day that it is taken back on with --add, too', () => {
    const folder = memoryFolder();
    publish(feedOf(ALL), { folder });
    const n = numberOf(folder, GONE);
    publish(feedOf([{ ...GONE, status: '撤销' }]), { folder, mode: 'add' });
    assertErased(folder, GONE, OTHERS, n, 'numbers');
  });

  test('stays for readers in flight, who find it; then it is erased, whatever has been published meanwhile', async () => {
    const folder = memoryFolder();
    const settings = { searched: 'numbers', columns: [], rows: 10, records: 20, split: 30 } as const;
    const add = (rows: readonly Row[], now: number) => publish(feedOf(rows), { folder, settings, mode: 'add', now, keep: 1000 });
    publish(feedOf(ALL), { folder, settings });
    const manifest = folder.files.get('sgs.json')!;
    const n = numberOf(folder, GONE);
    add([{ ...GONE, status: '撤销' }], 5000);
    const { source } = await openFolder(new Map([...folder.files, ['sgs.json', manifest]]));
    await sameAsScan(source, clean(feedOf(ALL)), query({ q: '龘靐' }));
    const other = OTHERS[70]!;
    const left = OTHERS.filter((row) => row !== other);
    const second = numberOf(folder, other);
    add([{ ...other, status: '撤销' }], 5900);
    assert.notDeepEqual(rebuilt(folder, n).terms, []);
    add([], 6000);
    assert.deepEqual(rebuilt(folder, n).terms, []);
    assert.notDeepEqual(rebuilt(folder, second).terms, []);
    add([], 6900);
    assertErased(folder, GONE, left, n, 'numbers');
    assert.deepEqual(rebuilt(folder, second).terms, []);
    const fresh = await openFolder(folder.files);
    for (const q of ['公司', '有限', '9', '91', '青岚', String(other['creditCode'])]) await sameAsScan(fresh.source, clean(feedOf(left)), query({ q }));
  });

  test('is erased the next day where erasing it was cut short, anywhere', async () => {
    const start = memoryFolder();
    publish(feedOf(ALL), { folder: start });
    const n = numberOf(start, GONE);
    let cuts = 0;
    for (let fuse = 0; ; fuse += 3) {
      const folder = memoryFolder(new Map(start.files));
      folder.fuse = fuse;
      try {
        publish(feedOf(OTHERS), { folder });
        break;
      } catch (error) {
        assert.ok(error instanceof PowerCut, String(error));
      }
      cuts++;
      folder.fuse = Infinity;
      const { source } = await openFolder(folder.files);
      const isPublished = folder.files.get('sgs.json') !== start.files.get('sgs.json');
      for (const q of ['公司', '9']) await sameAsScan(source, clean(feedOf(isPublished ? OTHERS : ALL)), query({ q }));
      publish(feedOf(OTHERS), { folder });
      assertErased(folder, GONE, OTHERS, n, 'numbers');
    }
    assert.ok(cuts > 20, String(cuts));
  });

  test('is erased bit by bit where a publication may not write much, and after a week whatever it costs', () => {
    const day = 86_400_000;
    const keep = 7 * day;
    const listsOn = (days: readonly number[]): readonly number[] => {
      const folder = memoryFolder();
      publish(feedOf(ALL), { folder, keep });
      const n = numberOf(folder, GONE);
      publish(feedOf(OTHERS), { folder, keep, now: day });
      return days.map((now) => {
        publish(feedOf(OTHERS), { folder, keep, now: now * day, eraseBudget: () => 6000 });
        const { terms } = rebuilt(folder, n);
        if (!terms.length) assertErased(folder, GONE, OTHERS, n, 'numbers');
        return terms.length;
      });
    };
    const [before, first, second] = listsOn([7, 8, 9]) as [number, number, number];
    assert.ok(before > first && first > second && second > 0, [before, first, second].join());
    assert.deepEqual(listsOn([15]), [0]);
  });
});

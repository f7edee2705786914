// What a large publication keeps in memory: lists that grow at once, and ids that have been seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteReader, ByteWriter } from '../../src/format/bytes.js';
import { ANYWHERE, readPostings, withoutPostings } from '../../src/format/term-files.js';
import { IdSet } from '../../src/write/id-set.js';
import { PostingLists } from '../../src/write/posting-lists.js';

/** Records and places of a list. */
const read = (lists: PostingLists, list: number): readonly (readonly [n: number, place: number])[] => {
  const bytes = new ByteWriter();
  lists.read(list, bytes);
  assert.equal(bytes.length, lists.lengthOf(list));
  const reader = new ByteReader(bytes.done());
  let n = 0;
  return Array.from({ length: lists.countOf(list) }, () => [n += reader.number(), reader.byte()] as const);
};

test('lists that grow in any order hold what was put into each, a second place of a record as any', () => {
  const posts = fc.array(fc.record({ list: fc.nat(5), gap: fc.constantFrom(0, 0, 1, 2, 200, 40_000), place: fc.nat(300) }), { maxLength: 400 });
  fc.assert(fc.property(posts, (all) => {
    const lists = new PostingLists();
    const naive = Array.from({ length: 6 }, (): Map<number, number> => new Map());
    naive.forEach(() => lists.make());
    let n = 0;
    for (const { list, gap, place } of all) {
      n += gap;
      lists.post(list, n, place);
      const own = naive[list]!;
      own.set(n, own.has(n) ? ANYWHERE : Math.min(place, ANYWHERE));
    }
    naive.forEach((own, list) => { assert.deepEqual(read(lists, list), [...own]); });
  }), { numRuns: 60 });
});

test('a list without some records is that of the others', () => {
  const lists = fc.array(fc.record({ gap: fc.constantFrom(1, 1, 2, 127, 128, 129, 70_000), place: fc.nat(255), gone: fc.constantFrom(false, false, true) }));
  fc.assert(fc.property(lists, fc.array(fc.nat(500)), (all, others) => {
    const bytes = new ByteWriter();
    let n = 0;
    const records = all.map(({ gap, place, gone }) => ({ n: n += gap, place, gone }));
    for (const { gap } of all) bytes.number(gap);
    for (const { place } of all) bytes.byte(place);
    // Whatever stands behind it is not of it.
    bytes.byte(99);
    const gone = Uint32Array.from(new Set([...others.filter((each) => !records.some((record) => record.n === each)), ...records.filter((record) => record.gone).map((record) => record.n)])).sort();
    const { count, bytes: left } = withoutPostings(bytes.done(), all.length, gone);
    const reader = new ByteReader(left);
    const { numbers, places } = readPostings(reader, count);
    assert.ok(reader.atEnd);
    const kept = records.filter((record) => !record.gone);
    assert.deepEqual([[...numbers], [...places]], [kept.map((record) => record.n), kept.map(({ place }) => place)]);
  }));
});

test('lists of more than a page of memory, and more of them than were expected', () => {
  const lists = new PostingLists();
  for (let list = 0; list < 3000; list++) lists.make();
  for (let n = 0; n < 300; n++) for (let list = 0; list < 3000; list++) lists.post(list, n * 2, list % 200);
  for (const list of [0, 1234, 2999]) assert.deepEqual(read(lists, list), Array.from({ length: 300 }, (_, n) => [n * 2, list % 200]));
});

test('an id is new once', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => (n * 7919).toString(36));
  const seen = new IdSet();
  assert.ok(ids.every((id) => seen.add(id)));
  assert.ok(!ids.some((id) => seen.add(id)));
  assert.ok(ids.every((id) => seen.has(id)) && !seen.has('~'));
  assert.equal(seen.size, ids.length);
});

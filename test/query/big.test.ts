import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { KINDS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { createBigEngine, type BigEngine } from '../../src/query/big/engine.js';
import { createEngine, type Engine } from '../../src/query/engine.js';
import { createFuzzyMatcher } from '../../src/query/fuzzy/matcher.js';
import type { Query } from '../../src/query/query.js';
import { anyQuery, anyRecord, query, record } from './records.js';

const ids = (records: readonly SgsRecord[]): string[] => records.map(({ id }) => id);

/** What a slice says, in few words. */
const said = ({ rows, total, page, pages, size }: Awaited<ReturnType<BigEngine['page']>>): unknown => [ids(rows), total, page, pages, size];

async function same(big: BigEngine, simple: Engine, queries: readonly Query[]): Promise<void> {
  for (const wanted of queries) assert.deepEqual(said(await big.page(wanted)), said(simple.page(wanted)), JSON.stringify(wanted));
}

/** More than a few segments of 32 rows. */
const manyRecords = fc.array(anyRecord, { minLength: 60, maxLength: 260, size: 'max' })
  .map((all) => all.map((fields, n): SgsRecord => ({ ...fields, kind: n % 9 ? 'license' : fields.kind, id: `id${String(n)}` })));

describe('the big engine', () => {
  test('finds what the simple one finds, in the same order, before, while and after it is indexed', async () => {
    const someQueries = fc.array(anyQuery, { minLength: 1, maxLength: 4 });
    await fc.assert(fc.asyncProperty(manyRecords, someQueries, fc.nat(260), async (records, queries, cut) => {
      const big = createBigEngine({ segment: 32, yieldIfDue: () => Promise.resolve() });
      const simple = createEngine();
      const add = (one: SgsRecord): void => {
        big.add(one);
        simple.add(one);
      };
      const asked = queries.map((one) => ({ ...one, kind: 'license' as const }));
      records.slice(0, cut).forEach(add);
      await same(big, simple, asked);
      big.indexPending();
      await same(big, simple, asked);
      records.slice(cut).forEach(add);
      await same(big, simple, [...queries, ...asked]);
      while (big.indexPending()) await same(big, simple, asked);
      await same(big, simple, [...queries, ...asked]);
      // The last rows too, and one that comes nevertheless.
      while (big.indexPending(true));
      await same(big, simple, [...queries, ...asked]);
      add(record({ title: '甲公司 迟到', decidedOn: '2025-01-01' }));
      await same(big, simple, [...queries, ...asked]);
      while (big.indexPending(true));
      await same(big, simple, [...queries, ...asked]);
      for (const kind of KINDS) assert.deepEqual(big.facets(kind), simple.facets(kind));
      assert.deepEqual(big.counts(), simple.counts());
    }), { numRuns: 60 });
  });

  test('gives every record back as it was, by its id', async () => {
    const big = createBigEngine();
    const records = Array.from(
      { length: 700 },
      (_, n) => record({ title: `第${n}项`, kind: n % 3 ? 'license' : 'penalty', extra: [{ label: '备注', value: String(n) }] }),
    );
    records.forEach(big.add);
    big.indexPending();
    for (const one of [...records].reverse()) assert.deepEqual(big.get(one.id), one);
    assert.equal(big.get('nobody'), undefined);
    assert.deepEqual([big.has(records[3]!.id), big.has('nobody')], [true, false]);
    const all: SgsRecord[] = [];
    for (const one of big.records()) all.push(one);
    assert.deepEqual(ids(all).sort(), ids(records).sort());
  });

  test('gives back every spelling, however it is normalized for the search', () => {
    const spelled = fc.array(fc.oneof(
      fc.constantFrom(
        '（', '）', '(', '，', ',', '：', '；', '〔2025〕12号', '91MA', 'ab', ' ', '\u3000', '①', '％', 'é', '\u0301', '甲公司',
        'ς', '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ), { maxLength: 12 }).map((parts) => parts.join(''));
    const some = fc.array(fc.record({
      title: spelled, subjectName: spelled, fineAmount: fc.double({ min: 0, max: 100, noNaN: true }),
      category: fc.array(spelled, { maxLength: 2 }),
      extra: fc.array(fc.record({ label: spelled, value: spelled }), { maxLength: 2 }),
    }, { requiredKeys: ['title', 'category', 'extra'] }), { minLength: 1, maxLength: 80 });
    fc.assert(fc.property(some, (all) => {
      const big = createBigEngine({ segment: 32 });
      const records = all.map((fields) => record(fields));
      records.forEach(big.add);
      while (big.indexPending(true));
      for (const one of records) assert.deepEqual(big.get(one.id), JSON.parse(JSON.stringify(one)));
    }), { numRuns: 200 });
  });

  test('keeps a sentence whose signs are of both widths, with what was typed between them', () => {
    const content = '经查，当事人（甲公司）于10:30至11:05(当日)销售Ａ类  食品；罚款3.5％，计①项。 '.repeat(5) + '２０２５年';
    const texts = ['〔2025〕12号', '(2025)12号', '91MA0001', '准予许可：食品，药品（零售）！', content, `${'甲'.repeat(40)}ＢＢＢＢＢＢＢＢＢＢＢＢ${'乙'.repeat(40)}`];
    const big = createBigEngine({ segment: 32 });
    const records = Array.from(
      { length: 70 },
      (_, n) => record({ title: texts[n % texts.length] as string, content: texts[(n + 1) % texts.length] as string }),
    );
    records.forEach(big.add);
    while (big.indexPending(true));
    for (const one of records) assert.deepEqual(big.get(one.id), one);
  });

  test('keeps records of which each has labels of its own, or more parts than have numbers', async () => {
    const big = createBigEngine({ segment: 32 });
    const records = Array.from({ length: 1100 }, (_, n) => record({ title: `第${n}项`, extra: [{ label: `标签${n}`, value: '（甲）' }] }));
    const long = Array.from({ length: 66_000 }, (_, n) => ({ label: '备注', value: `值${n}` }));
    records.push(record({ extra: long }), record({ extra: long }));
    // As the reader leaves it where a decision has no end.
    records.push(Object.assign(record(), { publicUntil: undefined }));
    records.forEach(big.add);
    while (big.indexPending(true));
    for (const one of records) assert.deepEqual(big.get(one.id), JSON.parse(JSON.stringify(one)));
    assert.equal((await big.page(query({ q: '值65999' }))).total, 2);
    assert.equal((await big.page(query({ q: '值0' }))).total, 2);
  });

  test('works out once a segment what many of its records have', () => {
    const big = createBigEngine();
    const { normalize } = String.prototype;
    let texts = 0;
    String.prototype.normalize = function (this: string, form?: string) {
      texts++;
      return normalize.call(this, form);
    };
    try {
      for (let n = 0; n < 2048; n++) big.add(record({ title: `第${n}项`, authority: '青岚市（瑞丰区）监管局', documentNumber: `〔2026〕${n % 8}号` }));
    } finally {
      String.prototype.normalize = normalize;
    }
    // Two segments, in each of them the authority and eight numbers: the titles are as they are searched for.
    assert.equal(texts, 2 * 9);
  });

  test('answers what a search could have meant', async () => {
    const big = createBigEngine({ segment: 32 });
    const simple = createEngine();
    for (let n = 0; n < 200; n++) {
      const one = record({ title: n % 5 ? '食品经营许可' : '药品經營', subjectName: n % 7 ? '青岚市瑞丰餐饮管理有限公司' : '松涧县明远药房' });
      big.add(one);
      simple.add(one);
    }
    while (big.indexPending());
    for (const q of ['ruifeng', '青岚瑞丰餐饮', '药品经营', 'mingyuan 食品']) {
      const fuzzyMatch = createFuzzyMatcher().match(q);
      assert.ok(fuzzyMatch);
      await same(big, simple, [query({ q, fuzzyMatch }), query({ q, fuzzyMatch, page: 2, category: '普通' })]);
    }
  });

  test('shows the first page before all is counted, and the same one afterwards', async () => {
    // Others have so much to do that the page is wanted before the search is through.
    const big = createBigEngine({ segment: 32, yieldIfDue: () => new Promise((done) => { setImmediate(done); }) });
    for (let n = 0; n < 640; n++) big.add(record({ title: n % 2 ? '食品' : '药品', decidedOn: '2025-01-01' }));
    const early = (): Promise<void> => new Promise((done) => { setImmediate(() => setImmediate(() => setImmediate(done))); });
    const first = await big.page(query({ q: '药品' }), early);
    assert.ok(first.counting);
    assert.equal(first.rows.length, 10);
    assert.ok(first.total >= 10 && first.total < 320, String(first.total));
    await first.counting;
    const then = await big.page(query({ q: '药品' }), early);
    assert.deepEqual([ids(then.rows), then.total, then.counting], [ids(first.rows), 320, undefined]);
    // A list that is turned around has no first row before the last one is known.
    assert.equal((await big.page(query({ q: '食品', sort: 'title' }), early)).counting, undefined);
    // Nor has a page that lies behind what was found.
    assert.equal((await big.page(query({ q: '食', page: 32 }), early)).counting, undefined);
  });
});

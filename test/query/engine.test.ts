import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { KINDS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { createEngine, type Engine } from '../../src/query/engine.js';
import { normalizeText, terms } from '../../src/query/normalize.js';
import { isDateSort, isFiltered, type Query } from '../../src/query/query.js';
import { yearOf } from '../../src/query/record-values.js';
import { anyQuery, anyRecords, query, record } from './records.js';

const engineOf = (...batches: SgsRecord[][]): Engine => {
  const engine = createEngine();
  for (const batch of batches) batch.forEach(engine.add);
  return engine;
};
const titles = (records: readonly SgsRecord[]): string[] => records.map(({ title }) => title);

/** The same by plain reading: every text of every record normalized alone, sorted as the rule is written. */
function naive(records: readonly SgsRecord[], wanted: Query): string[] {
  const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
  const keyOf = (one: SgsRecord): string => (wanted.sort === 'category' ? one.category.join('、') : one[wanted.sort] ?? '');
  const found = records.filter((one) => {
    const { id: _, kind: _kind, status: _status, category, extra, ...rest } = one;
    const texts = [
      ...Object.values(rest).filter((value) => typeof value === 'string'), ...category,
      ...extra.map(({ value }) => value),
    ].map(normalizeText);
    return one.kind === wanted.kind
      && terms(wanted.q).every((term) => texts.some((text) => text.includes(term)))
      && (!wanted.category || one.category.includes(wanted.category))
      && (!wanted.department || one.authority === wanted.department)
      && (!wanted.year || yearOf(one) === wanted.year)
      && (!wanted.from || (one.decidedOn !== undefined && one.decidedOn >= wanted.from))
      && (!wanted.to || (one.decidedOn !== undefined && one.decidedOn <= wanted.to));
  });
  const turn = wanted.descending ? -1 : 1;
  const compare = isDateSort(wanted.sort) ? (a: string, b: string) => (a < b ? -1 : Number(a > b)) : collator.compare;
  return found.sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x && y && compare(x, y)) return turn * compare(x, y);
    if (!x !== !y) return x ? -1 : 1;
    const [one, other] = [a.decidedOn ?? '', b.decidedOn ?? ''];
    return one < other ? 1 : Number(one > other) * -1 || records.indexOf(a) - records.indexOf(b);
  }).map(({ id }) => id);
}

describe('a query', () => {
  test('finds what a plain reading of all records finds, in the same order, however they arrive', () => {
    fc.assert(fc.property(anyRecords, fc.array(anyQuery, { minLength: 1, maxLength: 4 }), fc.nat(30), (records, queries, cut) => {
      const engine = engineOf(records.slice(0, cut));
      for (const wanted of queries) engine.all(wanted);
      records.slice(cut).forEach(engine.add);
      for (const wanted of queries) {
        const expected = naive(records, wanted);
        assert.deepEqual(engine.all(wanted).map(({ id }) => id), expected);
        const { rows, total, page, pages, size } = engine.page(wanted);
        assert.equal(total, expected.length);
        assert.equal(pages, Math.max(1, Math.ceil(total / size)));
        assert.equal(page, Math.min(wanted.page, pages));
        assert.deepEqual(rows.map(({ id }) => id), expected.slice((page - 1) * size, page * size));
      }
    }), { numRuns: 500 });
  });

  test('wants every term, each in any text, none across two texts', () => {
    const engine = engineOf([
      record({ title: '甲', subjectName: '宁波一', authority: '二局', extra: [{ label: '备注', value: '三' }], category: ['普通'] }),
    ]);
    for (const q of ['宁波 二局', '三 普通', '宁波一', ' 甲  二']) assert.equal(engine.page(query({ q })).total, 1, q);
    for (const q of ['宁波二', '一二', '备注', 'valid', 'license', '宁波 四']) assert.equal(engine.page(query({ q })).total, 0, q);
  });

  test('does not search the id', () => {
    assert.equal(engineOf([record({ id: 'secret-1' })]).page(query({ q: 'secret' })).total, 0);
  });

  test('beyond the last page gives the last one, and nonsense the first', () => {
    const engine = engineOf([record(), record(), record()]);
    assert.equal(engine.page(query({ page: 9, size: 2 })).page, 2);
    assert.equal(engine.page(query({ page: -3, size: 2 })).page, 1);
    assert.equal(engine.page(query({ page: NaN, size: NaN })).rows.length, 1);
    assert.deepEqual(engine.page(query({ kind: 'honor', page: 4 })), { rows: [], total: 0, page: 1, pages: 1, size: 10 });
  });

  test('is asked again without being worked out again, until a record comes', () => {
    const engine = engineOf([record({ title: '甲' })]);
    const wanted = query({ q: '甲' });
    assert.equal(engine.page(wanted).total, 1);
    assert.equal(engine.page({ ...wanted, page: 2 }).total, 1);
    [record({ title: '甲乙' })].forEach(engine.add);
    assert.equal(engine.page(wanted).total, 2);
  });
});

describe('orders', () => {
  test('newest first, undated last, equal dates as they came', () => {
    const engine = engineOf([
      record({ title: 'a', decidedOn: '2025-01-01' }), record({ title: 'b' }), record({ title: 'c', decidedOn: '2025-02-01' }),
    ], [record({ title: 'd', decidedOn: '2025-01-01' }), record({ title: 'e' })]);
    assert.deepEqual(titles(engine.all(query())), ['c', 'a', 'd', 'b', 'e']);
    assert.deepEqual(titles(engine.all(query({ descending: false }))), ['a', 'd', 'c', 'b', 'e']);
  });

  test('Chinese by pinyin, numbers by value, missing last in both directions', () => {
    const engine = engineOf([
      record({ subjectName: '张', documentNumber: '10号', title: '1' }),
      record({ subjectName: '李', documentNumber: '9号', title: '2' }), record({ title: '3' }),
    ]);
    assert.deepEqual(titles(engine.all(query({ sort: 'subjectName', descending: false }))), ['2', '1', '3']);
    assert.deepEqual(titles(engine.all(query({ sort: 'subjectName', descending: true }))), ['1', '2', '3']);
    assert.deepEqual(titles(engine.all(query({ sort: 'documentNumber', descending: false }))), ['2', '1', '3']);
  });
});

describe('facets', () => {
  test('the most frequent value first, years from the latest, values missing left out', () => {
    const engine = engineOf([
      record({ category: ['普通', '登记'], authority: '乙局', decidedOn: '2024-05-01' }),
      record({ category: ['登记', '登记'], authority: '甲局', decidedOn: '2026-05-01' }),
      record({ kind: 'penalty', category: ['罚款'] }),
    ]);
    const one = (value: string) => ({ value, count: 1 });
    assert.deepEqual(engine.facets('license'), {
      category: [{ value: '登记', count: 2 }, one('普通')], department: [one('乙局'), one('甲局')], year: [one('2026'), one('2024')],
      month: [one('2026-05'), one('2024-05')],
    });
    [record({ category: ['普通'] }), record({ category: ['普通'] })].forEach(engine.add);
    assert.deepEqual(engine.facets('license').category[0], { value: '普通', count: 3 });
    assert.equal(engine.facets('license'), engine.facets('license'));
  });

  test('of several feeds, who publishes is a department too', () => {
    const engine = engineOf([
      record({ authority: '甲局', feedName: '青岚市' }), record({ authority: '乙局', feedName: '乙局' }),
      record({ feedName: '青岚市' }),
    ]);
    assert.deepEqual(
      engine.facets('license').department,
      [{ value: '青岚市', count: 2 }, { value: '乙局', count: 1 }, { value: '甲局', count: 1 }],
    );
    assert.equal(engine.page(query({ department: '青岚市' })).total, 2);
    assert.equal(engine.page(query({ department: '乙局' })).total, 1);
  });

  test('an item of a yearly list is filtered by its year', () => {
    const engine = engineOf([record({ kind: 'catalog', year: '2026年度' }), record({ kind: 'catalog', year: '每年' })]);
    assert.deepEqual(engine.facets('catalog').year, [{ value: '2026', count: 1 }]);
    assert.equal(engine.page(query({ kind: 'catalog', year: '2026' })).total, 1);
  });

  test('counts of every kind', () => {
    const counts = engineOf([record(), record({ kind: 'penalty' }), record()]).counts();
    assert.deepEqual(counts, { ...Object.fromEntries(KINDS.map((kind) => [kind, 0])), license: 2, penalty: 1 });
    assert.deepEqual(Object.keys(counts), KINDS);
  });
});

test('warming up goes on until every record is prepared', () => {
  const engine = engineOf([record(), record()], [record({ kind: 'penalty' })]);
  assert.equal(engine.warm(2), true);
  assert.equal(engine.warm(2), false);
  assert.equal(engine.warm(2), false);
});

test('a query is filtered when anything is asked for', () => {
  assert.equal(isFiltered(query()), false);
  assert.equal(isFiltered(query({ year: '2025' })), true);
});

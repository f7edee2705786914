import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SgsRecord } from '../../src/model/record.js';
import { basisFrom } from '../../src/source/catalog.js';
import { compile, type FeedPart } from '../../src/source/compile.js';
import { DocumentSource } from '../../src/source/document.js';
import { query, record } from '../query/records.js';

const rowsOf = (records: readonly SgsRecord[], ...names: (keyof SgsRecord)[]): unknown[] =>
  records.map((one) => names.map((name) => one[name]));
const sourceOf = (...parts: FeedPart[]): DocumentSource => {
  const source = new DocumentSource();
  source.add(compile(parts));
  return source.finish();
};
const allOf = (parts: FeedPart[]): Promise<readonly SgsRecord[]> => sourceOf(...parts).all(query());
const decision = (fields: Partial<SgsRecord> = {}): SgsRecord =>
  record({ documentNumber: '〔2025〕1号', subjectName: '甲公司', authority: '一局', ...fields });

describe('one document', () => {
  test('answers while its records arrive, and says whether all are there', async () => {
    const source = new DocumentSource();
    source.add([record({ title: '一', decidedOn: '2025-01-01' })]);
    assert.deepEqual(await source.query(query()).then(({ total, complete }) => [total, complete]), [1, false]);
    source.add([record({ title: '二', decidedOn: '2026-01-01', id: 'two' })]);
    source.finish();
    const page = await source.query(query());
    assert.deepEqual([rowsOf(page.rows, 'title'), page.complete], [[['二'], ['一']], true]);
    assert.equal((await source.get('two'))?.title, '二');
    assert.equal(await source.get('three'), undefined);
    assert.equal((await source.counts()).license, 2);
    assert.equal((await source.facets('license')).year.length, 2);
  });

  test('lets go of what expires while the page stands open, at the next question', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-30T23:59:00+08:00') });
    const records = [record({ id: 'over', title: '一', publicUntil: '2026-11-30' }), record({ id: 'left', title: '二', publicUntil: '2026-12-01' })];
    const [source, kept] = [new DocumentSource(), new DocumentSource({ gate: { expired: false } })];
    for (const one of [source, kept]) {
      one.add(records);
      one.finish();
      assert.equal((await one.query(query())).total, 2);
    }
    t.mock.timers.setTime(Date.parse('2026-12-01T00:01:00+08:00'));
    assert.deepEqual([(await source.query(query())).total, (await kept.query(query())).total], [1, 2]);
    assert.equal(await source.get('over'), undefined);
    assert.deepEqual([rowsOf(await source.all(query()), 'id'), (await source.counts()).license], [[['left']], 1]);
  });

  test('works on no question that is not wanted any more', async () => {
    const source = new DocumentSource();
    await assert.rejects(source.query(query(), AbortSignal.abort()), { name: 'AbortError' });
  });

  test('keeps every record, whatever two of them share', async () => {
    const source = new DocumentSource();
    source.add([
      decision({ id: 'x', title: 'a' }), decision({ id: 'x', title: 'a' }), record({ id: 'x~2' }), record({ id: 'x' }),
      record({ id: 'y~2' }), record({ id: 'y' }), record({ id: 'y' }),
    ]);
    assert.deepEqual(rowsOf(await source.all(query()), 'id').flat(), ['x', 'x~2', 'x~2~2', 'x~3', 'y~2', 'y', 'y~3']);
  });

  test('finds a word in a large document after it has been warmed up as before', async () => {
    const source = new DocumentSource();
    source.add(Array.from({ length: 450 }, (_, n) => record({ title: `第${String(n)}项` })));
    source.finish();
    assert.equal((await source.query(query({ q: '第7' }))).total, 11);
    await sleep(30);
    assert.equal((await source.query(query({ q: '第8' }))).total, 11);
  });
});

describe('several feeds as one', () => {
  test('by date, with the publisher of each', async () => {
    const rows = await allOf([
      { name: '甲局', records: [record({ title: '旧', decidedOn: '2024-01-01' }), record({ title: '新', decidedOn: '2026-01-01' })] },
      { name: '乙局', records: [record({ title: '中', decidedOn: '2025-01-01' }), record({ title: '无', feedName: '丙局' })] },
      { records: [record({ title: '末' })] },
    ]);
    assert.deepEqual(rowsOf(rows, 'title', 'feedName'), [['新', '甲局'], ['中', '乙局'], ['旧', '甲局'], ['无', '丙局'], ['末', undefined]]);
  });

  test('one feed alone carries no publisher at its records', async () => {
    assert.deepEqual(rowsOf(await allOf([{ name: '甲局', records: [record()] }]), 'feedName'), [[undefined]]);
  });

  test('a decision that two feeds publish is shown once: as the first feed has it', async () => {
    const rows = await allOf([
      { name: '甲局', records: [decision({ title: '一' })] },
      {
        name: '乙局',
        records: [decision({ title: '又', documentNumber: '［2025］１号', subjectName: '甲 公司' }), decision({ title: '他', subjectName: '乙公司' })],
      },
    ]);
    assert.deepEqual(rowsOf(rows, 'title', 'feedName'), [['一', '甲局'], ['他', '乙局']]);
  });

  test('what is not the same decision stays: another kind, another authority, no number, said twice by one feed', async () => {
    const source = sourceOf(
      { records: [decision({ title: '一' }), decision({ title: '二' }), record({ title: '无号' })] },
      { records: [decision({ kind: 'penalty' }), decision({ title: '三', authority: '二局' }), record({ title: '无号' })] },
      { records: [record({ documentNumber: '8号', title: '无主' })] },
    );
    assert.deepEqual(rowsOf(await source.all(query()), 'title').flat(), ['一', '二', '无号', '三', '无号', '无主']);
    assert.equal((await source.counts()).penalty, 1);
  });

  test('ids of different records stay apart, the same record with the same id is one', async () => {
    const rows = await allOf([
      { name: '甲局', records: [record({ id: '1', title: '一' }), record({ id: '2', title: '同' })] },
      { name: '乙局', records: [record({ id: '1', title: '二' }), record({ id: '2', title: '同' }), record({ id: '1', title: '三' })] },
    ]);
    assert.deepEqual(rowsOf(rows, 'id', 'title'), [['1', '一'], ['2', '同'], ['1~2', '二'], ['1~3', '三']]);
  });

  test('a penalty without a remedy gets its own feed’s', async () => {
    const penalty = (fields: Partial<SgsRecord>): SgsRecord => record({ kind: 'penalty', ...fields });
    const source = sourceOf(
      {
        remedy: '向甲',
        records: [penalty({ title: '1' }), penalty({ title: '2', remedy: '向法院' }), penalty({ title: '3', status: 'revoked' }), record()],
      },
      { records: [penalty({ title: '4' })] },
    );
    assert.deepEqual(
      rowsOf(await source.all(query({ kind: 'penalty' })), 'title', 'remedy'),
      [['1', '向甲'], ['2', '向法院'], ['3', undefined], ['4', undefined]],
    );
    assert.deepEqual(rowsOf(await source.all(query()), 'remedy'), [[undefined]]);
  });
});

describe('the catalogue gives a basis', () => {
  const item = (fields: Partial<SgsRecord>): SgsRecord => record({ kind: 'catalog', catalogCode: 'A-1', basis: '甲法', ...fields });
  const basisOf = (catalog: SgsRecord[], fields: Partial<SgsRecord>): string | undefined => basisFrom(catalog)(
    record({ catalogCode: 'A-1', ...fields }),
  ).basis;

  test('to a record that names an item, and it is found by it', async () => {
    const records = [record({ id: 'r', catalogCode: 'ａ-1' }), item({})];
    const source = sourceOf({ records });
    assert.equal((await source.query(query({ q: '甲法' }))).total, 1);
    assert.equal((await source.get('r'))?.basis, '甲法');
  });

  test('and it is sorted and opened with it', async () => {
    const source = sourceOf({
      records: [
        record({ id: 'a', title: 'a', basis: '一法' }), record({ id: 'b', title: 'b', catalogCode: 'A-1' }),
        record({ id: 'c', title: 'c' }), item({ basis: '丁法' }),
      ],
    });
    assert.deepEqual((await source.all(query({ sort: 'basis', descending: false }))).map(({ title }) => title), ['b', 'a', 'c']);
    assert.deepEqual([(await source.get('b'))?.basis, await source.get('d')], ['丁法', undefined]);
  });

  test('not to one that has its own, names none, or was revoked', () => {
    assert.equal(basisOf([item({})], { basis: '乙法' }), '乙法');
    assert.equal(basisOf([item({})], { catalogCode: undefined }), undefined);
    assert.equal(basisOf([item({})], { catalogCode: 'B' }), undefined);
    assert.equal(basisOf([item({})], { status: 'revoked' }), undefined);
    assert.equal(basisOf([item({})], { kind: 'catalog' }), undefined);
    assert.equal(basisOf([item({ basis: undefined }), item({ catalogCode: undefined })], {}), undefined);
  });

  test('of the list of the decision’s year, else of the latest', () => {
    const lists = [item({ year: '2024', basis: '旧' }), item({ year: '2026', basis: '新' }), item({ year: '2025', basis: '中' })];
    assert.equal(basisOf(lists, { decidedOn: '2025-03-01' }), '中');
    assert.equal(basisOf(lists, { decidedOn: '2019-03-01' }), '新');
    assert.equal(basisOf([item({ basis: '一' }), item({ basis: '二' })], {}), '一');
  });

  test('of its own authority; of two others it would be a fuzzyMatch', () => {
    const lists = [item({ authority: '一局', basis: '一' }), item({ authority: '二局', basis: '二' })];
    assert.equal(basisOf(lists, { authority: '二局' }), '二');
    assert.equal(basisOf(lists, { authority: '三局' }), undefined);
    assert.equal(basisOf([item({ authority: '一局' })], { authority: '一局（本级）' }), '甲法');
  });
});

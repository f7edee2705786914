import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collect } from '../../src/export/collect.js';
import type { Progress } from '../../src/export/work.js';
import { DocumentSource } from '../../src/source/document.js';
import type { Page, RecordSource } from '../../src/source/source.js';
import type { Query } from '../../src/query/query.js';
import { query, record } from '../query/records.js';

const sourceOf = (licences: number, penalties = 0): DocumentSource => {
  const source = new DocumentSource();
  source.add([
    ...Array.from({ length: licences }, (_, at) => record({ subjectName: `甲${at}` })),
    ...Array.from({ length: penalties }, (_, at) => record({ kind: 'penalty', subjectName: `乙${at}` })),
  ]);
  source.finish();
  return source;
};

/** A source whose answers pass through a function. */
const through = (inner: DocumentSource, change: (page: Page, asked: Query) => Page | Promise<Page>): Pick<RecordSource, 'query'> => ({
  query: async (asked, signal) => change(await inner.query(asked, signal), asked),
});

describe('everything that matches is collected', () => {
  test('over all pages of all queries, in order, each record once', async () => {
    const source = sourceOf(25, 7);
    const told: Progress[] = [];
    const outcome = await collect(source, [query(), query({ kind: 'penalty', page: 3 })], { size: 10, progress: (now) => told.push(now) });
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.value.records.map(({ id }) => id), [
      ...(await source.all(query())).map(({ id }) => id), ...(await source.all(query({ kind: 'penalty' }))).map(({ id }) => id),
    ]);
    assert.equal(outcome.value.complete, true);
    assert.deepEqual(told.map(({ done }) => done), [10, 20, 25, 32]);
    assert.ok(told.every(({ total }) => total === 32));
  });

  test('with the filters of the search', async () => {
    const outcome = await collect(sourceOf(12), [query({ q: '甲1' })], { size: 1 });
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.value.records.map(({ subjectName }) => subjectName), ['甲1', '甲10', '甲11']);
  });

  test('in pages of the size that the source has', async () => {
    const inner = sourceOf(25);
    const small: Pick<RecordSource, 'query'> = { query: (asked, signal) => inner.query({ ...asked, size: Math.min(asked.size, 4) }, signal) };
    const outcome = await collect(small, [query()]);
    assert.ok(outcome.ok);
    assert.equal(new Set(outcome.value.records).size, 25);
  });

  test('and nothing, where nothing matches', async () => {
    assert.deepEqual(await collect(sourceOf(3), [query({ q: '丙' })]), { ok: true, value: { records: [], complete: true } });
  });

  test('other work goes on between the pages', async () => {
    let others = 0;
    const timer = setInterval(() => others++);
    const inner = sourceOf(20);
    await collect(inner, [query()], { size: 1 });
    clearInterval(timer);
    assert.ok(others > 0);
  });
});

describe('what is not everything is not taken for it', () => {
  test('a feed that was still arriving says so', async () => {
    const outcome = await collect(through(sourceOf(5), (page) => ({ ...page, complete: false })), [query()]);
    assert.ok(outcome.ok);
    assert.equal(outcome.value.complete, false);
  });

  test('a list that changes on the way is walked anew', async () => {
    const inner = sourceOf(4);
    let grown = false;
    const growing = through(inner, (page, asked) => {
      if (asked.page !== 2 || grown) return page;
      grown = true;
      inner.add([record({ subjectName: '丙' })]);
      return inner.query(asked);
    });
    const outcome = await collect(growing, [query()], { size: 2 });
    assert.ok(outcome.ok);
    assert.equal(outcome.value.records.length, 5);
    assert.equal(new Set(outcome.value.records).size, 5);
  });

  test('one that never stops changing is given up', async () => {
    let more = 4;
    const outcome = await collect(through(sourceOf(4), (page) => ({ ...page, total: more++ })), [query()], { size: 2 });
    assert.deepEqual(outcome, { ok: false, reason: 'changed' });
  });

  test('so is one whose pages hold less than they say', async () => {
    const outcome = await collect(through(sourceOf(4), (page) => ({ ...page, rows: page.rows.slice(1) })), [query()]);
    assert.deepEqual(outcome, { ok: false, reason: 'changed' });
  });

  test('too many records are not asked for', async () => {
    let asked = 0;
    const counting = through(sourceOf(9), (page) => (asked++, page));
    assert.deepEqual(await collect(counting, [query()], { size: 2, limit: 8 }), { ok: false, reason: 'too-many' });
    assert.equal(asked, 1);
    assert.equal((await collect(counting, [query()], { size: 2, limit: 9 })).ok, true);
  });

  test('a source that fails is a value', async () => {
    const error = new Error('offline');
    const failing = through(sourceOf(4), (page, asked) => (asked.page === 2 ? Promise.reject(error) : page));
    assert.deepEqual(await collect(failing, [query()], { size: 2 }), { ok: false, reason: 'source', error });
  });
});

describe('cancelled, it says so', () => {
  test('before it begins', async () => {
    assert.deepEqual(await collect(sourceOf(3), [query()], { signal: AbortSignal.abort() }), { ok: false, reason: 'cancelled' });
  });

  test('and asks for no further page', async () => {
    const control = new AbortController();
    const pages: number[] = [];
    const source = through(sourceOf(9), (page, asked) => {
      pages.push(asked.page);
      if (asked.page === 2) control.abort();
      return page;
    });
    assert.deepEqual(await collect(source, [query()], { size: 2, signal: control.signal }), { ok: false, reason: 'cancelled' });
    assert.deepEqual(pages, [1, 2]);
  });
});

// What a folder answers is what a full scan of its records finds, on every page, for whatever is searched.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createEngine } from '../../src/query/engine.js';
import { random, records as invented } from '../../bench/records.mjs';
import type { SgsRecord } from '../../src/model/record.js';
import { query } from '../query/records.js';
import { clean } from '../format/clean.js';
import { memoryFolder, openFolder, publish } from '../format/folder.js';
import { sameAsScan } from '../format/truth.js';

const COUNT = 5000;
const FEED = { version: 1, standard: '2018', updated: '2026-01-01', records: [...invented(COUNT, 7)] };

/** Queries as people make them, and as they never would: any part of any text that is searched. */
function someQuery(records: readonly SgsRecord[], next: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const part = (text: string, length = 1 + Math.floor(next() * 8)): string => {
    const at = Math.floor(next() * Math.max(1, text.length - length + 1));
    return text.slice(at, at + length);
  };
  const record = pick(records);
  const { subjectName = '', creditCode = '', documentNumber = '', decidedOn = '', authority = '' } = record;
  const word = (): string => pick([
    () => part(subjectName), () => part(subjectName, 2), () => part(subjectName, 4), () => subjectName,
    () => creditCode, () => part(creditCode), () => creditCode.slice(0, 4 + Math.floor(next() * 10)), () => creditCode.toLowerCase().slice(-6),
    () => documentNumber, () => part(documentNumber), () => documentNumber.slice(1), () => documentNumber.replace(/[〔〕]/g, (c) => (c === '〔' ? '[' : ']')),
    () => '有限公司', () => '公司', () => '2025', () => part('不存在的名称'), () => pick(['A', '9', 'zz', '0', '市', '号', '91']),
  ])();
  return query({
    kind: record.kind,
    q: pick([() => '', word, word, word, word, () => `${word()} ${word()}`])(),
    ...(next() < 0.2 && { category: pick(record.category) }),
    ...(next() < 0.2 && { department: authority }),
    ...(next() < 0.15 && { year: decidedOn.slice(0, 4) }),
    ...(next() < 0.15 && { from: decidedOn }),
    ...(next() < 0.15 && { to: pick(records).decidedOn! }),
    descending: next() < 0.85,
    page: next() < 0.8 ? 1 : 1 + Math.floor(next() * 4),
    size: pick([5, 10, 20]),
  });
}

describe('a folder of 5,000 records', () => {
  const records = clean(FEED);
  const folder = memoryFolder();
  publish(FEED, { folder });

  test('300 random queries find what a scan finds', async () => {
    const { source } = await openFolder(folder.files);
    const next = random(42);
    let exact = 0;
    for (let n = 0; n < 300; n++) if (await sameAsScan(source, records, someQuery(records, next))) exact++;
    // An honest “at least” is allowed, but as an exception.
    assert.ok(exact > 200, `${String(exact)} of 300 totals were exact`);
  });

  test('no first page takes more than four turns, whatever is searched', async () => {
    const next = random(7);
    for (let n = 0; n < 200; n++) {
      const asked = { ...someQuery(records, next), page: 1 };
      const { source, turns } = await openFolder(folder.files);
      await sameAsScan(source, records, asked);
      assert.ok(turns() <= 4, `${String(turns())} turns: ${JSON.stringify(asked)}`);
    }
  });

  test('nor after a day’s publication, which has added and withdrawn some', async () => {
    const changed = memoryFolder(new Map(folder.files));
    const rows = [...invented(200, 8)].map((row, n) => ({ ...row, id: `N${String(n)}`, documentNumber: `新〔2026〕${String(n)}号` }));
    const all = { ...FEED, records: [...rows, ...FEED.records.slice(40)] };
    publish(all, { folder: changed });
    const left = clean(all);
    const next = random(11);
    for (let n = 0; n < 100; n++) {
      const asked = { ...someQuery(left, next), page: 1 };
      const { source, turns } = await openFolder(changed.files);
      await sameAsScan(source, left, asked);
      assert.ok(turns() <= 4, `${String(turns())} turns: ${JSON.stringify(asked)}`);
    }
  });

  test('few that match are sorted by any column; many stay by date', async () => {
    const { source } = await openFolder(folder.files);
    const [{ authority = '' } = {}] = records;
    const few = query({ kind: 'license', q: '有限公司', department: authority, year: '2023', sort: 'subjectName', descending: false, size: 20 });
    const { rows, total } = await source.query(few);
    assert.ok(total > 1 && total <= 1000, String(total));
    const engine = createEngine();
    for (const record of records) engine.add(record);
    assert.deepEqual(rows.map(({ subjectName }) => subjectName), engine.page(few).rows.map(({ subjectName }) => subjectName));
  });

  test('what a search could mean besides can’t be looked up: it finds nothing, and invents nothing', async () => {
    const { source } = await openFolder(folder.files);
    const { rows, total } = await source.query(query({ kind: 'license', q: 'yxgs', fuzzyMatch: { matches: () => true, parts: () => [] } }));
    assert.deepEqual([rows.length, total], [0, 0]);
  });
});

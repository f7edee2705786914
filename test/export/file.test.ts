import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { fileName } from '../../src/export/file-name.js';
import { exportFile } from '../../src/export/file.js';
import { DocumentSource } from '../../src/source/document.js';
import { query } from '../query/records.js';
import { license, options, penalty } from './records.js';

const source = new DocumentSource();
source.add([license, penalty]);
source.finish();
const both = [query(), query({ kind: 'penalty' })];
const settings = { ...options, date: '2026-11-23' };

describe('what a list finds, as a file', () => {
  test('CSV', async () => {
    const outcome = await exportFile('csv', source, [query()], settings);
    assert.ok(outcome.ok);
    const { name, blob, records, complete } = outcome.value;
    assert.deepEqual([name, blob.type, records, complete], ['行政许可_2026-11-23.csv', 'text/csv;charset=utf-8', 1, true]);
    assert.match(await blob.text(), /宁波安平食品有限公司,"\t913302001234567890",宁波市市场监督管理局/);
  });

  test('a workbook of both kinds, told of to the end', async () => {
    const told: number[] = [];
    const outcome = await exportFile('xlsx', source, both, { ...settings, progress: ({ done, total }) => told.push(done / total) });
    assert.ok(outcome.ok);
    assert.equal(outcome.value.name, '行政许可、行政处罚_2026-11-23.xlsx');
    const sheets = await readWorkbook(Buffer.from(await outcome.value.blob.arrayBuffer()));
    assert.deepEqual(sheets.map(({ sheet }) => sheet), ['行政许可', '行政处罚']);
    assert.deepEqual([told[0], told[told.length - 1]], [0.25, 1]);
    assert.deepEqual(told, [...told].sort((a, b) => a - b));
  });

  test('of nothing is none', async () => {
    assert.deepEqual(await exportFile('csv', source, [query({ q: '丙' })], settings), { ok: false, reason: 'empty' });
  });

  test('cancelled, at first or in the end, is none', async () => {
    assert.deepEqual(await exportFile('csv', source, both, { ...settings, signal: AbortSignal.abort() }), { ok: false, reason: 'cancelled' });
    const control = new AbortController();
    const progress = ({ done, total }: { done: number; total: number }): void => {
      if (2 * done > total) control.abort();
    };
    assert.deepEqual(await exportFile('xlsx', source, both, { ...settings, signal: control.signal, progress }), { ok: false, reason: 'cancelled' });
  });
});

describe('the name of a file', () => {
  test('says what it is and of which day', () => {
    assert.equal(fileName('行政许可', '2026-11-23', 'csv'), '行政许可_2026-11-23.csv');
  });

  test('is one that every system takes', () => {
    for (const [label, name] of [
      ['行政许可/处罚: "2025"', '行政许可_处罚_2025'], ['..\\..\\etc', 'etc'], ['a\u202egpj.exe', 'a_gpj.exe'], ['CON', '_CON'], ['con.x', '_con.x'], ['console', 'console'],
      ['', '双公示'], ['***', '双公示'], ['名'.repeat(200), '名'.repeat(60)],
    ] as const) assert.equal(fileName(label, '2026-11-23', 'xlsx'), `${name}_2026-11-23.xlsx`);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (label) => {
      const name = fileName(label, '2026-11-23', 'csv');
      assert.match(name, /^[^\\/:*?"<>|\0-\x1f\s.][^\\/:*?"<>|\0-\x1f\s]*_2026-11-23\.csv$/u);
      assert.ok(Buffer.byteLength(name) < 255 + 20);
    }));
  });
});

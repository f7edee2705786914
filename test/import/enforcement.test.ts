// 七公示/十公示 from a workbook: a sheet a kind, headers of local standards → records → the document that is published → export.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tablesOf } from '../../src/export/table.js';
import { documentText } from '../../src/import/document.js';
import { readTable } from '../../src/import/file.js';
import { importTables } from '../../src/import/import-tables.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import { officialLabel, recordFields, type FieldName } from '../../src/model/fields.js';
import { KIND_DEFS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { recordTable } from '../../src/publication/table.js';
import { ENFORCEMENT_CASES, ENFORCEMENT_KINDS } from '../fixtures/enforcement.js';
import { readBack } from './read-back.js';
import { workbook } from './workbook.js';

const TODAY = '2026-11-30';

const BOOK = workbook(...ENFORCEMENT_KINDS.map((kind) => {
  const { labelled } = ENFORCEMENT_CASES[kind];
  return { name: KIND_DEFS[kind].label, rows: [[`${KIND_DEFS[kind].label}信息公示表`], Object.keys(labelled), Object.values(labelled)] };
}));

describe('a workbook with a sheet for each of the other kinds', () => {
  it('is read, published, read back and exported under the official labels', async () => {
    const imported = importTables(await readTable('十公示.xlsx', BOOK, {}), '十公示.xlsx', { today: TODAY });
    assert.deepEqual(imported.records.map(({ kind }) => kind), ENFORCEMENT_KINDS);
    const text = documentText(imported.records, { updated: TODAY, standard: undefined });
    const records = readBack(text, TODAY);
    assert.deepEqual(records, imported.records);
    for (const [at, kind] of ENFORCEMENT_KINDS.entries()) {
      const record = records[at] as SgsRecord;
      const { fields } = ENFORCEMENT_CASES[kind];
      for (const [field, value] of Object.entries(fields)) assert.deepEqual(record[field as keyof SgsRecord], value, `${kind}.${field}`);
      const [table] = tablesOf([record], { words: zhCN });
      const row = new Map(table?.columns.map(({ label, read }) => [label, read(record)]));
      for (const field of Object.keys(fields) as FieldName[]) {
        const value = fields[field as keyof typeof fields] as string | readonly string[];
        assert.equal(row.get(officialLabel(kind, field)), typeof value === 'string' ? value : value.join('、'), `${kind}.${field}`);
      }
      const labels = recordTable(kind, [record]).columns.map(([label]) => label);
      for (const field of Object.keys(fields)) assert.ok(labels.includes(officialLabel(kind, field)), `${kind}.${field}`);
    }
  });

  it('has own columns for its list, all of them fields of the kind, and none twice in a detail', () => {
    for (const kind of ENFORCEMENT_KINDS) {
      const { columns, plan = [] } = KIND_DEFS[kind];
      const labels = columns.map((field) => (field === 'title' ? zhCN.title(kind) : zhCN.field(kind, field)));
      assert.deepEqual(labels, ENFORCEMENT_CASES[kind].listed.map(([label]) => label));
      const fields = recordFields(kind);
      assert.equal(new Set(fields).size, fields.length);
      for (const field of plan) assert.ok(fields.includes(field), `${kind}.${field}`);
    }
  });
});

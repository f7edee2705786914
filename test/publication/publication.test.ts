// A feed kept up to date, departments' feeds as the county's, the week's digest, the platform's template: read back each time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createReader } from '../../src/feed/reader.js';
import { documentText } from '../../src/import/document.js';
import { readTable } from '../../src/import/file.js';
import { importTables, type TableImport } from '../../src/import/import-tables.js';
import { digestHtml, digestOf, digestTables, periodOf } from '../../src/publication/digest.js';
import { mergeFeeds } from '../../src/publication/merge.js';
import { templateOfRecords, templateOfSource } from '../../src/publication/template.js';
import { recordTables } from '../../src/publication/table.js';
import { updateFeed } from '../../src/publication/update.js';
import { workbookOf } from '../../src/publication/workbook.js';
import type { SgsRecord } from '../../src/model/record.js';
import { LICENSES_2015, LICENSES_NATURAL_2018, PENALTIES_2018, workbook } from '../import/workbook.js';

const TODAY = '2026-11-23';

const read = (rows: readonly object[]): SgsRecord[] => {
  const records: SgsRecord[] = [];
  const reader = createReader({ today: TODAY, onRecords: (batch) => records.push(...batch) });
  reader.push(JSON.stringify({ version: 1, records: rows }));
  reader.end();
  return records;
};
const readBack = (records: readonly SgsRecord[]): SgsRecord[] => {
  const back: SgsRecord[] = [];
  const reader = createReader({ today: TODAY, onRecords: (batch) => back.push(...batch) });
  reader.push(documentText(records, { updated: TODAY }));
  reader.end();
  return back;
};
const takeFile = async (bytes: Uint8Array<ArrayBuffer>, name = '表.xlsx'): Promise<TableImport> =>
  importTables(await readTable(name, bytes), name, { today: TODAY });
const reread = async (blob: Blob): Promise<TableImport> => takeFile(new Uint8Array(await blob.arrayBuffer()));

const byId = (records: readonly SgsRecord[]): SgsRecord[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

const penalty = {
  kind: 'penalty',
  subjectName: '青岚市鹿鸣食品有限公司',
  subjectType: '法人及非法人组织',
  creditCode: '91350100M000100Y43',
  documentNumber: '青市监罚决〔2026〕1号',
  caseName: '标签不合格案',
  facts: '经营标签不合格的食品',
  basis: '《中华人民共和国食品安全法》第一百二十五条',
  category: ['罚款', '没收违法所得、没收非法财物'],
  result: '罚款5000元',
  fineAmount: 0.5,
  confiscatedAmount: 0.123456,
  decidedOn: '2026-11-18',
  publicUntil: '2027-11-18',
  effectiveUntil: '2099-12-31',
  authority: '青岚市市场监督管理局',
  office: '食品科',
  承办说明: '甲',
};
const license = {
  kind: 'license',
  subjectName: '王某',
  subjectType: '自然人',
  documentNumber: '青许〔2026〕9号',
  projectName: '执业注册',
  category: ['登记'],
  content: '准予执业',
  decidedOn: '2026-11-10',
  validTo: '2031-11-09',
  authority: '青岚市卫生健康局',
};
const honor = {
  kind: 'honor',
  subjectName: '青岚市鹿鸣食品有限公司',
  honorName: '市长质量奖',
  category: ['市长质量奖'],
  decidedOn: '2026-11-17',
  authority: '青岚市人民政府',
  office: '质量科',
};

describe('a feed and what is new', () => {
  it('is added to, corrected, and left alone where nothing is new', () => {
    const before = read([penalty, license]);
    const { records, changes, unchanged } = updateFeed(before, read([{ ...penalty, result: '罚款6000元', fineAmount: 0.6 }, license, honor]));
    assert.deepEqual(
      changes.map(({ what, kind, fields }) => [what, kind, fields]),
      [
        ['corrected', 'penalty', ['result', 'fineAmount']],
        ['added', 'honor', undefined],
      ],
    );
    assert.equal(unchanged, 1);
    assert.equal(records.length, 3);
    assert.deepEqual(records.map(({ decidedOn }) => decidedOn), ['2026-11-18', '2026-11-17', '2026-11-10']);
    assert.deepEqual(updateFeed(records, records).changes, []);
  });
  it('keeps the day on which a corrected record was first published', () => {
    const { records } = updateFeed(
      read([{ ...penalty, publishedOn: '2026-11-19' }]),
      read([{ ...penalty, result: '警告', publishedOn: '2026-11-23' }]),
    );
    assert.equal(records[0]?.publishedOn, '2026-11-19');
  });
  it('is withdrawn from with the reason, by number or id, and what was withdrawn does not come back with an old sheet', () => {
    const before = read([penalty, license]);
    const { records, changes, missed } = updateFeed(
      before,
      [],
      [
        { record: penalty.documentNumber, reason: '经行政复议撤销', on: TODAY },
        { record: before[1]?.id ?? '', reason: '注册信息有误，予以撤销', on: TODAY },
        { record: '无此文号', reason: '甲', on: TODAY },
      ],
    );
    assert.deepEqual(changes.map(({ what }) => what), ['withdrawn', 'withdrawn']);
    assert.deepEqual(missed.map(({ record }) => record), ['无此文号']);
    const text = documentText(records, { updated: TODAY });
    assert.ok(text.includes('经行政复议撤销') && text.includes(TODAY));
    assert.ok(!text.includes('标签不合格') && !text.includes('罚款'), text);
    assert.deepEqual(byId(readBack(records)), byId(records));
    const again = updateFeed(records, read([penalty, license]), [{ record: penalty.documentNumber, reason: '再次', on: TODAY }]);
    assert.deepEqual(again.changes, []);
    assert.deepEqual(again.records, records);
  });
});

describe('departments’ feeds as the county’s', () => {
  const market = '青岚市市场监督管理局';
  it('say where each record comes from, once', () => {
    const { records, duplicates, conflicts, taken } = mergeFeeds([
      { name: market, records: read([penalty]) },
      { name: '青岚市卫生健康局', records: read([license, penalty]) },
    ]);
    assert.deepEqual(records.map(({ sourceUnit }) => sourceUnit), [market, '青岚市卫生健康局']);
    assert.equal(duplicates, 1);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(taken, [1, 1]);
  });
  it('that disagree: the authority’s own word counts, and the conflict is told without contents', () => {
    const feeds = [{ name: '青岚市信用办', records: read([{ ...penalty, result: '警告' }]) }, { name: market, records: read([penalty]) }];
    const { records, conflicts } = mergeFeeds(feeds);
    assert.equal(records[0]?.result, '罚款5000元');
    assert.deepEqual(
      conflicts.map(({ kept, left, fields, documentNumber }) => ({ kept, left, fields, documentNumber })),
      [{ kept: market, left: '青岚市信用办', fields: ['result'], documentNumber: penalty.documentNumber }],
    );
    assert.equal(mergeFeeds([feeds[1]!, feeds[0]!]).records[0]?.result, '罚款5000元');
    assert.equal(
      mergeFeeds([
        { name: '甲', records: read([{ ...penalty, result: '警告' }]) },
        { name: '乙', records: read([penalty]) },
      ]).records[0]?.result,
      '警告',
    );
  });
  it('that disagree: the version that its authority handed in counts, then the one put right last', () => {
    const [own, wrong] = [{ ...penalty, sourceUnit: market }, { ...penalty, result: '罚款9万元', sourceUnit: '乙县应急局' }];
    const result = (...feeds: readonly (readonly [row: object, updated?: string])[]): string | undefined =>
      mergeFeeds(feeds.map(([row, updated], at) => ({ name: `${at}县`, records: read([row]), updated }))).records[0]?.result;
    assert.equal(result([wrong, '2026-11-29'], [own, '2026-11-01']), '罚款5000元');
    assert.equal(result([own], [wrong, '2026-11-29']), '罚款5000元');
    // Neither is its authority's: the record's own correction, else the day of its feed.
    const [older, newer] = [{ ...wrong, result: '罚款8万元' }, wrong];
    assert.equal(result([older, '2026-11-01'], [newer, '2026-11-02']), '罚款9万元');
    assert.equal(result([newer, '2026-11-02'], [older, '2026-11-01']), '罚款9万元');
    assert.equal(result([{ ...older, updatedOn: '2026-11-20' }, '2026-11-01'], [newer, '2026-11-02']), '罚款8万元');
  });
  it('carry a withdrawal through, whichever feed has it', () => {
    const revoked = read([{ ...penalty, status: 'revoked', revokeReason: '经行政复议撤销' }]);
    for (const feeds of [
      [
        { name: market, records: read([penalty]) },
        { name: '乙', records: revoked },
      ],
      [
        { name: '乙', records: revoked },
        { name: market, records: read([penalty]) },
      ],
    ]) {
      const { records, conflicts } = mergeFeeds(feeds);
      assert.deepEqual(
        records.map(({ status, revokeReason }) => [status, revokeReason]),
        [['revoked', '经行政复议撤销']],
      );
      assert.deepEqual(conflicts, []);
    }
  });
  it('merged once more are the same', () => {
    const row = fc.record({
      base: fc.constantFrom(penalty, license, honor),
      documentNumber: fc.constantFrom('1号', '2号', '3号', ''),
      result: fc.constantFrom('警告', '罚款'),
      status: fc.constantFrom('valid', 'revoked', 'disputed'),
      revokeReason: fc.constant('经复议撤销'),
    });
    const feed = fc.array(row.map(({ base, ...rest }) => ({ ...base, ...rest })), { maxLength: 6 });
    fc.assert(fc.property(fc.array(feed, { minLength: 1, maxLength: 4 }), (all) => {
      const feeds = all.map((rows, i) => ({ name: ['甲局', '乙局', market, '丙局'][i] ?? '', records: read(rows) }));
      const once = mergeFeeds(feeds);
      assert.deepEqual(readBack(once.records), once.records);
      const twice = mergeFeeds([{ name: '县', records: readBack(once.records) }, ...feeds]);
      assert.deepEqual(twice.records, once.records);
      assert.equal(new Set(once.records.map(({ id }) => id)).size <= once.records.length, true);
    }), { numRuns: 200 });
  });
});

describe('the digest', () => {
  const records = read([
    penalty,
    { ...penalty, documentNumber: '2号', office: '质量科' },
    license,
    honor,
    { ...license, documentNumber: '3号', decidedOn: '' },
  ]);
  it('counts a week by kind and office, Monday to Sunday', () => {
    assert.equal(periodOf('2026-11-22', 'week'), '2026-11-16—2026-11-22');
    assert.equal(periodOf('2026-11-23', 'week'), '2026-11-23—2026-11-29');
    const digest = digestOf(records, { unit: 'week', day: '2026-11-20' });
    assert.deepEqual(
      digest.rows.map(({ kind, office, count, fines }) => [kind, office, count, fines]),
      [
        ['penalty', '食品科', 1, 0.5],
        ['penalty', '质量科', 1, 0.5],
        ['honor', '质量科', 1, 0],
      ],
    );
    assert.deepEqual(digest.totals, { penalty: 2, honor: 1 });
    assert.equal(digest.undated, 1);
    assert.equal(digestOf(records, { unit: 'month' }).count, 4);
  });
  it('read back gives the same records', async () => {
    const digest = digestOf(records, { unit: 'month', day: '2026-11-01' });
    const imported = await reread(await workbookOf(digestTables(digest), '月报', TODAY));
    assert.deepEqual(byId(imported.records), byId(digest.records));
    assert.deepEqual(
      imported.sheets.map(({ name, entries }) => [name, entries.length]),
      [
        ['汇总', 0],
        ['行政许可', 1],
        ['行政处罚', 2],
        ['表彰奖励', 1],
      ],
    );
  });
  it('says how many have been withdrawn since', () => {
    const digest = digestOf(read([penalty, { ...penalty, documentNumber: '2号', status: 'revoked', revokeReason: '经行政复议撤销' }]), {
      unit: 'week',
      day: '2026-11-20',
    });
    assert.deepEqual(digest.rows.map(({ count, revoked, fines }) => [count, revoked, fines]), [[2, 1, 0.5]]);
    assert.match(digestHtml(digest, '每周汇总', TODAY), /共 2 件，其中撤销 1 件。/);
    assert.deepEqual(digestTables(digest)[0]?.rows.at(-1), ['合计', '', '', '', 2, 1, 0.5, 0.123456]);
  });
  it('is a page to print', () => {
    const page = digestHtml(digestOf(read([{ ...penalty, caseName: '<script>alert(1)</script>甲 & 乙' }]), { unit: 'week' }), '每周汇总', TODAY);
    assert.ok(page.startsWith('<!doctype html>') && page.includes('<th scope="col">科室</th>'));
    assert.ok(!/<script/i.test(page));
    assert.match(page, /合计<\/td>.*<td class="number">1<\/td>/);
  });
});

describe('records of every kind as a workbook', () => {
  it('are read back as they were', async () => {
    const words = fc.constantFrom('甲', '甲 & 乙 <0.08mg', '甲、乙', '第一行\n第二行', '2026', '001', '=1+1', '其他-备案');
    const rows = fc.array(
      fc
        .record({
          base: fc.constantFrom(penalty, license, honor),
          documentNumber: words,
          category: fc.array(fc.constantFrom('罚款', '警告', '登记', '其他-备案', '没收违法所得、没收非法财物'), { maxLength: 3 }),
          facts: words,
          content: words,
          承办说明: words,
        })
        .map(({ base, ...rest }) => ({ ...base, ...rest })),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(fc.asyncProperty(rows, async (all) => {
      const unique = [...new Map(read(all).map((record) => [record.id, record])).values()];
      const imported = await reread(await workbookOf(recordTables(unique), '甲', TODAY));
      assert.deepEqual(byId(imported.records), byId(unique));
    }), { numRuns: 60 });
  });
});

describe('the platform’s template', () => {
  it('from the department’s file has what must be reported and is not published, legal and natural persons apart', async () => {
    const source = await takeFile(workbook(PENALTIES_2018, LICENSES_NATURAL_2018));
    const tables = templateOfSource(source, { standard: '2018' });
    assert.deepEqual(tables.map(({ name, rows }) => [name, rows.length]), [['行政许可（自然人）', 2], ['行政处罚（法人）', 3]]);
    const cells = (at: number, row: number): Record<string, unknown> =>
      Object.fromEntries(tables[at]?.columns.map(([label], i) => [label, tables[at]?.rows[row]?.[i]]) ?? []);
    const { 行政相对人名称, 证件号码, 许可决定日期, 当前状态, 备注 } = cells(0, 0);
    assert.deepEqual(
      { 行政相对人名称, 证件号码, 许可决定日期, 当前状态, 备注 },
      { 行政相对人名称: '王小满', 证件号码: '000000199001010018', 许可决定日期: '2026/11/16', 当前状态: '1', 备注: '电话13800000000' },
    );
    assert.equal(cells(0, 1)['当前状态'], '2');
    assert.equal(cells(1, 0)['法定代表人证件号码'], '000000199001010018');
    assert.equal(cells(1, 0)['处罚决定日期'], '2026/11/12');
    assert.equal(cells(1, 0)['罚款金额（万元）'], 0.5);
  });
  it('read back gives the same published records', async () => {
    for (const [file, standard] of [[[LICENSES_NATURAL_2018], '2018'], [[LICENSES_2015], '2015']] as const) {
      const source = await takeFile(workbook(...file));
      const again = await reread(await workbookOf(templateOfSource(source, { standard }), '上报', TODAY));
      assert.deepEqual(byId(again.records), byId(source.records), standard);
      assert.equal(again.standard, standard);
      assert.deepEqual(again.report.withheld, source.report.withheld);
    }
  });
  it('translates states, and never an unknown one', async () => {
    const source = await takeFile(workbook(LICENSES_2015));
    const [table] = templateOfSource(source, { standard: '2018' });
    const at = table?.columns.findIndex(([label]) => label === '当前状态') ?? -1;
    assert.deepEqual(table?.rows.map((row) => row[at]), ['1', '2']);
  });
  it('since a day', async () => {
    const source = await takeFile(workbook(LICENSES_NATURAL_2018));
    assert.deepEqual(templateOfSource(source, { standard: '2018', since: '2026-11-17' }).map(({ rows }) => rows.length), [1]);
  });
  it('from a published feed has no person’s number, and is read back as the same records', async () => {
    const records = read([{ ...penalty, 承办说明: '', office: '', caseName: '', violationType: '标签' }, license]);
    const tables = templateOfRecords(records, { standard: '2018' });
    assert.deepEqual(tables.map(({ name }) => name), ['行政许可（自然人）', '行政处罚（法人）']);
    assert.ok(
      tables.every(({ columns, rows }) =>
        rows.every((row) => row.every((cell, i) => !(columns[i]?.[0] ?? '').includes('证件') || cell === '')),
      ),
    );
    const again = await reread(await workbookOf(tables, '上报', TODAY));
    assert.deepEqual(again.records.find(({ kind }) => kind === 'penalty'), records[0]);
    const [old] = templateOfRecords(records.slice(0, 1), { standard: '2015' });
    const categories = old?.columns.flatMap(([label], i) => (label.startsWith("处罚类别") ? [old.rows[0]?.[i]] : []));
    assert.deepEqual(categories, ['罚款', '没收违法所得、没收非法财物']);
  });
});

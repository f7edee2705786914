// Shapes that are rare, each of which some system writes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDate } from '../../src/feed/dates.js';
import { mergeNotices } from '../../src/feed/merge-notices.js';
import { parseAmount } from '../../src/feed/values.js';
import { speaksOfEnd } from '../../src/rules/end-words.js';
import { failureOf, readText } from './cases.js';

const penalty = {
  CF_WSH: '青市监罚〔2026〕1号', CF_XDR_MC: '青岚市海石食品有限公司', CF_WFXW: '虚假宣传', CF_JDRQ: '2026-06-03', CF_CFJG: '青岚市市场监督管理局',
};
const only = (row: object): Readonly<Record<string, unknown>> => {
  const { records } = readText(JSON.stringify([row]));
  assert.equal(records.length, 1);
  return records[0] as unknown as Readonly<Record<string, unknown>>;
};

describe('amounts', () => {
  it('in words of every size', () => {
    for (const [text, amount] of [
      ['十元', 0.001], ['拾伍元', 0.0015], ['贰佰零伍元', 0.0205], ['壹仟万元整', 1000], ['一亿零三百万元', 10_300], ['一万亿元', 1e8], ['3百万元', 300], ['3万5千元', 3.5],
      ['五千元伍角', 0.50005], ['伍元伍角贰分', 0.000552], ['〇元', 0],
    ] as const) assert.equal(parseAmount(text), amount, text);
  });
  it('that say nothing certain are none', () => {
    for (const text of ['百元', '五六元', '3万5', '5元5', '元角', '5千啊元', '5元千', '5元3万', '3万5万元', '万元', '元', '9'.repeat(16) + '元', '', {}, null])
      assert.equal(parseAmount(text), undefined, JSON.stringify(text));
  });
});

describe('dates', () => {
  it('of which only one reading is a day', () => {
    for (const [text, date] of [
      ['25/06/2026', '2026-06-25'], ['06/25/2026', '2026-06-25'], ['06/06/2026', '2026-06-06'], ['03/06/2026', null], ['26年6月3日', '2026-06-03'],
      ['2026年元月三日', '2026-01-03'],
    ] as const) assert.equal(parseDate(text), date, text);
  });
  it('a month with spaces ends with its last day', () => {
    assert.equal(only({ ...penalty, CF_JDRQ: '2026-01-03', GSJZQ: '', 公示截止期: '2027 年 2 月' })['publicUntil'], '2027-02-28');
  });
  it('that are only a tag are none', () => {
    assert.equal(only({ ...penalty, CF_JDRQ: '<br>' })['decidedOn'], undefined);
  });
});

describe('documents', () => {
  it('with columns named behind their rows, and keys that nobody names', () => {
    const rows = [1, 2].map((n) => ({ c1: `青市监罚〔2026〕${n}号`, c2: '青岚市海石食品有限公司', c3: '2026-06-03', c4: '虚假宣传', zz: 1 }));
    const columns = Object.entries({ c1: '处罚决定书文号', c2: '行政相对人名称', c3: '处罚决定日期', c4: '违法行为类型' }).map(([zd, zwm]) => ({ zd, zwm }));
    const { records } = readText(JSON.stringify({ rows, columns }));
    assert.deepEqual(records.map(({ documentNumber, decidedOn }) => [documentNumber, decidedOn]),
      [['青市监罚〔2026〕1号', '2026-06-03'], ['青市监罚〔2026〕2号', '2026-06-03']]);
  });
  it('of whole columns that are no records', () => {
    assert.equal(failureOf(JSON.stringify({ a: ['1', '2'], b: ['3', '4'] })).code, 'shape');
  });
  it('whose empty list lies too deep say nothing of records', () => {
    assert.equal(failureOf(`${'{"a":'.repeat(20)}[]${'}'.repeat(20)}`).code, 'shape');
  });
  it('none of whose records can be read', () => {
    const hostile = `{"CF_WSH":"青市监罚〔2026〕1号","CF_XDR_MC":"甲公司","CF_JDRQ":"2026-06-03","CF_SY":"${'事实'.repeat(600_000)}"}`;
    const { code, detail } = failureOf(`[${hostile}]`, 65_536);
    assert.equal(code, 'shape');
    assert.match(detail, /^读到 1 条，但都不能采用/);
  });
  it('that refer to themselves', () => {
    const { records, report } = readText(JSON.stringify([{ ...penalty, CF_CFJG: { $ref: '$' } }]));
    assert.deepEqual([records.length, report.unplaced], [1, { CF_CFJG: 1 }]);
  });
});

describe('codes', () => {
  it('of digits alone are a firm’s where they are valid and begin like one', () => {
    const digits = '913499007777777';
    const code = Array.from({ length: 1000 }, (_, n) => digits + String(n).padStart(3, '0'))
      .find((one) => only({ ...penalty, 证件号码: one })['creditCode'] === one);
    assert.ok(code);
    assert.equal(only({ ...penalty, 证件号码: '000000199001010018' })['creditCode'], undefined);
  });
});

describe('an ID', () => {
  it('of a form nobody can read says nothing of its owner, and is not shown', () => {
    const { records } = readText(JSON.stringify([{ ...penalty, 证件号码: { 甲: [{ 乙: '000000199001010018' }] } }]));
    assert.equal(records.length, 1);
    assert.doesNotMatch(JSON.stringify(records), /0000001990/);
  });
});

describe('notices of several feeds', () => {
  it('are counted together, without the rows of either', () => {
    const notice = { column: '状态', rule: 'unclear', what: 'withheld', count: 2, rows: [1, 4] } as const;
    assert.deepEqual(mergeNotices([[notice], [{ ...notice, rows: [3], count: 1 }], [{ ...notice, column: '备注' }]]), [
      { ...notice, count: 3, rows: [] }, { ...notice, column: '备注' },
    ]);
    assert.deepEqual(mergeNotices([]), []);
  });
});

describe('words of the end of publicity', () => {
  it('stand in no empty text', () => assert.deepEqual([speaksOfEnd(undefined), speaksOfEnd('停止 公示')], [false, true]));
});

describe('tables whose columns are named apart', () => {
  const names = ['处罚决定书文号', '行政相对人名称', '处罚决定日期'];
  const cells = ['青市监罚〔2026〕1号', '青岚市海石食品有限公司', '2026-11-03'];
  const keyed = (values: readonly string[]): object => ({ A: values[0], B: values[1], C: values[2] });
  const is = (value: unknown, count = 1): void => {
    const { records, report } = readText(JSON.stringify(value));
    assert.deepEqual([records.length, records[0]?.subjectName, records[0]?.decidedOn, report.rows], [count, cells[1], cells[2], count], JSON.stringify(value).slice(0, 90));
  };
  it('by one of the first rows, below a title', () => {
    is({ data: [['行政处罚公示表', '', ''], names, cells] });
    is([{ A: '行政处罚公示表' }, keyed(names), keyed(cells)]);
    is({ Sheet1: [keyed(names), keyed(cells), keyed(cells)] }, 2);
  });
  it('by an object of names', () => {
    is({ heads: keyed(names), rows: [keyed(cells)] });
  });
  it('for cells that an object wraps', () => {
    is({ rows: [{ id: 1, cell: cells }], colNames: names });
    is({ table: { cols: names.map((label, i) => ({ id: String(i), label, type: 'string' })), rows: [{ c: cells.map((v) => ({ v })) }] } });
  });
  it('and hold one row', () => {
    is(Object.assign({}, ...names.map((name, i) => ({ [name]: { 0: cells[i] } }))));
  });
  it('but rows that no list names are none', () => {
    assert.equal(failureOf(JSON.stringify({ rows: [{ id: 1, cell: ['1', '2'] }, { id: 2, cell: ['1'], more: ['2'] }] })).code, 'shape');
    assert.equal(failureOf(JSON.stringify({ rows: [{ id: 1, cell: ['1', '2'] }, 5] })).code, 'shape');
  });
});

describe('a record', () => {
  it('in parts is one, and records side by side are several', () => {
    const base = { CF_WSH: '青市监罚〔2026〕1号', CF_XDR_MC: '青岚市海石食品有限公司', id: 1 };
    const detail = { CF_JDRQ: '2026-11-03', CF_CFJG: '青岚市市场监督管理局', id: 2 };
    const { records, report } = readText(JSON.stringify({ list: [{ id: 9, base, detail, files: { a: 1 } }] }));
    assert.deepEqual([records.length, records[0]?.documentNumber, records[0]?.decidedOn, report.rows], [1, base.CF_WSH, '2026-11-03', 1]);
    assert.equal(readText(JSON.stringify({ list: [{ a: { ...base, ...detail }, b: { ...base, ...detail, CF_WSH: '2号' } }] })).records.length, 2);
  });
  it('whose subject stands beside the list is shown without, and that is told', () => {
    const decisions = [{ 决定书文号: '青市监罚〔2026〕1号', 处罚决定日期: '2026-11-03' }, { 决定书文号: '青市监罚〔2026〕2号', 处罚决定日期: '2026-11-03' }];
    const { records, report } = readText(JSON.stringify({ list: [{ 企业名称: '青岚市海石食品有限公司', 地区: '青岚', 处罚信息: decisions }], a: 1 }));
    assert.deepEqual([records.length, report.unplaced], [2, { 企业名称: 1 }]);
    assert.deepEqual(readText(`${'['.repeat(20)}${JSON.stringify(decisions)}${']'.repeat(20)}`).report.unplaced, {});
  });
  it('is none that only counts the others', () => {
    for (const total of ['共2条', '合计 2 件', '合计：2', '以上共计', '总计 2条。']) {
      assert.equal(readText(JSON.stringify([penalty, { ...penalty, CF_WSH: '2号' }, { CF_XDR_MC: total, CF_NR: '1' }])).records.length, 2, total);
    }
    assert.equal(readText(JSON.stringify([penalty, { ...penalty, CF_XDR_MC: '总源食品有限公司' }])).records.length, 2);
  });
});

describe('several documents in one text', () => {
  it('are read one after the other', () => {
    const second = { ...penalty, CF_WSH: '2号' };
    for (const text of [
      JSON.stringify([penalty]) + JSON.stringify([second]), `${JSON.stringify({ total: 2, rows: [penalty] })}\n${JSON.stringify({ total: 2, rows: [second] })}`,
    ]) assert.deepEqual(readText(text).records.map(({ documentNumber }) => documentNumber), [penalty.CF_WSH, '2号']);
    assert.equal(readText(`${JSON.stringify([penalty])}; var other = [${JSON.stringify(second)}]`).records.length, 1);
  });
  it('or within a text that was encoded twice', () => {
    assert.equal(readText(JSON.stringify({ code: 0, data: JSON.stringify(JSON.stringify([penalty])) })).records.length, 1);
  });
  it('of an encoding without a mark are called by it', () => {
    assert.match(failureOf('[{"a":1}]'.replace(/./g, '$&\0')).detail, /UTF-16/);
  });
});

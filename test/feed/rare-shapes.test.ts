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

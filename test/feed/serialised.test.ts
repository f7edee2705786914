import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FeedFailure } from '../../src/model/failure.js';
import { cleanText, normalizeCode } from '../../src/feed/text.js';
import { readJson } from './feeds.js';
import { caseText, expectRecords, failureOf, readCase, readText } from './cases.js';

const license = { XK_XDR_MC: '青岚市甲食品有限公司', XK_WSH: '青市监许〔2026〕1号', XK_XKJG: '青岚市市场监督管理局' };
const penalty = { CF_XDR_MC: '青岚市甲食品有限公司', CF_WSH: '青市监罚〔2026〕1号', CF_JDRQ: '2026-06-03' };
const decided = (value: unknown): string | undefined => readJson([{ ...license, XK_JDRQ: value }], { isPart: true }).records[0]?.decidedOn;
const only = (row: object): Readonly<Record<string, unknown>> => {
  const { records } = readJson({ rows: [row] });
  assert.equal(records.length, 1);
  return records[0] as unknown as Readonly<Record<string, unknown>>;
};

describe('dates as serialisers write them', () => {
  it('json-lib, java.time, Jackson: read', () => {
    expectRecords('j05-localdate-array', [
      { decidedOn: '2026-06-03', validTo: '2031-06-02' }, { decidedOn: '2026-11-20', validTo: '2031-11-19' }]);
    expectRecords('j07-jsonlib-date', [{ decidedOn: '2026-06-03', validTo: '2031-06-02', authority: '青岚市市场监督管理局' }]);
    expectRecords('j07b-jsonlib-date-national', [{ decidedOn: '2026-06-03', validFrom: '2026-06-03', validTo: '2031-06-02' }]);
  });
  it('a past end of publicity withholds, whatever it is written as', () => {
    assert.deepEqual(readCase('k01-expired-object-dates').report.withheld, { expired: 7 });
  });
  it('each of the forms', () => {
    const time = Date.UTC(2026, 5, 2, 16);
    for (const value of [
      { time }, { time, timezoneOffset: -480 }, { $date: '2026-06-02T16:00:00Z' }, { $date: time }, { $date: { $numberLong: String(time) } },
      { year: 2026, month: 6, day: 3 }, { year: 2026, monthValue: 6, dayOfMonth: 3, month: 'JUNE' }, { year: 2026, month: 6, dayOfMonth: 3 },
      { year: 126, month: 5, date: 3, timezoneOffset: -480 }, [2026, 6, 3], [2026, 6, 3, 9, 30, 1, 123], { seconds: time / 1000, nanos: 0 },
      { seconds: time / 1000, nanoseconds: 0 }, { millis: time }, { value: '2026-06-03' }, { '#text': '2026-06-03', '@type': 'x' },
      { value: '2026-06-03', label: '许可决定日期' }, ['2026-06-03'],
    ]) assert.equal(decided(value), '2026-06-03', JSON.stringify(value));
  });
  it('what is no date is none', () => {
    for (const value of [[2026, 6], [2026, 16, 3], ['a', 'b', 'c'], { year: 2026 }, { month: 6 }, { $date: { $numberLong: 'x' } }]) {
      assert.equal(decided(value) ?? '', '', JSON.stringify(value));
    }
  });
  it('a day that is not wholly told costs the date, and only a day that can’t be costs the record', () => {
    const { records, report } = readCase('j27-dates');
    assert.deepEqual([records.length, report.rejected], [27, { 'bad-date': 1 }]);
    assert.deepEqual(records.filter(({ decidedOn }) => !decidedOn).length, 6);
    assert.equal(report.notices.filter(({ rule }) => rule === 'unread-date').reduce((sum, { count }) => sum + count, 0), 6);
  });
  it('stand-ins for no date leave the record in place', () => {
    assert.equal(readCase('k03-yxq-null-dates').records.length, 9);
    const { records, report } = readCase('k02-gsjzq-null-dates');
    assert.deepEqual([records.length, report.rejected], [18, {}]);
    for (const value of ['0001-01-01T00:00:00', '0000-00-00', '1900-01-01', '0', 0, 'NaT', '1970-01-01', { time: -62135596800000 }, [1, 1, 1]]) {
      const { records: kept } = readJson([{ ...license, XK_JDRQ: value }]);
      assert.deepEqual(kept.map(({ decidedOn }) => decidedOn), [undefined], JSON.stringify(value));
    }
  });
});

describe('codes and their words', () => {
  it('beside each other: the word', () => {
    expectRecords('j10-jeecg-dict', [{ subjectType: '法人及非法人组织', category: ['普通'], authority: '青岚市市场监督管理局' }]);
    assert.equal(only({ ...penalty, cfCfjg: 'D01', cfCfjgName: '青岚市城市管理局' })['authority'], '青岚市城市管理局');
    assert.equal(only({ ...penalty, cfCfjg: 'D01', cfCfjg_text: '青岚市城市管理局' })['authority'], '青岚市城市管理局');
  });
  it('but a column of its own, and words beside words, stay', () => {
    assert.equal(only({ ...penalty, CF_XDR: '12', CF_XDR_MC: '青岚市乙有限公司' })['subjectName'], '青岚市乙有限公司');
    assert.equal(only({ ...penalty, cfCfjg: '青岚市公安局', cfCfjgName: '公安' })['authority'], '青岚市公安局');
    const { records } = readJson([{ ...penalty, cfCfjg: 'D01', cfCfjgName: '青岚市公安局' }], { config: { mapping: { cfCfjg: 'authority' } } });
    assert.equal(records[0]?.authority, 'D01');
  });
  it('in one object: the word; a label that names the column: the value', () => {
    expectRecords('k05-dict-object', [{ subjectType: '法人及非法人组织', category: ['警告', '罚款'], authority: '青岚市市场监督管理局' }]);
    for (const value of [{ id: 7, text: '青岚市公安局' }, { key: 'a', title: '青岚市公安局' }, { name: '青岚市公安局' },
      { value: '青岚市公安局', label: '处罚机关' }, { _text: '青岚市公安局' }, [{ code: '1', label: '青岚市公安局' }]]) {
      assert.equal(only({ ...penalty, CF_CFJG: value })['authority'], '青岚市公安局', JSON.stringify(value));
    }
  });
  it('MongoDB’s numbers', () => {
    assert.equal(only({ ...penalty, CF_NR_FK: { $numberDecimal: '0.5' } })['fineAmount'], 0.5);
  });
  it('lists of names and values are rows of their own', () => {
    expectRecords('j41-name-value', [{ subjectName: '青岚市海石食品有限公司', authority: '青岚市市场监督管理局' }]);
  });
});

describe('references of fastjson', () => {
  it('lead to where the value stood first', () => {
    expectRecords('j04-fastjson-ref', [
      { documentNumber: '青市监罚〔2026〕201号' }, { documentNumber: '青市监罚〔2026〕202号', authority: '青岚市市场监督管理局' },
      { documentNumber: '青市监罚〔2026〕201号' }]);
    const { records } = readJson([{ ...penalty, CF_CFJG: '青岚市公安局' }, { ...penalty, CF_CFJG: { $ref: '$[0].CF_CFJG' } }]);
    assert.equal(records[1]?.authority, '青岚市公安局');
  });
  it('or the key is told, and the record stays', () => {
    for (const $ref of ['$.rows[9].dept', '..', '@', '$', '$.rows', '$.rows[0].no.such', '$.a.b']) {
      const { records, report } = readJson({ rows: [penalty, { ...penalty, CF_CFJG: { $ref } }, { $ref }] });
      assert.deepEqual([records.length, report.rows], [2, 3], $ref);
      assert.equal(report.unplaced['CF_CFJG'], 1);
      assert.equal(report.unplaced['$ref'], 1);
    }
  });
  it('in a circle end', () => {
    const { records } = readJson({ rows: [{ ...penalty, CF_CFJG: { $ref: '$.rows[0].CF_CFJG' } }] });
    assert.equal(records.length, 1);
  });
  it('beyond what is kept are told, too', () => {
    const long = { ...penalty, CF_SY: '违法'.repeat(90_000) };
    const { report } = readJson({ rows: [...Array.from({ length: 24 }, () => long), { ...penalty, CF_CFJG: { $ref: '$.rows[23].CF_WSH' } }] },
      { chunk: 65_536 });
    assert.equal(report.unplaced['CF_CFJG'], 1);
  });
});

describe('columns that need a second look', () => {
  it('cfjg is the authority or the result, by its value', () => {
    expectRecords('j12-gsxt', [{ documentNumber: '青市监罚〔2026〕208号', violationType: '虚假宣传', result: '罚款5000元', authority: '青岚市市场监督管理局' }]);
    expectRecords('k10-all-rejected', [{ authority: '青岚市市场监督管理局', result: '罚款5000元' }]);
    expectRecords('k11-cfjg', [{ authority: '青岚市市场监督管理局', result: '罚款5000元' }]);
    assert.equal(only({ ...penalty, cfjg: '罚款人民币五百元' })['result'], '罚款人民币五百元');
    assert.equal(only({ ...penalty, cfjg: '青岚市公安局', CF_CFJG: '青岚市税务局' })['authority'], '青岚市税务局');
  });
  it('机关名称和日期 in one column come apart', () => {
    for (const value of ['青岚市公安局 2026年6月3日', '2026-06-03，青岚市公安局', '青岚市公安局（2026年6月3日）', '青岚市公安局二〇二六年六月三日']) {
      const record = only({ 当事人: '青岚市甲有限公司', 处罚决定书文号: '1号', 作出处罚的机关名称和日期: value });
      assert.deepEqual([record['authority'], record['decidedOn']], ['青岚市公安局', '2026-06-03'], value);
    }
    assert.equal(only({ 当事人: '青岚市甲有限公司', 处罚决定书文号: '1号', 机关名称和日期: '青岚市公安局' })['authority'], '青岚市公安局');
    assert.equal(only({ 当事人: '青岚市甲有限公司', 处罚决定书文号: '1号', 机关名称和日期: '2026-06-03' })['decidedOn'], '2026-06-03');
  });
  it('生效期 and SXQ stand for the decision’s date where there is none', () => {
    assert.equal(only({ ...license, SXQ: '2026-06-04' })['decidedOn'], '2026-06-04');
    assert.equal(only({ ...license, 生效期: '2026-06-04', XK_JDRQ: '2026-06-03' })['decidedOn'], '2026-06-03');
  });
  it('a code of firms and persons in one: the firm’s is kept, the person’s is not read on', () => {
    const { records } = readCase('k09-mixed-code');
    assert.deepEqual(records.map(({ creditCode }) => creditCode), [undefined, '91370299MA00000A1X']);
    assert.doesNotMatch(JSON.stringify(records), /000000199001010018/);
    expectRecords('j14-columns-title', [{ creditCode: '91370299MA00000A1X' }, { subjectName: '钱某', creditCode: undefined }]);
  });
  it('amounts of 元 are told by the column’s name', () => {
    expectRecords('j26b-yuan-keys', [{ fineAmount: 0.5, extra: [] }, { fineAmount: 0.6, extra: [] }, { fineAmount: 0.7, extra: [] }]);
    // The fine's own column counts before the sum of fine and confiscation.
    assert.equal(only({ ...penalty, '罚没金额(元)': 9000, '罚款金额(元)': 6000 })['fineAmount'], 0.6);
    assert.equal(only({ ...penalty, 涉案金额: 9000 })['fineAmount'], undefined);
    assert.equal(only({ ...penalty, '罚款金额(单位：元)': 6000 })['fineAmount'], 0.6);
    assert.equal(only({ ...penalty, '罚款金额(单位：元)': '6,000.00' })['fineAmount'], 0.6);
    assert.equal(only({ ...penalty, '罚款金额(单位：元)': '0.6万元' })['fineAmount'], 0.6);
  });
  it('28 ways to write an amount', () => {
    const amounts = readCase('j26-amounts').records.map(({ fineAmount }) => fineAmount);
    assert.deepEqual(amounts, [0.5, 1.2, 1, 0.5, 0.5, 0.2, 123.456789, 0.5, 5000, 3, 0.1, 0.2, 0.15]);
  });
  it('feeds by department: the key is the authority', () => {
    expectRecords('j38-by-dept', [{ kind: 'license', authority: '青岚市市场监督管理局' }, { kind: 'penalty', authority: '青岚市市场监督管理局' }]);
    const { records } = readJson({ 青岚市公安局: { rows: [{ _source: { ...penalty, CF_CFJG: '青岚市税务局' } }] } });
    assert.equal(records[0]?.authority, '青岚市税务局');
  });
  it('sums are no records, wherever they stand', () => {
    expectRecords('j21-footer-total', [{ fineAmount: 0.5 }, { fineAmount: 1.2 }]);
    for (const word of ['合计', '合 计', '总计：', '本页小计']) {
      const { report } = readJson([{ ...penalty, CF_XDR_MC: word }, penalty, { ...penalty, CF_XDR_MC: word, CF_WSH: '' }]);
      assert.equal(report.rows, 1, word);
    }
  });
});

describe('numbers that have been spoilt', () => {
  it('are never shown as a code, and told', () => {
    const { records, report } = readCase('j36-numeric-codes');
    assert.deepEqual(records.map(({ creditCode }) => creditCode), [undefined, undefined]);
    assert.deepEqual(report.notices.filter(({ rule }) => rule === 'spoilt-code').map(({ column }) => column), ['CF_XDR_SHXYM']);
    assert.equal(records[0]?.registrationNumber, '370299000000123');
    for (const code of ['9.13703E+17', '9.1E17', '913702990000000000', '913702991234567000']) assert.equal(normalizeCode(code), '', code);
    assert.equal(normalizeCode('370299000000123'), '370299000000123');
    assert.equal(cleanText(913702991234567893), '');
  });
});

describe('guards and tables', () => {
  it('are taken off', () => {
    for (const text of ["'91370299MA00000A1X", '`91370299MA00000A1X', '\t91370299MA00000A1X', '="91370299MA00000A1X"', ' = "1"'.slice(0, 0) + "'91370299MA00000A1X "])
      assert.equal(cleanText(text), '91370299MA00000A1X', text);
    assert.equal(cleanText("'引文'"), "'引文'");
    assert.equal(cleanText('=甲'), '=甲');
  });
  it('cells stay apart', () => {
    expectRecords('k06-table-numbers', [{ result: '罚款（元） 没收（元）\n100 50' }]);
    assert.match(String(readCase('j28-html').records[0]?.result), /品名 数量\n甲酱油 3瓶/);
  });
  it('what begins and never ends is text', () => {
    assert.equal(cleanText('<p>甲<!-- 乙<script>丙</p><style>x</style>丁'), '甲<!-- 乙丙\n丁');
    assert.equal(cleanText([[[[[[[[[['深']]]]]]]]]]), '');
  });
});

describe('columns named apart from their rows', () => {
  it('fields and records, head and body, labels beside keys', () => {
    for (const name of ['j14-columns-title', 'j16-fields-records-arrays', 'j16b-head-body']) assert.equal(readCase(name).records.length, 2, name);
    expectRecords('j16b-head-body', [{ documentNumber: '青市监许〔2026〕308号', decidedOn: '2026-06-03' }, {}]);
  });
  const names = ['行政相对人名称', '处罚决定书文号', '处罚决定日期'];
  const cells = [['青岚市甲有限公司', '1号', '2026-06-03'], ['青岚市乙有限公司', '2号', '2026-06-04']];
  const numbers = (value: unknown): (string | undefined)[] => readJson(value).records.map(({ documentNumber }) => documentNumber);
  it('in each of the ways', () => {
    const byColumn = Object.fromEntries(names.map((name, i) => [name, cells.map((row) => row[i])]));
    const byIndex = Object.fromEntries(names.map((name, i) => [name, { 0: cells[0]?.[i], 1: cells[1]?.[i] }]));
    for (const value of [
      { columns: names, index: [0, 1], data: cells }, { data: cells, columns: names.map((title, i) => ({ data: i, title })) },
      { schema: { fields: names.map((name) => ({ name, type: 'string' })) }, data: cells }, { rows: [names, ...cells] }, [names, ...cells],
      byColumn, { data: byIndex }, { data: JSON.stringify([names, ...cells]) },
    ]) assert.deepEqual(numbers(value), ['1号', '2号'], JSON.stringify(value).slice(0, 60));
  });
  it('after the rows', () => {
    const rows = cells.map(([a, b, c]) => ({ f1: a, f2: b, f3: c }));
    const columns = names.map((title, i) => ({ field: `f${i + 1}`, title }));
    assert.deepEqual(numbers({ rows, columns }), ['1号', '2号']);
    assert.deepEqual(numbers({ columns, rows }), ['1号', '2号']);
    assert.deepEqual(numbers({ rows: [...rows, null], columns }), ['1号', '2号']);
    // Some keys are known, the others only by their labels.
    const { records } = readJson({ columns: [{ field: 'f1', title: '处罚机关' }], rows: [{ ...penalty, f1: '青岚市公安局' }] });
    assert.equal(records[0]?.authority, '青岚市公安局');
  });
  it('without names they are told of as such', () => {
    assert.match(failureOf(caseText('feeds/m04-aadata-arrays.json')).detail, /没有字段名的数组/);
  });
});

describe('keys in pinyin', () => {
  it('initials and whole, with 行政 or without', () => {
    const { records } = readJson([{ xzxdrmc: '青岚市甲有限公司', xzcfjdswh: '1号', xzcfjdrq: '2026-06-03', chufajiguan: '青岚市公安局', xzcfnr: '罚款' }]);
    assert.deepEqual(records.map(({ subjectName, documentNumber, decidedOn, authority, result }) =>
      [subjectName, documentNumber, decidedOn, authority, result]), [['青岚市甲有限公司', '1号', '2026-06-03', '青岚市公安局', '罚款']]);
    expectRecords('j01-gridmodel', [{ subjectName: '青岚市海石食品有限公司' }, { subjectName: '青岚市云杉建材有限公司' }]);
  });
});

describe('what was right stays right', () => {
  for (const [name, count] of [['j11-frxk', 1], ['j11b-zzrcf', 1], ['j22-geojson', 1], ['j23-es', 1], ['j40-tree', 1], ['j43-duplicate-keys', 1],
    ['j44-long-number', 1], ['m03-aadata-objects', 1], ['m05-ods-v1', 1], ['m07-dotted-keys', 1], ['m09-both-lists', 2]] as const) {
    it(name, () => assert.equal(readCase(name).records.length, count));
  }
});

describe('a record that can’t be read is set aside alone', () => {
  const others = [penalty, { ...penalty, CF_WSH: '2号' }];
  it('nested 10,000 levels', () => {
    const deep = `{"CF_WSH":"3号","CF_XDR_MC":"青岚市丙有限公司","CF_SY":${'['.repeat(10_000)}1${']'.repeat(10_000)},"x":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`;
    const { report } = readText(`{"rows":[${JSON.stringify(others[0])},${deep},${JSON.stringify(others[1])}]}`, 4096);
    assert.equal(report.rows, 3);
    assert.ok((report.kinds.penalty ?? 0) >= 2);
  });
  it('with strings of a million characters', () => {
    const { records, report } = readJson({ rows: [others[0], { ...penalty, CF_WSH: '3号', CF_SY: '违法事实'.repeat(250_000) }, others[1]] }, { chunk: 65_536 });
    assert.deepEqual(records.map(({ documentNumber }) => documentNumber), ['青市监罚〔2026〕1号', '2号']);
    assert.deepEqual(report.rejected, { 'no-record': 1 });
    // A picture in a column of its own costs that column only.
    const { records: kept, report: told } = readJson([{ ...penalty, 附件: 'QUJD'.repeat(250_000) }], { chunk: 65_536 });
    assert.deepEqual([kept.length, told.unplaced], [1, { 附件: 1 }]);
  });
  it('as the first, which is looked at before it is taken', () => {
    const { report } = readJson([{ ...penalty, CF_SY: '长'.repeat(300_000) }, others[1]], { chunk: 65_536 });
    assert.deepEqual([report.kinds.penalty, report.rejected], [1, { 'no-record': 1 }]);
  });
});

describe('generated values', () => {
  const scalar = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom('2026-06-03', '2026年6月', '壹万元整', '合计', 913702991234567893));
  const key = fc.constantFrom('time', '$date', '$ref', 'year', 'month', 'day', 'date', 'code', 'name', 'label', 'value', '#text', '$numberDecimal', '__proto__', 'title');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, scalar, fc.dictionary(key, tie('value'), { maxKeys: 5 }), fc.array(tie('value'), { maxLength: 5 })),
  }));
  const column = fc.constantFrom('XK_JDRQ', 'XK_YXQZ', 'XK_XKJG', 'XK_NR', 'cfjg', 'XK_XKJG_dictText', '机关名称和日期', 'SXQ', 'CERT_NUM', '附件', '金额(单位：元)', '公示信息');
  it('never lose the record that they stand in', () => {
    fc.assert(fc.property(fc.dictionary(column, value, { maxKeys: 6 }), (cells) => {
      const { report } = readJson([license, { ...cells, ...license }, license], { chunk: 9999 });
      const { rows, kinds, withheld, rejected } = report;
      const sum = [kinds, withheld, rejected].flatMap((counts) => Object.values(counts)).reduce((a, b) => a + b, 0);
      assert.equal(sum, rows);
      assert.ok(rows === 3 || JSON.stringify(cells).includes('合计'));
      assert.ok((kinds.license ?? 0) >= 2);
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) });
  });
  it('columns and rows apart never throw, and never become nothing', () => {
    const name = fc.oneof(fc.constantFrom('行政相对人名称', '处罚决定书文号', '处罚决定日期', 'f1', 'f2', '备注'), fc.string({ maxLength: 6 }));
    fc.assert(fc.property(
      fc.array(name, { maxLength: 6 }), fc.array(fc.array(scalar, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), fc.constantFrom('columns', 'fields', 'head'),
      fc.boolean(), (names, rows, word, objects) => {
        try {
          const { report } = readJson({ [word]: objects ? names.map((title, i) => ({ field: `f${i}`, title })) : names, data: rows });
          assert.ok(report.rows > 0 || rows.every((cells) => cells.length === 0));
        } catch (error) {
          assert.ok(error instanceof FeedFailure, String(error));
        }
      },
    ), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FeedFailure, type FailureCode } from '../../src/model/failure.js';
import { readBytes, readJson } from './feeds.js';

const penalty = {
  CF_XDR_MC: '青岚市甲食品有限公司',
  CF_XDR_SHXYM: '91349900MAUXXUT32U',
  CF_WSH: '青市监罚决〔2025〕1号',
  CF_WFXW: '未按规定明码标价',
  CF_JDRQ: '2025-03-04',
  CF_CFJG: '青岚市市场监督管理局',
};
const license = { XK_XDR_MC: '青岚市乙商贸有限公司', XK_WSH: '青市监许准〔2025〕2号', XK_XKWS: '准予许可决定书', XK_JDRQ: '2025-03-05', XK_XKJG: '青岚市市场监督管理局' };
const numbers = (value: unknown): (string | undefined)[] => readJson(value, { chunk: 5 }).records.map((r) => r.documentNumber);
const read = (text: string, chunk = 6): ReturnType<typeof readBytes> => readBytes(new TextEncoder().encode(text), { chunk });

const fails = (text: string, code: FailureCode): void => {
  assert.throws(
    () => read(text),
    (error: unknown) => error instanceof FeedFailure && error.failure.code === code && error.failure.detail.length > 0,
  );
};

describe('records are found by what they look like', () => {
  const both = ['青市监罚决〔2025〕1号', '青市监许准〔2025〕2号'];
  const shapes: Readonly<Record<string, unknown>> = {
    'array at the top': [penalty, license],
    'rows and total': { total: 2, rows: [penalty, license] },
    'any nesting': { a: { b: [{ c: [{ total: 2, list: [penalty, license] }] }] } },
    'hits of a search engine': {
      took: 3,
      hits: {
        total: { value: 2 },
        hits: [
          { _id: '1', _source: penalty },
          { _id: '2', _source: license },
        ],
      },
    },
    'docs with values in lists': {
      response: { numFound: 2, docs: [penalty, license].map((r) => Object.fromEntries(Object.entries(r).map(([k, v]) => [k, [v]]))) },
    },
    'CKAN': {
      success: true,
      result: {
        fields: [
          { id: 'CF_WSH', type: 'text' },
          { id: 'CF_JDRQ', type: 'text' },
        ],
        records: [penalty, license],
      },
    },
    'lists of names and values': {
      list: [penalty, license].map((r) => ({ id: 1, columns: Object.entries(r).map(([name, value]) => ({ name, value })) })),
    },
    'a map of numbered objects': { data: { 0: penalty, 1: license } },
    'JSON within a string': { code: 0, data: JSON.stringify([penalty, license]) },
    'records with attachments of their own': { rows: [{ ...penalty, files: [{ name: '决定书', url: '/a.pdf' }] }, license] },
    'words before the first record': ['说明', { note: '以下为数据' }, penalty, license],
  };
  for (const [name, shape] of Object.entries(shapes)) it(name, () => assert.deepEqual(numbers(shape), both));

  it('a table under a row of headings', () => {
    const keys = ['行政相对人名称', '处罚决定书文号', '处罚决定日期', '处罚内容'];
    assert.deepEqual(numbers({ data: [keys, ['青岚市甲食品有限公司', '青市监罚决〔2025〕1号', '2025-03-04', '罚款']] }), ['青市监罚决〔2025〕1号']);
  });
  it('one object where others have a list', () => {
    assert.deepEqual(numbers({ DB_DEFAULT_ROOT: { record: penalty } }), ['青市监罚决〔2025〕1号']);
    assert.deepEqual(numbers(penalty), ['青市监罚决〔2025〕1号']);
  });
  it('a record a line, with numbers between', () => {
    assert.equal(read(`1, ${JSON.stringify(penalty)}\n2,\n${JSON.stringify(license)}`).records.length, 2);
  });
  it('a record a line', () => {
    const { records } = read(`${JSON.stringify(penalty)}\n${JSON.stringify(license)}\n`);
    assert.deepEqual(records.map((r) => r.documentNumber), both);
  });
  it('a list behind scripts, comments, marks and calls', () => {
    const json = JSON.stringify({ rows: [penalty, license] });
    for (const text of [
      `<script>var a={"x":1};</script>${json}`,
      `<!-- {} -->\n${json}`,
      `)]}',\n${json}`,
      `callback(${json});`,
      `var data = ${json};`,
      `\ufeff \n${json}`,
      `</script>${json}`,
      `${json}<!-- 0.1s -->"`,
    ]) {
      assert.deepEqual(
        read(text).records.map((r) => r.documentNumber),
        both,
        text.slice(0, 30),
      );
    }
  });
  it('a list with line breaks and tabs within its strings', () => {
    assert.deepEqual(read(JSON.stringify({ rows: [license] }).replace('准予', '准予\t\n')).records.map((r) => r.documentName), ['准予\n许可决定书']);
  });
  it('a list with escapes cut anywhere', () => {
    const tricky = { ...penalty, CF_SY: '引号"反斜杠\\括号}]{[结束\\\\' };
    for (const chunk of [1, 2, 3]) assert.equal(readJson({ rows: [tricky] }, { chunk }).records[0]?.facts, tricky.CF_SY);
  });
  it('numbers and words among the entries are set aside', () => {
    const { report, records } = readJson({ rows: [penalty, null, 'x', 5, {}, [1], license] });
    assert.equal(records.length, 2);
    assert.equal(report.rows, 6);
    assert.deepEqual(report.rejected, { 'no-record': 3, 'no-kind': 1 });
  });
  it('a broken entry does not take the others with it', () => {
    const { records, report } = read(`{"rows":[${JSON.stringify(penalty)},{"CF_WSH":nonsense},${JSON.stringify(license)}]}`);
    assert.equal(records.length, 2);
    assert.deepEqual(report.rejected, { 'no-record': 1 });
  });
  it('a feed without records is empty, not broken', () => {
    for (const empty of [{ total: 0, rows: [] }, { version: 1, records: [] }, [], { status: 200, data: { total: 0, list: null } }]) {
      const { records, report } = readJson(empty);
      assert.deepEqual([records.length, report.rows], [0, 0]);
    }
  });
  it('of many different shapes are all read', () => {
    const many = Array.from({ length: 600 }, (_, i) => ({ ...penalty, CF_WSH: `${i}号`, [`列${i}`]: '值' }));
    assert.equal(readJson(many, { chunk: 8192 }).records.length, 600);
  });
  it('a list of something else is not taken for records', () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ menu: i }));
    assert.deepEqual(numbers({ menu: many, rows: [penalty] }), ['青市监罚决〔2025〕1号']);
  });
});

describe('what is no feed says so', () => {
  it('a web page', () => {
    fails('<!DOCTYPE html><html><body>404</body></html>', 'html');
    fails('<html><script>var a = {"CF_WSH":"1"}</script></html>', 'html');
    fails('<div>no json here</div>', 'html');
    fails('<script>never closed {"a":1}', 'html');
  });
  it('nothing, or no JSON', () => {
    fails('', 'syntax');
    fails('没有数据', 'syntax');
    fails('x'.repeat(300_000), 'syntax');
    fails('{"rows":[{]}', 'syntax');
    fails('{"a":1 "b":2}', 'syntax');
  });
  it('half a feed', () => {
    const json = JSON.stringify({ rows: [penalty, license] });
    for (const cut of [json.length - 1, json.length - 2, json.length - 30, 40]) fails(json.slice(0, cut), 'truncated');
  });
  it('a string that only begins like JSON', () => {
    fails('{"data":"{not json"}', 'shape');
  });
  it('JSON without a record', () => {
    fails('{"error":"not logged in"}', 'http');
    fails('{"a":{"b":"c"}}', 'shape');
  });
  it('a version of tomorrow', () => {
    fails('{"version":2,"records":[]}', 'shape');
  });
});

describe('hostile feeds', () => {
  it('keys of the prototype change nothing', () => {
    const { records } = read('{"rows":[{"__proto__":{"polluted":1},"constructor":"x","CF_WSH":"甲〔2025〕1号","CF_XDR_MC":"青岚市甲有限公司"}]}');
    assert.equal(records.length, 1);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
  it('depth does not break the reader', () => {
    fails('['.repeat(20_000) + ']'.repeat(19_000), 'truncated');
    fails('['.repeat(5000) + ']'.repeat(5000), 'shape');
  });
});

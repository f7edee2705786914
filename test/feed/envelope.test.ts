import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FeedFailure } from '../../src/model/failure.js';
import { readBytes, readJson } from './feeds.js';
import { caseText, failureOf, readCase, readText } from './cases.js';

const row = { CF_WSH: '青市监罚〔2026〕1号', CF_XDR_MC: '青岚市甲食品有限公司', CF_JDRQ: '2026-06-03' };
const failsWith = (value: unknown, detail: RegExp): void => assert.match(failureOf(JSON.stringify(value)).detail, detail);
const isEmpty = (value: unknown): void => {
  const { records, report } = readJson(value);
  assert.deepEqual([records.length, report.rows], [0, 0]);
};

describe('an error in the envelope is a failure, never an empty feed', () => {
  it('with the status and the words of the server', () => {
    for (const [name, status, words] of [
      ['j24a-code500', 500, /code 500：“系统异常/], ['j24b-code401', 401, /登录状态已过期.*需要登录/], ['j24c-code500-empty-rows', 500, /查询超时/],
    ] as const) {
      const failure = failureOf(caseText(`feeds/${name}.json`));
      assert.deepEqual([failure.code, failure.status], ['http', status], name);
      assert.match(failure.detail, words);
    }
  });
  it('however it is said', () => {
    for (const value of [
      { success: false, rows: [] }, { success: 'false', data: [] }, { flag: false, rows: [], total: 0 },
      { code: -1, data: [] }, { code: '40001', message: '请输入验证码', list: [] }, { errcode: 1, data: [] }, { code: 1, data: [] },
      { code: 1, msg: '查询失败', data: [] }, { status: 'error', data: [] }, { state: 'fail', rows: [] }, { error: true, rows: [] },
      { error: 'Internal Server Error', status: 500, path: '/x' }, { errors: [{ message: 'x' }], data: [] },
      { head: { code: 500, msg: '系统繁忙' }, body: { rows: [] } }, { msg: '接口不存在', rows: [] }, { result: { code: '999' }, list: [] },
      { msg: '您的访问过于频繁，请稍后再试', total: 0, rows: [] }, { code: false, rows: [] }, { errMsg: 'access denied', rows: [] },
      { result: 'FAIL', list: [] }, { isSuccess: '0', list: [] }, { success: 0, list: [] }, { ok: 'n', rows: [] }, { rtnCode: '999999', body: { list: [] } },
      { code: 'A0230', userTip: '登录已过期', data: [] }, { code: 'E0001', data: [] }, { errorCode: 'E001', data: [] }, { code: 'ERR', data: [] }, { hasError: true, rows: [] }, { redirect: '/sso/login', data: [] },
      { message: 'Too Many Requests', rows: [] }, { took: 1, timed_out: true, _shards: { total: 5 }, hits: { total: 0, hits: [] } },
      { msg: '您没有权限', rows: [] }, { msg: '操作未成功', rows: [] }, { code: 1, msg: '系统运行不正常', rows: [] },
    ]) failsWith(value, /接口返回的是错误/);
  });
  it('and repeats no number and no page of text', () => {
    const { detail } = failureOf(JSON.stringify({ code: 500, msg: `出错：用户13800000000失败${'长'.repeat(500)}` }));
    assert.doesNotMatch(detail, /13800000000/);
    assert.ok(detail.length < 200);
  });
  it('but an empty list in an envelope that says that all went well is an empty feed', () => {
    for (const value of [
      { code: 0, msg: '', data: [] }, { code: 200, msg: '查询成功', rows: [], total: 0 }, { code: '0000', message: 'success', list: [] },
      { success: true, code: 1, rows: [] }, { status: 1, msg: '操作成功', data: { list: [] } }, { rptCode: 200, data: { total: 0, rows: null } },
      { msg: '暂无数据', rows: [] }, { errcode: 0, errmsg: 'ok', data: [] }, { responseHeader: { status: 0 }, response: { numFound: 0, docs: [] } },
      { error: null, errors: [], rows: [] }, { error: false, rows: [] }, { code: null, rows: [] }, { code: '', rows: [] }, { code: {}, rows: [] },
      { state: 'open', rows: [] }, { success: 1, list: [] }, { flag: 0, rows: [] }, { result: 0, rows: [] }, { result: 'SUCCESS', rows: [] }, { redirect: '/index', rows: [] },
      { _shards: { total: 5 }, hits: { total: 0, hits: [] } }, { error: '无错误', rows: [] }, { total: { value: 0 }, hits: { hits: [] } }, { count: '0', list: null },
      { 青岚市城市管理局: { 行政许可: [], 行政处罚: [] } }, [{ total: '0', page: 1, list: [] }], [],
    ]) isEmpty(value);
  });
  it('and records that are there are shown, whatever code stands beside them', () => {
    for (const code of [1, 10000, 500, 'S']) assert.equal(readJson({ code, rows: [row] }).records.length, 1);
  });
});

describe('what says nothing of records is no empty feed', () => {
  it('as a list of something else', () => {
    for (const value of [
      {}, { a: 'b' }, { data: null }, { code: 200, msg: '成功', data: null }, { roles: [], menus: [] }, { errors: [] }, { total: 0.5 }, [1, 2],
      [{ docId: 1, docTitle: 'x', docFile: 'y', images: [] }], { rows: [{ a: 1, b: 2, c: 3 }], other: [] },
      { title: 'a', author: 'b', text: 'c', date: 'd', place: 'e', images: [] }, { count: 0, data: [{ a: 1, b: 2, c: 3 }] },
    ]) failsWith(value, /没有找到公示记录/);
  });
  it('text, or bytes, in which brackets happen to stand', () => {
    assert.equal(failureOf(caseText('cli/brackets.json')).code, 'syntax');
    assert.match(failureOf(caseText('cli/ora.json')).detail, /服务器报错/);
    for (const text of ['see [] below', '结果：{}', '[] and more', '{"rows":[]} 附：错误', 'PK\u0003\u0004 [] ', 'a,b\n[],1']) failureOf(text);
  });
  it('while what is known to stand around JSON may', () => {
    for (const text of [
      'callback([]);', 'var data = {"rows":[]};', ')]}\',\n[]', 'while(1);[]', '/**/jQuery_1({"rows":[]})', '<!-- x -->{"rows":[]}<!-- 0.1s -->',
      '\ufeff {"total":0,"rows":[]}\n', '{"rows":[]}</html>', '<script>a()</script>{"rows":[]}',
    ]) for (const chunk of [1, 3, 1000]) assert.equal(readText(text, chunk).report.rows, 0, `${text} by ${chunk}`);
  });
  it('a count of records of which none has come', () => {
    failsWith({ total: 12, rows: [] }, /自称共 12 条/);
    assert.equal(readJson({ total: 12, rows: [] }, { isPart: true }).report.rows, 0);
  });
  it('records of which none can be taken', () => {
    failsWith({ rows: [{ ...row, CF_WSH: '', CF_XDR_MC: '' }] }, /读到 1 条，但都不能采用（no-name-and-number 1）.*CF_WSH/);
    assert.deepEqual(readJson([{ ...row, CF_WSH: '', CF_XDR_MC: '' }], { isPart: true }).report.rejected, { 'no-name-and-number': 1 });
    assert.equal(readJson([{ ...row, CF_WSH: '', CF_XDR_MC: '' }, row]).records.length, 1);
  });
  it('foreign envelopes: their keys are named', () => {
    assert.match(failureOf(caseText('feeds/j02-maritime.json')).detail, /punishObjName、caseReasonName、caseNo/);
    assert.match(failureOf(caseText('feeds/j03-article.json')).detail, /docSubtitle.*docClob/);
    // A value is never repeated as if it were a key.
    assert.match(failureOf(caseText('feeds/m04-aadata-arrays.json')).detail, /没有字段名的数组/);
    assert.doesNotMatch(failureOf(JSON.stringify({ data: [['王小明', '青市监罚1号', '2026-06-03']] })).detail, /王小明/);
  });
});

describe('what is no JSON is called by its name', () => {
  const names: readonly (readonly [string, RegExp])[] = [
    ['j45-js-literal', /JavaScript/], ['j46-html-in-pre', /<pre>/], ['j47-escaped', /编码了两次/], ['j47b-html-escaped', /HTML 转义/],
    ['j48-datasource-xml', /XML/], ['j49-python-repr', /Python/], ['j50-nan', /NaN/],
  ];
  for (const [name, words] of names) {
    it(name, () => { for (const chunk of [7, 100_000]) assert.match(failureOf(caseText(`feeds/${name}.json`), chunk).detail, words); });
  }
  it('files and errors of servers', () => {
    const texts: readonly (readonly [string, RegExp])[] = [
      ['PK\u0003\u0004\u0014\u0000', /Excel 工作簿/], ['%PDF-1.4', /PDF/], ['a,b\n1,2\n', /CSV/], ['{"a":1,}', /多余的逗号/],
      ['[{"a":None}]', /Python/], ['java.lang.NullPointerException\n\tat com.x.Y', /服务器报错/], ['<html>登录</html>', /网页/],
      ['{"rows":[{"a":1},]}', /多余的逗号/], ['', /数据为空/], ['没有数据', /不是有效的 JSON/],
    ];
    for (const [text, words] of texts) assert.match(failureOf(text).detail, words, text);
    const bytes = (...list: number[]): unknown => readBytes(Uint8Array.from(list));
    assert.throws(() => bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), (error) => error instanceof FeedFailure && error.message.includes('gzip'));
    assert.throws(() => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), (error) => error instanceof FeedFailure && error.message.includes('.xls'));
  });
});

describe('how many records a feed says that it has', () => {
  it('is reported, so that a first page is not taken for all', () => {
    const { report } = readCase('j31-first-page');
    assert.deepEqual([report.rows, report.total], [10, 132]);
  });
  it('by whatever name, never the number of pages', () => {
    const rows = [row];
    for (const value of [
      { total: 132, rows }, { totalCount: '132', rows }, { recordsTotal: 500, recordsFiltered: 132, data: rows }, { count: 132, data: rows },
      { page: 1, total: 14, records: 132, rows }, { hits: { total: { value: 132 }, hits: [{ _source: row }] } }, { total: 14, totalCount: 132, rows },
      { data: { xk: { total: 100, list: [] }, cf: { total: 32, list: rows } } }, [{ total: 132, list: rows }],
    ]) assert.equal(readJson(value).report.total, 132, JSON.stringify(value));
    assert.equal(readJson({ totalPage: 14, pageCount: 14, rows }).report.total, undefined);
    assert.equal(readJson({ meta: { n: 132 }, rows }, { config: { response: { total: 'meta.n' } } }).report.total, 132);
    assert.equal(readJson({ rows }, { config: { response: { total: 'meta.n' } } }).report.total, undefined);
    assert.equal(readJson({ total: 5, shards: {}, records: rows }).report.total, undefined);
  });
});

describe('generated envelopes', () => {
  const key = fc.constantFrom('code', 'status', 'success', 'msg', 'message', 'total', 'data', 'rows', 'list', 'result', 'error', 'errors', 'head', 'footer');
  const leaf = fc.oneof(fc.constantFrom(0, 1, 200, 500, -1, true, false, null, '', '查询失败', '成功', [], {}), fc.string({ maxLength: 9 }), fc.integer());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, fc.dictionary(key, tie('tree'), { maxKeys: 5 }), fc.array(tie('tree'), { maxLength: 3 })),
  }));
  it('end as records or as a failure, and rows are never turned into nothing', () => {
    fc.assert(fc.property(fc.dictionary(key, tree, { maxKeys: 6 }), fc.boolean(), (envelope, full) => {
      try {
        const { records, report } = readJson(full ? { ...envelope, rows: [row] } : envelope);
        if (full) assert.ok(records.length > 0);
        assert.equal(records.length === 0, report.rows === 0);
      } catch (error) {
        assert.ok(error instanceof FeedFailure && !full, String(error));
      }
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) });
  });
  it('with a failing code are failures', () => {
    fc.assert(fc.property(fc.integer({ min: 400, max: 599 }), fc.constantFrom('rows', 'data', 'list'), (code, name) => {
      assert.equal(failureOf(JSON.stringify({ code, [name]: [] })).status, code);
    }), { numRuns: 200 });
  });
});

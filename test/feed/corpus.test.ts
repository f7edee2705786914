// Ten thousand feeds that nobody wrote: whatever the shape, the keys, the values and the cut, good records are shown,
// no ID gets out, and what goes wrong is a value.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FeedFailure } from '../../src/model/failure.js';
import { readBytes, type ReadFeed } from './feeds.js';

const IDS = ['000000199001010018', '99999919600612043X', '999999197001010156', '000000198512319995'];
const XSS = '<img src=x onerror=alert(1)><script>alert(1)</script>';

/** A value a department, a careless exporter or an attacker might write. */
const value = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('空', '2025/3/4', '2025年3月4日', '长期', '0', '1', '撤销', XSS, '"}]}', '\\u0000', '&lt;b&gt;', '罚款；警告'),
  fc.constantFrom(...IDS).map((id) => `证件号${id}，电话19900000111`),
  fc.constantFrom(...IDS),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
);
const key = fc.oneof(
  fc.constantFrom(
    'XK_NR',
    'xkNr',
    '许可内容',
    'BZ',
    '备注',
    'XK_FRDB',
    'XK_XDR_SHXYM',
    '证件号码',
    'XK_XDR_ZJHM',
    'id',
    'kind',
    '其他说明',
    '__proto__',
    'constructor',
    'toString',
    'XK_YXQZI',
    'XK_XKLB',
    'xdrShxymSrc',
    'link',
  ),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);
const row = fc.dictionary(key, value, { maxKeys: 8 });

/** A record that must be shown whatever stands beside it. */
const GOOD = { XK_XDR_MC: '青岚市甲食品有限公司', XK_WSH: '青市监许准〔2025〕1号', XK_JDRQ: '2025-03-04', XK_XKJG: '青岚市市场监督管理局' };
const wrap: readonly ((rows: readonly unknown[]) => unknown)[] = [
  (rows) => rows,
  (rows) => ({ total: rows.length, rows }),
  (rows) => ({ data: { list: rows, page: 1 } }),
  (rows) => ({ a: [{ b: [{ list: rows }] }] }),
  (rows) => ({ hits: { hits: rows.map((source) => ({ _source: source })) } }),
  (rows) => ({ version: 1, records: rows }),
];

const read = (text: string, chunk: number): ReadFeed | FeedFailure => {
  try {
    return readBytes(new TextEncoder().encode(text), { chunk });
  } catch (error) {
    if (error instanceof FeedFailure) return error;
    throw error;
  }
};

const assertNoIds = ({ records, report }: ReadFeed): void => {
  const text = (JSON.stringify(records) + JSON.stringify(report)).toUpperCase();
  for (const id of IDS) assert.ok(!text.includes(id), id);
};

describe('generated feeds', () => {
  it('never hide a good record, never leak an ID, always add up', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.nat(6),
        fc.constantFrom(...wrap),
        fc.integer({ min: 1, max: 200 }),
        (rows, at, envelope, chunk) => {
          const all = [...rows.slice(0, at), GOOD, ...rows.slice(at)];
          const result = read(JSON.stringify(envelope(all)), chunk);
          assert.ok(!(result instanceof FeedFailure), result instanceof FeedFailure ? result.message : '');
          assert.ok(
            result.records.some((record) => record.documentNumber === GOOD.XK_WSH),
            'good record missing',
          );
          assertNoIds(result);
          const { rows: entries, kinds, withheld, rejected } = result.report;
          const sum = [kinds, withheld, rejected].flatMap((counts) => Object.values(counts)).reduce((a, b) => a + b, 0);
          assert.equal(sum, entries);
          assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
    );
  });

  it('filled with hostile text are shown as text', () => {
    fc.assert(fc.property(fc.constantFrom('XK_NR', 'XK_XMMC', 'XK_XKJG', 'XK_FRDB', '其他说明'), (field) => {
      const result = read(JSON.stringify([{ ...GOOD, [field]: `${XSS}文本` }]), 50);
      assert.ok(!(result instanceof FeedFailure));
      assert.doesNotMatch(JSON.stringify(result.records), /<img|<script|onerror|alert/);
      assert.match(JSON.stringify(result.records), /文本/);
    }));
  });

  it('cut anywhere say so, and give no record twice', () => {
    const text = JSON.stringify({ total: 3, rows: [GOOD, { ...GOOD, XK_WSH: '2号' }, { ...GOOD, XK_WSH: '3号' }] });
    fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 99 }), (cut, chunk) => {
      assert.ok(read(text.slice(0, cut), chunk) instanceof FeedFailure);
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) });
  });

  it('damaged anywhere end as records or as a failure, never as an exception', () => {
    const text = JSON.stringify({ total: 2, rows: [GOOD, { ...GOOD, XK_WSH: '2号', 证件号码: IDS[0] }], note: 'x' });
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 99 }),
        (at, junk, chunk) => {
          const result = read(text.slice(0, at) + junk + text.slice(at + 1), chunk);
          if (!(result instanceof FeedFailure)) assertNoIds(result);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
    );
  });

  it('of random bytes fail quietly', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        readBytes(bytes, { chunk: 17 });
      } catch (error) {
        assert.ok(error instanceof FeedFailure);
      }
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) });
  });
});

// One record that is hostile, or on which a rule fails, is set aside alone; what it costs grows with its size and no faster.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FULL_RULES } from '../../src/feed/full-rules.js';
import { createRecordReader } from '../../src/feed/record-reader.js';
import type { FeedReport } from '../../src/feed/feed.js';
import type { RecordRules } from '../../src/feed/record-rules.js';
import type { SgsRecord } from '../../src/model/record.js';
import { readText } from './cases.js';

const row = (n: number): Record<string, unknown> => ({
  CF_WSH: `青市监罚〔2026〕${n}号`, CF_XDR_MC: '青岚市海石食品有限公司', CF_WFXW: '虚假宣传', CF_JDRQ: '2026-06-03', CF_CFJG: '青岚市市场监督管理局',
});
const nested = (levels: number, open = '[', close = ']'): string => open.repeat(levels) + close.repeat(levels);
/** A feed with a field of a text that stands between two good rows. */
const between = (json: string): string =>
  `{"rows":[${JSON.stringify(row(1))},${JSON.stringify(row(2)).slice(0, -1)},"CF_SS":${json}},${JSON.stringify(row(3))}]}`;

const numbers = (text: string): (string | undefined)[] => readText(text, 65_536).records.map(({ documentNumber }) => documentNumber);
const [first, third] = ['青市监罚〔2026〕1号', '青市监罚〔2026〕3号'];

describe('a hostile record is contained', () => {
  it('nested 10,000 levels in lists or objects', () => {
    for (const json of [nested(10_000), `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`]) {
      const shown = numbers(between(json));
      assert.deepEqual([shown[0], shown[shown.length - 1]], [first, third]);
    }
  });

  it('with texts of a million characters, whatever they are made of', () => {
    for (const piece of ['甲', '1', '青岚市', '张三、', '<td>', '&lt;', '((((', '青岚路', '2026-', '罚款 ', ' ']) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const shown = numbers(between(JSON.stringify(text)));
      assert.deepEqual([shown[0], shown[shown.length - 1]], [first, third], piece);
    }
  });

  it('on which a rule fails, when columns are read and when records are made', () => {
    const read = (rules: RecordRules): { readonly records: readonly SgsRecord[]; readonly report: FeedReport } => {
      const records: SgsRecord[] = [];
      const reader = createRecordReader({ rules, today: '2026-11-30', onRecords: (found) => records.push(...found) });
      reader.push(JSON.stringify([row(1), { ...row(2), 坏: 1 }, row(3)]));
      return { records, report: reader.end() };
    };
    // Rows of texts alone go a short way, which gives up where it fails; the rules have the last word.
    const { createPlainReader: _, ...longWay } = FULL_RULES;
    assert.equal(read({ ...FULL_RULES, createPlainReader: () => () => { throw new RangeError('Maximum call stack size exceeded'); } }).records.length, 3);
    const failing: readonly RecordRules[] = [
      {
        ...FULL_RULES,
        createReadColumn: (...config) => {
          const readColumn = FULL_RULES.createReadColumn(...config);
          return (key, label) => {
            if (key === '坏') throw new RangeError('Maximum call stack size exceeded');
            return readColumn(key, label);
          };
        },
      },
      {
        ...longWay,
        buildRecord: (mapped, context) => {
          if (mapped.extra.some(({ key }) => key === '坏')) throw new RangeError('Maximum call stack size exceeded');
          return FULL_RULES.buildRecord(mapped, context);
        },
      },
    ];
    for (const rules of failing) {
      const { records, report } = read(rules);
      assert.deepEqual(records.map(({ documentNumber }) => documentNumber), [first, third]);
      assert.deepEqual([report.rows, report.rejected], [3, { 'no-record': 1 }]);
    }
  });
});

describe('columns without measure', () => {
  const record = '"CF_WSH":"青市监罚〔2026〕1号","CF_XDR_MC":"青岚市海石食品有限公司","CF_JDRQ":"2026-11-03"';
  const good = '{"CF_WSH":"青市监罚〔2026〕2号","CF_XDR_MC":"青岚市海石食品有限公司","CF_JDRQ":"2026-11-03"}';

  it('a name of half a million characters is read by its ends, and says as much as there', () => {
    for (const [start, end] of [['人', '姓名'], ['当事人名称', '（内部）'], ['a_', 'x'], ['（', '）']] as const) {
      const key = start.repeat(500_000 / start.length) + end;
      const { records } = readText(`[${good},{${record},${JSON.stringify(key)}:"钱小七"}]`, 65_536);
      assert.equal(records.length, 2);
      assert.doesNotMatch(JSON.stringify(records), /钱小七/);
    }
  });
  it('a record of 20,000 columns is set aside alone', () => {
    const columns = Array.from({ length: 20_000 }, (_, n) => `"列${n}":"${n}"`).join();
    const { records, report } = readText(`[${good},{${record},${columns}}]`, 65_536);
    assert.deepEqual([records.length, report.rejected], [1, { 'no-record': 1 }]);
  });
});

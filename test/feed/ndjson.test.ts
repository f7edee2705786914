import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { feedText, records } from '../../bench/records.mjs';
import { FeedFailure, type FailureCode } from '../../src/model/failure.js';
import { readBytes } from './feeds.js';

const HEAD = JSON.stringify({
  version: 1,
  standard: '2018',
  publisher: { name: '青岚市行政审批服务局' },
  updated: '2025-06-30',
  remedy: '六十日内申请行政复议。',
});
const line = (n: number): string =>
  JSON.stringify({
    kind: 'penalty',
    documentNumber: `青市监罚决〔2025〕${n}号`,
    subjectName: '青岚市甲有限公司',
    facts: '括号}]{[和"引号"\\',
    decidedOn: '2025-03-04',
  });
const read = (text: string, chunk = 7): ReturnType<typeof readBytes> => readBytes(new TextEncoder().encode(text), { chunk });
const numbers = (text: string, chunk?: number): (string | undefined)[] =>
  read(text, chunk).records.map(({ documentNumber }) => documentNumber?.replace(/^.*〕|号/g, ''));
const fails = (text: string, code: FailureCode): void => {
  for (const chunk of [1, 7, 4096])
    assert.throws(
      () => read(text, chunk),
      (error: unknown) => error instanceof FeedFailure && error.failure.code === code,
      text,
    );
};

describe('a record a line', () => {
  it('is read with and without a head, whatever ends its lines', () => {
    for (const end of ['\n', '\r\n', '\n\n', ' \n ']) {
      for (const chunk of [1, 2, 5, 64, 100_000]) {
        assert.deepEqual(numbers([line(1), line(2), line(3)].join(end), chunk), ['1', '2', '3']);
        assert.deepEqual(numbers([HEAD, line(1), line(2), ''].join(end), chunk), ['1', '2']);
      }
    }
  });

  it('takes from its head what stands for all', () => {
    const { report } = read([HEAD, line(1), line(2)].join('\n'));
    assert.deepEqual(report.meta, { updated: '2025-06-30', publisher: { name: '青岚市行政审批服务局', code: '', url: '' }, remedy: '六十日内申请行政复议。' });
    assert.deepEqual([report.standard, report.rows, report.rejected], ['2018', 2, {}]);
  });

  it('sets one line aside that is broken, and reads on', () => {
    for (const broken of ['{"kind":"penalty","documentNumber":"青', '{"a":{"b":1}', '}', '"', '{"a":"b', '[1,2]', '12', '{]']) {
      for (const chunk of [1, 7, 4096]) {
        const { records: found, report } = read([HEAD, line(1), broken, line(2)].join('\n'), chunk);
        assert.deepEqual([found.length, report.rows, report.rejected], [2, 3, { 'no-record': 1 }], broken);
      }
    }
  });

  it('says that it breaks off where its last line does', () => {
    const last = line(3);
    for (const cut of [1, 10, last.length - 1]) fails([HEAD, line(1), last.slice(0, cut)].join('\n'), 'truncated');
    fails([line(1), line(2), '{"a":{"b":1}'].join('\n') + '\n', 'truncated');
    // Broken no worse than departments break it, or no record but whole.
    assert.deepEqual(numbers([line(1), line(2), line(3).replace('括号', '括\t号')].join('\n')), ['1', '2', '3']);
    assert.deepEqual(read([line(1), line(2), '{"total":2}'].join('\n')).report.rejected, { 'no-kind': 1 });
  });

  it('is not what a document is that something follows', () => {
    const document = JSON.stringify({ records: [JSON.parse(line(1)), JSON.parse(line(2))] });
    for (const after of ['\n{"time":3}', '\n<!-- {} -->', ' {"time":3}', ');'])
      assert.deepEqual(numbers(document + after), ['1', '2'], after);
    // Objects over several lines, one after the other.
    const pretty = [line(1), line(2)].map((text) => JSON.stringify(JSON.parse(text), null, 1)).join('\n');
    assert.deepEqual(numbers(pretty), ['1', '2']);
  });

  it('is the same feed as one document', () => {
    const [one, other] = (['json', 'ndjson'] as const).map((format) => read(feedText(300, 5, format), 4096));
    assert.deepEqual(other, one);
    assert.equal(one?.records.length, [...records(300, 5)].length);
  });
});

// What a feed must never show must not be taken along either.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { exportFile } from '../../src/export/file.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import { KINDS } from '../../src/model/kinds.js';
import { DocumentSource } from '../../src/source/document.js';
import { bytesOf, EXPECTATIONS, readBytes } from '../feed/feeds.js';
import { query } from '../query/records.js';

describe('what is exported of the example feeds', () => {
  for (const { file, mustNeverAppear, mustNotShow, mustShow } of EXPECTATIONS) {
    test(file, async () => {
      const source = new DocumentSource();
      source.add(readBytes(bytesOf(file)).records);
      source.finish();
      const queries = KINDS.map((kind) => query({ kind }));
      const texts: string[] = [];
      for (const format of ['csv', 'xlsx'] as const) {
        const outcome = await exportFile(format, source, queries, { words: zhCN, date: '2026-11-23' });
        assert.ok(outcome.ok, JSON.stringify(outcome));
        const bytes = new Uint8Array(await outcome.value.blob.arrayBuffer());
        texts.push(format === 'csv' ? strFromU8(bytes) : Object.values(unzipSync(bytes)).map((entry) => strFromU8(entry)).join('\n'));
      }
      const text = texts.join('\n');
      for (const secret of [...mustNeverAppear, ...mustNotShow.withheld, ...mustNotShow.unmasked]) assert.ok(!text.includes(secret), secret);
      assert.ok(mustShow.some((shown) => text.includes(shown)), 'nothing of what is to be shown');
    });
  }
});

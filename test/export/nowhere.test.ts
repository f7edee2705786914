/**
 * For persons, numbers, flags and dates in generated spellings: nothing of them is in the records, the report, the files that
 * are exported, the feed that is converted, the folder of a big feed, or a page of plain HTML.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { exportFile } from '../../src/export/file.js';
import { documentText } from '../../src/import/document.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import { KINDS } from '../../src/model/kinds.js';
import { prerender } from '../../src/prerender/prerender.js';
import { DocumentSource } from '../../src/source/document.js';
import { readJson } from '../feed/feeds.js';
import { memoryFolder, publish } from '../format/folder.js';
import { site } from '../prerender/pages.js';
import { query } from '../query/records.js';

const TODAY = '2026-11-23';
type Row = Readonly<Record<string, string | number>>;

/** All that comes of a feed, as one text. */
async function everything(rows: readonly Row[]): Promise<string> {
  const feed = { version: 1, standard: '2018', records: rows.map((row) => ({ kind: 'penalty', ...row })) };
  const { records, report } = readJson(feed, { today: TODAY });
  const texts = [JSON.stringify(records), JSON.stringify(report), documentText(records, { updated: TODAY, standard: '2018' })];
  const source = new DocumentSource();
  source.add(records);
  source.finish();
  for (const format of ['csv', 'xlsx'] as const) {
    const outcome = await exportFile(format, source, KINDS.map((kind) => query({ kind })), { words: zhCN, date: TODAY });
    if (!outcome.ok) continue;
    const bytes = new Uint8Array(await outcome.value.blob.arrayBuffer());
    texts.push(format === 'csv' ? strFromU8(bytes) : Object.values(unzipSync(bytes)).map((entry) => strFromU8(entry)).join('\n'));
  }
  for (const { text } of prerender(records, site)) texts.push(text);
  const folder = memoryFolder();
  publish(feed, { folder });
  for (const [name, bytes] of folder.files) texts.push(name, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8'));
  return texts.join('\n');
}

const digits = (count: number): fc.Arbitrary<string> => fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((list) => list.join(''));
const gaps = fc.constantFrom('', ' ', '-', '.', '—', '\u00ad', '\u200b', '　', '/', '_', '<br>');
const widths = fc.constantFrom((text: string) => text, (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  (text: string) => text.replace(/\d/g, (d) => '〇一二三四五六七八九'.charAt(Number(d))));

/** Parts of a number, written with something between them. */
const id = fc.tuple(fc.constantFrom('000000', '999999'), fc.integer({ min: 1950, max: 2004 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), digits(3))
  .map(([area, year, month, day, order]) => {
    const body = `${area}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`;
    const sum = Array.from(body).reduce((all, digit, at) => all + Number(digit) * (2 ** (17 - at) % 11), 0);
    return [body.slice(0, 6), body.slice(6, 14), body.slice(14) + '10X98765432'.charAt(sum % 11)];
  });
const phone = digits(8).map((rest) => ['199', rest.slice(0, 4), rest.slice(4)]);
const number = fc.tuple(fc.oneof(id, phone), gaps, widths).map(([parts, gap, width]) => ({ written: width(parts.join(gap)), parts }));

const given = '澜禾屿棠砚苒彧翊璟濯昶沅枫晗'.split('');
const name = fc.tuple(fc.constantFrom(...'王李张刘陈任时方高'.split(''), '欧阳', '司马'), fc.constantFrom(...given), fc.constantFrom('', ...given))
  .map((parts) => ({ surname: parts[0], given: parts[1] + parts[2] }));
const spaced = fc.constantFrom('', ' ', '　', '·', '\u200b');

const BASE = { documentNumber: '甲罚〔2026〕1号', decidedOn: '2026-05-01', authority: '某局', category: '罚款', publicUntil: '2027-05-01' };

describe('nowhere in anything that comes of a feed', () => {
  test('is a person’s name, in whatever spelling', async () => {
    await fc.assert(fc.asyncProperty(name, spaced, spaced, async ({ surname, given }, one, other) => {
      const whole = surname + given;
      const text = await everything([{
        ...BASE, subjectName: surname + one + given, subjectType: '自然人', caseName: `${whole}无证经营案`, facts: `当事人${surname}${other}${given}无证经营，${whole}签字`,
        现场联络: whole, 承办人: whole,
      }]);
      assert.ok(!text.includes(whole) && !text.includes(given.length > 1 ? given : whole), whole);
      assert.ok(text.includes(`${surname}某`), whole);
    }), { numRuns: 60 });
  });

  test('is a person’s number, in whatever spelling and column', async () => {
    const column = fc.constantFrom('facts', 'result', 'caseName', 'basis', 'documentNumber', 'creditCode', 'taxNumber', '现场情况', 'remark', 'link', 'subjectName');
    await fc.assert(fc.asyncProperty(number, column, async ({ written, parts }, field) => {
      const value = field === 'link' ? `https://www.example.org/?q=${parts.join('')}` : field === 'subjectName' ? `王澜${written}` : `联系${written}，已改正`;
      const text = await everything([{ ...BASE, subjectName: '王澜禾', subjectType: '自然人', [field]: field.endsWith('Code') || field.endsWith('Number') ? written : value }]);
      for (const secret of [written, parts.join(''), parts.slice(1).join('')]) assert.ok(!text.includes(secret), `${field}: ${written}`);
    }), { numRuns: 100 });
  });

  test('is a record that is not for the public', async () => {
    const flag = fc.constantFrom<readonly [string, string | number]>(['是否公开', '否'], ['是否公示', '0'], ['isPublic', 'false'], ['DEL_FLAG', 1], ['公开属性', '不予公开'],
      ['公示状态', '取消公示'], ['修复状态', '已修复'], ['审核状态', '待审核'], ['是否涉密', '是'], ['密级', '机密'], ['公示状态', '乙方停摆'], ['发布状态', 'Q7'],
      ['公示到期日', '2026年6月1日'], ['公示截止期', '2026/6/1'], ['公示期至', '20260601'], ['公示截止日期', '详见附件'], ['移出日期', '2026.6.1'], ['修复日期', '2026-06-01 00:00:00']);
    const pad = fc.constantFrom('', ' ', '　', '\u200b');
    await fc.assert(fc.asyncProperty(flag, pad, pad, async ([column, value], before, inside) => {
      const text = await everything([
        { ...BASE, documentNumber: '乙罚〔2026〕9号', subjectName: '青岚市暗流有限公司', caseName: '暗流案', publicUntil: '', [before + column]: typeof value === 'number' ? value : inside + value },
        { ...BASE, subjectName: '青岚市明渠有限公司', caseName: '明渠案' },
      ]);
      assert.ok(!/暗流|乙罚/.test(text), `${column} ${value}`);
      assert.ok(text.includes('明渠案'));
    }), { numRuns: 60 });
  });
});

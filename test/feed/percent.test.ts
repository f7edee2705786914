/** Names in percent-encoded addresses and texts are names. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SgsRecord } from '../../src/model/record.js';
import { decodePercent } from '../../src/feed/percent.js';
import { readJson } from './feeds.js';

const PENALTY = { 行政处罚决定书文号: '甲罚〔2026〕1号', 案件名称: '无证经营案', 处罚决定日期: '2026-05-01', 处罚机关: '某局' };
const recordOf = (row: object): SgsRecord => readJson([{ ...PENALTY, 行政相对人名称: '青岚市甲食品有限公司', ...row }], { today: '2026-11-30' }).records[0] as SgsRecord;
const PERSON = { 行政相对人名称: '王小满', 行政相对人类别: '自然人' };
const ENCODED = encodeURIComponent('王小满');
/** In GBK, as many departments name files. */
const IN_GBK = '%CD%F5%D0%A1%C2%FA';

describe('percent-encoded names', () => {
  it('are read in UTF-8 and in GBK', () => {
    assert.equal(decodePercent(`a/${ENCODED}.pdf`), 'a/王小满.pdf');
    assert.equal(decodePercent(`a/${IN_GBK}.pdf`), 'a/王小满.pdf');
    assert.equal(decodePercent('含量50%、60%'), '含量50%、60%');
  });
  it('don’t show in a link, a text or a column nobody knows', () => {
    for (const name of [ENCODED, IN_GBK]) {
      for (const row of [{ 链接: `https://a.gov.cn/${name}.pdf` }, { 违法事实: `见https://a.gov.cn/${name}.pdf` }, { 附件地址: `https://a.gov.cn/?n=${name}` }]) {
        const text = JSON.stringify(recordOf({ ...PERSON, ...row }));
        assert.ok(!text.includes(name) && !text.includes('小满'), text);
      }
    }
    const others = JSON.stringify(recordOf({ 违法事实: encodeURIComponent('员工王小满操作') }));
    assert.ok(others.includes('员工王某操作'), others);
  });
  it('are masked where a keeper is behind a shop’s name', () => {
    const text = JSON.stringify(recordOf({ 行政相对人名称: '小满烟酒店（王小满）', 链接: `https://a.gov.cn/${ENCODED}` }));
    assert.ok(!text.includes(ENCODED), text);
  });
  it('other addresses stay as they stand', () => {
    const link = `https://a.gov.cn/${encodeURIComponent('处罚决定书')}.pdf`;
    for (const row of [{ 链接: link }, { ...PERSON, 链接: link }]) assert.deepEqual(recordOf(row).extra, [{ label: '链接', value: link }]);
    assert.equal(recordOf({ 违法事实: `见${link}` }).facts, `见${link}`);
  });
});

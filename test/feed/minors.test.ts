/** Who is a minor by anything that a row says, and who is not; read by the reader that every page, tool and folder uses. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SgsConfig } from '../../src/model/config.js';
import { readJson, type ReadFeed } from './feeds.js';

const PENALTY = { 行政处罚决定书文号: '甲罚〔2026〕1号', 案件名称: '无证经营案', 行政相对人名称: '青岚市甲食品有限公司', 处罚决定日期: '2026-05-01', 处罚机关: '某局' };
const PERSON = { ...PENALTY, 行政相对人名称: '王小满', 行政相对人类别: '自然人' };
const read = (row: object, config: SgsConfig = {}): ReadFeed => readJson([row], { today: '2026-11-30', config });
const CHILD = '999999201101010015';

describe('a natural person is withheld as a minor by', () => {
  const by = (rows: readonly object[]): void => {
    for (const row of rows) {
      const { records, report } = read({ ...PERSON, ...row });
      assert.deepEqual(report.withheld, { minor: 1 }, JSON.stringify(row));
      assert.doesNotMatch(JSON.stringify([records, report.notices]), /小满|2011|未成年/, JSON.stringify(row));
    }
  };
  it('the age', () => { by([{ 年龄: '17周岁' }, { 年龄: '１７' }, { 年龄: '十七岁' }, { 被处罚人年龄: '16岁' }, { nl: '15' }]); });
  it('the date of birth under any name', () => {
    by([{ 出生年份: 2011 }, { birthDate: 1293840000000 }, { dateOfBirth: '2011-01-01' }, { 生日: '2011-01-01' }, { CSNY: '2011-01' }, { 出生年月: ['2010.06'] }]);
  });
  it('an ID in a column that is none of IDs by its name', () => {
    by([{ 证照号码: CHILD }, { 行政相对人代码: CHILD }, { cardNumber: CHILD }, { 工商注册号: CHILD }, { 其他编号: `号${CHILD}` }]);
  });
  it('a flag', () => {
    by([{ 是否未成年: '是' }, { 是否未成年人: '1' }, { 未成年人标志: 'Y' }, { isMinor: true }, { 是否成年: '否' }, { sfcn: '0' }, { 人员类别: '未成年人' },
      { 是否满18周岁: '否' }, { 是否年满十八周岁: 0 }, { 是否不满16周岁: '是' }]);
  });
  it('a guardian', () => { by([{ 法定监护人: '王大满' }, { 监护人姓名: '王大满' }, { guardian: '王大满' }, { jhr: '王大满' }]); });
  it('words in a text', () => {
    by([{ 违法事实: '当事人系青岚市甲镇中心小学六年级学生' }, { 违法事实: '系在校初中生' }, { 处罚内容: '责令其监护人严加管教' },
      { 违法事实: '当事人不满十八周岁' }, { 违法事实: '当事人未满16周岁' }, { 备注: '系未成年' }, { 承办人意见: '未成年，从轻' }]);
  });
  it('age, birth or ID behind the name in a text, or behind a word for the subject', () => {
    by([{ 违法事实: '王小满（男，15岁）于' }, { 违法事实: '王 小满，男，汉族，十五岁' }, { 违法事实: '当事人王某，2011年1月1日出生' }, { 案件名称: '王小满（2011年生）案' },
      { 违法事实: `经查，被处罚人：身份证号码：${CHILD}` }, { 行政相对人名称: '王小满（2011年1月1日出生）' }, { 行政相对人名称: `王小满${CHILD}` },
      { 违法事实: '王小满出生于2011年5月' }]);
  });
});

describe('no minor is', () => {
  it('an adult, whatever numbers stand in the row', () => {
    for (const row of [{ 年龄: 0 }, { 年龄: '36' }, { 是否未成年: '否' }, { isMinor: false }, { 是否成年: '是' }, { 监护人身份证号: CHILD }, { 监护人编号: CHILD }, { 监护人: '无' },
      { 是否满18周岁: '是' }, { 违法事实: '系青岚市甲镇中心小学教师，体罚学生' }, { 违法事实: '系大学三年级学生' },
      { 违法事实: '王小满（男，35岁）' }, { 违法事实: '王小满，2011年1月1日起经营' }, { 违法事实: '王小满，身份证号999999197001010156' }, { 违法事实: '当事人于2011年1月1日开业，犬龄3岁' },
      { 违法事实: '当事人的店龄15年' }, { 违法事实: '王小满，1990年1月1日出生' }]) {
      assert.deepEqual(read({ ...PERSON, ...row }).report.withheld, {}, JSON.stringify(row));
    }
  });
  it('a shop, or whom it sold to', () => {
    for (const row of [{ 违法事实: '向未成年人出售烟草' }, { 违法事实: '使用童工（未满16周岁）' }, { 案件名称: '未成年人保护案' }, { 法定代表人身份证号: CHILD }]) {
      assert.deepEqual(read({ ...PENALTY, ...row }).report.withheld, {}, JSON.stringify(row));
    }
  });
});

describe('somebody named in a column that is withheld', () => {
  it('is masked in the texts; the shop called after them and the representative stay', () => {
    const shop = { ...PENALTY, 行政相对人名称: '王小满水果店', 经营者姓名: '王小满', 违法事实: '王小满水果店的王小满在店内；承办人李大力' , 承办人: '李大力、周小川' };
    const [one] = read(shop).records;
    assert.equal(one?.facts, '王小满水果店的王某在店内；承办人李某');
    assert.equal(one?.subjectName, '王小满水果店');
    const [firm] = read({ ...PENALTY, 法定代表人: '冯法代', 联系人: '冯法代', 违法事实: '冯法代到场' }).records;
    assert.equal(firm?.facts, '冯法代到场');
    const [open] = read(shop, { privacy: { redactText: false } }).records;
    assert.match(String(open?.facts), /的王小满在店内/);
    const [person] = read({ ...PERSON, 经办人: '李大力', 违法事实: '李大力检查' }).records;
    assert.equal(person?.facts, '李某检查');
  });
  it('is looked for by names alone', () => {
    const [one] = read({ ...PENALTY, 籍贯: '云岫', 举报人意见: '云岫', 联系人: '云岫路代办点', 违法事实: '位于云岫路' }).records;
    assert.equal(one?.facts, '位于云岫路');
    const [two] = read({ ...PENALTY, 承办人: 5, 经办人: '李大力'.repeat(80), 违法事实: '李大力检查' }).records;
    assert.equal(two?.facts, '李大力检查');
  });
});

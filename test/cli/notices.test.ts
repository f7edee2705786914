// What was withheld, masked or not understood is told: what, where, by which rule; never whose.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { NOTICE_EFFECTS, NOTICE_RULES, noticePlace } from '../../src/check/notice-words.js';
import { WITHHELD_REASONS } from '../../src/model/outcome.js';
import { WITHHELD } from '../../src/cli/words.js';
import { sgs } from './run.js';

const TODAY = ['--today', '2026-11-30'];
const folder = mkdtempSync(join(tmpdir(), 'sgs-notices-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

const HEAD = '行政相对人名称,行政相对人类别,行政处罚决定书文号,违法事实,处罚内容,处罚决定日期,处罚机关,公示状态,经办人';
const ID = '000000199001010018';
const line = (n: number, state: string, name = `青岚市鹿鸣${n}食品有限公司`, type = '法人及非法人组织'): string =>
  `${name},${type},青罚〔2026〕${n}号,当事人${name}销售过期食品，证件号码${ID},罚款1万元,2026-11-18,甲局,${state},褚一鸣`;
const TABLE = write('处罚.csv', [HEAD, line(1, '公示中'), line(2, '3'), line(3, '取消公示'), line(4, '3'), line(5, '公示中', '卫一鸣', '自然人')].join('\n'));

/** Nothing of a person, wherever it might have come from. */
const namesNobody = (text: string): void => {
  for (const secret of [ID, '一鸣', '199001010018']) assert.equal(text.includes(secret), false, secret);
};

describe('what is withheld, masked or not understood', () => {
  for (const [command, more] of [['check', []], ['convert', ['-o', at('out.json')]]] as const) {
    it(`sgs ${command} of a table says what, where and by which rule, grouped`, async () => {
      const { code, out } = await sgs(command, TABLE, ...more, ...TODAY);
      assert.equal(code, 1, 'somebody has to say what 3 means');
      assert.match(out, /不公示的记录：\n {4}列“公示状态”的值“3”（处罚!H3、H5）：含义不明确[^\n]*values[^\n]*mapping/);
      assert.match(out, /列“公示状态”的值“取消公示”（处罚!H4）：已修复或已终止公示（国家发展改革委令第36号、国办发〔2025〕22号）/);
      assert.match(out, /不公示的列：\n {4}列“经办人”（处罚!I[^\n]*）：(?:涉及个人的列|内部工作用的列)/);
      assert.match(out, /隐去的内容：[^]*列“违法事实”（处罚!D2[^\n]*）：证件号码、电话、账号或住址/);
      namesNobody(out);
    });
  }

  it('sgs merge says it of what it takes in, and of each department', async () => {
    write('site.json', JSON.stringify({ version: 1, records: [{ kind: 'penalty', documentNumber: '青罚〔2026〕9号', subjectName: '青岚市云岫宾馆有限公司', decidedOn: '2026-11-18', authority: '甲局' }] }));
    const into = await sgs('merge', '--into', at('site.json'), TABLE, '-o', at('merged.json'), ...TODAY);
    assert.match(into.out, /列“公示状态”的值“3”（处罚!H3、H5）：含义不明确/);
    const feeds = await sgs('merge', at('site.json'), TABLE, '-o', at('all.json'), ...TODAY);
    assert.match(feeds.out, /列“公示状态”的值“3”（处罚!H3、H5）：含义不明确/);
    assert.deepEqual([into.code, feeds.code], [1, 1]);
    namesNobody(into.out + feeds.out);
  });

  it('of a feed the records are numbered, and JSON has all of it', async () => {
    const feed = write('feed.json', JSON.stringify({ records: ['公示中', '3'].map((state, n) => ({
      kind: 'penalty', documentNumber: `青罚〔2026〕${n}号`, subjectName: '青岚市鹿鸣食品有限公司', decidedOn: '2026-11-18', authority: '甲局', 公示状态: state,
    })) }));
    assert.match((await sgs('check', feed, ...TODAY)).out, /列“公示状态”的值“3”（第 2 条）：含义不明确/);
    const [checked] = JSON.parse((await sgs('check', feed, '--json', ...TODAY)).out) as { notices: object[] }[];
    assert.deepEqual(checked?.notices, [{ column: '公示状态', value: '3', rule: 'unclear', what: 'withheld', count: 1, rows: [2] }]);
  });

  it('what the configuration says of it is heard', async () => {
    const config = write('sgs.config.json', JSON.stringify({ values: { 公示状态: { 3: 'public' } }, mapping: { 经办人: 'ignore' } }));
    const { out } = await sgs('convert', TABLE, '-o', at('settled.json'), '--config', config, ...TODAY);
    assert.doesNotMatch(out, /含义不明确|经办人/);
    const numbers = (JSON.parse(readFileSync(at('settled.json'), 'utf8')) as { records: { documentNumber: string }[] }).records
      .map(({ documentNumber }) => documentNumber).sort();
    assert.deepEqual(numbers, [1, 2, 4, 5].map((n) => `青罚〔2026〕${n}号`));
  });

  it('sgs prerender and sgs shard say it, and write none of it', async () => {
    const feed = write('pages.json', JSON.stringify({ version: 1, records: ['公示中', '已修复', '7'].map((state, n) => ({
      kind: 'penalty', documentNumber: `青罚〔2026〕${n}号`, subjectName: `青岚市鹿鸣${n}食品有限公司`, decidedOn: '2026-11-18', authority: '甲局', 公示状态: state,
    })) }));
    const pages = await sgs('prerender', feed, '-o', at('site'), '--base', 'https://www.example.gov.cn/sgs/', ...TODAY);
    const shards = await sgs('shard', feed, '-o', at('shards'), ...TODAY);
    for (const { err } of [pages, shards]) {
      assert.match(err, /1 条/);
      assert.match(err, /列“公示状态”的值“7”（第 3 条）：含义不明确/);
      assert.match(err, /列“公示状态”的值“已修复”（第 2 条）：已修复或已终止公示/);
    }
  });

  it('sgs shard --add withdraws what a day says is repaired, or says in words that nobody knows', async () => {
    const record = { kind: 'penalty', documentNumber: '青罚〔2026〕1号', subjectName: '青岚市鹿鸣食品有限公司', caseName: '标签', decidedOn: '2026-11-18', authority: '甲局' };
    const records = [1, 2, 3].map((n) => ({ ...record, documentNumber: `青罚〔2026〕${n}号` }));
    const feed = write('all.json', JSON.stringify({ version: 1, records }));
    await sgs('shard', feed, '-o', at('add'), ...TODAY);
    const day = write('day.json', JSON.stringify({ version: 1, records: [{ ...record, 修复状态: '已修复' }, { ...records[1], 公示状态: '7' }] }));
    const { err } = await sgs('shard', day, '-o', at('add'), '--add', ...TODAY);
    assert.match(err, /共 1 条；新增 0 条，更正 0 条，撤下 2 条/);
  });
});

it('every rule, reason and effect has its words', () => {
  for (const reason of WITHHELD_REASONS) assert.ok(WITHHELD[reason] && NOTICE_RULES[reason].text, reason);
  assert.equal(Object.values(NOTICE_RULES).every(({ text, source }) => text && source), true);
  assert.equal(Object.values(NOTICE_EFFECTS).every(Boolean), true);
});

it('a place names the sheet, the column and the rows, or the numbers of the records', () => {
  const notice = { column: '公示状态', rule: 'unclear', what: 'withheld' } as const;
  assert.equal(noticePlace({ ...notice, sheet: '处罚', letters: 'H', rows: [3, 5], count: 2 }), '处罚!H3、H5');
  assert.equal(noticePlace({ ...notice, sheet: '处罚', letters: 'H', rows: [3, 5, 7, 9], count: 12 }), '处罚!H3、H5、H7 等 12 行');
  assert.equal(noticePlace({ ...notice, rows: [3], count: 1 }), '第 3 条');
  assert.equal(noticePlace({ ...notice, rows: [1, 2, 3, 4], count: 9 }), '第 1、2、3 条等共 9 条');
  assert.equal(noticePlace({ ...notice, rows: [], count: 9 }), '共 9 条');
});

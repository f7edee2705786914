// Decisions whose publicity has ended: what makes one, and which records are of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createReader } from '../../src/feed/reader.js';
import type { SgsRecord } from '../../src/model/record.js';
import { createEndedFinder, endedBy, numbersIn, repairedDecision, speaksOfEnd, type EndedDecision } from '../../src/publication/end.js';
import { mergeFeeds } from '../../src/publication/merge.js';
import { updateFeed } from '../../src/publication/update.js';

const TODAY = '2026-11-30';

const penalty = {
  kind: 'penalty', documentNumber: '青罚〔2026〕1号', caseName: '标签案', subjectName: '青岚市鹿鸣食品有限公司', subjectType: '法人及非法人组织',
  result: '罚款1万元', decidedOn: '2026-05-10', authority: '青岚市甲局',
};

const readAll = (...rows: readonly object[]): { readonly records: SgsRecord[]; readonly ended: EndedDecision[] } => {
  const records: SgsRecord[] = [];
  const ended: EndedDecision[] = [];
  const reader = createReader({
    today: TODAY,
    onRecords: (batch) => records.push(...batch),
    onRow: (row, built) => {
      const decision = endedBy(row, built, {}, TODAY);
      if (decision) ended.push(decision);
    },
  });
  reader.push(JSON.stringify({ version: 1, records: rows }));
  reader.end();
  return { records, ended };
};

describe('a row that is withheld', () => {
  const cases: readonly (readonly [why: string, more: object, takes: boolean])[] = [
    ['expired', { publicUntil: '2026-11-20' }, true],
    ['repaired', { 修复状态: '已修复' }, true],
    ['ended', { 公示状态: '终止公示' }, true],
    ['internal', { 公开属性: '不予公开' }, true],
    ['unclear', { 公示状态: '7' }, true],
    ['in the future, which is rather a mistake', { decidedOn: '2027-05-10' }, false],
    ['revoked, which needs a notice', { status: 'revoked' }, false],
    ['shown', {}, false],
  ];
  for (const [why, more, takes] of cases) {
    it(`${takes ? 'takes' : 'does not take'} the published record away when it is ${why}`, () => {
      const { records: before } = readAll(penalty);
      const { records: incoming, ended } = readAll({ ...penalty, ...more });
      const { records, changes } = updateFeed(before, incoming, [], undefined, ended);
      assert.deepEqual([records.length, changes.filter(({ what }) => what === 'ended').length], takes ? [0, 1] : [1, 0]);
      assert.equal(mergeFeeds([{ name: '甲', records: before }], ended).ended.length, takes ? 1 : 0);
    });
  }
});

describe('the decision that is meant', () => {
  const { records: [record] } = readAll(penalty);
  const finds = (decision: EndedDecision): boolean => createEndedFinder([decision])(record as SgsRecord) !== undefined;

  it('is found by its number in any width and with any brackets, or by its id', () => {
    for (const number of ['青罚〔2026〕1号', '青罚[2026]1号', '青罚（2026） １号', ' 青罚【2026】1号']) assert.ok(finds(repairedDecision(number)), number);
    assert.ok(finds(repairedDecision((record as SgsRecord).id)));
    assert.equal(finds(repairedDecision('青罚〔2026〕11号')), false);
  });

  it('is another one with another subject, authority or kind; what is not said makes no difference', () => {
    const said = { documentNumber: '青罚〔2026〕1号', reason: 'repaired' } as const;
    assert.ok(finds(said));
    assert.ok(finds({ ...said, kind: 'penalty', subjectName: '青岚市鹿鸣食品有限公司' }));
    assert.equal(finds({ ...said, subjectName: '青岚市云岫宾馆有限公司' }), false);
    assert.equal(finds({ ...said, authority: '青岚市乙局' }), false);
    assert.equal(finds({ ...said, kind: 'license' }), false);
  });

  it('leaves all the others, whatever they are', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 }), fc.nat(), (all, at) => {
      const { records: before } = readAll(...all.map((n) => ({ ...penalty, documentNumber: `青罚〔2026〕${n}号` })));
      const gone = `青罚〔2026〕${all[at % all.length] ?? 1}号`;
      const { records, found } = updateFeed(before, before, [], undefined, [repairedDecision(gone)]);
      assert.deepEqual([records.length, found.size, records.some(({ documentNumber }) => documentNumber === gone)], [all.length - 1, 1, false]);
    }), { numRuns: 30 });
  });
});

describe('a reason', () => {
  for (const text of ['已完成信用修复', '信用修复', '已修复', '经申请修复后撤下', '公示期满', '公示期已届满', '终止公示', '停止 公示', '不再公示', '移出名单']) {
    it(`“${text}” speaks of the end of publicity, and never becomes a notice of revocation`, () => {
      assert.ok(speaksOfEnd(text));
      const { records: before } = readAll(penalty);
      const { records, changes } = updateFeed(before, [], [{ record: '青罚〔2026〕1号', reason: text, on: TODAY }]);
      assert.deepEqual([records, changes.map(({ what, reason }) => [what, reason])], [[], [['ended', 'repaired']]]);
    });
  }
  for (const text of ['经行政复议撤销', '事实不清、证据不足', '申请人隐瞒情况', '法院判决撤销', '生态环境修复方案认定有误', '处罚主体错误', '公示内容与决定书不符，重新作出']) {
    it(`“${text}” is one of a revocation`, () => assert.equal(speaksOfEnd(text), false));
  }
});

it('numbers are typed in lines or with signs between them', () => {
  assert.deepEqual(numbersIn('青罚〔2026〕1号\r\n 青罚〔2026〕2号 、青罚〔2026〕3号；青罚〔2026〕1号,,'), ['青罚〔2026〕1号', '青罚〔2026〕2号', '青罚〔2026〕3号']);
});

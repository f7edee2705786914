// Decisions whose publicity has ended leave the feed, are named, and come back with no old sheet.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sgs } from './run.js';

const CASES = 'test/fixtures/cases/rules';
const SITE = join(CASES, 'repair-sgs.json');
const TODAY = ['--today', '2026-11-30'];

const folder = mkdtempSync(join(tmpdir(), 'sgs-repaired-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const numbers = (name: string): string[] =>
  (JSON.parse(text(name)) as { records: { documentNumber: string }[] }).records.map(({ documentNumber }) => documentNumber).sort();
const into = (feed: string, ...more: string[]): ReturnType<typeof sgs> => sgs('merge', '--into', feed, ...more, ...TODAY);

const penalty = (n: string, more: object = {}): object => ({
  kind: 'penalty', documentNumber: `青罚〔2026〕${n}号`, caseName: `案件${n}`, subjectName: `青岚市鹿鸣${n}食品有限公司`,
  subjectType: '法人及非法人组织', category: ['罚款'], result: '罚款1万元', decidedOn: '2026-05-10', authority: '青岚市甲局', ...more,
});
const write = (name: string, ...records: object[]): string => {
  writeFileSync(at(name), JSON.stringify({ version: 1, publisher: { name: '青岚市甲局' }, records }));
  return at(name);
};

describe('a corrected row that may not be shown takes the published record away', () => {
  it('with a new end of publicity that is past, and says so', async () => {
    const { code, out } = await into(SITE, join(CASES, 'repair-week.xlsx'), '-o', at('week.json'), '--history', at('week.history.json'));
    assert.equal(code, 0, out);
    assert.match(out, /移除：行政处罚 修1（公示期已满）/);
    assert.equal(text('week.json').includes('修1'), false);
    assert.ok(numbers('week.json').includes('留4'));
    assert.match(text('week.history.json'), /"what":"ended".*"documentNumber":"修1","reason":"expired"/);
  });

  it('in feeds of others, too: what has ended in one is shown in none', async () => {
    write('department.json', penalty('1', { publicUntil: '2026-11-20' }), penalty('2'));
    write('county.json', penalty('1'), penalty('2'), penalty('3'));
    const { out } = await sgs('merge', at('county.json'), at('department.json'), '-o', at('merged.json'), ...TODAY);
    assert.match(out, /移除：行政处罚 青罚〔2026〕1号（公示期已满）/);
    assert.deepEqual(numbers('merged.json'), ['青罚〔2026〕2号', '青罚〔2026〕3号']);
  });

  it('and not that of another subject under the same number', async () => {
    write('both.json', penalty('1'), penalty('1', { subjectName: '青岚市云岫宾馆有限公司' }));
    write('one.json', penalty('1', { publicUntil: '2026-11-20' }));
    await into(at('both.json'), at('one.json'), '-o', at('other.json'));
    assert.deepEqual(numbers('other.json'), ['青罚〔2026〕1号']);
    assert.ok(text('other.json').includes('云岫'));
  });

  it('of a natural person as well, whose published name is masked', async () => {
    const person = { subjectName: '褚一鸣', subjectType: '自然人' };
    write('masked.json', penalty('1', { ...person, subjectName: '褚某' }));
    write('row.json', penalty('1', { ...person, publicUntil: '2026-11-20' }));
    const { out } = await into(at('masked.json'), at('row.json'), '-o', at('gone.json'));
    assert.deepEqual([numbers('gone.json'), out.includes('一鸣')], [[], false]);
  });

  it('and what the old feed itself may not show any more is named', async () => {
    write('lapsed.json', penalty('1', { publicUntil: '2026-11-20' }), penalty('2'));
    const { out } = await into(at('lapsed.json'), write('new.json', penalty('3')), '-o', at('kept.json'));
    assert.match(out, /移除：行政处罚 青罚〔2026〕1号（公示期已满）/);
    assert.deepEqual(numbers('kept.json'), ['青罚〔2026〕2号', '青罚〔2026〕3号']);
  });

  it('unless it extends the period of what had lapsed', async () => {
    write('short.json', penalty('1', { publicUntil: '2026-11-20' }));
    const { out } = await into(at('short.json'), write('long.json', penalty('1', { publicUntil: '2027-05-10' })), '-o', at('extended.json'));
    assert.deepEqual([numbers('extended.json'), out.includes('移除')], [['青罚〔2026〕1号'], false]);
  });
});

describe('sgs merge --repaired', () => {
  it('takes decisions away by number, however it is typed, on the day that is said, and names them', async () => {
    write('site.json', penalty('1'), penalty('2'), penalty('3'), penalty('4'));
    const { code, out } = await into(at('site.json'), '-o', at('site.json'), '--repaired', '青罚[2026]1号', '--repaired',
      '青罚（2026）2号、青罚〔2026〕3号', '--on', '2026-11-25', '--history', at('site.history.json'));
    assert.equal(code, 0, out);
    for (const n of [1, 2, 3]) assert.match(out, new RegExp(`移除：行政处罚 青罚〔2026〕${n}号（已修复或已终止公示，2026-11-25）`));
    assert.deepEqual(numbers('site.json'), ['青罚〔2026〕4号']);
    assert.match(text('site.history.json'), /"on":"2026-11-25","what":"ended".*1号/);
  });

  it('takes several numbers after one option', async () => {
    write('several.json', penalty('1'), penalty('2'), penalty('3'));
    const { code, out } = await into(at('several.json'), '-o', at('several.out.json'), '--repaired', '青罚〔2026〕1号', '青罚〔2026〕2号');
    assert.equal(code, 0, out);
    assert.deepEqual(numbers('several.out.json'), ['青罚〔2026〕3号']);
  });

  it('lets none come back with an old sheet, by the history', async () => {
    write('back.json', penalty('1'), penalty('2'));
    const sheet = write('sheet.json', penalty('1'), penalty('2'));
    const merge = (...more: string[]): ReturnType<typeof sgs> =>
      into(at('back.json'), '-o', at('back.json'), '--history', at('back.history.json'), ...more);
    await merge('--repaired', '青罚〔2026〕1号');
    const { code, out } = await merge(sheet);
    assert.equal(code, 0, out);
    assert.deepEqual(numbers('back.json'), ['青罚〔2026〕2号']);
    assert.equal((await merge('--repaired', '青罚〔2026〕1号')).code, 0, 'said twice it is no mistake');
  });

  it('leaves the feed of several departments, and stays away while they still have it, by the state', async () => {
    const feeds = [write('甲.json', penalty('1'), penalty('2')), write('乙.json', penalty('1'), penalty('3'))];
    const merge = (...more: string[]): ReturnType<typeof sgs> =>
      sgs('merge', ...feeds, '-o', at('县.json'), '--state', at('县.state.json'), ...more, ...TODAY);
    assert.match((await merge('--repaired', '青罚〔2026〕1号')).out, /移除：行政处罚 青罚〔2026〕1号/);
    assert.deepEqual(numbers('县.json'), ['青罚〔2026〕2号', '青罚〔2026〕3号']);
    assert.equal(text('县.state.json').includes('1号'), false, 'the state names nobody');
    write('乙.json', penalty('1'), penalty('3'), penalty('4'));
    await merge();
    assert.deepEqual(numbers('县.json'), ['青罚〔2026〕2号', '青罚〔2026〕3号', '青罚〔2026〕4号']);
  });

  it('says which number it does not find, and writes nothing', async () => {
    write('missed.json', penalty('1'));
    const before = text('missed.json');
    const { code, err } = await into(at('missed.json'), '-o', at('missed.json'), '--repaired', '青罚〔2026〕9号');
    assert.equal(code, 2);
    assert.match(err, /没有找到已修复的“青罚〔2026〕9号”/);
    assert.equal(text('missed.json'), before);
  });

  it('takes no day ahead, and no day without a number', async () => {
    const early = await into(SITE, '-o', at('x.json'), '--repaired', '留4', '--on', '2026-12-01');
    assert.deepEqual([early.code, early.err.includes('今天之后')], [2, true]);
    const alone = await into(SITE, join(CASES, 'repair-week.xlsx'), '-o', at('x.json'), '--on', '2026-11-25');
    assert.deepEqual([alone.code, alone.err.includes('--repaired')], [2, true]);
  });
});

describe('“已撤销 … 已完成信用修复” is published by no way', () => {
  for (const reason of ['已完成信用修复', '公示期已满', '已修复', '终止公示', '信用 修复后撤下']) {
    it(`not as --reason ${reason}`, async () => {
      const { code, err } = await into(SITE, '-o', at('false.json'), '--withdraw', '留4', '--reason', reason);
      assert.equal(code, 2);
      assert.match(err, /--repaired/);
      assert.throws(() => text('false.json'));
    });
  }

  it('not from a notice that stands in the feed already, which goes and is named', async () => {
    const feed = write('notice.json', penalty('1', { status: 'revoked', revokeReason: '已完成信用修复', revokedOn: '2026-11-20' }), penalty('2'));
    const { out } = await into(feed, write('nothing.json', penalty('2')), '-o', at('clean.json'));
    assert.match(out, /移除：行政处罚 青罚〔2026〕1号（已修复或已终止公示）/);
    assert.equal(text('clean.json').includes('修复'), false);
    await sgs('merge', feed, at('nothing.json'), '-o', at('clean.json'), ...TODAY);
    assert.equal(text('clean.json').includes('修复'), false);
  });

  it('not by convert', async () => {
    const feed = write('raw.json', penalty('1', { status: 'revoked', revokeReason: '已完成信用修复' }), penalty('2'));
    await sgs('convert', feed, '-o', at('raw.out.json'), ...TODAY);
    assert.deepEqual([numbers('raw.out.json'), text('raw.out.json').includes('修复')], [['青罚〔2026〕2号'], false]);
  });

  it('while a reason of a revocation stays one', async () => {
    const { code, out } = await into(SITE, '-o', at('true.json'), '--withdraw', '留4', '--reason', '生态修复方案认定有误，经行政复议撤销');
    assert.equal(code, 0, out);
    assert.ok(text('true.json').includes('经行政复议撤销'));
  });

  it('nor one decision both', async () => {
    const both = await into(SITE, '-o', at('x.json'), '--withdraw', '留4', '--reason', '复议撤销', '--repaired', '留4');
    assert.deepEqual([both.code, both.err.includes('既撤回又已修复')], [2, true]);
  });
});

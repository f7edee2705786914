import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isCreditCode } from '../../src/rules/codes.js';
import { isNaturalPerson, looksLikePersonName, maskName, maskNames, REDACTED, redactIds, redactText } from '../../src/rules/privacy.js';

const person = { name: '张三', type: '', creditCode: '', hasPersonId: false };

describe('names of natural persons', () => {
  it('keep the surname', () => {
    assert.equal(maskName('张三丰'), '张某');
    assert.equal(maskName('欧阳惊蛰'), '欧阳某');
    assert.equal(maskName('司马'), '司某');
    assert.equal(maskName('张三、李四'), '张某、李某');
    assert.equal(maskName('张*'), '张*');
    assert.equal(maskName('张某某'), '张某某');
  });
  it('are told from the names of shops', () => {
    assert.ok(looksLikePersonName('赵青禾'));
    assert.ok(looksLikePersonName('阿里木·买买提'));
    assert.ok(!looksLikePersonName('福满楼面馆'));
    assert.ok(!looksLikePersonName('巷口店'));
    assert.ok(!looksLikePersonName('云岫县南浦生物科技有限公司'));
  });
  it('belong to a natural person by type, by ID, or by their looks', () => {
    assert.ok(isNaturalPerson({ ...person, type: '自然人' }));
    assert.ok(isNaturalPerson({ ...person, type: '01', name: 'X' }));
    assert.ok(isNaturalPerson({ ...person, name: 'X', creditCode: '000000199001010018' }));
    assert.ok(isNaturalPerson({ ...person, type: '个体工商户', creditCode: '92350100M000100Y43' }));
    assert.ok(isNaturalPerson(person));
    assert.ok(isNaturalPerson({ ...person, name: 'John Doe', hasPersonId: true }));
  });
  it('of a 个体工商户 are its keeper’s where its code, valid and of group 92, comes with no name of its own', () => {
    // Group 9 is 工商, 92 个体工商户 (GB 32100-2015, table 1); any other valid code is an organisation's, whatever it is called.
    const code = '92999999MA0000001K';
    assert.ok(isCreditCode(code));
    assert.ok(isNaturalPerson({ ...person, type: '个体工商户', creditCode: code }));
    assert.ok(isNaturalPerson({ ...person, creditCode: code }));
    assert.ok(!isNaturalPerson({ ...person, name: '城关镇福满楼面馆', creditCode: code }));
    assert.ok(!isNaturalPerson({ ...person, type: '个体工商户', name: '城关镇福满楼面馆', creditCode: code }));
    assert.ok(isCreditCode('91999999MA0000001N'));
    assert.ok(!isNaturalPerson({ ...person, creditCode: '91999999MA0000001N' }));
  });
  it('are not an organisation’s', () => {
    assert.ok(!isNaturalPerson({ ...person, creditCode: '91350100M000100Y43' }));
    assert.ok(!isNaturalPerson({ ...person, type: '法人及非法人组织' }));
    assert.ok(!isNaturalPerson({ ...person, type: '个体工商户', name: '城关镇福满楼面馆' }));
    assert.ok(!isNaturalPerson({ ...person, name: '福满楼餐饮服务中心', hasPersonId: true }));
    assert.ok(!isNaturalPerson({ ...person, name: 'ACME Trading', hasPersonId: false }));
  });
  it('are masked wherever they stand', () => {
    assert.equal(maskNames('当事人陈立秋，陈立秋自述', ['陈立秋']), '当事人陈某，陈某自述');
    assert.equal(maskNames('王未取得', ['王']), '王未取得');
  });
});

describe('free text', () => {
  const redacted = (text: string, options?: Parameters<typeof redactText>[1]): string => redactText(text, options);
  it('loses IDs, right or mistyped, with spaces or within longer numbers', () => {
    for (const id of ['999999196612060019', '99999919600612043X', '99999919600612043x', '000000199001010019', '000000 19900101 0018', '000000-19900101-0018', '00000019900101001823', '000000900101001', '000000********0018', '1122000000199001010018334455']) {
      assert.equal(redacted(`身份证号${id}，`), `身份证号${REDACTED}，`, id);
    }
    assert.equal(redacted('编号A000000199001010018'), `编号A${REDACTED}`);
  });
  it('loses phone numbers, bank cards, mail and passports', () => {
    assert.equal(redacted('电话19900000294。'), `电话${REDACTED}。`);
    assert.equal(redacted('电话199-0000-0294。'), `电话${REDACTED}。`);
    assert.equal(redacted('座机0999-1234567'), `座机${REDACTED}`);
    assert.equal(redacted('联系电话：1234567'), `联系电话：${REDACTED}`);
    assert.equal(redacted('账号6200000000000110080'), `账号${REDACTED}`);
    assert.equal(redacted('账号6200 0000 0000 0110 080'), `账号${REDACTED}`);
    assert.equal(redacted('邮箱someone@example.org，'), `邮箱${REDACTED}，`);
    assert.equal(redacted('护照号E00000016'), `护照号${REDACTED}`);
  });
  it('loses home addresses', () => {
    assert.equal(redacted('家庭住址：云岫县桃源街道幸福路18号3幢502室，缴款'), `家庭住址：${REDACTED}，缴款`);
    assert.equal(redacted('当事人，住云岫县城关镇柳荫巷18号2单元301室，电话'), `当事人，住${REDACTED}，电话`);
    assert.equal(redacted('（住云岫县东街 3 号）倾倒渣土，'), `（住${REDACTED}）倾倒渣土，`);
    assert.equal(redacted('在幸福路18号3幢502室内查获', { person: true }), `${REDACTED}内查获`);
    assert.equal(redacted('所在地：幸福路18号', { person: true }), `所在地：${REDACTED}`);
  });
  it('keeps what is public', () => {
    for (const text of ['批号20250314001', '许可证编号JY134990131288', '统一社会信用代码913499198506121775', '注册号440301103097413', '罚款人民币12.345678万元', '经营场所地址：幸福路18号', '从事住宿场所经营，客房四十八间3号楼', '自2025-03-04 至2030-03-04', '〔2025〕12号', '证号SC10634990012345678']) {
      assert.equal(redacted(text), text);
    }
  });
  it('masks the names it is given', () => {
    assert.equal(redacted('陈立秋未取得许可', { names: ['陈立秋'] }), '陈某未取得许可');
  });
  it('never lets a resident ID through, whatever stands around it', () => {
    const id = fc.constantFrom('000000199001010018', '999999197001010156', '99999919600612043X');
    fc.assert(fc.property(fc.string(), id, fc.string(), (before, number, after) => {
      assert.ok(!redactText(before.replace(/[A-Za-z]$/, '') + number + after.replace(/^[A-Za-z]/, '')).includes(number));
    }), { numRuns: 500 });
  });
  it('loses IDs even where redaction is switched off', () => {
    assert.equal(redactIds('电话19900000294，身份证000000199001010018'), `电话19900000294，身份证${REDACTED}`);
    assert.equal(redactIds('913499198506121775'), '913499198506121775');
  });
});

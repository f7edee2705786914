import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { personsInExtra } from '../../src/rules/persons/extra-value.js';
import { createNameMasker } from '../../src/rules/persons/masker.js';
import { maskNameField, personsIn } from '../../src/rules/persons/name-field.js';
import { keepersIn, looksLikePersonName, maskName, splitNames } from '../../src/rules/persons/names.js';
import { maskNamedPersons } from '../../src/rules/persons/other-persons.js';
import { isPerson } from '../../src/rules/persons/subject.js';

const nobody = { name: '张三', type: '', creditCode: '', ids: [] as string[] };

describe('whether a subject is a person', () => {
  it('their own ID decides, whatever their name ends in', () => {
    for (const name of ['王子轩', '李园', '赵青城', '吴玉堂', '张店', 'John Doe', 'X']) assert.ok(isPerson({ ...nobody, name,
      ids: ['000000201101010015'] }), name);
    assert.ok(isPerson({ ...nobody, name: 'X', creditCode: '000000199001010018' }));
    assert.ok(isPerson({ ...nobody, name: 'X', creditCode: '999999700101017' }));
    assert.ok(isPerson({ ...nobody, name: '张三超市', type: '自然人', ids: ['E00000000'] }));
  });
  it('but not the ID of an organisation’s representative, nor a firm’s code in a column for both', () => {
    assert.ok(!isPerson({ ...nobody, name: '福满楼餐饮服务中心', ids: ['000000199001010018'] }));
    assert.ok(!isPerson({ ...nobody, name: '城关镇福满楼酒家老店', ids: ['000000199001010018'] }));
    assert.ok(!isPerson({ ...nobody, name: '海石', type: '法人', ids: ['000000199001010018'] }));
    assert.ok(!isPerson({ ...nobody, name: '海石', creditCode: '913499198506121775', ids: ['000000199001010018'] }));
    assert.ok(!isPerson({ ...nobody, name: '云岫县老茶堂', ids: ['913499198506121775', '00000000000000000X', 'MA1B3N1N-2', '440301103097413',
      ''] }));
  });
  it('then the type', () => {
    for (const type of ['自然人', '个人', '公民', '01']) assert.ok(isPerson({ ...nobody, name: 'X', type }), type);
    for (const type of ['非自然人', '个人独资企业', '有限责任公司（自然人独资）', '法人及非法人组织', '02', '社会组织', '事业单位']) assert.ok(!isPerson({ ...nobody, type }),
      type);
  });
  it('then the credit code: 92 leaves it to the name', () => {
    for (const creditCode of ['913499198506121775', '12100000400000624D', '11420000MB15291767']) assert.ok(!isPerson({ ...nobody,
      creditCode }), creditCode);
    const code = '92349903MAQQW4A153';
    assert.ok(isPerson({ ...nobody, name: '韩六', creditCode: code, type: '个体工商户' }));
    assert.ok(!isPerson({ ...nobody, name: '满庭轩', creditCode: code, type: '个体工商户' }));
    assert.ok(!isPerson({ ...nobody, creditCode: '440301103097413', name: '满庭轩' }));
  });
  it('and where nothing else is told, a name that ends like a shop’s is a person’s behind a sure surname', () => {
    for (const name of ['冯小堂', '赵小轩', '钱小城', '孙小园']) assert.ok(isPerson({ ...nobody, name }), name);
    for (const name of ['满庭轩', '陈家楼', '张记坊', '李氏堂', '同仁堂', '赵小轩茶楼']) assert.ok(!isPerson({ ...nobody, name }), name);
    assert.ok(!isPerson({ ...nobody, name: '赵小轩', type: '个体工商户' }));
    assert.ok(!isPerson({ ...nobody, name: '赵小轩', creditCode: '92349903MAQQW4A153' }));
  });
  it('then the name', () => {
    for (const name of ['赵青禾', '王　明', '钱多宝、孙得胜', '钱多宝等3人', '阿里木·买买提', '古丽巴哈尔', '买买提．吐尔逊', 'John Smith', 'SMITH John', '秦九先生', '尤女士',
      '杨七（经营者：杨七）', '钱多宝（青岚市多宝小吃店）', '𠮷田太郎']) {
      assert.ok(isPerson({ ...nobody, name }), name);
    }
    for (const name of ['福满楼面馆', '巷口店', '沈家小吃店', '青岚市朱八五金店（朱八）', '云岫县南浦生物科技有限公司', 'ACME Trading', 'Acme Food Co', '云岫县白鹭镇人民', '', '先生',
      'x']) {
      assert.ok(!isPerson({ ...nobody, name }), name);
    }
  });
});

describe('names', () => {
  it('are masked but for the surname', () => {
    for (const [name, mask] of [['张三丰', '张某'], ['欧阳惊蛰', '欧阳某'], ['司马', '司某'], ['王', '王某'], ['张*', '张*'], ['张某某', '张某某'], ['张*三', '张*三'],
      ['王小*', '王某'], ['爱新觉罗溥某某', '爱新觉罗某'],
      ['阿里木·买买提', '阿某'], ['John Smith', 'J某'], ['smith', 'S某'], ['𠮷田太郎', '𠮷某'], ['㐂三', '㐂某'], ['',
        '某']] as const) assert.equal(maskName(name), mask);
  });
  it('are split', () => {
    for (const [text, names] of [
      ['王小明、李小红', ['王小明', '李小红']], ['钱多宝,孙得胜；周一/吴二', ['钱多宝', '孙得胜', '周一', '吴二']], ['王小明和李小红与赵四', ['王小明', '李小红', '赵四']], ['王和平', ['王和平']],
      ['王　明', ['王明']], ['钱 多 宝', ['钱多宝']], ['张三 李四', ['张三', '李四']], ['欧阳 明', ['欧阳明']], ['王小明（男）', ['王小明']], ['张三 男 汉族 1990年1月1日出生',
        ['张三']], ['张三，男', ['张三']], ['张三男', ['张三男']],
      ['许十等3人', ['许十']], ['许十等三人', ['许十']], ['杨七（经营者：杨七）', ['杨七']], ['时任局长张三', ['张三']], ['张三（时任某局）', ['张三']], ['秦九先生', ['秦九']], ['尤女士',
        ['尤女士']],
      ['John Smith', ['John Smith']], ['John  Smith', ['John Smith']], ['张三 女', ['张三']], ['Smith', ['Smith']], ['阿里木·买买提', ['阿里木·买买提']],
        ['多宝小吃店（钱多宝）', ['钱多宝']], ['王 A1', []], ['', []],
    ] as const) assert.deepEqual(splitNames(text), names, text);
  });
  it('of keepers stand behind their shops’', () => {
    assert.deepEqual(keepersIn('青岚市朱八五金店（朱八）'), ['朱八']);
    assert.deepEqual(keepersIn('青岚市五金店（经营者：朱八）'), ['朱八']);
    assert.deepEqual(keepersIn('青岚市五金店(负责人朱八)'), ['朱八']);
    for (const name of ['某某公司（江苏）', '某某公司（普通合伙）', '某店（总店）', '某店', '某店（一二三）']) assert.deepEqual(keepersIn(name), [], name);
  });
  it('look like it', () => {
    assert.ok(!looksLikePersonName('云岫县白鹭镇人'));
    assert.ok(!looksLikePersonName('ACME'));
  });
});

describe('the name column', () => {
  const shown = (name: string, person: boolean): string => maskNameField(name, personsIn(name, person), person);
  it('shows surnames alone, without sex and birth', () => {
    assert.equal(shown('王小明（男）、李 红，女', true), '王某、李某');
    assert.equal(shown('张三，男，1990年1月1日出生，汉族', true), '张某');
    assert.equal(shown('许十等3人', true), '许某等3人');
    assert.equal(shown('尤女士', true), '尤某');
    assert.equal(shown('张三000000199001010018', true).includes('0000'), false);
  });
  it('keeps the shop and masks its keeper', () => {
    assert.equal(shown('青岚市朱八五金店（朱八）', false), '青岚市朱八五金店（朱某）');
    assert.equal(shown('钱多宝（青岚市多宝小吃店）', true), '钱某（青岚市多宝小吃店）');
  });
});

describe('names in texts', () => {
  it('are masked however they are written', () => {
    const mask = createNameMasker(['王小明', '卫　二', 'John Smith', '阿依古丽·买买提', '𠮷田太郎', '何某', '王']);
    for (const [text, masked] of [
      ['王小明无证经营案，王 小 明、王\u200b小　明签字', '王某无证经营案，王某、王某签字'], ['王小李', '王小李'], ['卫二、卫 二', '卫某、卫某'],
        ['JohnSmith，ＪＯＨＮ ＳＭＩＴＨ，smith john称，Smith称', 'J某，J某，J某称，J某称'],
      ['Smithson，Blacksmith，Johnny', 'Smithson，Blacksmith，Johnny'], ['阿依古丽.买买提；阿依古丽称', '阿某；阿某称'], ['𠮷田太郎称', '𠮷某称'], ['何某、王', '何某、王'],
        ['', ''],
    ] as const) assert.equal(mask(text), masked, text);
  });
  it('stay within a shop’s that is called so', () => {
    const mask = createNameMasker(['朱八'], ['青岚市朱八五金店']);
    assert.equal(mask('青岚市朱八五金店（朱八），朱八'), '青岚市朱八五金店（朱某），朱某');
    assert.equal(createNameMasker(['朱八', '朱八', '朱八戒'])('朱八戒和朱八'), '朱某和朱某');
  });
  it('of others are masked behind the word for them', () => {
    for (const [text, masked] of [
      ['员工陈员工在场', '员工陈某在场'], ['联系人赵守法0532', '联系人赵某0532'], ['执法人员赵守法、周奉公对当事人', '执法人员赵某、周某对当事人'], ['举报人：欧阳克反映', '举报人：欧阳某反映'], ['监护人王五、',
        '监护人王某、'], ['配偶李四', '配偶李某'], ['员工王五证实，监护人王建国陪同', '员工王某证实，监护人王某陪同'],
      ['员工于2026年，员工高处作业，员工张贴广告，员工未戴帽，员工任职', '员工于2026年，员工高处作业，员工张贴广告，员工未戴帽，员工任职'], ['投诉人何某反映，员工王', '投诉人何某反映，员工王'],
    ] as const) assert.equal(maskNamedPersons(text), masked, text);
  });
  it('generated: nothing of the given name is left, whatever stands between its characters', () => {
    const name = fc.tuple(fc.constantFrom('王', '钱', '欧阳', '司马', '诸葛'), fc.stringMatching(/^[\u4e00-\u9fa5]{2}$/)).filter(([surname,
      given]) => !Array.from(given).some((char) => surname.includes(char)) && !given.includes('某'));
    const gap = fc.constantFrom('', ' ', '　', '\u200b', '·', '  ', '\n');
    fc.assert(fc.property(name, gap, gap, fc.constantFrom('当事人', '', '对'), ([surname, given], first, second, before) => {
      const text = `${before}${surname}${first}${given.charAt(0)}${second}${given.charAt(1)}无证经营`;
      assert.ok(!createNameMasker([surname + given])(text).includes(given.charAt(1)) || '无证经营当事人对'.includes(given.charAt(1)), text);
    }), { numRuns: 1000 });
  });
});

describe('persons named in texts and in names, in ways never seen', () => {
  const masked = (text: string, want: string): void => assert.equal(maskNamedPersons(text), want);
  it('behind words for what they are, whatever follows a sure surname', () => {
    masked('投诉人李小红女士称', '投诉人李某女士称');
    masked('工人张大力、李二牛坠落', '工人张某、李某坠落');
    masked('联系人：王小满 李小红', '联系人：王某 李某');
    masked('员工王小满乱扔烟头', '员工王某乱扔烟头');
    masked('员工李𬭎乱扔烟头', '员工李某扔烟头');
    masked('员工李乱，', '员工李某，');
    masked('车主王五和邻居李四', '车主王某和邻居李某');
    for (const word of ['业主', '经营者', '老板', '店主', '负责人', '会计', '学生', '村民', '案外人', '第三人', '总经理', '办案人']) masked(`${word}王小满`, `${word}王某`);
    masked('员工李某某乱扔', '员工李某某乱扔');
  });
  it('in quotes and brackets, and of other peoples', () => {
    masked('员工“王小满”未戴', '员工“王某”未戴');
    masked('员工（王小满）未戴', '员工（王某）未戴');
    masked('员工阿依努尔·买买提操作', '员工阿某操作');
    masked('员工约翰·史密斯操作', '员工约某操作');
    masked('员工买买提江操作', '员工买某操作');
    masked('员工阿里、', '员工阿里、');
    // Sounds of names, all of them, but a word.
    masked('员工金额买提', '员工金额买提');
    masked('员工白色尔买', '员工白色尔买');
  });
  it('not in words that only begin like one', () => {
    for (const text of ['消费者向我局投诉', '顾客向该店反映', '申请人应提供材料', '员工水杯', '员工花名册', '患者白内障手术', '工人常驻现场', '学生宿舍、家长会', '业主委员会、居民区、村民小组', '负责人于2026年',
      '经营者应当', '会计师事务所、会计凭证', '第三人称', '经理室', '患者强烈']) masked(text, text);
  });
  it('keepers behind a name without brackets', () => {
    for (const [name, keeper] of [['好再来餐馆经营者王小满', '王小满'], ['好再来餐馆-王小满', '王小满'], ['好再来餐馆，负责人：王小满', '王小满'], ['甲食品有限公司及其员工王小满', '王小满']] as const) {
      assert.deepEqual(keepersIn(name), [keeper]);
    }
    for (const name of ['青岚市经营者协会', '甲公司-云岫店', '甲公司-安全部', '甲公司-江苏', '甲公司员工食堂', '甲公司法定代表人王小满']) assert.deepEqual(keepersIn(name), [], name);
    assert.deepEqual(personsIn('王小满水果店经营者王小满', false), { names: ['王小满'], keep: ['王小满水果店'] });
  });
  it('who trades under their own name', () => {
    const facts = { type: '', creditCode: '', ids: [] };
    for (const name of ['个体工商户王小满', '王小满个体工商户', '无字号个体工商户王小满', '个体户王小满']) {
      assert.ok(isPerson({ ...facts, name }), name);
      assert.deepEqual(splitNames(name), ['王小满'], name);
    }
    for (const name of ['农户王小满', '村民：王小满', '司机王小满']) {
      assert.ok(isPerson({ ...facts, name }), name);
      assert.deepEqual(splitNames(name), ['王小满'], name);
    }
    for (const name of ['王小满 身份证000000199001011234', '王小满，证件号码：000000199001011234', '王小满（身份证号000000199001011234）']) {
      assert.ok(isPerson({ ...facts, name }), name);
      assert.ok(!maskNameField(name, personsIn(name, true), true).includes('小满'), name);
    }
    for (const name of ['村民委员会', '农户联合社', '业主大会', '司机之家', '居民小区']) assert.ok(!isPerson({ ...facts, name, type: '其他组织' }), name);
    for (const name of ['个体工商户协会', '满庭芳个体工商户', '个体经营户', '青岚水泥', '青岚码头', '小李理发', '欧阳五金']) assert.ok(!isPerson({ ...facts, name }), name);
    for (const type of ['农民专业合作社', '村委会', '事业单位', '集体', '社会团体', '股份制']) assert.ok(!isPerson({ ...facts, name: '李宁', type }), type);
    assert.equal(maskNameField('王小明(女，1990年1月1日出生，汉族)', personsIn('王小明(女，1990年1月1日出生，汉族)', true), true), '王某');
    assert.equal(maskNameField('王小明，男，1985年3月出生', personsIn('王小明，男，1985年3月出生', true), true), '王某');
  });
  it('values of columns nobody knows', () => {
    for (const value of ['王小满（经理）', '王小满、李小红', 'John Smith']) assert.ok(personsInExtra('甲栏', value).length > 0, value);
    for (const value of ['白酒', '方便面', '安全帽', '常规', '解释', '云岫区', '胡椒粉', '池塘', '柴油', '严重']) assert.deepEqual(personsInExtra('甲栏', value), [], value);
  });
});

describe('firms in the part of a person', () => {
  it('stay, as far as their names say so', () => {
    for (const text of ['申请人张三食品有限公司提交', '出租人：王氏建材有限公司称', '股东李记餐饮集团']) assert.equal(maskNamedPersons(text), text);
    assert.equal(maskNamedPersons('申请人王小满乱写；收款人王小满，姓名：李大力'), '申请人王某乱写；收款人王某，姓名：李某');
  });
});

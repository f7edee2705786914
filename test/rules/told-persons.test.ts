/** Persons whom what stands around their name tells, in the text of a firm's record. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keepersIn } from '../../src/rules/persons/names.js';
import { maskNamedPersons, mayNamePerson } from '../../src/rules/persons/other-persons.js';

const masked = (text: string, want: string): void => assert.equal(maskNamedPersons(text), want);

describe('what stands behind a name tells a person', () => {
  it('sex, age, an ID, a place in the firm', () => {
    masked('王小满（男，35岁）在店内', '王某（男，35岁）在店内');
    masked('经查，王小满,女,汉族', '经查，王某,女,汉族');
    masked('王小满（身份证号已隐去）', '王某（身份证号已隐去）');
    masked('王小满的公民身份号码', '王某的公民身份号码');
    masked('欧阳小满（该公司员工）操作', '欧阳某（该公司员工）操作');
    masked('经查，王五系该公司员工', '经查，王某系该公司员工');
    masked('青某（男，30岁）', '青某（男，30岁）');
  });
  it('what only persons do, and how they are spoken of', () => {
    masked('由王小满签字确认', '由王某签字确认');
    masked('对王小满的询问笔录', '对王某的询问笔录');
    masked('收到王小满的举报', '收到王某的举报');
    masked('王小满女士反映', '王某女士反映');
    masked('王小满同志', '王某同志');
  });
  it('several names at once', () => {
    masked('王小满、李大雪、张五等工人未戴安全帽', '王某、李某、张某等工人未戴安全帽');
    masked('雇佣王小满、李大雪等3名工人', '雇佣王某、李某等3名工人');
  });
  it('what happens between persons, and how many they are', () => {
    masked('与刘小丰发生口角', '与刘某发生口角');
    masked('致刘小丰受伤，刘小丰构成轻微伤', '致刘某受伤，刘某构成轻微伤');
    masked('王小满、李大雪等三人赌博', '王某、李某等三人赌博');
    masked('拖欠水小流等5名农民工工资', '拖欠水某等5名农民工工资');
    masked('张小飞驾驶货车', '张某驾驶货车');
    for (const text of ['与周边居民发生纠纷', '双方发生争执后互殴', '造成2人受伤', '致马路损毁', '导致黄土裸露', '公平等人权', '等人行道', '王某等2人']) masked(text, text);
  });
  it('those whom somebody did something to, in the usual words of a police penalty', () => {
    masked('与李小雷因琐事发生口角，用拳头击打李小雷面部', '与李某因琐事发生口角，用拳头击打李某面部');
    masked('骗取李小雷5000元，辱骂李小雷', '骗取李某5000元，辱骂李某');
    masked('有李小雷的陈述、张小雨的证言，经李小雷辨认', '有李某的陈述、张某的证言，经李某辨认');
    masked('容留李小雷、张小雨吸食毒品', '容留李某、张某吸食毒品');
    masked('驾驶李小雷名下的车辆，租住在李小雷房屋内', '驾驶李某名下的车辆，租住在李某房屋内');
    masked('将王小满、李小雷二人抓获，接李小雷报警', '将王某、李某二人抓获，接李某报警');
    masked('阻碍民警李小法执行职务', '阻碍民警李某执行职务');
    masked('和李小雷系夫妻，系李小雷之子，受李小雷雇佣', '和李某系夫妻，系李某之子，受李某雇佣');
    for (const text of ['骗取钱款5000元', '骗取李宁体育用品有限公司货款', '冒用黄河品牌', '冒充马上到账', '驾驶马自达轿车', '损毁马路护栏', '砸坏马桶', '敲诈钱财', '转给马上支付', '交给孙子', '借给何人使用',
      '于凌晨驾驶', '由郑州驾驶至徐州', '从黄山购买', '位于唐山房屋', '在苏州家中', '供应商陈述', '消费者报案', '单位之间相互独立', '公司名下', '夫妻二人', '从业人员三人', '民警到达现场', '跟踪审计',
      '造成头部受伤', '因琐事争吵', '雇佣工人', '系朋友关系', '非法索要红包', '借款合同', '与何人相互']) masked(text, text);
  });
  it('their trade, their office, their kin', () => {
    masked('总监理工程师曹小仁未履职', '总监理工程师曹某未履职');
    masked('财务总监陈小宫、出纳尤小星涉嫌做假账', '财务总监陈某、出纳尤某涉嫌做假账');
    masked('对董事长董小卓罚款5万元', '对董事长董某罚款5万元');
    masked('市民袁小绍来电反映', '市民袁某来电反映');
    masked('伙同任小水、袁小木盗窃', '伙同任某、袁某盗窃');
    masked('驾驶人蒋小山持C1驾驶证，船长郎小帆逃逸', '驾驶人蒋某持C1驾驶证，船长郎某逃逸');
    masked('劳动者喻小勤、柏小俭等12人', '劳动者喻某、柏某等12人');
    masked('前妻赵小忠、弟弟刘小琦', '前妻赵某、弟弟刘某');
    for (const text of ['承包人应当具备资质', '劳动者权益保障', '原告诉称', '农户种植水稻', '商贩高价收购', '领班应检查。', '出资人应缴纳。', '驾驶人席位。', '组长单位', '主任医师坐诊',
      '书记员记录', '市民广场', '会员费用，', '客户满意度', '老人房间。', '儿童乐园。', '安排施工', '用户协议', '董事会', '监事会', '伙同有关人员实施', '业主大会']) masked(text, text);
  });
  it('words for what is done to them count before sure surnames alone', () => {
    masked('询问王小满，其称', '询问王某，其称');
    masked('聘用李大雪为厨师', '聘用李某为厨师');
    for (const text of ['聘用王牌检测有限公司检测', '询问时陈述', '聘用于2026年', '雇佣关系', '约谈金华食品有限公司', '询问应当个别进行']) masked(text, text);
  });
  it('当事人 is a person only where a whole name of a sure surname follows, and then its end', () => {
    masked('当事人王小满于2026年4月', '当事人王某于2026年4月');
    masked('当事人李大雪（男）', '当事人李某（男）');
    masked('被处罚人欧阳小满，', '被处罚人欧阳某，');
    masked('当事人王小满', '当事人王某');
    for (const text of ['当事人何时在现场', '当事人马上将于次日停业', '当事人张贴虚假广告', '当事人王牌乐器行于2026年', '当事人金小满于', '当事人陈某某于', '当事人施工现场的', '当事人王五在',
      '当事人青岚市甲食品有限公司', '当事人罗列的证据']) masked(text, text);
  });
  it('of firms, goods and offices nobody is made', () => {
    for (const text of ['负责人签字、家长签字、双方签字', '施工单位签字盖章', '法定代表人签字', '店内（男装、女装）', '高女士、李先生', '应优先生产', '甲食品有限公司的举报', '消费者的投诉',
      '某某商店，男鞋，女鞋', '未按规定签名', '安全员签字', '该公司的陈述申辩', '两名员工等工人', '身份证复印件', '单位（女职工）']) masked(text, text);
  });
  it('whatever name it is', () => {
    const name = fc.tuple(fc.constantFrom('王', '李', '欧阳', '赵', '沈'), fc.constantFrom('小满', '大雪', '立夏', '晓'));
    const cue = fc.constantFrom('（男，35岁）', '，女，汉族，', '（身份证号', '的身份证', '签字', '捺印', '的询问笔录', '女士', '系该公司员工', '（化名）');
    fc.assert(fc.property(name, cue, fc.constantFrom('', '经查，', '对', '由', '2026年5月1日，'), ([surname, given], tells, before) => {
      const text = maskNamedPersons(`${before}${surname}${given}${tells}`);
      assert.equal(text, `${before}${surname}某${tells}`);
      assert.equal(maskNamedPersons(text), text);
    }), { numRuns: 500 });
  });
  it('a glance sees it where the word stands', () => {
    assert.ok(mayNamePerson('王小满签字', 3));
    assert.ok(!mayNamePerson('负责人签字', 3));
  });
});

describe('keepers in other brackets, and behind a space', () => {
  it('are found', () => {
    for (const name of ['小满烟酒店[负责人：王小满]', '小满烟酒店【王小满】', '小满烟酒经营部 王小满', '小满烟酒经营部　王小满']) assert.deepEqual(keepersIn(name), ['王小满'], name);
  });
  it('not where a branch, a place or a brand stands', () => {
    for (const name of ['青岚大药房 云岫店', '青岚大药房有限公司 高新区分店', '甲公司[江苏]', '小满文具 青岚', 'ACME Trading 公司']) assert.deepEqual(keepersIn(name), [], name);
  });
});

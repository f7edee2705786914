/**
 * Columns that no table of aliases knows: what their labels mean, by their parts. Asked after the exact aliases of
 * `model/fields.ts`, which know 法定代表人, 许可机关, 承办科室 and the like.
 */
import type { FieldName } from '../model/fields.js';
import { hasHan } from '../model/han.js';
import { KIND_DEFS, KINDS, type Kind } from '../model/kinds.js';
import { gateColumn } from './standing/columns.js';
import { foldLabel, foldWholeLabel } from './standing/fold.js';

/** `personal` and `internal` columns are withheld and told; `gate` columns are judged; `plain` ones may be shown. */
export type LabelClass = 'personal' | 'internal' | 'gate' | 'plain';

const ACTS_UPON = '(?:行政)?(?:处罚|许可|处理|审批|监管|执法|监督检查|检查|约谈|列入|纳入|惩戒|表彰|奖励|认定|强制|确认|征收|给付|裁决)';
// 处罚单位 is who punishes, 被处罚单位 who is punished; 处罚对象 is the latter as well.
const TOLD = '(?:相对人|当事人|对象|企业|公司|自然人|个人)';
const ROLE = `(?:[受被]${ACTS_UPON}|[受被](?:罚|许)|涉嫌违法|违法|违规|失信|守信|涉案|涉事|持证|获证|领证|取证|申请|申办|获奖|受奖|受表彰)`;
const ENTITY = '(?:相对人|当事人|行为人|责任人|自然人|公民|非法人组织|法人|个人|经营单位|单位|企业|公司|其他组织|组织|市场主体|经营主体|主体|对象|生产经营者|经营者|生产者|个体工商户|商户|机构|人|者|方)';
const NAMED = '(?:姓名|名称|全称|名)';
const MORE = `(?:或|和|及|与|${ROLE}|${ENTITY}|${NAMED})*`;

const SUBJECTS: readonly RegExp[] = [
  new RegExp(`^${ROLE}${ENTITY}${MORE}$`),
  new RegExp(`^${ACTS_UPON}${TOLD}${MORE}$`),
  new RegExp(`^(?:管理)?(?:相对人|当事人)(?:或|和|及|与|者|${NAMED})*$`),
  new RegExp('^(?=.*(?:名称|全称))(?:企业|公司|单位|商户|个体工商户|市场主体|经营主体|主体|对象|法人|自然人|个人|纳税人|信用主体)(?:或|和|及|与|者|企业|个人|单位|其他组织|组织|自然人|名称|全称|姓名)*$'),
  /^姓名[或和及与者]*名称$|^名称[或和及与者]*姓名$/,
];

/** 法人名称 is a firm's, 法人姓名 a person's. */
const REPRESENTATIVE = new RegExp('^(?!法人名称$)(?:主要|单位|企业|公司|法人|机构|组织|其他组织|当事人|相对人|被处罚单位)*'
  + '(?:法定代表人|法人代表|法定代表|法代|法人|负责人)(?:或|和|及|主要|单位|企业|经营者|负责人|姓名|名称)*$');

/** What each kind calls the act: 处罚机关, 处罚日期 of a penalty. */
const ACTS: Readonly<Record<Kind, string>> = {
  license: '许可|审批|批准|核准|核发|发证|颁证|颁发|登记|准予',
  penalty: '处罚|执法|办案|查处|实施',
  honor: '表彰|认定|授予|颁发|颁奖|评定|奖励',
  blacklist: '列入|纳入|认定|确认|列严',
  notice: '发布|发文|印发|制定|成文',
  catalog: '实施|主管|执行',
  coercion: '强制|执法|实施', confirmation: '确认|执法|实施', levy: '征收|执法|实施', grant: '给付|执法|实施', ruling: '裁决|执法|实施',
  reward: '奖励|执法|实施', inspection: '监督检查|检查|执法|实施',
};

const BODY = '(?:机关|部门|单位|机构|主体|局)(?:名称|全称)?';
const DAY = '(?:日期|时间|日|年月日)';
const MADE = '(?:作出|做出|下达|签发|颁发|制作|出具|生效|确定|决定|裁决|批复|实施|发出)';

type Finder = (label: string, kind: Kind) => boolean;
const like = (pattern: RegExp): Finder => (label) => pattern.test(label);
/** Patterns that name the kind's own act, made once a kind. */
const ofKind = (make: (act: string) => string): Finder => {
  const made: Partial<Record<Kind, RegExp>> = {};
  return (label, kind) => (made[kind] ??= new RegExp(make(`(?:${ACTS[kind]})`))).test(label);
};
const only = (kinds: readonly Kind[], finder: Finder): Finder => (label, kind) => kinds.includes(kind) && finder(label, kind);

/** 七公示/十公示 */
const BEYOND: readonly Kind[] = KINDS.filter((kind) => KIND_DEFS[kind].named);
const DECISIONS: readonly Kind[] = ['license', 'penalty', 'honor', 'blacklist', ...BEYOND];

/** The first that fits counts. Labels are folded and freed of 行政, 的 and what stands in brackets. */
const FINDERS: readonly (readonly [FieldName, Finder])[] = [
  ['authorityCode', ofKind((act) => `^${MADE}?${act}*(?:决定)?(?:机关|部门|单位|机构).*(?:信用代码|机构代码|代码)$`)],
  ['sourceCode', like(/^(?:数据|信息)?(?:来源|提供|报送|归集)(?:单位|部门|机关).*代码$/)],
  ['creditCode', only(DECISIONS, like(/^(?!.*(?:机关|部门|来源|提供|报送|归集)).*(?:信用代码|统一代码)$/))],
  // One column for credit codes and IDs: what is no code there is dropped where codes are read.
  ['creditCode', only(DECISIONS, like(/^(?:[受被]处罚)?(?:相对人|当事人|人|企业|单位|主体|对象)证照(?:号码?|编号)$/))],
  ['legalRepresentative', only(DECISIONS, like(REPRESENTATIVE))],
  ['subjectName', only(DECISIONS, (label) => SUBJECTS.some((pattern) => pattern.test(label)))],
  ['sourceUnit', like(/^(?:数据|信息)(?:来源|提供|报送|归集)(?:单位|部门|机关)?(?:名称)?$|^来源(?:单位|部门|机关)(?:名称)?$/)],
  ['subjectType', only(DECISIONS, like(/^(?:[被受]处罚)?(?:相对人|当事人|主体|人)(?:类型|类别|性质)$/))],
  ['authority', ofKind((act) => `^${MADE}*${act}+(?:决定|实施)?${BODY}$|^${MADE}+${BODY}$|^${MADE}${act}(?:决定)?${BODY}$`)],
  ['basis', only(BEYOND, ofKind((act) => `^${act}依据$`))],
  ['category', only(BEYOND, ofKind((act) => `^${act}(?:种类|类别|类型|方式)$`))],
  ['projectName', only(BEYOND, ofKind((act) => `^${act}(?:事项|项目)(?:名称)?$`))],
  ['result', only(BEYOND, ofKind((act) => `^${act}(?:决定|内容|结果|结论|措施)$`))],
  ['registrationNumber', like(/^(?:工商)?(?:营业执照|执照|工商)(?:注册)?(?:登记)?(?:号码?|编号|注册号)$/)],
  ['documentNumber', only([...DECISIONS, 'notice'],
    ofKind((act) => `文号$|文书编?号$|(?:决定书?|通知书|批文|批复|批件|公告|文件)(?:文书)?编?号码?$|^${act}(?:决定)?编?号码?$`))],
  ['certificateNumber', only(['license', 'honor'], like(/^[^人]*(?:证书|许可证|资质证|证照|执照|证)(?:编号|号码|号)$/))],
  ['publishedOn', only(DECISIONS, like(new RegExp(`^(?:信息|首次|网上|对外|上网)?(?:公示|公开|公布|发布|上网)(?:开始|起始|起)?${DAY}(?:起)?$`)))],
  ['validFrom', only(['license'], like(new RegExp(`(?:有效期?限?|许可|证书|证照|执照|证件)(?:有效期?)?(?:自|起|始|从|起始|开始|生效)(?:${DAY})?$|^生效${DAY}$`)))],
  ['validTo', only(['license'],
    like(new RegExp(`^(?!.*(?:公示|公开)).*(?:有效期?限?|许可|证书|证照|执照|证件)(?:有效期?限?)?(?:至|止|到|截止|截至|到期|届满|终止|结束|失效)(?:${DAY}|期)?$`
      + `|^(?:许可|证书|证照|许可证)?(?:有效期限?|到期${DAY}?|失效${DAY})$`)))],
  ['effectiveUntil', only(['penalty'], like(new RegExp(`^处罚有效期限?$|^处罚(?:有效期?|执行)?(?:至|止|截止|截至|到期|届满|终止|结束|失效)(?:${DAY}|期)?$`)))],
  ['removedOn', only(['blacklist'], like(/^(?:解除|退出|移除|撤出)(?:列入|名单|惩戒|管理)*(?:日期|时间)$/))],
  ['fineAmount', only(['penalty'], like(/^(?:处罚|处以|罚没|罚)款?总?(?:金额|数额|款额|额)(?:(?:单位)?[百千]?万?元)?$|^罚款(?:(?:单位)?[百千]?万?元)?$/))],
  ['confiscatedAmount', only(['penalty'],
    like(/^没收(?:违法所得|非法所得|非法财物|[和与及或])*(?:总?(?:金额|数额|款额))(?:(?:单位)?[百千]?万?元)?$|^没收(?:违法所得|非法财物)(?:单位)?[百千]?万?元$/))],
  ['suspendedCertificate', only(['penalty'], like(/^暂扣[或者和及]*吊销(?:许可)?(?:证照|证件|证书|执照)(?:名称|编号|号码|[和及与])+$/))],
  ['caseName', only(['penalty'], like(/^(?:处罚)?(?:案名|案件名|案件标题|案件名称)$/))],
  ['violationType', only(['penalty'], like(/^(?:违法|违规)(?:违规)?(?:行为)?(?:类型|种类|类别|名称)$/))],
  ['facts', only(['penalty'], like(new RegExp('^(?:主要)?(?:违法|违规|处罚|案件|查明)?(?:行为)?(?:违法)?事实(?:[和及与]?(?:证据|情况|理由|依据))*$'
    + '|^处罚(?:原因|理由|缘由|事实理由)$|^(?:主要)?违法(?:情况|情形|情节|行为事实|行为描述|行为内容)$|^案情(?:简介|摘要|概要)?$')))],
  ['basis', only(['license'], like(/^(?:行政)?(?:许可)?(?:设定|设立)(?:法律|法规)?依据$/))],
  ['basis', only(['penalty', 'license'],
    ofKind((act) => `^(?:${act}|适用|法律|法规|法定)*(?:决定)?(?:法律|法规|规章|条款)*依据(?:条款|条文|名称|内容)?$|^适用(?:法律|法规|条款)+$`))],
  ['category', only(['penalty', 'license'], ofKind((act) => `^(?:${act})(?:决定)?(?:种类|类别|类型|分类|方式)$`))],
  ['result', only(['penalty'], like(/^处罚(?:决定|内容|结果|措施|情况|结论|决定内容|决定结果|决定主要内容|具体内容|履行内容)$|^(?:处理|处置)(?:结果|决定)$/))],
  ['remedy', only(['penalty', 'license'], like(/^(?:权利)?救济(?:渠道|途径|方式|权利|告知|措施)?$|^(?:复议|诉讼)[和及与、]?(?:复议|诉讼)(?:权利|渠道|途径)?(?:告知)?$/))],
  ['projectName', only(['license'], ofKind((act) => `^(?:${act}|办理|申请|申报)+(?:事项|项目)(?:名称|全称)?$`))],
  ['content', only(['license'], ofKind((act) => `^(?:${act})+(?:决定)?(?:内容|范围|主要内容|具体内容)$`))],
  ['certificateName', only(['license'], like(/^(?:许可证|许可证照|证照|证件|资质证书?)(?:名称|全称)$/))],
  ['documentName', only(['license', 'penalty'], ofKind((act) => `^(?:${act})*(?:决定)?(?:文书|决定书|批文|批件)(?:名称|标题|全称)$`))],
  ['decidedOn', only([...DECISIONS, 'notice'], ofKind((act) => `^${MADE}*${act}*(?:决定书?|文书)?${MADE}*${DAY}$`))],
];

const tidy = (label: string): string => foldLabel(label).replace(/行政|的/g, '');

/** What a label that is no exact alias means in a kind; undefined where its parts don't say. */
export function fieldOfLabel(kind: Kind, label: string): FieldName | undefined {
  const text = tidy(label);
  if (!hasHan(text)) return undefined;
  const gate = gateColumn(label);
  if (gate) return gate.form === 'end' ? 'publicUntil' : undefined;
  return FINDERS.find(([, fits]) => fits(text, kind))?.[0];
}

// 人 in these is nobody: 从业人数, 人民币, 机器人, 法人类型; nor is 者 in 或者.
const NOBODY = new RegExp('人(?:数|次|民|均|工|力|防|社|口|事|大|文|才|造|居|像|流)|人员(?:数|总数|规模|密集|编制|结构)|无人(?:机|驾驶|值守)|机器人|法人'
  + '|或者|作者|成员(?:国|单位)|员工(?:数|人数|总数)|[适使]用年龄\\S*', 'g');
const PERSONAL = new RegExp('人|姓名|[经者业]?者(?:姓名|名称)?$'
  + '|(?:人|职|船|学|雇|会|队|议|教|驾驶|检查|执法|监督|安全|管理|操作|营业|服务|业务|办事|联络|协管)员|员工'
  + '|出生|性别|民族|籍贯|户籍|户口|健康|身体状[况态]|诊断|疾病|病[历情史案种因症]|伤情|残疾|婚姻|学历|文化程度|政治面貌|宗教|监护|亲属|家属|配偶|父母|子女|年龄|血型'
  + '|照片|证件照|头像|人脸|指纹|开户[行银]|银行[账帐卡]|签名|签字|家庭|学生|患者|身份(?!证)|职务|职业|工作单位|生日|国籍|昵称|网名|曾用名|身高|前科|犯罪记录|居住|户主'
  + '|[社医]保(?:卡|号|编号|[账帐]号)|学籍|准考证|驾(?:驶证|照)(?:号|编号|档案)|驾驶证档案'
  + '|微信(?!公众|支付|小程序)|qq(?:号|群)?$');
// 执法人员 are persons, though 法人 stands in them; a person's 证照号码 is an ID.
const PERSONAL_AFTER_ALL = /[执司守违]法人|人\S{0,30}(?:证照|证件|证号)/;
const SUBJECT_CATEGORY = /相对人|当事人|纳税人/g;
const SUBJECT_FACT = /^(?:[被受]?(?:处罚|许可|申请|管理)?(?:相对人|当事人|纳税人|人))?(?:类别|类型|性质|代码\d*|识别号|规模|行业)$/;

const INTERNAL = new RegExp('内部|内网|录入|承办|经办|举报|投诉|线索|案源|案件来源|批示|会签|拟稿|核稿|校对|督办|合议|集体讨论|集体审议|填报|填表|采集|创建|修改'
  + '|登录|操作|同步|入库|主键|外键|流程|(?:审核|办理|承办|拟办|初审|复审|审查|领导|科室|处理)意见|工作笔记|执法证(?:件?号码?)?$');
const LATIN_PERSONAL = new RegExp('^(?:sex|gender|xb|age|nl|birth(?:day|date)?|csrq|csny|nation(?:ality)?|mz|ethnic(?:ity)?|guardian|jhr'
  + '|health|diagnosis|spouse|contacts?|lxr|linkman|cbr|jbr|jbrxm|cbrxm|photo|sign(?:ature)?)$');
const LATIN_INTERNAL = new RegExp('^(?:create|update|modify|input|entry|operat|audit|check|approve|review|handle|undertak|insert)[a-z]*'
  + '(?:by|user|username|name|person|man|er|or|opinion|remark)$|^(?:lrr|lrsj|lrry|sysorgcode|internal[a-z]*|neibu[a-z]*|nbbz)$');

const KIND_OF_FACT: readonly Kind[] = ['penalty', 'license', 'honor', 'blacklist'];

/** What a column is that no table knows. */
export function labelClass(label: string): LabelClass {
  if (gateColumn(label)) return 'gate';
  const text = foldWholeLabel(label);
  if (!hasHan(text)) return LATIN_PERSONAL.test(text) ? 'personal' : LATIN_INTERNAL.test(text) ? 'internal' : 'plain';
  // A column of ours by its parts is none of the office’s or a person’s; what its values may hold is looked at there.
  if (KIND_OF_FACT.some((kind) => fieldOfLabel(kind, label)) && !/内部|执法证|准考证|驾驶证|驾照|学籍/.test(text)) return 'plain';
  if (INTERNAL.test(text) && !/^(?:承办|经办)(?:机构|科室|部门|单位|机关)(?:名称)?$/.test(text)) return 'internal';
  if (SUBJECT_FACT.test(tidy(label))) return 'plain';
  return PERSONAL_AFTER_ALL.test(text) || PERSONAL.test(text.replace(NOBODY, '').replace(SUBJECT_CATEGORY, '')) ? 'personal' : 'plain';
}

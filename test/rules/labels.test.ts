import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KINDS, type Kind } from '../../src/model/kinds.js';
import { fieldOfLabel, labelClass, type LabelClass } from '../../src/rules/labels.js';

const fieldsOf = (label: string): string => {
  const fields = KINDS.map((kind): string => fieldOfLabel(kind, label) ?? '-');
  return [...new Set(fields)].filter((field) => field !== '-').join(' ');
};
const rows = (text: string): [string, string][] => text.trim().split('\n').flatMap((line) => {
  const [left = '', right = ''] = line.split('→').map((part) => part.trim());
  return left.split(' ').map((one): [string, string] => [one, right]);
});

describe('fields of ours by the parts of a label', () => {
  it('are known in any usual wording', () => {
    for (const [label, want] of rows(`
      被处罚人姓名 被处罚的自然人姓名 被处罚的企业或其他组织名称 违法企业名称或违法自然人姓名 当事人姓名 当事人姓名或名称 当事人（姓名或名称） 违法行为人 违法主体 违法当事人 持证人 持证单位 失信主体 失信企业名称 申请单位 → subjectName
      被许可单位 被许可企业名称 被罚对象 被罚人名称 受处罚单位 处罚对象 处罚对象名称 执法对象 执法相对人名称 行政处罚相对人 相对人姓名 企业(个人)名称 企业名称或个人姓名 单位名称（姓名） 市场主体名称 纳税人名称 姓名或名称 获奖单位 被列入企业 获證企業 → subjectName
      当事人统一社会信用代码 被处罚单位信用代码 当事人证照号码 企业统一代码 → creditCode
      法定代表人或负责人 法定代表人(负责人) 企业负责人 单位负责人姓名 主要负责人 企业法人 法人 法定代表人、负责人姓名 → legalRepresentative
      营业执照号 营业执照注册号 工商登记号 → registrationNumber
      决定书号 决定书编号 行政处罚决定书编号 处罚文书编号 决定文书编号 → documentNumber
      数据来源单位代码 → sourceCode
      信息提供单位 → sourceUnit
      公示开始日期 公开时间 → publishedOn
      公示到期日 公示期限 公开截止时间 → publicUntil
    `)) assert.equal(fieldsOf(label), want, label);
  });
  it('are those of the kind', () => {
    for (const [one, want] of rows(`
      penalty=处罚日期 penalty=处罚时间 penalty=生效日期 penalty=处罚生效日期 penalty=作出行政处罚决定日期 → decidedOn
      penalty=决定书日期 penalty=处罚决定书签发日期 penalty=决定日期 penalty=作出决定的日期 license=批准日期 license=发证时间 → decidedOn
      license=核发日期 license=许可时间 honor=颁奖日期 honor=授予时间 blacklist=列入时间 blacklist=认定日期 notice=发文日期 notice=制定日期 → decidedOn
      license=生效日期 license=有效期起始日期 license=证书有效期自 license=许可开始日期 → validFrom
      license=许可有效期至 license=证书到期日 license=有效期截止日期 license=许可证有效期截止 → validTo
      penalty=处罚截止日期 penalty=处罚有效期至 → effectiveUntil
      penalty=处罚单位 penalty=处罚主体 penalty=处罚决定机关 penalty=作出处罚决定的机关 penalty=作出处罚的机关名称 → authority
      penalty=执法部门 penalty=办案机构 license=审批部门 license=颁证机关 license=发证机关名称 license=许可决定机关 → authority
      honor=表彰单位 honor=认定部门 blacklist=列入机关 blacklist=列入决定机关 notice=发布单位 notice=制定机关 catalog=主管部门 penalty=作出决定机关 → authority
      penalty=处罚机关代码 license=许可机关统一社会信用代码 penalty=作出处罚机关信用代码 → authorityCode
      license=许可证书编号 license=证照编号 license=资质证号 honor=证书号 → certificateNumber
      penalty=处罚编号 penalty=处罚决定编号 notice=公告编号 → documentNumber
    `)) {
      const [kind = '', label = ''] = one.split('=');
      assert.equal(fieldOfLabel(kind as Kind, label), want, one);
    }
    for (const one of ['license=处罚日期', 'penalty=许可机关', 'penalty=发证日期', 'catalog=处罚日期', 'notice=当事人姓名', 'penalty=生产日期', 'penalty=立案日期',
      'penalty=送达日期', 'license=处罚截止日期', 'penalty=设定依据', 'penalty=公示单位',
      'penalty=被处罚人年龄', 'penalty=检查人员', 'penalty=产品名称', 'penalty=经营者', 'penalty=姓名', 'penalty=当事人地址', 'license=人员证书编号',
        'penalty=PUNISH_DATE', 'penalty=是否公开', `penalty=${'被处罚人'.repeat(200)}x`]) {
      const [kind = '', label = ''] = one.split('=');
      assert.equal(fieldOfLabel(kind as Kind, label), undefined, one);
    }
  });
});

describe('classes of columns that nobody knows', () => {
  const is = (want: LabelClass, labels: string): void => {
    for (const label of labels.trim().split(/\s+/)) assert.equal(labelClass(label), want, label);
  };
  it('personal: whoever is named, and what is said of a person', () => {
    is('personal', `身体状况 疾病 证件照 开户行 银行账号 姓名 联系人 委托代理人 受害人 证人 经营者 经营者姓名 消费者 员工姓名 执法人员 检查人员 执法员 监护人 监护人姓名 出生日期 出生年月 性别 性別 年龄 年齡 民族 籍贯 户籍地 户籍所在地 健康状况 诊断结论 病历号 婚姻状况
      学历 政治面貌 职务 工作单位 配偶 家庭成员 未成年人姓名 审核人 办理人 使用人 处罚人 自然人类别 被处罚人年龄 照片 患者姓名 当事人身份 违法人员 申请人证照号 社保号 医保卡号 学籍号 准考证号 驾驶证号 驾驶证档案号 驾照编号 sex AGE birthday csrq LXR lxr jhr contact`);
  });
  it('internal: what the office writes for itself', () => {
    is('internal', `执法证号 办理意见 领导意见 案件来源 内部备注 备注（内部） 备注(内部) 内部意见 录入人 录入时间 录入单位 承办人 案件承办人员 经办人 经办意见 举报人 举报编号 是否举报 投诉编号
      线索来源 案源 领导批示 集体讨论记录 填报人 创建时间 创建人 修改人 登录名 流程编号
      内部处罚日期 createBy update_by CREATE_USER auditOpinion internalNote lrr sysOrgCode`);
  });
  it('of the gate', () => {
    is('gate', '是否公开 公示状态 delFlag 修复日期 公示到期日 截止公示日期 截至公示时间 知悉范围 撤销原因 审核意见');
  });
  it('plain: the business itself, and fields of ours', () => {
    is('plain', `经营场所 许可范围备注 核查结果 人数 从业人数 从业人员数 人民币金额 人均产值 人次 无人机型号 机器人数量 人工费 法人类型 行政相对人类别 相对人类型 申请人类型 纳税人识别号 适用年龄段 适用年龄
      承办机构 承办科室 经办部门 产品名称 案件名称 涉案金额 处罚种类 违法行为类型 许可证件名称 主体类型 行政处罚裁量基准适用情况说明（含从轻、减轻、从重情节） 本局编号 年度 单位地址 成员单位 社会保险登记证号 档案编号 驾驶证准驾车型 人民政府意见 人防工程
      当事人姓名或名称 被处罚人姓名 持证人 法定代表人或负责人 处罚日期 发证机关 title content CF_NR x 1 `);
  });
});

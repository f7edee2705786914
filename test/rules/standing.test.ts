import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gateColumn, gateColumnOfField } from '../../src/rules/standing/columns.js';
import { judge, judgeColumn } from '../../src/rules/standing/judge.js';
import { wordsIn } from '../../src/rules/standing/words-in.js';

const said = (label: string, value: unknown, standard?: '2015' | '2018' | null): string => {
  const { standing, known } = judge(label, value, standard);
  return known ? standing : `${standing}?`;
};
const column = (label: string): string => {
  const found = gateColumn(label);
  return found ? `${found.family.name} ${found.form}` : '-';
};

/** One line a label: what follows the arrow is its family and form. */
const table = (text: string): [string, string][] => text.trim().split('\n').flatMap((line) => {
  const [left = '', right = ''] = line.split('→').map((part) => part.trim());
  return left.split(' ').map((one): [string, string] => [one, right]);
});

describe('columns of the gate', () => {
  it('are known by the parts of their label, in spellings never seen', () => {
    for (const [label, want] of table(`
      是否公开 是否公示 是否予以公示 是否对外公布 公示标志 isPublic IS_PUBLISH is_show showFlag → publication flag
      publish_flag gk_flag gs_flag public visible sfgk SFGS CF_SFGS gkbz 公开 flagPublic → publication flag
      公开属性 公示状态 公示状态名称 公开类型 公开方式 发布状态 publishStatus publicType PUBLISH_STATUS_NAME gkzt xxfl xxdj gkzt_dictText → publication state
      信息使用范围 公开范围 公示范围 scope syfw XK_SYFW publicScope → scope state
      是否不公开 是否暂缓公示 是否隐藏 hidden isHidden → concealment flag
      不予公开理由 → concealment mention
      是否涉密 涉密标识 是否涉及商业秘密 isSecret → secrecy flag
      密级 涉密等级 保密审查意见 secretLevel → secrecy state
      是否删除 删除标志 delFlag DEL_FLAG del_flag isdel IS_DELETE isDeleted deleted sfsc 是否逻辑删除 → deletion flag
      删除状态 deleteStatus → deletion state
      是否终止公示 是否移出 是否下架 公示终止标志 isExpired 是否公示期满 → ending flag
      移出状态 公示期满状态 → ending state
      退出公示日期 移出日期 下架时间 终止公示日期 解除失信日期 removedOn offlineTime ycrq → ending event
      终止公示原因 → ending mention
      是否修复 信用修复 sfxf isRepaired → repair flag
      修复状态 信用修复状态 信用修复结果 repairState xfzt → repair state
      修复日期 信用修复时间 修复完成日期 repairDate xfrq → repair event
      修复决定书文号 → repair mention
      是否撤销 撤消标志 是否作废 isRevoked invalid sfcx 是否确认违法 → revocation flag
      撤销状态 作废状态 cancelStatus → revocation state
      撤销日期 作废时间 revokedOn cancelledAt cxrq → revocation event
      撤销原因 撤回理由 revokeReason → revocation mention
      是否有效 有效标志 isValid valid enabled 是否启用 active → validity flag
      有效状态 效力状态 validStatus → validity state
      是否停用 isDisabled → disabled flag
      是否审核 auditFlag → audit flag
      审核状态 审批结果 审核意见 auditStatus approveResult shzt → audit state
      是否草稿 isDraft draft → draft flag
      当前状态 状态 状态名称 状态代码 处罚状态 案件状态 行政处罚当前状态 status STATUS state stat zt CF_ZT xkZt_dictText dqzt punish_status → status state
      数据状态 信息状态 列入状态 fooStatus dataState sjzt → recordStatus state
      是否取消 终止标志 是否失效 是否暂停 → ending flag
      公示情况 公开选项 公示结果 → publication state
      审核 审批 → audit flag
      复议结果 复议决定 诉讼结论 诉讼状态 法院判决结果 → appeal state
      上网公开 publish 开放标志 是否公告 公告 门户展示 政府网站公示 网站显示 → publication flag
      公告状态 → publication state
      公示是否终止 公示期是否届满 → ending flag
      法律效力 → validity flag
      是否变更 → change flag
      变更状态 → change state
      异议状态 → dispute state
      注销状态 → lapse state
      公示截止期 公示截止日期 公示到期日 公示期至 公开截止时间 公示期限 公示期 公示有效期 公示结束时间 公示起止日期 公示终止日期 公示至 发布截止日期 → publication end
      publicUntil publishEndDate publicityDeadline PUBLIC_END_TIME gsjzq CF_GSJZQ gsjzrq gsqx gkjzrq xy020133 → publication end
      deleteTime 删除时间 → deletion event
    `)) assert.equal(column(label), want, label);
  });
  it('are not those that speak of something else', () => {
    for (const label of ('公示日期 公开日期 公示开始日期 公示期限起 公示单位 发布部门 公示网址 有效期至 有效期自 有效期限 许可类别 审批类别 审核类型 审核人 审核日期 荣誉等级 失信等级 处罚有效期 生效日期 变更内容 变更日期'
      + ' 公告日期 公告内容 公告送达 公示网站 企业状态 经营状态 缴款状态 履行状态 送达状态 是否公开听证 是否可修复 修复指南 修复申请日期 是否申请修复 复议机关 行政复议 复议 诉讼途径 异议 异议途径'
      + ' 密码 解除查封日期 许可终止日期 失效日期 有效期状态 是否停止经营 撤销权 备注 是否罚款 处罚结果'
      + ' publishDate publishTime publisher publishedOn validTo validFrom endDate displayName displayOrder showName createBy'
        + ' auditBy publishUser checkResult payStatus syncState uploadFlag flag type level result result_code'
      + ' isbn issue island gszch gsrq gsdj bmbh sfz sfyj shzz xdrSfz scsj calendarType model x 1').split(' ')) {
      assert.equal(column(label), '-', label);
    }
  });
  it('are read letter by letter, and from long keys by their ends', () => {
    assert.equal(column('i s P u b l i c'), 'publication flag');
    assert.equal(column('<b>is_open</b>'), 'publication flag');
    assert.equal(column(`${'x'.repeat(200)}状态`), 'recordStatus state');
    for (const label of ['', '-', '__', ' ']) assert.equal(column(label), '-');
  });
  it('may be told by a field of ours', () => {
    assert.equal(gateColumnOfField('status')?.family.name, 'status');
    assert.equal(gateColumnOfField('publicUntil')?.form, 'end');
    assert.equal(gateColumnOfField('facts'), undefined);
  });
});

describe('what a gate column says', () => {
  it('is its label and its value together', () => {
    for (const [cell, want] of table(`
      是否公开=是 是否公开=Y isPublic=true isPublic=1 SFGS=1 是否公开=√ 公示=1.0 是否撤销=否 → public
      是否撤销=0 delFlag=0 delFlag=N 是否涉密=0 hidden=false isDeleted=false 是否有效=1 是否审核=是 是否公开=TRUE → public
      是否公开=否 是否公开=N isPublic=false isPublic=0 SFGS=0 是否公开=× 是否涉密=是 是否涉密=1 → internal
      delFlag=1 delFlag=2 isdel=1 hidden=1 是否草稿=是 是否审核=否 是否启用=0 是否停用=是 公示状态=否 → internal
      是否撤销=是 是否作废=1 isRevoked=true 是否有效=否 是否有效=0 → revoked
      是否修复=是 是否修复=1 修复状态=是 → repaired
      是否终止公示=是 是否移出=1 isExpired=Y → ended
      异议状态=是 → disputed
      注销状态=是 → other
      是否变更=是 → unclear
      repairState=0 删除状态=0 syfw=0 syfw=00 → public
      syfw=1 syfw=01 公开范围=1 → internal
      syfw=2 → restricted
    `)) {
      const [label = '', value] = cell.split('=');
      assert.equal(said(label, value), want, cell);
    }
  });
  it('stays public where the end is denied, and where a word says nothing against it', () => {
    for (const word of ('正常 有效 公开 已公开 主动公开 予以公开 向社会公开 公示 公示中 已公示 正常公示 已发布 上架 现行有效 有效期内 审核通过 审批通过 已审核 同意公开 准予公示 未撤销 未被撤销 尚未撤销 不涉密'
      + ' 未涉密 非涉密 不属于国家秘密 无商业秘密'
      + ' 不涉及个人隐私 未修复 未删除 未终止公示 未作废 未失效 未移出 未到期 无异议 未下架 公示期内未收到异议 1-有效 0正常 有效（1） 未撤销、未删除 全社会 办结 published Valid NORMAL').split(' ')) {
      assert.equal(said('状态', word), 'public', word);
    }
    for (const word of ['已结案', '已缴款', '公示第一期', '长期']) assert.equal(said('状态', word), 'public?', word);
  });
  it('is withheld where a word is known to end or bar it', () => {
    for (const [words, want] of table(`
      内部 仅政府部门内部共享 不公开 不予公开 不公示 不宜公开 不对外公开 暂不公开 暂缓公示 涉密 机密 草稿 待审核 待发布 → internal
      待公示 未审核 未公开 未发布 审核中 审核不通过 退回 驳回 已删除 隐藏 停用 draft pending non-public → internal
      依申请公开 仅可授权查询 限制公开 部分公开 → restricted
      已修复 信用修复完成 修复成功 repaired → repaired
      终止公示 已终止公示 停止公示 取消公示 撤销公示 公示期满 公示已结束 下架 已移出 已到期 expired → ended
      撤销 已撤销 撤消 已被依法撤销 作废 无效 废止 确认违法 revoked cancelled → revoked
      异议 异议处理 → disputed
      注销 已注销 吊销 其他 → other
    `)) assert.equal(said('当前状态', words), want, words);
  });
  it('is unclear where a code or a word is not known and may speak against it', () => {
    for (const word of ('7 99 -1 A A02 S draft2 0x1 ? № 部分撤销 拟撤销 已变更 修复或其他 失效'
      + ' 已失效 停 销 废弃 不 未知 不详 限 拟公示中的 注销后又撤的 未办结 见附件 临时关闭停').split(' ')) {
      assert.equal(said('当前状态', word, '2018'), 'unclear?', word);
    }
    assert.equal(said('密级', '三级'), 'unclear?', 'of secrecy no word is harmless');
    assert.equal(said('公开属性', '1'), 'unclear?');
    assert.equal(said('审核状态', '1'), 'unclear?');
    assert.equal(said('数据状态', '0', '2018'), 'unclear?', 'each system has its own');
    assert.equal(said('修复状态', '修复流程二'), 'unclear?');
    assert.equal(said('状态', '长'.repeat(41)), 'public?');
    assert.equal(said('状态', `公开${'长'.repeat(41)}停`), 'unclear?');
  });
  it('reads status codes under their standard only', () => {
    assert.deepEqual(['0', '1', '2', '3', '9', '01', '2.0'].map((code) => said('CF_ZT', code, '2015')),
      ['public', 'revoked', 'disputed', 'other', 'unclear?', 'revoked', 'disputed']);
    assert.deepEqual(['0', '1', '2', '3', '9'].map((code) => said('CF_ZT', code, '2018')),
      ['public', 'public', 'revoked', 'unclear?', 'unclear?']);
    assert.deepEqual(['0', '1', '2', '3', '9'].map((code) => said('CF_ZT', code, null)),
      ['public', 'unclear?', 'unclear?', 'unclear?', 'unclear?']);
    assert.deepEqual(['0', '1', '2', '3', '9'].map((code) => said('CF_ZT', code)),
      ['public', 'undecided', 'undecided', 'undecided', 'unclear?']);
    assert.equal(said('状态', 1, '2018'), 'public');
  });
  it('makes nothing of spelling: width, case, spaces, tags, traditional characters, invisible ones', () => {
    for (const word of ['已 修 复', '　已修复　', '已\u200b修\ufeff复', '<b>已修复</b>', '已修復', '【已修复】', '“已修复”', '已公示/已修复', '公示中（已修复）', '有效、已修复',
      '1.已修复']) {
      assert.equal(said('状态', word), 'repaired', word);
    }
    for (const [label, value] of [['是 否 公 开', 'ｎ'], ['是否公開', '否'], ['是否公开（1是0否）', '０'], ['ＩＳ＿ＰＵＢＬＩＣ', 'ＦＡＬＳＥ'], ['(是否公开)', '否']] as const) {
      assert.equal(said(label, value), 'internal', label);
    }
  });
  it('is nothing where a value says nothing', () => {
    for (const value of [null, undefined, '', ' ', '-', '——', '/', '空', '暂无', 'null', 'N/A', [], ['', null]]) assert.equal(said('是否公开',
      value), 'public');
    assert.equal(said('密级', '无'), 'public');
    assert.equal(said('是否公开', '无'), 'internal', 'no is an answer');
    assert.equal(said('产品', '不合格'), 'public', 'no gate column');
  });
  it('takes the gravest of several words, and the word of a code and its name', () => {
    assert.equal(said('当前状态', ['正常', '已修复']), 'repaired');
    assert.equal(said('当前状态', { code: '1', name: '取消公示' }), 'ended');
    assert.equal(said('当前状态', { value: 2, label: '有效' }, '2018'), 'public');
    assert.equal(said('当前状态', { code: '2' }, '2018'), 'revoked');
    assert.equal(said('当前状态', { x: {} }), 'unclear?');
    assert.equal(said('当前状态', [{ x: 1 }]), 'unclear?');
    assert.equal(said('当前状态', () => 1), 'unclear?');
    assert.equal(said('当前状态', ['1', '正常'], null), 'public');
    let nested: unknown = '正常';
    for (let i = 0; i < 50_000; i++) nested = [nested];
    assert.equal(said('当前状态', nested), 'unclear?', 'lists without end are not followed');
    assert.deepEqual(wordsIn([1, true, 10n, 'x']), ['1', 'true', '10', 'x']);
  });
  it('lets the family say what a word means in it', () => {
    for (const [cell, want] of table(`
      修复状态=审核中 修复状态=已受理 修复状态=驳回 修复状态=不予修复 修复状态=未申请 修复状态=可修复 修复状态=修复中 → public
      修复状态=审核通过 修复状态=已完成 修复结果=准予修复 → repaired
      修复状态=已撤销 → unclear
      公示状态=已撤销 公开范围=撤销 → ended
      复议结果=维持 复议结果=驳回复议申请 复议结果=撤诉 复议结果=未申请行政复议 诉讼状态=无 → public
      诉讼结果=驳回原告诉讼请求 诉讼结果=驳回上诉，维持原判 诉讼结果=准予撤诉 诉讼结果=裁定准许原告撤诉 复议结果=申请人撤回复议申请 → public
      诉讼结果=责令重作 诉讼结果=责令被告重新作出处罚决定 → unclear
      公开属性=部门共享 公开属性=有条件共享 → restricted
      公开属性=无条件共享 公开属性=向社会公众共享 → public
      复议结果=撤销 判决结果=撤销处罚决定 → revoked
      保密审查意见=同意公开 密级=非密 密级=公开 密级=已解密 → public
      撤销原因=错案 撤销文号=X1 不予公开理由=无法判断 → gone
      撤销原因=未撤销 撤销原因=无 终止公示原因=/ → public
      是否草稿=正式 → public
    `)) {
      const [label = '', value] = cell.split('=');
      const { standing } = judge(label, value);
      assert.equal(want === 'gone' ? ['revoked', 'internal'].includes(standing) : standing === want, true, `${cell}: ${standing}`);
    }
  });
  it('says whether it was nothing but a code', () => {
    const status = gateColumnOfField('status');
    assert.ok(status);
    assert.equal(judgeColumn(status, '1', '2018').code, true);
    assert.equal(judgeColumn(status, '').code, true);
    assert.equal(judgeColumn(status, '正常').code, undefined);
    assert.equal(judgeColumn(status, '1 正常', null).code, undefined);
  });
});

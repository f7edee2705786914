/**
 * What words of standing mean, whatever column they stand in; a few mean something else in some. Words for “public” are known
 * whole, words against it by what they hold: an error may hide a record, never show one.
 */
import type { FamilyName, Standing } from './families.js';

/** Signs and words for yes and no. Digits are judged apart: 0 is “no” of a flag and “public” of a scope. */
export const YES = /^(?:是|是的|有|真|对|y|yes|t|true|on|√|✓|✔|☑|■)$/;
export const NO = /^(?:否|不是|无|没有|未|假|错|n|no|f|false|off|×|✗|✘|□|☐)$/;
/** A value that says nothing. */
export const NOTHING = /^(?:null|undefined|nan|n\/?a|none|空|暂无|[-–—―_*.。、~=/\\－]*)$/;

// 未撤销, 不涉密, 无商业秘密, 尚未终止公示: what would end publicity has not happened.
const NOT = '(?:公示期?[内间满]?)?(?:均|都|皆|全部|本案|该案|经(?:保密)?审[查核]后?)?'
  + '(?:未|没有|尚未|从未|并未|不|非|无|无需|不存在|不属于)(?:被|予以|予|依法|进行|申请|提出|收到|接到|发现|任何|经|曾|有|含|属于|涉及|涉)*(?:国家|工作|商业|个人|行政|信用)*';
const ENDS = '(?:撤销|撤消|撤回|撤|作废|废止|无效|失效|修复|移出|移除|下架|下线|删除|涉密|秘密|机密|绝密|隐私|密|注销|吊销|变更|到期|过期|期满|屏蔽|隐藏|停用|禁用|冻结|锁定'
  + '|内部|草稿|异议|复议|诉讼|敏感|限制|终止|停止|取消)';
const NOT_ENDED = new RegExp(`^${NOT}${ENDS}(?:或|和|及|、|${ENDS})*(?:内容|信息|情形|情况|事项|公示|公开)*$`);

const PUBLIC: readonly RegExp[] = [
  NOT_ENDED,
  new RegExp('^(?:已经?|可以?|正在|予以|同意|准予|依法|全部|全文|主动|全面|向社会|面向社会|对外|社会|网上|继续|持续|正常|处于|信息|处罚|许可)*'
    + '(?:公开|公示|公布|发布|上网|上架|上线|展示|显示|披露)(?:中|状态|期内?|期间|发布|公示|公开|上网)*$'),
  /^(?:现行|依法|合法|持续|长期|目前|仍然?|处于|状态|决定|处罚|许可|数据|已)*(?:正常|有效|生效|启用|在用|使用)(?:中|状态|的|期内?|期间|执行|使用|公示|公开|发布)*$/,
  /^(?:已|终审|审核|审批|审查|复核|保密审查|法制审核|领导|部门|全部)*(?:通过|同意|批准|准予|合格|无异议|完成|完毕)(?:审核|审批|发布|公开|公示|许可|上网)*$/,
  /^已(?:审核|审批|审查|复核|校核|审定|签发|办结|完结|完成)$|^(?:办结|完结|完成|审结|准予许可)$/,
  /^(?:社会公众|公众|全社会|社会|所有人|不限|互联网|外网)$/,
];

const INTERNAL = new RegExp('内部|不予?公[开示布]|非公[开示]|不[宜对].*[公外]|不[上发展显]|免[予于]?公[开示]|暂[缓不]|涉密|秘密|机密|绝密|保密|隐私|私[有密]|敏感|草稿|草案|拟稿|暂存'
  + '|[请切]?勿|无[需须]公|不[需用]要?公|豁免|仅[^公]{1,6}可见|即将|准备'
  + '|待[审初复终发公上批核提]|未[审发公上批通提]|审[核批查]中|不通过|不同意|未同意|不批准|退回|驳回|打回|回退|删除|回收站|隐藏|屏蔽|停用|禁用|冻结|锁定|内网|编辑中');
const RESTRICTED = /授权|依申请|限制公开|部分公开|有条件/;
const ENDED = new RegExp('(?:终止|停止|取消|结束|中止|撤销|撤下|不再)(?:公[示开布]|发布|展示)|公示(?:期?已?)(?:终止|停止|取消|结束|中止|期?满|届满|到期|过期)'
  + '|公示期?已?(?:完毕|终了|过)|下架|下线|移出|移除|撤网|撤下|退出名单|期满|到期|过期|归档'
  + '|^已?(?:撤稿|收回|回收|关闭)$|^已?(?:解除|退出)(?:名单|惩戒|公示|列入|失信)*$');
const REPAIRED = /^(?:已经?|予以|准予|同意|完成|信用)*修复(?:完成|成功|通过|完毕|完)?$/;
// The decision itself, whole: of one that is revoked in part the notice “已撤销” would be false.
const REVOKED = /^(?:已经?|被|经|依法|予以|自行|法院|判决|行政|复议|决定书?|处罚|许可|信息|公示|状态)*(?:撤销|撤消|撤回|废止|作废|无效|确认违法|确认无效)(?:原|决定|处罚|许可|信息|状态)*$/;
/** A word that holds one of these and is not known is not public. */
export const NEGATIVE = new RegExp('[不非否未无撤销止停删消密待拟草废退驳隐限禁暂缓拒失过满错误勿仅]|[延推]期|延迟|推迟|即将|准备|关闭|收回|回收|解除'
  + '|内部|修复|移出|移除|下架|下线|作废|变更|违法|到期|屏蔽|冻结|锁定|取消|结束|归档|附件|决定书');

// What has not become of the duties says nothing against the decision: 未履行, 逾期未缴款. A case that is closed is filed (结案归档);
// a publication that is filed is taken down.
const DUTIES = new RegExp('^(?=.*[未没拒逾])(?:已|未|尚未|没有|部分|正在|逾期|拒不|强制|按期|主动|全部|自觉|代)*(?:履行|执行|缴款|缴纳|缴清|缴|整改|改正|结案)'
  + '(?:完毕|到位|中|完成|归档)*$|^(?:已|结案)*归档$');

/** Words that mean something else in a family than elsewhere, first. */
const OWN_WORDS: Readonly<Partial<Record<FamilyName, readonly (readonly [RegExp, Standing])[]>>> = {
  repair: [
    [/^(?:未|尚未|暂未|没有|不予?|无法|不能|不可|未予)(?:申请|提出|完成|通过|同意|准予|批准|进行|被|信用)*修复(?:完成|申请|成功)?$/, 'public'],
    // Publicity goes on until the repair is granted.
    [/^(?:可|待|可以|可申请|正在|申请|拟)(?:信用)?修复(?:中)?$|^修复中$|^(?:已|正在)?(?:申请|受理)中?$|^(?:未申请|未通过|不通过|不同意|不予同意|未完成|待审核|待受理|审核中|审批中)$|^已?(?:驳回|退回)$/,
      'public'],
    [/^(?:已|审核|审批|修复)*(?:通过|同意|准予|批准|完成|成功|办结)$/, 'repaired'],
  ],
  appeal: [
    [/责令.*重[作新]/, 'unclear'],
    // What the one who complains takes back is their complaint.
    [new RegExp('^(?:已|正在|决定|予以|判决|裁定|[一二终再]审|法院|复议机关|准予|准许|原告|申请人|当事人|自行|自愿)*'
      + '(?:维持|驳回|撤诉|撤回(?=.*(?:申请|起诉|诉讼|复议|上诉))|终止|不予受理|受理|申请|审理|复议|诉讼)'
      + '(?:中|请求|申[请诉]|原告?|判决?|处罚|决定|行政|复议|诉讼|[起上]诉|的|其|全部|维持)*$'), 'public'],
    [/^(?:当事人|被处罚人|相对人|申请人|期限内|逾期|均|已)*(?:未|尚未|没有|无)(?:申请|提起|提出|发生)*(?:行政)?(?:复议|诉讼)?(?:或|和|及|、|也|亦|行政|复议|诉讼|提起|未)*$/,
      'public'],
  ],
  secrecy: [
    [/^(?:公开|非密|普通|一般|(?:[均都经]|审查后?)*[不未]涉及|解密|已解密|脱密|已脱密|脱敏|已脱敏|无密级)$/, 'public'],
  ],
  publication: [[/^无条件(?:共享|开放)$/, 'public'], [/^(?!.*(?:社会|公众|内[部网])).*共享/, 'restricted']],
  draft: [[/^(?:正式|定稿|已提交)$/, 'public']],
  // For whom: what names the public is public, what names others is for them.
  scope: [
    [/^无条件(?:共享|开放)$|^(?:面?向|对)?(?:全|本)?(?:社会|省|市|县|区|国|行政区域)(?:公众|公开|公示|范围|内|共享)*$/, 'public'],
    [/^(?!.*[不非限]).*(?:社会|公众|公民|互联网|门户|官网)/, 'public'],
    [/^(?!.*内[部网]).*(?:部门|系统|单位|机关|当事人|申请人|相对人|特定|指定|管理员|本人|自己|人员|成员|本级|上级)/, 'restricted'],
  ],
  status: [[DUTIES, 'public']],
};

/** Of these a word of revocation speaks of the decision; of publicity it speaks of that alone; elsewhere nobody knows. */
const REVOCATION_IN: Readonly<Partial<Record<FamilyName, Standing>>> = {
  status: 'revoked', recordStatus: 'revoked', revocation: 'revoked', validity: 'revoked', appeal: 'revoked', publication: 'ended',
    scope: 'ended',
};

/** A Chinese word, folded; undefined where it is not known. */
export function standingOfChinese(word: string, family: FamilyName): Standing | undefined {
  const own = OWN_WORDS[family]?.find(([pattern]) => pattern.test(word));
  if (own) return own[1];
  if (PUBLIC.some((pattern) => pattern.test(word))) return 'public';
  if (INTERNAL.test(word)) return 'internal';
  if (RESTRICTED.test(word)) return 'restricted';
  if (ENDED.test(word)) return 'ended';
  if (REPAIRED.test(word)) return 'repaired';
  if (REVOKED.test(word)) return REVOCATION_IN[family] ?? 'unclear';
  // 注销 and 吊销 end a licence; the decision stays public. An objection does not end publicity.
  const rest = word.replace(/注销|吊销|其他|异议/, '');
  if (rest === word || NEGATIVE.test(rest)) return undefined;
  return word.includes('异议') ? 'disputed' : 'other';
}

const LATIN: Readonly<Record<string, Standing>> = {};
const put = (standing: Standing, words: string): void => {
  for (const word of words.split(' ')) (LATIN as Record<string, Standing>)[word] = standing;
};
put('public', 'public published publishing valid normal active approved enabled released online open opened ok pass passed visible'
  + ' shown effective');
put('disputed', 'disputed');
put('other', 'other');
put('revoked', 'revoked withdrawn invalid void voided cancelled canceled annulled repealed abolished');
put('internal', 'internal private draft pending deleted hidden disabled inactive unpublished secret confidential rejected offline'
  + ' nonpublic notpublic');
put('restricted', 'restricted');
put('repaired', 'repaired restored');
put('ended', 'ended expired archived stopped terminated removed');

/** An English word, folded; undefined where it is not known: nobody can tell a code from a word then. */
export const standingOfLatin = (word: string): Standing | undefined => {
  const key = word.replace(/[^a-z]/g, '');
  return key && Object.prototype.hasOwnProperty.call(LATIN, key) && /^[a-z _-]+$/.test(word) ? LATIN[key] : undefined;
};

/**
 * Which columns speak of a record's standing: one row a family, recognised by the parts of the label, so that spellings
 * nobody has seen yet (是否予以公示, 公示状态名称, isPublic, DEL_FLAG, sfgk) are gate columns too.
 *
 * Sources: 信息使用范围, 当前状态, 公示截止期 of the national tables (domain §1.2–1.6); publish states 公示中/取消公示 of ES_SXY and
 * `delFlag` of the usual frameworks (domain §1.9); 政府信息公开条例 art. 14–16 (公开属性, 密级); 行政处罚法 art. 48 (变更、撤销、
 * 确认违法、确认无效); 令36号 and 国办发〔2025〕22号 (修复, 终止公示).
 */

/** What a column says of its record. */
export type Standing =
  | 'public'
  /** For the office alone: secret, a draft, not yet approved, deleted. */
  | 'internal'
  /** On application or with authority only. */
  | 'restricted'
  | 'repaired'
  /** Its publicity has been ended. */
  | 'ended'
  | 'revoked'
  /** An objection is pending: shown with its word. */
  | 'disputed'
  /** Neither valid nor revoked (注销, 吊销, 2015/16 code 3): shown with its word. */
  | 'other'
  /** A code whose standard is not known yet. */
  | 'undecided'
  | 'unclear';

/** A `flag` is answered with yes or no, a `state` with a word or a code, a `mention` by being filled, an `end` or an `event` by a date. */
export type Form = 'flag' | 'state' | 'mention' | 'end' | 'event';

export type FamilyName =
  | 'publication' | 'concealment' | 'scope' | 'secrecy' | 'audit' | 'draft' | 'validity' | 'disabled' | 'revocation' | 'change' | 'appeal'
  | 'dispute' | 'lapse' | 'repair' | 'ending' | 'deletion' | 'status' | 'recordStatus';

export interface Family {
  readonly name: FamilyName;
  /** Chinese words in a label. */
  readonly words: RegExp;
  /** Labels with these speak of something else. */
  readonly except?: RegExp;
  /** The forms its Chinese labels may have: 公示结果 is free text, 审核结果 is not. */
  readonly states?: RegExp;
  /** Labels that speak of it by being filled at all: 撤销原因, 不予公开理由. */
  readonly mentions?: RegExp;
  /** Its Chinese word alone is no column of it: 复议 may hold the remedy. */
  readonly neverBare?: boolean;
  /** English words of keys (whole), pinyin initials (whole keys). */
  readonly english?: string;
  /** English words that are a flag without “is” or “Flag”. */
  readonly adjectives?: string;
  readonly pinyin?: RegExp;
  /** What yes and no mean. Where they are missing, yes and no mean nothing here. */
  readonly yes?: Standing;
  readonly no?: Standing;
  /** Codes of state columns that have been seen; flags count 1 and 0 as yes and no besides. */
  readonly codes?: Readonly<Record<string, Standing>>;
  /** An unknown word says nothing against publication in most columns; in these it does. */
  readonly strict?: boolean;
}

/** 是否公开听证, 公开招标 … are about something else than the record. */
const OTHER_PUBLICITY = /听证|招标|拍卖|审理|道歉|采购|承诺|征求|招聘|竞争|报告|年报|催告/;
/** 企业状态, 缴款状态, 复议状态 …: of the company or of what follows the decision, not of the record. */
const OTHER_STATUS = /经营|营业|企业|主体|单位|机构|工商|相对人|当事人|商事|登记|履行|执行|缴|整改|结案|存续|送达|付款|支付|听证|立案|婚姻|健康|有效期|归档|同步|推送|上传|报送|上报|交换|入库/;

/** The first that fits counts, so the narrow ones stand before the wide ones. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'secrecy', words: /涉密|密级|保密|秘密|隐私|机密|敏感|定密/, except: /密码|密钥/, states: /./, strict: true,
    english: 'secret|secrecy|confidential|confidentiality|classified|sensitive|privacy',
      adjectives: 'secret|confidential|classified|sensitive',
    pinyin: /^(?:sf(?:sm|bm)|sm(?:bz|bs|dj)|bm(?:dj|jb)|mj(?:dm|mc|bz)|miji)$/, yes: 'internal', no: 'public',
  },
  {
    name: 'deletion', words: /删除|逻辑删|回收站/, states: /状态|标[志识记签]|情况/,
    english: 'del|delete|deleted|deletion|remove|removed|trash|recycle', adjectives: 'del|delete|deleted|removed|trash|recycle|recycled',
    pinyin: /^(?:sfsc|sc(?:bz|bj|bs|zt))$/, yes: 'internal', no: 'public',
    // 0 there, 2 deleted (RuoYi), 1 deleted (jeecg and others).
    codes: { 0: 'public', 1: 'internal', 2: 'internal' },
  },
  {
    name: 'ending',
    words: new RegExp('(?:终止|停止|取消|结束|中止|不再|撤销|撤下)(?:公示|公开|公布|发布|展示)|公示(?:终止|停止|取消|结束|中止|期满|届满|到期|过期)'
      + '|公示期(?:届满|已?满)|移出|移除|下架|下线|撤下|撤网|退出(?:名单|公示)|解除(?:失信|名单|公示|惩戒|列入)'),
    except: /可移出|能否移出|可否移出|移出条件/, states: /状态|标[志识记签]|情况|结果/, mentions: /原因|理由|依据|文号|决定书/,
    english: 'ended|end|stopped|stop|terminated|terminate|expired|archived|offline|unpublished|unpublish',
      adjectives: 'ended|expired|archived|offline|unpublished',
    pinyin: /^(?:sf(?:zzgs|tzgs|qxgs|xj|zz)|(?:zz|tz|qx)gs(?:zt|bz)|xj(?:zt|bz|bj|bs))$/, yes: 'ended', no: 'public',
  },
  {
    name: 'repair', words: /修复/,
    except: /可修复|能否|可否|条件|指南|渠道|方式|联系|网址|地址|电话|生态|环境|义务|费|方案|措施|责令|流程|须知|期限|是否.*申请/, states: /状态|标[志识记签]|情况|结果|意见/,
      mentions: /文号|决定书|编号|证明/,
    english: 'repair|repaired|restore|restored', adjectives: 'repaired|restored', pinyin: /^(?:xy)?(?:sfy?xf|xf(?:zt|bz|bj|bs))$/,
      yes: 'repaired', no: 'public',
    // 信用中国's own feed has `repairState: "0"` on every published penalty.
    codes: { 0: 'public' },
  },
  {
    name: 'concealment', words: /(?:不予?|非|免予?|免于|暂缓|暂不|限制|不宜)(?:公开|公示|公布|发布)|屏蔽|隐藏|遮蔽/, states: /状态|标[志识记签]|情况|类型/, mentions: /原因|理由|依据|说明/,
    english: 'hide|hidden|private|invisible|shield|shielded|blocked', adjectives: 'hide|hidden|private|invisible|blocked', yes: 'internal',
      no: 'public', strict: true,
  },
  {
    name: 'scope',
    words: /(?:使用|公开|公示|共享|开放|发布|可见|知悉|知晓)范围|(?:公开|公示|开放|可见)对象$|(?:共享|开放)(?:属性|类型)|可见性/, states: /./, english: 'scope', adjectives: 'scope',
      pinyin: /^(?:xx)?(?:syfw|gkfw)$/,
    // 信息使用范围 (Jiangsu, seen): 0 公示, 1 仅政府部门内部共享, 2 仅可授权查询.
    codes: { 0: 'public', 1: 'internal', 2: 'restricted' },
  },
  {
    name: 'draft', words: /草稿|草案|暂存|待发/, states: /状态|标[志识记签]/, english: 'draft', adjectives: 'draft', yes: 'internal', no: 'public',
  },
  {
    name: 'publication',
    words: /公开|公示|公布|发布|上网|挂网|披露|展示|显示|上架|上线|开放|^(?:是否|已?|对外|网上|网站|门户)*公告(?:状态|标[志识记签]|情况|否|$)/, except: OTHER_PUBLICITY,
    states: /状态|属性|类型|类别|方式|标[志识记签]|级别|等级|性质|权限|形式|程度|选项|情况|结果/,
    english: 'public|publicity|publish|published|publishing|pub|open|opened|show|shown|display|displayed|visible|visibility|online'
      + '|release|released|disclosure|disclose|disclosed|gk|gs',
    adjectives: 'public|publish|published|open|show|shown|display|visible|online|released|disclosed',
    pinyin: /^(?:sf(?:yy|zd)?(?:gk|gs|fb|sw|xs|zs)|(?:gk|gs|fb|xs|zs)(?:bz|bj|bs|zt|lx|fs|jb|xz)|gk(?:sx|dj)|xx(?:gk)?(?:lx|sx|dj|fl|fs))$/,
    yes: 'public', no: 'internal',
  },
  {
    name: 'revocation', words: /撤销|撤消|撤回|废止|作废|无效|确认违法/, except: /撤销权|可撤销|能否|可否|条件/, states: /状态|标[志识记签]|情况|结果/,
      mentions: /原因|理由|依据|文号|机关|决定书/,
    english: 'revoke|revoked|revocation|cancel|cancelled|canceled|withdraw|withdrawn|repeal|repealed|abolish|abolished|void|voided'
      + '|invalid|annul|annulled',
    adjectives: 'revoked|cancelled|canceled|withdrawn|repealed|abolished|voided|invalid|annulled',
    pinyin: /^sf(?:cx|zf|ch)$|^(?:cx|zf)(?:bz|bj|bs|zt)$/, yes: 'revoked', no: 'public',
  },
  // What else may have been stopped is of the record as long as the label names nothing that is.
  {
    name: 'ending', words: /取消|终止|停止|中止|暂停|失效|过期/, neverBare: true, states: /状态|标[志识记签]/,
    except: /日期|时间|日$|期限|营业|经营|生产|执行|施工|使用|资格|业务|食品|产品|合同|劳动/, yes: 'ended', no: 'public',
  },
  // 行政处罚法 art. 48: a penalty that was changed is taken back; what it was changed to comes as a record of its own.
  { name: 'change', words: /变更/, neverBare: true, states: /状态|标[志识记签]|情况/, yes: 'unclear', no: 'public' },
  // Publicity is not suspended while a decision is under review; its outcome may end it.
  {
    name: 'appeal', words: /复议|诉讼|判决|裁定/, except: /机关|途径|渠道|期限|权利|告知/, neverBare: true, states: /状态|结果|情况|标[志识记签]|决定$|结论/,
    yes: 'public', no: 'public',
  },
  { name: 'dispute', words: /异议/, except: /途径|渠道|方式|期限|电话|地址/, neverBare: true, states: /状态|标[志识记签]/, yes: 'disputed', no: 'public' },
  { name: 'lapse', words: /注销/, states: /状态|标[志识记签]/, yes: 'other', no: 'public' },
  {
    name: 'disabled', words: /停用|禁用|冻结|锁定/, states: /状态|标[志识记签]/,
    english: 'disable|disabled|inactive|frozen|lock|locked', adjectives: 'disable|disabled|inactive|frozen|lock|locked', yes: 'internal',
      no: 'public',
  },
  { name: 'validity', words: /生效|启用/, states: /状态|标[志识记签]/, english: 'enable|enabled', adjectives: 'enable|enabled', yes: 'public',
    no: 'internal' },
  {
    name: 'validity', words: /有效(?!期|日|时|证|投|成)|效力|时效性/, except: /范围/, states: /状态|标[志识记签]|性/,
    english: 'valid|validity|effective|active|usable|available', adjectives: 'valid|validity|active',
      pinyin: /^(?:sfyx|yx(?:bz|bj|bs|zt|x))$/,
    // Not valid is what 2018 calls 2 无效.
    yes: 'public', no: 'revoked',
  },
  {
    name: 'audit', words: /审核|审批|审查|审定|复核|校核|复审|终审|初审/, states: /状态|标[志识记签]|结果|意见|情况|结论/,
    english: 'audit|audited|check|checked|approve|approved|approval|review|reviewed|verify|verified',
      adjectives: 'audited|approved|reviewed',
    pinyin: /^sf(?:sh|sp|tg)$|^(?:sh|sp)(?:zt|bz|bj|jg)$/, yes: 'public', no: 'internal',
  },
  {
    // 当前状态 of the national tables: its codes are the standard's.
    name: 'status', words: /^(?:行政)?(?:许可|处罚|决定|证书|证照|案件|文书)?(?:当前|目前|现)?状态(?:名称|代码|编码|码|描述)?$/, states: /状态/,
    pinyin: /^(?:dq|aj|ws|cf|xk)?zt(?:dm|bm)?$/,
  },
  // 数据状态, 信息状态, 列入状态 …: each system's own codes.
  { name: 'recordStatus', words: /状态/, except: OTHER_STATUS, states: /状态/, pinyin: /^(?:jl|sj|xx|bl|yw)zt(?:dm|bm)?$/ },
];

/** English words of a status that is not the record's. */
export const OTHER_ENGLISH = new RegExp('^(?:pay|paid|payment|fine|exec|execute|execution|perform|deliver|send|sent|sync|upload'
  + '|push|job|task|marital'
  + '|business|company|enterprise|operating|tax|import|export|report|http|login|account|order)');

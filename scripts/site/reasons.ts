/** What the reasons mean that the console, the event `sgs-load` and `sgs check` name. Types hold them complete. */
import type { NoticeRule, RejectedReason, WithheldReason } from '../../src/model/outcome.js';

type Meaning = readonly [zh: string, en: string];

export const WITHHELD: Readonly<Record<WithheldReason, Meaning>> = {
  internal: ['内部、涉密、未审核、已删除', 'internal, secret, not approved, deleted'],
  restricted: ['依申请或授权查询', 'on application or with authority only'],
  revoked: ['已撤销，没有写明原因', 'revoked, without a reason'],
  expired: ['公示期已满', 'publicity has expired'],
  future: ['决定日期在将来', 'the decision is dated in the future'],
  minor: ['当事人是未成年人', 'the party is a minor'],
  repaired: ['已修复或已终止公示', 'repaired, or publicity ended'],
  slight: ['轻微失信', 'a slight failing'],
  unclear: ['关于公开、效力、修复或期限的内容看不懂，须由本单位说明', 'something about publication, validity or an end is not understood: the office has to say'],
};

export const REJECTED: Readonly<Record<RejectedReason, Meaning>> = {
  'no-record': ['不是一条记录', 'no record'],
  'no-kind': ['看不出是哪一类公示信息', 'of no kind that is known'],
  'no-name-and-number': ['既无名称也无文号', 'neither a name nor a number'],
  'bad-date': ['日期不存在（如 2 月 30 日）', 'a date that does not exist'],
  'no-basis': ['黑榜缺少认定依据', 'an entry of the blacklist without its legal basis'],
};

export const NOTICES: Readonly<Record<Exclude<NoticeRule, WithheldReason>, Meaning>> = {
  'unknown-word': ['把关的列里有没收录的词，没有说不公开，照常公示，请核对', 'a word of a gate column that is not known and says nothing against publication: shown'],
  'unknown-grade': ['失信严重程度没有定义，按最长三年公示', 'a grade of failing that is not known: three years at most'],
  'no-date': ['日期是空值的代替（如 9999-12-31、1900-01-01）', 'a stand-in for “no date”'],
  'unread-date': ['日期不完整、可以读成两种，或读不出', 'a date that is not whole, or can be read in two ways or not at all'],
  'unread-amount': ['金额读不出，或者可以读成两种', 'an amount that cannot be read for certain'],
  'unread-object': ['列里是嵌套的内容，读不出', 'an object in which no value was found'],
  period: ['超过法定最长公示期，已缩短', 'beyond the longest period of publicity: cut'],
  'slight-penalty': ['仅警告、通报批评或适用简易程序，原则上不公示，请核对', 'a warning, public criticism or the summary procedure alone: in principle not published'],
  'personal-column': ['列名涉及个人，整列没有显示', 'a column about a person: left out'],
  'internal-column': ['列名涉及内部工作，整列没有显示', 'a column about the office’s inside: left out'],
  'personal-number': ['证件号码、电话、账号或住址，已隐去', 'a number or an address of a person: taken out'],
  'person-name': ['自然人姓名，已改为“张某”', 'the name of a natural person: masked'],
  'spoilt-code': ['代码的末尾数字被表格软件改掉了', 'a code whose last digits a spreadsheet has lost'],
  'extra-column': ['没有定义的列，按配置项 extra 没有显示', 'a column nobody knows, left out by `extra`'],
};

/** What the gate and the quarantine say, in the words of whoever keeps the feed. */
import type { RejectedReason, WithheldReason } from '../model/outcome.js';

export const WITHHELD: Readonly<Record<WithheldReason, string>> = {
  internal: '仅政府部门内部共享',
  restricted: '仅可授权查询',
  revoked: '已撤销',
  expired: '公示期已满',
  future: '决定日期在今天之后',
  minor: '当事人是未成年人',
  repaired: '已修复或已终止公示',
  slight: '轻微失信，原则上不公示',
  unclear: '公开、效力、修复或期限不明确',
};

export const REJECTED: Readonly<Record<RejectedReason, string>> = {
  'no-record': '不是一条记录',
  'no-kind': '看不出是哪一类',
  'no-name-and-number': '既无名称也无文号',
  'bad-date': '日期有误',
  'no-basis': '缺少认定依据',
};

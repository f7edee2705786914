/** How a record is laid out beyond the fields of the plan. Loaded when one is opened; until then its rows stand in one list. */
import { isNational, type FieldName } from '../../model/fields.js';
import { FIELD_GROUPS, groupOf, type FieldGroup } from '../../model/field-groups.js';
import type { Kind } from '../../model/kinds.js';
import type { Messages } from '../../locale/messages.js';
import { inHant } from '../../locale/zh-Hant.js';
import type { SgsRecord } from '../../model/record.js';
import { citizenLines, type CitizenWords } from './citizen.js';
import { toolWords, type Translations } from '../tools/tool-words.js';

interface RecordWords extends CitizenWords {
  readonly decision: string;
  readonly subject: string;
  readonly content: string;
  readonly publicity: string;
  /** The empty fields, which unfold. */
  readonly unpublished: (count: number) => string;
  readonly previous: string;
  readonly next: string;
}

const zh: RecordWords = {
  decision: '决定书',
  subject: '行政相对人',
  content: '决定内容',
  publicity: '公示',
  unpublished: (count) => `未公开的项目（${count} 项）`,
  previous: '上一条',
  next: '下一条',
  stillPublic: (day, days) => `公示至 ${day}（还有 ${days} 天），期满停止公示（国家发展改革委令第36号）。`,
  repairable: (day) => `${day}起可以申请信用修复，须已履行义务、纠正失信行为，且公开作出信用承诺（国家发展改革委令第36号）。`,
  appeal: (days, months) => `不服处罚决定的，可以自知道决定之日起 ${days} 日内申请行政复议（行政复议法第二十条），`
    + `或者 ${months} 个月内提起行政诉讼（行政诉讼法第四十六条），法律另有规定的除外；向何处提出，见救济渠道和决定书。`,
};

const en: RecordWords = {
  decision: 'Decision',
  subject: 'Party',
  content: 'Content',
  publicity: 'Publication',
  unpublished: (count) => `Not published (${count})`,
  previous: 'Previous record',
  next: 'Next record',
  stillPublic: (day, days) =>
    `Published until ${day} (${days === 1 ? '1 more day' : `${days} more days`}), then taken down (NDRC Order No. 36).`,
  repairable: (day) => `Credit repair may be asked for from ${day} on, once the duties are fulfilled, the failing is put right and `
    + 'a public pledge is made (NDRC Order No. 36).',
  appeal: (days, months) => `Whoever disagrees with the penalty may ask for reconsideration within ${days} days of learning of it `
    + `(Administrative Reconsideration Law, art. 20) or sue within ${months} months (Administrative Litigation Law, art. 46), unless `
    + 'another law says otherwise; where to is said in the decision and under “Ways to appeal”.',
};

export const recordWords: Translations<RecordWords> = { zh, hant: inHant(zh), en };

export interface RecordParts {
  readonly words: RecordWords;
  readonly groups: readonly FieldGroup[];
  readonly groupOf: (field: FieldName) => FieldGroup;
  /** Whether the national table of a kind has the field. */
  readonly isNational: (kind: Kind, field: FieldName) => boolean;
  /** What a citizen has to know of a record. */
  readonly citizenLines: (record: SgsRecord) => readonly string[];
}

/** A registered locale may bring the words as its `tools.record`. */
export const recordParts = (messages: Messages): RecordParts => {
  const words = toolWords(messages, 'record', recordWords);
  return { words, groups: FIELD_GROUPS, groupOf, isNational, citizenLines: (record) => citizenLines(messages, words, record) };
};

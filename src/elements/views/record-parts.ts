/** How a record is laid out beyond the fields of the plan. Loaded when one is opened; until then its rows stand in one list. */
import { isNational, type FieldName } from '../../model/fields.js';
import { FIELD_GROUPS, groupOf, type FieldGroup } from '../../model/field-groups.js';
import type { Kind } from '../../model/kinds.js';
import type { Messages } from '../../locale/messages.js';
import { inHant } from '../../locale/zh-Hant.js';
import { toolWords, type Translations } from '../tools/tool-words.js';

interface RecordWords {
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
};

const en: RecordWords = {
  decision: 'Decision',
  subject: 'Party',
  content: 'Content',
  publicity: 'Publication',
  unpublished: (count) => `Not published (${count})`,
  previous: 'Previous record',
  next: 'Next record',
};

export const recordWords: Translations<RecordWords> = { zh, hant: inHant(zh), en };

export interface RecordParts {
  readonly words: RecordWords;
  readonly groups: readonly FieldGroup[];
  readonly groupOf: (field: FieldName) => FieldGroup;
  /** Whether the national table of a kind has the field. */
  readonly isNational: (kind: Kind, field: FieldName) => boolean;
}

/** A registered locale may bring the words as its `tools.record`. */
export const recordParts = (messages: Messages): RecordParts =>
  ({ words: toolWords(messages, 'record', recordWords), groups: FIELD_GROUPS, groupOf, isNational });

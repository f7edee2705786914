/**
 * The kinds of publication, one row each: the contract's six, and those that “七公示/十公示” add. A new kind is one row here plus its
 * fields in `fields.ts`.
 * Source: product contract "What is published"; domain §4.
 */
import { ENFORCEMENT, type EnforcementTable } from './enforcement.js';
import { learnFields, type FieldName, type Kind } from './fields.js';

export type { Kind } from './fields.js';

/** Facts about one kind. */
export interface KindDef {
  /** Column label (zh-CN), also a sheet's name in a workbook. */
  readonly label: string;
  /** Names of sheets, tables and arrays that say what kind their rows are; tested on the folded name. */
  readonly names: RegExp;
  /** Columns of the list by default: product contract, "Words a person sees". */
  readonly columns: readonly FieldName[];
  /** The first of these that has a value is the record's title and opens it. */
  readonly title: readonly FieldName[];
  /** A record without any of these is set aside. */
  readonly needsOneOf: readonly FieldName[];
  /** A record without this is set aside (a black list must carry its 认定依据). */
  readonly needs?: FieldName;
  /** Proposed values of `category`, for filters and checks; a feed's own values are kept. */
  readonly categories: readonly string[];
  /** Only what calls itself so is of this kind: its columns are those of others, too. */
  readonly named?: true;
  /** What stands before the codes of its fields in the national tables, and in others that are made like them. */
  readonly prefixes?: string;
  /** Values of `result` that a source lists. */
  readonly results?: readonly string[];
  /** Shown in a record even where they are missing. */
  readonly plan?: readonly FieldName[];
}

/** A row of the kinds beyond 双公示: 国办发〔2018〕118号. What each has of its own, `enforcement.ts` says. */
const enforcement = (label: string, names: RegExp): KindDef => ({
  label, names,
  columns: ['title', 'subjectName', 'documentNumber', 'decidedOn', 'authority'],
  title: ['projectName', 'documentNumber', 'subjectName'],
  needsOneOf: ['subjectName', 'documentNumber'],
  categories: [],
  named: true,
});

export const KIND_DEFS: Readonly<Record<Kind, KindDef>> = {
  license: {
    label: '行政许可', names: /行政许可|xzxk|license|permi|^xk/i, prefixes: 'XK',
    columns: ['title', 'subjectName', 'category', 'decidedOn', 'authority'],
    title: ['projectName', 'documentName', 'certificateName', 'documentNumber', 'subjectName'],
    needsOneOf: ['subjectName', 'documentNumber'],
    categories: ['普通', '特许', '认可', '核准', '登记', '其他'],
  },
  penalty: {
    label: '行政处罚', names: /行政处罚|xzcf|penalt|punish|^cf/i, prefixes: 'CF',
    columns: ['title', 'subjectName', 'documentNumber', 'decidedOn', 'authority'],
    title: ['caseName', 'violationType', 'documentNumber', 'subjectName'],
    needsOneOf: ['subjectName', 'documentNumber'],
    // 行政处罚法 (2021) art. 9 beside the labels of the 2015 and 2018 tables. Two of the labels contain “、”.
    categories: [
      '警告', '通报批评', '罚款', '没收违法所得、没收非法财物', '没收违法所得', '没收非法财物',
      '暂扣或者吊销许可证、暂扣或者吊销执照', '暂扣许可证件', '降低资质等级', '吊销许可证件', '限制开展生产经营活动',
      '责令停产停业', '责令关闭', '限制从业', '行政拘留', '其他',
    ],
  },
  honor: {
    label: '表彰奖励', names: /表彰|荣誉|红名单|红榜|honou?r/i,
    columns: ['title', 'subjectName', 'category', 'decidedOn', 'authority'],
    title: ['honorName', 'category', 'documentNumber', 'subjectName'],
    needsOneOf: ['subjectName', 'honorName'],
    categories: [
      '省长质量奖', '市长质量奖', '地理标志产品保护', '质量诚信体系建设A等', '主导或参与标准制修订',
      '名牌产品', '监督抽查合格', '诚信计量示范单位', '其他质量荣誉',
    ],
  },
  blacklist: {
    label: '质量诚信黑榜', names: /黑榜|黑名单|失信|blacklist/i,
    columns: ['subjectName', 'category', 'documentNumber', 'decidedOn', 'authority'],
    title: ['subjectName', 'documentNumber'],
    // 令36号 art. 4: a list of 严重失信主体 exists only on a stated legal basis.
    needsOneOf: ['subjectName', 'documentNumber'], needs: 'basis',
    categories: ['严重违法', '监督抽查严重不合格', '其他恶意失信'],
  },
  notice: {
    label: '制度发布与宣传', names: /制度|宣传|notice|article/i,
    columns: ['title', 'category', 'decidedOn', 'authority'],
    title: ['noticeTitle', 'documentNumber'],
    needsOneOf: ['noticeTitle'],
    categories: [],
  },
  catalog: {
    label: '双公示目录', names: /目录|catalog/i,
    columns: ['title', 'category', 'catalogCode', 'basis', 'authority'],
    title: ['itemName', 'catalogCode'],
    needsOneOf: ['itemName', 'catalogCode'],
    categories: ['行政许可', '行政处罚'],
  },
  coercion: enforcement('行政强制', /行政强制|xzqz/i),
  confirmation: enforcement('行政确认', /行政确认|xzqr/i),
  levy: enforcement('行政征收', /行政征收|xzzs/i),
  grant: enforcement('行政给付', /行政给付|xzjf/i),
  ruling: enforcement('行政裁决', /行政裁决|xzcj/i),
  reward: enforcement('行政奖励', /行政奖励|xzjl/i),
  inspection: enforcement('行政监督检查', /监督检查|行政检查|xzjc/i),
};

/** Every kind, in the order of the table above. */
export const KINDS = Object.keys(KIND_DEFS) as Kind[];

/** Takes over what the kinds beyond 双公示 have and show (`learnFields`). */
export function learnKinds(table: Partial<EnforcementTable>): void {
  learnFields(table);
  for (const kind of Object.keys(table) as (keyof EnforcementTable)[])
    Object.assign(KIND_DEFS[kind], (table as EnforcementTable)[kind].facts satisfies Partial<KindDef>);
}

learnKinds(ENFORCEMENT);

/** Whether a text names a kind. */
export const isKind = (value: unknown): value is Kind =>
  typeof value === 'string' && Object.prototype.hasOwnProperty.call(KIND_DEFS, value);

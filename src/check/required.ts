/**
 * What a record must say to be complete, a row a requirement. Sources: the 必填 columns of the 2018 tables (domain §1.2,
 * §1.3, §1.8) and of the 2015/16 tables (§1.4, §1.5); for other kinds the plan's own list. Columns that are reported but
 * never published (证件号码, 当前状态, 地方编码, 时间戳) are no part of it: a published record can't have them.
 */
import type { FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import type { Standard } from '../rules/status.js';

/** What decides whether a requirement applies to a row. */
export interface RowFacts {
  readonly standard: Standard | undefined;
  /** The subject is a natural person. */
  readonly person: boolean;
  /** 个体工商户: those without a code carry a placeholder, which is not published. */
  readonly business: boolean;
  /** Values of 处罚类别, joined. */
  readonly category: string;
}

/** One of the fields has to be filled. `standard`: asked by that one only; without it by both, and of feeds that follow neither. */
type Requirement = readonly [fields: readonly FieldName[], standard?: Standard | undefined, when?: (facts: RowFacts) => boolean];

const organisation = ({ person }: RowFacts): boolean => !person;
const coded = ({ person, business }: RowFacts): boolean => !person && !business;
const fined = ({ category }: RowFacts): boolean => category.includes('罚款');
const confiscated = ({ category }: RowFacts): boolean => category.includes('没收');
const suspended = ({ category }: RowFacts): boolean => /暂扣|吊销/.test(category);

const SUBJECT: readonly Requirement[] = [
  [['subjectName']],
  [['subjectType'], '2018'],
  [['creditCode'], '2018', coded],
  [['creditCode', 'organizationCode', 'registrationNumber', 'taxNumber'], undefined, (facts) => facts.standard !== '2018' && coded(facts)],
];
const SOURCE: readonly Requirement[] = [
  [['authorityCode'], '2018'],
  [['sourceUnit'], '2018'],
  [['sourceCode'], '2018'],
];

/** 国办发〔2018〕118号: 执法机关, 执法对象, 执法类别, 执法结论 (from memory), and what tells one decision from another. */
const ENFORCEMENT: readonly Requirement[] = [
  [['subjectName']], [['documentNumber', 'projectName']], [['category', 'projectName']], [['result']], [['authority']], [['decidedOn']],
];
/** Of these by all that follow. */
const ALWAYS: readonly Requirement[] = [[['subjectName']], [['result']], [['authority']], [['decidedOn']]];

/** Of the kinds beyond 双公示 the same is asked. */
const REQUIRED: Readonly<Partial<Record<Kind, readonly Requirement[]>>> = {
  license: [
    ...SUBJECT,
    [['legalRepresentative'], '2018', organisation],
    [['documentName'], '2018'],
    [['projectName'], '2015'],
    [['documentNumber']],
    [['category']],
    [['content']],
    [['decidedOn']],
    [['validTo'], '2018'],
    [['authority']],
    ...SOURCE,
  ],
  penalty: [
    ...SUBJECT,
    [['legalRepresentative'], '2018', organisation],
    [['legalRepresentative'], '2015', organisation],
    [['documentNumber']],
    [['caseName'], '2015'],
    [['violationType'], '2018'],
    [['facts']],
    [['basis']],
    [['category']],
    [['result']],
    [['fineAmount'], '2018', fined],
    [['confiscatedAmount'], '2018', confiscated],
    [['suspendedCertificate'], '2018', suspended],
    [['decidedOn']],
    [['effectiveUntil'], '2018'],
    [['authority']],
    ...SOURCE,
  ],
  honor: [[['subjectName']], [['honorName', 'category']], [['authority']], [['decidedOn']]],
  blacklist: [[['subjectName']], [['basis']], [['facts', 'category']], [['authority']], [['decidedOn']]],
  notice: [[['noticeTitle']], [['decidedOn']], [['authority']], [['content', 'link']]],
  catalog: [[['itemName']], [['catalogCode']], [['basis']], [['authority']]],
  // 必填 of 行政强制行为 and 行政检查行为 in “互联网+监管”, as far as it is for the public (model/enforcement.ts, [B]).
  coercion: [
    ...ALWAYS, [['documentNumber']], [['projectName', 'category']], [['category', 'measureType', 'executionMethod']],
    [['facts']], [['basis']],
  ],
  inspection: [...ALWAYS, [['documentNumber', 'projectName', 'taskNumber']], [['category', 'inspectionForm']]],
  reward: [...ALWAYS, [['documentNumber', 'honorName']], [['category', 'honorName', 'projectName']]],
};

/** What is asked of a row: of each list one field. */
export const requiredOf = (kind: Kind, facts: RowFacts): readonly (readonly FieldName[])[] =>
  (REQUIRED[kind] ?? ENFORCEMENT)
    .filter(([, standard, when]) => (!standard || standard === facts.standard) && (!when || when(facts)))
    .map(([fields]) => fields);

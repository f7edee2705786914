/**
 * The rules where the full ones are missing: somebody has copied `sgs.js` without `sgs.rules.js`, or the network has failed.
 * What needs a judgement is not published: a record shows only if it is of an organisation, stands under names that are
 * known exactly, and says of its standing nothing but what is certain; of it the fields below, and nothing else.
 */
import { isSecretKey } from '../model/aliases.js';
import { fieldType, isGateField, type FieldName, type GateField } from '../model/fields.js';
import { hashOf } from '../model/hash.js';
import { isPlainObject } from '../model/config.js';
import { FeedFailure } from '../model/failure.js';
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { Notice, NoticeGroup } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { isCalendarDay, isCreditCode } from '../rules/codes.js';
import { withholdingReason } from '../rules/gate.js';
import { statusOfCode } from '../rules/status.js';
import { aliasOf, byKind, type ReadColumn } from './column.js';
import type { MappedRow } from './mapping.js';
import type { Notices } from './notices.js';
import type { Values } from './read-values.js';
import type { FeedShapes, RecordRules } from './record-rules.js';
import type { BuildContext, Built } from './record.js';
import { plainRow } from './row.js';
import { cleanText, normalizeCode } from './text.js';

/** Fields that show; none of them is a free text in which anybody may be named. */
const SHOWN: readonly FieldName[] = [
  'documentNumber', 'documentName', 'projectName', 'honorName', 'noticeTitle', 'itemName', 'catalogCode', 'subjectName', 'creditCode',
  'category', 'authority', 'decidedOn', 'validFrom', 'validTo', 'publishedOn', 'publicUntil', 'basis', 'violationType', 'year',
];

/** Names that no person has. */
const ORGANISATION = /(?:公司|集团|合作社|事务所|研究院|人民政府|委员会|(?:管理|监督|公安|税务|财政|教育|农业农村)局)$/;

/** Six digits in a row, whatever stands between them, or a sign that hides some: more than a year, a number of a document's. */
const DIGITS = /(?:[0-9〇零一二三四五六七八九][\s.\-—·_/]{0,2}){6}|[*＊●×]{2}|@/;
/** A document's number may have more of them, but not as many as a telephone. */
const LONG_NUMBER = /(?:\d[\s.\-_/]{0,2}){9}/;

/** Words of columns that speak of publication, validity, repair or secrecy. */
const STANDING = /[公开示布状态效撤销修复密删停止内部移出架]|期限|到期|截止|未成年|pub|open|show|state|status|valid|del|secret|hid|repair|flag|zt|gk|gs/i;

/** What columns of standing may say; of a status in digits the standard decides. */
const PUBLIC: Readonly<Partial<Record<GateField, RegExp>>> = {
  scope: /^(?:0|public|公开|主动公开|社会公开|向社会公开)$/,
  status: /^(?:valid|有效|正常)$/,
  statusName: /^(?:有效|正常)$/,
  id: /^/,
  kind: /^/,
  ignored: /^/,
};

const createReadColumn = (): ReadColumn => (key, label) => byKind((kind) => {
  const alias = aliasOf(key, kind) ?? aliasOf(label, kind);
  const secret = isSecretKey(key) || isSecretKey(label);
  return { key, label, byParts: false, secret, ...(alias && { alias }), ...(!alias && { hidden: 'internal' as const }) };
});

/** Whether every column of its standing says for certain that it may be shown. */
function isCertain(row: MappedRow, { standard }: BuildContext): boolean {
  const unknown = [...row.hidden.map(({ column }) => column), ...row.unplaced, ...row.secrets];
  if (row.subjectIds.length || unknown.some((column) => STANDING.test(column))) return false;
  return [...row.cells].every(([field, cells]) => !isGateField(field) || cells.every(({ value }) => {
    const text = cleanText(value);
    if (!text || PUBLIC[field]?.test(text)) return true;
    return field === 'status' && standard ? statusOfCode(text, standard) === 'valid' : false;
  }));
}

const hasLongNumber = (field: FieldName, text: string): boolean => {
  const plain = text.normalize('NFKC');
  if (field === 'creditCode') return !isCreditCode(plain);
  return (field === 'documentNumber' || field === 'catalogCode' ? LONG_NUMBER : DIGITS).test(plain);
};

/** Only a day as our own format writes it is one: others have to be understood. */
const readDate = (value: unknown): string | undefined => {
  const text = cleanText(value);
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDay(year, month, day) ? text : undefined;
};

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the first cell of each field says, as it stands; undefined where something has to be understood or judged. */
function plainValues(row: MappedRow): Values | undefined {
  const values: Values = {};
  for (const field of SHOWN) {
    const cell = row.cells.get(field)?.find(({ value }) => cleanText(value));
    if (!cell) continue;
    const text = cleanText(cell.value);
    const type = fieldType(field);
    const value = type === 'date' ? readDate(text) : type === 'code' ? normalizeCode(text) : text;
    if (!value || (type !== 'date' && hasLongNumber(field, value))) return undefined;
    values[field] = type === 'list' ? [value] : value;
  }
  return values;
}

const MISSING: Notice = { column: 'sgs.rules.js', rule: 'unclear', what: 'withheld' };

const nothing = (): undefined => undefined;

const isOrganisation = ({ subjectName, creditCode }: Values): boolean => ORGANISATION.test(stringOf(subjectName).trim())
  || (/^(?:91|93|11|12|52)/.test(stringOf(creditCode)) && isCreditCode(stringOf(creditCode)));

/** Kinds that are about nobody. */
const ABOUT_NOBODY: ReadonlySet<Kind> = new Set(['notice', 'catalog']);

function buildRecord(row: MappedRow, context: BuildContext): Built {
  const unclear: Built = { withheld: 'unclear', notices: [MISSING] };
  const { kind } = row;
  const values = plainValues(row);
  if (!values) return unclear;
  const { named, needs, needsOneOf, title: titles } = KIND_DEFS[kind];
  // What fields the kinds beyond 双公示 have comes with the rules.
  if (named) return unclear;
  if (!needsOneOf.some((field) => stringOf(values[field]))) return { rejected: 'no-name-and-number' };
  if (needs && values[needs] === undefined) return { rejected: 'no-basis' };
  const status = row.cells.get('status')?.length ?? 0;
  if (status && context.standard === undefined && !context.certain) return { undecided: true };
  const end = cleanText(row.cells.get('publicUntil')?.[0]?.value);
  const publicUntil = readDate(end);
  // Without the periods of the law, a penalty's end has to be stated.
  if ((end || kind === 'penalty') && !publicUntil) return unclear;
  if (!isCertain(row, context) || !(ABOUT_NOBODY.has(kind) || isOrganisation(values))) return unclear;
  const { today } = context;
  const decidedOn = stringOf(values.decidedOn) || undefined;
  const withheld = withholdingReason({ today, decidedOn, publicUntil });
  if (withheld) return { withheld, notices: [] };
  const title = titles.map((field) => stringOf(values[field])).find(Boolean);
  const id = hashOf([kind, values.documentNumber, values.subjectName, decidedOn, title].join('\n'));
  const record = { category: [], ...values, ...(publicUntil && { publicUntil }), id, kind, title, status: 'valid', extra: [] };
  return { record: record as unknown as SgsRecord, notices: [] };
}

/** That something is missing is told once, with how many records it keeps back. */
function createNotices(): Notices {
  let count = 0;
  return {
    add: () => { count++; },
    groups: (): readonly NoticeGroup[] => (count ? [{ ...MISSING, count, rows: [] }] : []),
  };
}

/** What a feed says of itself is told by the site, or not at all. */
const cleanMeta: RecordRules['cleanMeta'] = ({ updated }) => ({ ...(updated !== undefined && { updated }) });

const noFeed = (): FeedFailure => new FeedFailure({ code: 'shape', detail: '没有找到公示记录；缺少文件 sgs.rules.js。' });

/** A list of objects, and our own format: other documents need the part. Only our own says that there is nothing. */
const SHAPES: FeedShapes = {
  createEntryCleaner: () => {
    const row = (entry: unknown): Readonly<Record<string, unknown>> | undefined => (isPlainObject(entry) ? entry : undefined);
    return { clean: row, take: row, keep: nothing, learn: nothing, isLeft: () => false, learnt: () => 0, unread: () => ({}) };
  },
  rowOf: plainRow,
  isTotalsRow: () => false,
  holdsColumns: () => false,
  entriesIn: () => [],
  errorIn: nothing,
  saysNothing: (root) => isPlainObject(root) && root['version'] === 1 && Array.isArray(root['records']) && !root['records'].length,
  totalIn: nothing,
  knownThing: nothing,
  whatItIs: () => new FeedFailure({ code: 'syntax', detail: '数据不是有效的 JSON。' }),
  unknownShape: noFeed,
  noneTaken: noFeed,
  readDate,
};

export const STRICT_RULES: RecordRules = { createReadColumn, buildRecord, createNotices, cleanMeta, shapes: SHAPES };

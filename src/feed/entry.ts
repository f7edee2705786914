/** An entry of a feed as departments' systems write it → a row of plain values under keys that can be looked up. */
import { fieldOfKey, foldKey, isColumnName, isSecretKey } from '../model/aliases.js';
import { hasHan } from '../model/han.js';
import { isPlainObject, type PlainObject, type SgsConfig } from '../model/config.js';
import { isCreditCode, isPersonalCode } from '../rules/codes.js';
import { isGarbled } from './garbled.js';
import { memoize } from './memoize.js';
import { createReferences } from './references.js';
import { copyOf, plainRow, plainValue, UNREAD } from './serialised.js';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** What has to be done about a column before it is looked up. */
type Treatment = 'none' | 'mixed-code' | 'combined' | 'authority-or-result' | 'effective' | 'yuan';

const AUTHORITY_AND_DATE = /(?:机关|部门|单位|机构)(?:名称)?(?:和|及|与|、|\/)?(?:作出|做出)?(?:决定)?(?:日期|时间)$/;

const treatmentOf = (key: string): Treatment => {
  const folded = foldKey(key);
  // 证件号码/统一社会信用代码, 当事人证照号码: of a firm its credit code, of a person a number that is never read on.
  if (isSecretKey(key) ? /信用代码|证件号|证照号|CERTNUM|CERTNO|CARDID/.test(folded) && !/法人|法定代表|负责人/.test(folded)
    : /证照号码?$|^CERT(?:NUM|NO)$|信用代码[或及]?(?:工商)?注册号|注册号[或及]?(?:统一)?(?:社会)?信用代码/.test(folded)) return 'mixed-code';
  if (AUTHORITY_AND_DATE.test(folded)) return 'combined';
  if (/^(?:CFJG|XKJG)$/.test(folded)) return 'authority-or-result';
  if (/^(?:(?:CF|XK)?SXQ|生效期|生效日期|生效时间)$/.test(folded)) return 'effective';
  return /[([（【]\s*单位\s*[:：]\s*元\s*[)\]）】]/.test(key) ? 'yuan' : 'none';
};

const treatments = new Map<string, Treatment>();

/** Columns that say in words what another says in codes: `xkXkjg_dictText`, `cfCfjgName`. */
const WORDS_OF = new RegExp('^(.+?)(?:_?(dictText|dict_text|dictLabel|dictName)|_(?:text|label|name|mc|desc|str|cn|display)|Text|Label'
  + '|Name|Desc|Mc|Str|Display|名称|文本)$');
const CODE_LIKE = /^[A-Z]{0,4}[\d_-]{1,12}[A-Z]?$/i;

const AUTHORITY = new RegExp('(?:局|委|委员会|厅|部|署|总署|办|办公室|政府|分局|支队|总队|大队|所|站|院|中心|海事处|管理处|执法队|银行|分行|街道办事处|乡政府)(?:[(（][^()（）]{1,20}[)）])?$');
const isAuthority = (text: string): boolean =>
  text.length <= 40 && AUTHORITY.test(text.trim()) && !/[，。；;,\d]|罚|警告|没收|责令|吊销|元$/.test(text);

const YEAR_IN_TEXT = '(?:\\d{4}|[〇○零一二三四五六七八九]{4})\\s{0,3}[-/.年]\\s{0,3}';
const DATE_IN_TEXT = new RegExp(`${YEAR_IN_TEXT}[\\d一二三四五六七八九十元]{1,3}`
  + '(?:\\s{0,3}[-/.月]\\s{0,3}[\\d一二三四五六七八九十廿]{1,3}\\s{0,3}日?)?');

const GARBLED_ROW = '内容是乱码（编码有误）';

/** Sums under a list: 合计, 本页小计. They are no records, wherever they stand. */
const TOTAL = new RegExp('^(?:本页|本月|本年|全部|累计|以上)?(?:(?:合\\s{0,4}计|总\\s{0,4}计|小\\s{0,4}计|共\\s{0,4}计|汇\\s{0,4}总)[:：]?'
  + '\\s{0,4}(?:\\d{1,9}\\s{0,4}[条件宗起家户个次笔]?)?|共\\s{0,4}\\d{1,9}\\s{0,4}[条件宗起家户个次笔](?:记录|数据|信息|案件)?)[。.]?$');

/** Whether an entry, as it stands in the feed, is a sum under a list. */
export const isTotalsRow = (row: PlainObject, depth = 0): boolean => Object.keys(row).some((key) => {
  const value = row[key];
  return typeof value === 'string' ? value.length < 20 && TOTAL.test(value.trim())
    : depth < 3 && isPlainObject(value) && isTotalsRow(value, depth + 1);
});

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** A credit code: never one of digits alone, which may be a person's number. */
const isFirmCode = (value: unknown): boolean => {
  if (typeof value !== 'string' || value.length > 40) return false;
  const code = value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code) && (/[A-Z]/.test(code.slice(8, 17)) || (isCreditCode(code) && /^9[123]/.test(code)))
    && !isPersonalCode(code);
};

export interface EntryCleaner {
  /** Keeps the text of an entry, or of a list of `count`, for later ones that refer to them. */
  keep(text: string, path: readonly string[], count?: number): void;
  /** An entry as a row; undefined where it is none. Fails with UnreadableRecord. */
  clean(entry: unknown): PlainObject | undefined;
  /** The same, as it is taken: with the authority whose key it stands under, and told of what could not be read. */
  take(entry: unknown, path: readonly string[]): PlainObject | undefined;
  /** Learns from an object what columns are called: `{field: "CF_WSH", title: "决定书文号"}`. */
  learn(entry: PlainObject): void;
  /** Whether an entry that holds texts and numbers under these keys is taken as it is. */
  isLeft(keys: readonly string[], path: readonly string[]): boolean;
  /** How many columns it has learnt the names of. */
  learnt(): number;
  /**
   * Keys whose values could not be read, and how often.
   * @param root what stands around the entries: a subject beside a list of its decisions is in none of them
   */
  unread(root: unknown): Readonly<Record<string, number>>;
}

const FIELD_KEYS = /^(?:field|prop|dataindex|key|id|code|column|columnname|fieldname|data|property|en|colname|name|mapdata|colid)$/i;
const TITLE_KEYS = /^(?:title|label|headername|header|comment|text|cn|displayname|columncomment|fieldlabel|desc|caption|name|th|chinese)$/i;

/** Names of columns that a feed may tell us. */
const MOST_LABELS = 500;

/** Columns that the site has settled itself: what they are called and what they say is left as it is. */
const settledColumns = ({ mapping = {}, values = {} }: SgsConfig): ReadonlySet<string> => new Set([
  ...Object.entries(mapping).flatMap(([key, target]) => (typeof target === 'string' ? [key] : Object.keys(target))),
  ...Object.keys(values),
].map(foldKey));

export function createEntryCleaner(config: SgsConfig = {}): EntryCleaner {
  const references = createReferences();
  const settled = settledColumns(config);
  const unread: Record<string, number> = Object.create(null) as Record<string, number>;
  const labels = new Map<string, string>();
  let isTold = false;

  const tell = (key: string): void => {
    if (isTold) unread[key] = (unread[key] ?? 0) + 1;
  };

  /** An object that stands elsewhere, as it is there. */
  const resolve = (value: unknown, depth: number): unknown => {
    if (!isPlainObject(value) || typeof value['$ref'] !== 'string') return value;
    const found = depth < 3 ? references.resolve(value['$ref']) : undefined;
    return found === undefined ? UNREAD : resolve(found, depth + 1);
  };

  const withReferences = (row: PlainObject): PlainObject => {
    let copy: Record<string, unknown> | undefined;
    for (const key of Object.keys(row)) {
      const value = resolve(row[key], 0);
      if (value !== row[key]) (copy ??= copyOf(row))[key] = value === UNREAD ? UNREAD : plainValue(value, readRow);
    }
    return copy ?? row;
  };

  const treat = (row: PlainObject): PlainObject => {
    let copy: Record<string, unknown> | undefined;
    const change = (): Record<string, unknown> => (copy ??= copyOf(row));
    const now = (): PlainObject => copy ?? row;
    const rename = (key: string, name: string, value: unknown): void => {
      Reflect.deleteProperty(change(), key);
      if (!isFilled(now()[name])) change()[name] = value;
    };
    const has = (field: string): boolean => Object.keys(now()).some((key) => isFilled(now()[key]) && fieldOfKey(key) === field);
    for (const key of Object.keys(row)) {
      const value = row[key];
      if (value === UNREAD) {
        Reflect.deleteProperty(change(), key);
        tell(key);
        continue;
      }
      if (settled.has(foldKey(key))) continue;
      const label = labels.get(key);
      if (label && !isSecretKey(key) && !isColumnName(key)) {
        rename(key, label, value);
        treatAs(memoize(treatments, label, () => treatmentOf(label)), label, value, rename, has);
        continue;
      }
      treatAs(memoize(treatments, key, () => treatmentOf(key)), key, value, rename, has);
      const words = typeof value === 'string' && hasHan(value) ? WORDS_OF.exec(key) : null;
      const base = words?.[1];
      // A column of its own, such as XDR_NAME, is none of another's words.
      if (base !== undefined && !settled.has(foldKey(base)) && CODE_LIKE.test(textOf(now()[base])) && (words?.[2] || !isColumnName(key))) {
        change()[base] = value;
        Reflect.deleteProperty(change(), key);
      }
    }
    return now();
  };

  const readRow = (row: PlainObject): PlainObject => treat(withReferences(withShortKeys(row)));

  const read = (entry: unknown): PlainObject | undefined => {
    const row = resolve(entry, 0);
    if (row === UNREAD) {
      tell('$ref');
      return undefined;
    }
    return isPlainObject(row) && Object.keys(row).length <= MOST_COLUMNS ? joined(plainRow(row, readRow)) : undefined;
  };

  return {
    unread: (root) => {
      tellParents(root, (key) => { unread[key] = (unread[key] ?? 0) + 1; });
      return unread;
    },
    isLeft: (keys, path) => keys.length <= MOST_COLUMNS && !path.some(isAuthority) && keys.every((key) => {
      if (key.length > LONGEST_KEY) return false;
      if (settled.has(foldKey(key))) return true;
      const base = WORDS_OF.exec(key)?.[1];
      return treatmentOf(key) === 'none' && (base === undefined || !keys.includes(base))
        && (!labels.has(key) || isSecretKey(key) || isColumnName(key));
    }),
    learnt: () => labels.size,
    keep: (text, path, count) => references.keep(text, path, count),
    clean: read,
    take: (entry, path) => {
      isTold = true;
      try {
        const row = read(entry);
        // Nobody knows what they say: set aside by a name that the webmaster understands.
        if (row && Object.values(row).some((value) => isText(value) && isGarbled(value))) return { [GARBLED_ROW]: 1 };
        const owner = row && path.length > 0 ? [...path].reverse().find(isAuthority) : undefined;
        if (!row || owner === undefined || hasAuthority(row)) return row;
        return Object.assign(copyOf(row), { authority: owner });
      } finally {
        isTold = false;
      }
    },
    learn: (entry) => {
      const keys = Object.keys(entry);
      if (labels.size >= MOST_LABELS || keys.length < 2 || keys.length > 30) return;
      const title = keys.find((key) => TITLE_KEYS.test(key) && isText(entry[key]) && hasHan(entry[key]) && entry[key].length <= 60);
      const field = keys.find((key) => key !== title && FIELD_KEYS.test(key) && isText(entry[key])
        && /^[a-z_][\w.]{0,60}$/i.test(entry[key]));
      if (title !== undefined && field !== undefined) labels.set(entry[field] as string, entry[title] as string);
    },
  };
}

/** Columns of a record: what has more is none, and would take minutes to be told so. */
const MOST_COLUMNS = 2000;

/** Characters of a column's name; of a longer one both ends are read, in which it says what it is. */
const LONGEST_KEY = 300;

const withShortKeys = (row: PlainObject): PlainObject => {
  const long = Object.keys(row).filter((key) => key.length > LONGEST_KEY);
  if (!long.length) return row;
  const copy = copyOf(row);
  for (const key of long) {
    Reflect.deleteProperty(copy, key);
    copy[key.slice(0, LONGEST_KEY / 2) + key.slice(-LONGEST_KEY / 2)] = row[key];
  }
  return copy;
};

/** Columns that each part of a record may have of its own. */
const OF_ANY: ReadonlySet<string> = new Set(['id', 'kind', 'ignored', 'remark', 'updatedOn']);

const knownFields = new Map<string, string>();

const fieldsIn = (part: PlainObject): string[] => [...new Set(Object.keys(part)
  .map((key) => memoize(knownFields, key, () => fieldOfKey(key) ?? '')))].filter((field) => field && !OF_ANY.has(field));

/** A record in parts, each of which says what the others don't (base, detail), is one row; records side by side are not. */
const joined = (row: PlainObject): PlainObject => {
  const parts = Object.values(row).filter(isPlainObject).filter((part) => fieldsIn(part).length > 1);
  if (parts.length < 2) return row;
  const fields = [row, ...parts].flatMap(fieldsIn);
  if (new Set(fields).size < fields.length) return row;
  const whole = copyOf(row);
  for (const key of Object.keys(whole)) if (parts.includes(whole[key] as PlainObject)) Reflect.deleteProperty(whole, key);
  for (const part of parts) for (const key of Object.keys(part)) if (!isFilled(whole[key])) whole[key] = part[key];
  return whole;
};

const PARENT_FIELDS: ReadonlySet<string> = new Set(['subjectName', 'creditCode', 'documentNumber']);

/** Tells what an object says of the entries that were taken out of a list in it, which now holds 0 in their places. */
const tellParents = (value: unknown, tell: (key: string) => void, depth = 0): void => {
  if (depth > 8) return;
  if (Array.isArray(value)) for (const item of value) tellParents(item, tell, depth + 1);
  if (!isPlainObject(value)) return;
  const held = Object.values(value);
  for (const item of held) tellParents(item, tell, depth + 1);
  if (!held.some((item) => Array.isArray(item) && item.length > 0 && item.every((one) => one === 0))) return;
  for (const key of Object.keys(value)) if (isText(value[key]) && PARENT_FIELDS.has(fieldOfKey(key) ?? '')) tell(key);
};

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Does what a column's name asks for. */
const treatAs = (
  treatment: Treatment, key: string, value: unknown,
  rename: (key: string, name: string, value: unknown) => void, has: (field: string) => boolean,
): void => {
  if (treatment === 'none') return;
  if (treatment === 'mixed-code') {
    if (isFirmCode(value)) rename(key, '统一社会信用代码', value);
  } else if (treatment === 'yuan') {
    if (typeof value === 'number' || (typeof value === 'string' && /^[\d,，.\s]{1,20}$/.test(value))) rename(key, `${key} `, `${value}元`);
  } else if (treatment === 'effective') {
    if (!has('decidedOn')) rename(key, 'decidedOn', value);
  } else if (typeof value === 'string' && value.length <= 200) {
    if (treatment === 'authority-or-result') {
      if (isAuthority(value) && !has('authority')) rename(key, 'authority', value);
    } else {
      splitCombined(key, value, rename);
    }
  }
};

/** 青岚市市场监督管理局 2026年6月3日. */
const splitCombined = (key: string, value: string, rename: (key: string, name: string, value: unknown) => void): void => {
  const date = DATE_IN_TEXT.exec(value)?.[0];
  const name = (date ? value.replace(date, '') : value).replace(/[\s,，、；;:：()（）]{1,20}$|^[\s,，、；;:：]{1,20}/g, '').trim();
  if (date) rename(key, 'decidedOn', date);
  if (name) rename(key, 'authority', name);
};

const hasAuthority = (row: PlainObject): boolean => Object.keys(row).some((key) => {
  const value = row[key];
  return isPlainObject(value) ? hasAuthority(value) : isFilled(value) && fieldOfKey(key) === 'authority';
});

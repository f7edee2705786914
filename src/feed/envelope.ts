/**
 * What an answer without records says: that there are none, or that something went wrong. “Nothing to show” is said to
 * citizens only where the answer says so itself; an error in its envelope leaves the last good copy in place.
 */
import { isPlainObject, type PlainObject } from '../model/config.js';

export interface EnvelopeError {
  /** As a HTTP status says it, where it is one. */
  readonly status?: number;
  /** For the webmaster. */
  readonly detail: string;
}

const MOST_DEPTH = 5;

const fold = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

// Whose code or message it is: rtnCode, rspMsg, userTip.
const OWNER = '(?:err|error|ret|rtn|return|result|res|resp|rsp|response|reply|rpt|biz|business|sub|api|sys|system|http|status'
  + '|exception|user)';
const CODE_KEY = new RegExp(`^(?:code|ret|status|state|${OWNER}(?:code|no|status|state))$`);
/** Words and negative numbers in it say how a request went; other numbers may count. */
const RESULT_KEY = /^(?:result|res|rtn|return)$/;
/** Of these only 0 says that nothing went wrong. */
const ERROR_CODE_KEY = 'err';
const FLAG_KEY = /^(?:success|issuccess|succeed|succeeded|successful|flag|ok|isok)$/;
const YES = /^(?:true|y|yes|t|1)$/i;
/** 0 in a `flag` may be a code that says that nothing went wrong. */
const NO = /^(?:false|n|no|f)$/i;
const MESSAGE_KEY = new RegExp(`^${OWNER}?(?:msg|message|info|desc|tip|tips)$|^(?:statustext|msgdesc|description|reason|detail)$`);
const ERROR_KEY = /^(?:(?:has|is)?errors?|exception|err|fault|timedout)$/;
/** An answer that sends elsewhere to log in. */
const REDIRECT_KEY = /^(?:redirect|redirecturl|redirecturi|loginurl|location)$/;
const LOGIN_ADDRESS = /login|\bsso\b|\bcas\b|oauth|signin/i;

const GOOD_CODE = /^(?:0+|200|2\d\d00?|success|succeed|ok|true|y|yes|normal|load_success|成功)$/i;
/** Success with some, failure with others: what else the answer says decides. */
const OPEN_CODE = /^(?:1|100|1000|10000|20000|2000|0?1|S|A0000|00000)$/i;
const BAD_WORD = new RegExp('^ERR|失败|错误|异常|超时|未登录|请登录|重新登录|登录已?过期|登录状态|已过期|验证码|无权|没有权限|权限不足|未授权|拒绝|禁止访问'
  + '|非法|频繁|不存在|繁忙|维护|故障|不可用|无法|限流|拦截|签名|error|fail|exception|time ?-?out|timed out|denied|forbidden|unauthori[sz]ed'
  + '|captcha|expired|not found|invalid|unavailable|not logged|login'
  + '|too many|rate ?limit|bad (?:request|gateway)|refused|not allowed', 'i');
const GOOD_WORD = /成功|没有错误|无错误|no error|success|^ok$|正常|暂无|没有(?:符合|查询到|找到|相关|数据|记录|结果)|无(?:数据|记录|结果)|no (?:data|record|result)|未查询到|查无/i;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const scalarText = (value: unknown): string => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value));

/** A message of a server without what may be personal in it, or long. */
const quoted = (text: string): string => text
  .replace(/[\d*]{6,}/g, '…').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/g, ' ').slice(0, 60);

/** What contains a good word and says the contrary. */
const DENIED_WORD = /[未不没](?:有|能)?成功|不正常|异常|失败/;

const isBadMessage = (message: string): boolean => {
  const text = message.slice(0, 500);
  return DENIED_WORD.test(text) || (BAD_WORD.test(text) && !GOOD_WORD.test(text));
};

interface Said {
  bad: string[];
  good: boolean;
  open: string[];
  message: string;
  status?: number;
}

const readCode = (key: string, value: unknown, said: Said): void => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return;
  const text = String(value).trim();
  if (text === '') return;
  const shown = `${key} ${quoted(text)}`;
  if (GOOD_CODE.test(text)) said.good ||= text !== '0';
  else if (OPEN_CODE.test(text) && !fold(key).startsWith(ERROR_CODE_KEY)) said.open.push(shown);
  // A0230, E0001: a system's own code, and none for success that we know.
  else if (/^[A-Z]{1,4}[-_]?\d{3,6}$/.test(text) && !RESULT_KEY.test(fold(key))) {
    // Under a key for errors it is one.
    (fold(key).startsWith(ERROR_CODE_KEY) && !/^[A-Z]+[-_]?0+$/.test(text) ? said.bad : said.open).push(shown);
  }
  // A word of a state, not of an error: `state: "open"`.
  else if (/^-?\d+$/.test(text) || BAD_WORD.test(text) || fold(key).startsWith(ERROR_CODE_KEY) || text === 'false') {
    said.bad.push(shown);
    if (/^[45]\d\d$/.test(text)) said.status ??= Number(text);
  }
};

const readEnvelope = (object: PlainObject, said: Said, depth: number): void => {
  for (const key of Object.keys(object)) {
    const value = object[key];
    const name = fold(key);
    if (CODE_KEY.test(name) || (RESULT_KEY.test(name) && /^(?:-|[^\d[{\s])/.test(scalarText(value)))) readCode(key, value, said);
    if (FLAG_KEY.test(name) && (NO.test(scalarText(value)) || (scalarText(value) === '0' && name !== 'flag'))) {
      said.bad.push(`${key} ${scalarText(value)}`);
    }
    if (FLAG_KEY.test(name) && YES.test(scalarText(value))) said.good = true;
    if (REDIRECT_KEY.test(name) && LOGIN_ADDRESS.test(textOf(value))) said.bad.push(`${key} login`);
    if (ERROR_KEY.test(name) && value === true) said.bad.push(`${key} true`);
    if (ERROR_KEY.test(name) && textOf(value) && !GOOD_WORD.test(textOf(value))) said.message ||= textOf(value);
    if (MESSAGE_KEY.test(name) && textOf(value)) {
      if (isBadMessage(textOf(value))) said.message ||= textOf(value);
      else if (GOOD_WORD.test(textOf(value))) said.good = true;
    }
    if (isPlainObject(value) && depth < 2) readEnvelope(value, said, depth + 1);
    else if (ERROR_KEY.test(name) && Array.isArray(value) && value.length > 0) said.bad.push(key);
  }
};

/** The error that an answer's envelope tells of; undefined where it tells of none. */
export function errorIn(root: unknown): EnvelopeError | undefined {
  if (!isPlainObject(root)) return undefined;
  const said: Said = { bad: [], good: false, open: [], message: '' };
  readEnvelope(root, said, 0);
  const isOpenAndBare = said.open.length > 0 && !said.good && said.open.some((code) => /^code\b/i.test(code));
  if (said.bad.length === 0 && !said.message && !isOpenAndBare) return undefined;
  const codes = [...said.bad, ...(said.message ? said.open : isOpenAndBare ? said.open : [])].slice(0, 3).join('、');
  const parts = [codes, said.message && `“${quoted(said.message)}”`].filter(Boolean).join('：');
  const isLogin = said.status === 401 || said.status === 403 || /登录|权限|授权|验证码|captcha|login|unauthori|denied|forbidden/i.test(said.message);
  const advice = isLogin ? '接口需要登录、授权或验证码，公示页不能使用这样的接口。' : '请联系接口的维护人员。';
  return { ...(said.status && { status: said.status }), detail: `接口返回的是错误（${parts}），不是数据。${advice}` };
}

/** Lists that stand beside the records and say nothing about them. */
const BESIDE = new RegExp('^(?:errors?|messages?|warnings?|roles?|permissions?|menus?|fields|columns|columnlist|head|header|headers|titles?'
  + '|params?|parameters|arguments|args|facets?|facet_groups|filters?|sort|sorts?|orders?|trace|stack|stacktrace|links?'
  + '|footer|attachments?|files?|depts|tags|dict|options?|navigatepagenums|highlight|_shards)$', 'i');

const TOTAL_KEY = new RegExp('^(?:total|totalcount|tatalcount|count|recordstotal|recordcount'
  + '|recordsfiltered|itotalrecords|itotaldisplayrecords'
  + '|totalelements|totalrecords?|totalnum|totalsize|totalrows|numfound|nhits|rowcount|allcount|datacount|totalresults'
  + '|records)$');

/** A count; undefined where the value is none. */
const countOf = (value: unknown): number | undefined => {
  if (isPlainObject(value)) return countOf(value['value']);
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
};

const ownTotal = (object: PlainObject): number | undefined => {
  const counts = Object.keys(object).filter((key) => TOTAL_KEY.test(fold(key)))
    .map((key) => [fold(key), countOf(object[key])] as const).filter(([, count]) => count !== undefined);
  // jqGrid: `records` is the number of records, and `total` that of pages.
  const records = counts.find(([key]) => key === 'records');
  if (records && 'page' in object) return records[1];
  // DataTables: what fits the search, of all that there is.
  const filtered = counts.find(([key]) => key === 'recordsfiltered' || key === 'itotaldisplayrecords');
  const others = counts.filter(([key]) => key !== 'records').map(([, count]) => count as number);
  return filtered?.[1] ?? (others.length ? Math.max(...others) : undefined);
};

/** How many records an answer says that there are; undefined where it does not say. Several lists each have their own. */
export function totalIn(root: unknown, place?: string): number | undefined {
  if (place) return countOf(place.split('.').reduce<unknown>((at, key) => (isPlainObject(at) ? at[key] : undefined), root));
  const visit = (value: unknown, depth: number): number | undefined => {
    if (depth > MOST_DEPTH) return undefined;
    if (Array.isArray(value)) return sum(value.slice(0, 100).map((item) => visit(item, depth + 1)));
    if (!isPlainObject(value)) return undefined;
    return ownTotal(value) ?? sum(Object.keys(value).map((key) => (BESIDE.test(key) ? undefined : visit(value[key], depth + 1))));
  };
  return visit(root, 0);
}

const sum = (counts: readonly (number | undefined)[]): number | undefined => {
  const known = counts.filter((count): count is number => count !== undefined);
  return known.length ? known.reduce((all, count) => all + count, 0) : undefined;
};

/** Whether lists of objects stand in a document: then there is something, though nobody knows what. */
const hasForeignRows = (value: unknown, depth = 0): boolean => {
  if (depth > MOST_DEPTH || typeof value !== 'object' || value === null) return false;
  const isRow = (item: unknown): boolean => isPlainObject(item) && Object.keys(item).length > 2 && !isEnvelope(item);
  if (Array.isArray(value)) return value.some((item) => isRow(item) || hasForeignRows(item, depth + 1));
  return Object.entries(value).some(([key, inner]) => !BESIDE.test(key) && hasForeignRows(inner, depth + 1));
};

/** Whether an object counts and lists, and is no row itself. */
const isEnvelope = (object: PlainObject): boolean => ownTotal(object) !== undefined;

/** Texts beside a list: more make an article of an object, and no envelope. */
const MOST_TEXTS = 4;

const isArticle = (object: PlainObject): boolean => Object.keys(object).filter((key) => textOf(object[key])).length > MOST_TEXTS;

const hasEmptyList = (value: unknown, depth = 0): boolean => {
  if (depth > MOST_DEPTH) return false;
  if (Array.isArray(value)) return value.length === 0;
  return isPlainObject(value) && !isArticle(value)
    && Object.keys(value).some((key) => !BESIDE.test(key) && hasEmptyList(value[key], depth + 1));
};

/** Whether a document says itself that there are no records: an empty list where a list of them may stand, or a count of 0. */
export const saysNothing = (root: unknown): boolean => !hasForeignRows(root) && (hasEmptyList(root) || totalIn(root) === 0);

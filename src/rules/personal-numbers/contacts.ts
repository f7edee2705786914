/**
 * What is personal and no number: mail, names in messengers, number plates, dates of birth. Each is looked for where a rare
 * character of it stands (others.ts); `from` is where the one before ended, and what is given back is where this one does.
 */
import {
  AMOUNT, ANY_LETTER, BEGINS_SUFFIX, BEHIND_BIRTH, BEHIND_BORN, DIGIT, DOMAIN, IS, isAt, isCode, LETTER, LOCAL, PERCENT, PLATE_DIGIT,
  PLATE_END, PLATE_GAP, PLATE_LETTER, runOf, SAYS, SPACE, SPELT_AT,
} from './sorts.js';
import type { SpanList } from './span.js';

/** An address around an @. RFC 5321: 64 characters before the sign, 255 after it. */
export const mailAt = (text: string, at: number, from: number, spans: SpanList): number => {
  // One look is all that a row of such signs is worth.
  if (!isAt(text, at + 1, SPACE | DOMAIN)) return from;
  const domain = runOf(text, at + 1, SPACE, 2);
  const end = runOf(text, domain, DOMAIN, 255);
  if (end === domain) return from;
  let localEnd = at;
  while (localEnd > from && at - localEnd < 2 && isAt(text, localEnd - 1, SPACE)) localEnd--;
  let start = localEnd;
  while (start > from && localEnd - start < 64 && isAt(text, start - 1, LOCAL)) start--;
  if (start === localEnd) return from;
  spans.add(start, end, 'mail');
  return end;
};

// 邮箱：name(at)example.org, name#example.org
const SPELT_MAIL = new RegExp('邮[箱件](?:地址|账号|号码)?[为是:：]?\\s{0,3}([\\w.+-]{1,64}\\s?(?:[(（[【]\\s?(?:at|艾特)\\s?[)）\\]】]|[#＃]|艾特|\\sat\\s)\\s?'
  + '[\\w-][\\w.-]{1,254})', 'iy');

/** An address without an @, behind 邮箱 or 邮件. */
export const speltMailAt = (text: string, at: number, from: number, spans: SpanList): number => {
  if (!'箱件'.includes(text.charAt(at + 1) || ' ')) return from;
  const word = '地账号'.includes(text.charAt(at + 2) || ' ') ? at + 4 : at + 2;
  const local = runOf(text, isAt(text, word, IS) ? word + 1 : word, SPACE, 3);
  const localEnd = runOf(text, local, LOCAL, 64);
  if (localEnd === local || !isAt(text, localEnd, SPACE | SPELT_AT)) return from;
  SPELT_MAIL.lastIndex = at;
  const match = SPELT_MAIL.exec(text);
  if (!match) return from;
  const end = SPELT_MAIL.lastIndex;
  spans.add(end - (match[1] as string).length, end, 'mail');
  return end;
};

/** Words for messengers in small letters, each with its rarest character (`HINT_SIGNS` in find.ts) and where in it that stands. */
const MESSENGERS: readonly (readonly [sign: string, word: string, at: number])[] = [
  ['微', '微信', 0], ['微', '微博', 0], ['薇', '薇信', 0], ['威', '威信', 0], ['抖', '抖音', 0], ['快', '快手', 0], ['钉', '钉钉', 0], ['宝', '支付宝', 2],
  ['w', 'wechat', 0], ['w', 'weixin', 0], ['v', 'vx', 0], ['q', 'qq群', 0], ['q', 'qq', 0],
];
type Row = (typeof MESSENGERS)[number];
const BY_SIGN = new Map<number, Row[]>();
for (const row of MESSENGERS) {
  for (const sign of new Set([row[0], row[0].toUpperCase()])) {
    const code = sign.charCodeAt(0);
    BY_SIGN.set(code, [...(BY_SIGN.get(code) ?? []), row]);
  }
}

const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

const startsWith = (text: string, at: number, word: string): boolean => {
  if (at < 0 || at + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) if (small(text.charCodeAt(at + i)) !== word.charCodeAt(i)) return false;
  return true;
};

const LOW_LINE = 0x5f;
const DOT = 0x2e;

/** 微信支付2000元 and 200%: what follows makes no name of it. */
const isNoName = (text: string, end: number): boolean => isAt(text, end, DIGIT | LETTER | PERCENT) || isCode(text, end, LOW_LINE)
  || isAt(text, isAt(text, end, SPACE) ? end + 1 : end, AMOUNT);

const isOfName = (text: string, at: number): boolean => isAt(text, at, DOMAIN) && text.charCodeAt(at) !== DOT;

/** The end of a name: a letter and 4 to 29 letters, digits, low lines and dashes, or 5 to 12 digits; -1 where there is none. */
const nameEnd = (text: string, at: number): number => {
  if (isAt(text, at, DIGIT)) {
    const end = runOf(text, at, DIGIT, 12);
    return end - at >= 5 && !isNoName(text, end) ? end : -1;
  }
  if (!isAt(text, at, LETTER)) return -1;
  let end = at + 1;
  while (end - at < 30 && isOfName(text, end)) end++;
  for (let to = end; to - at >= 5; to--) if (!isNoName(text, to)) return to;
  return -1;
};

/** Behind a word, “：”, “为” and some spaces. */
const nameStart = (text: string, at: number): number => {
  const spaced = runOf(text, at, SPACE, 3);
  return runOf(text, isAt(text, spaced, IS) ? spaced + 1 : spaced, SPACE, 3);
};

const [NUMBER, NAME] = ['号', '名'].map((char) => char.charCodeAt(0)) as [number, number];

const suffixEnd = (text: string, at: number): number => {
  if (!isAt(text, at, BEGINS_SUFFIX)) return at;
  const code = text.charCodeAt(at);
  if (code === NUMBER) return text.startsWith('码', at + 1) ? at + 2 : at + 1;
  if (code === NAME) return at + 1;
  return /^(?:账号|帐号|昵称|id)$/i.test(text.slice(at, at + 2)) ? at + 2 : at;
};

/** Whether a name has a digit, or “号” or the like before it; else it is the platform's own: 抖音Douyin. */
const isSomebodys = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (isAt(text, i, DIGIT)) return true;
  let before = start - 1;
  while (isAt(text, before, SPACE)) before--;
  return isAt(text, before, SAYS);
};

/** A word, “号码：” or the like, and a name of letters and digits. WeChat names have 6 to 20 characters, QQ numbers 5 to 11 digits. */
export const messengerAt = (text: string, at: number, from: number, spans: SpanList): number => {
  for (const row of BY_SIGN.get(text.charCodeAt(at)) as Row[]) {
    const [, word, offset] = row;
    const begin = at - offset;
    if (!startsWith(text, begin, word)) continue;
    if (begin > 0 && (begin - 1 < from || isAt(text, begin - 1, DIGIT | LETTER))) return from;
    const behind = begin + word.length;
    // Nothing that leads to a name.
    if (!isAt(text, behind, BEGINS_SUFFIX | SPACE | IS | DIGIT | LETTER)) return from;
    const suffix = suffixEnd(text, behind);
    let start = nameStart(text, suffix);
    let end = nameEnd(text, start);
    // ID may be the beginning of the name.
    if (end < 0 && suffix > behind && isAt(text, behind, LETTER)) end = nameEnd(text, start = behind);
    if (end < 0) return from;
    if (isSomebodys(text, start, end)) spans.add(start, end, 'messenger');
    return end;
  }
  return from;
};

/** GA 36-2018: the province's sign, a letter for the city, five signs, or six of a new-energy vehicle. */
export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';
/** I, which no city has, of either width. */
const NO_CITY = 'IiＩｉ';

/** Most letters are a city's and of a number alike; O is a city's only. */
const isCity = (text: string, at: number): boolean => isAt(text, at, PLATE_LETTER)
  || (isAt(text, at, ANY_LETTER) && !isAt(text, at, PLATE_DIGIT) && !NO_CITY.includes(text.charAt(at)));

/** 鲁B·00000: a plate that begins with a province's sign. */
export const plateAt = (text: string, at: number, from: number, spans: SpanList): number => {
  const letter = isAt(text, at + 1, SPACE) ? at + 2 : at + 1;
  if (at < from || !isCity(text, letter)) return from;
  const first = runOf(text, letter + 1, PLATE_GAP, 2);
  const run = runOf(text, first, PLATE_DIGIT | PLATE_LETTER, 6);
  for (let end = run; end - first >= 4; end--) {
    const to = isAt(text, end, PLATE_END) && !isAt(text, end + 1, ANY_LETTER) ? end + 1 : end;
    if (to === end && isAt(text, end, ANY_LETTER)) continue;
    // Mostly digits; four of them and a sign for trailers, police and learners.
    let digits = 0;
    for (let i = first; i < end; i++) if (isAt(text, i, PLATE_DIGIT)) digits++;
    if (digits >= 3 && to - first >= 5) spans.add(at, to, 'plate');
    return to;
  }
  return from;
};

const [YEAR, MONTH, DAY, OUT] = ['年', '月', '日', '出'].map((char) => char.charCodeAt(0)) as [number, number, number, number];

/** Where a number of one or two digits begins that ends at a place; the place where there is none, or a longer one. */
const isDigitAt = (text: string, at: number): boolean => isAt(text, at, DIGIT);

const numberBefore = (text: string, end: number): number => {
  if (!isDigitAt(text, end - 1)) return end;
  if (!isDigitAt(text, end - 2)) return end - 1;
  return isDigitAt(text, end - 3) ? end : end - 2;
};

const isYearAt = (text: string, at: number): boolean => (text.startsWith('19', at) || text.startsWith('20', at)) && isDigitAt(text, at + 2)
  && isDigitAt(text, at + 3);

/** 1990年1月1日, 1990年1月, as it ends at a place. */
const dateBefore = (text: string, end: number): number => {
  let month = end;
  if (text.charCodeAt(end - 1) === DAY) {
    month = numberBefore(text, end - 1);
    if (month === end - 1) return -1;
  }
  if (text.charCodeAt(month - 1) !== MONTH) return -1;
  const year = numberBefore(text, month - 1);
  return year < month - 1 && text.charCodeAt(year - 1) === YEAR && isYearAt(text, year - 5) ? year - 5 : -1;
};

// 出生日期：1990-01-01
const BORN_ON = /(?:日期|年月|时间)?[于为:：]?\s?((?:19|20)\d{2}[年.\-/]\d{1,2}[月.\-/]?(?:\d{1,2}日?)?)/y;

/** Dates of birth around 生: 1990年1月1日出生, 1990年1月1日生, 出生日期：1990-01-01; 2026年1月1日生效 is none. */
export const birthAt = (text: string, at: number, spans: SpanList): void => {
  const isBorn = text.charCodeAt(at - 1) === OUT;
  const end = isBorn ? at - 1 : at;
  if (isBorn || at + 1 === text.length || isAt(text, at + 1, BEHIND_BIRTH)) {
    const start = dateBefore(text, end);
    if (start >= 0) spans.add(start, end, 'birth');
  }
  if (!isBorn || !isAt(text, at + 1, BEHIND_BORN | SPACE)) return;
  // 出生19: no year, and no need to ask the expression.
  if (isDigitAt(text, at + 1) && !isDigitAt(text, at + 3)) return;
  BORN_ON.lastIndex = at + 1;
  const match = BORN_ON.exec(text);
  if (match) spans.add(BORN_ON.lastIndex - (match[1] as string).length, BORN_ON.lastIndex, 'birth');
};

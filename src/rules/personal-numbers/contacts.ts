/** What is personal and no number: mail, names in messengers, number plates, certificates of soldiers, last digits. */
import type { PersonalNumberKind, PersonalSpan } from './span.js';

type Find = (text: string, report: (span: PersonalSpan) => void) => void;

/** Letters, digits and signs of an address, and white space: one look-up a character. */
const SIGNS = new Uint8Array(0x10000);
const DOMAIN = 1;
const LOCAL = 2;
const SPACE = 4;
for (let code = 0; code < SIGNS.length; code++) {
  const char = String.fromCharCode(code);
  if (code < 0x80 && /[\w.-]/.test(char)) SIGNS[code] = DOMAIN | LOCAL;
  else if (char === '+' || char === '%') SIGNS[code] = LOCAL;
  else if (char.trim() === '') SIGNS[code] = SPACE;
}
const signIn = (text: string, at: number, bit: number): boolean => ((SIGNS[text.charCodeAt(at)] as number) & bit) !== 0;

/** RFC 5321: 64 characters before the sign, 255 after it. */
export const findMail: Find = (text, report) => {
  let from = 0;
  for (let at = nextAt(text, 0); at < text.length; at = nextAt(text, Math.max(from, at + 1))) {
    let localEnd = at;
    while (localEnd > from && at - localEnd < 2 && signIn(text, localEnd - 1, SPACE)) localEnd--;
    let start = localEnd;
    while (start > from && localEnd - start < 64 && signIn(text, start - 1, LOCAL)) start--;
    let domain = at + 1;
    while (domain - at < 3 && signIn(text, domain, SPACE)) domain++;
    let end = domain;
    while (end - domain < 255 && signIn(text, end, DOMAIN)) end++;
    if (start === localEnd || end === domain) continue;
    report({ start, end, kind: 'mail' });
    from = end;
  }
  findTails(text, SPELT_MAIL, 'mail', report);
};

// 邮箱：name(at)example.org, name#example.org
const SPELT_MAIL = new RegExp('邮[箱件](?:地址|账号|号码)?[为是:：]?\\s{0,3}([\\w.+-]{1,64}\\s?(?:[(（[【]\\s?(?:at|艾特)\\s?[)）\\]】]|[#＃]|艾特|\\sat\\s)\\s?'
  + '[\\w-][\\w.-]{1,254})', 'gi');

const nextAt = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x40 && text.charCodeAt(at) !== 0xff20) at++;
  return at;
};

/** Reports what the first group of a pattern holds, at the end of what the pattern takes. */
const findTails = (text: string, pattern: RegExp, kind: PersonalNumberKind, report: (span: PersonalSpan) => void,
  isOne: (match: RegExpExecArray) => boolean = () => true): void => {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (isOne(match)) report({ start: end - (match[1] as string).length, end, kind });
  }
};

// A word, “号码：” or the like, and a name of letters and digits; 微信支付2000元 and 微信公众号 are none.
const MESSENGER_WORDS = '微信|wechat|weixin|vx|薇信|威信|qq群?|抖音|快手|微博|钉钉|支付宝';
const MESSENGER_NAME = '([a-z][\\w-]{4,29}|\\d{5,12})(?![\\w%％]|\\s?[元万个条次])';
const MESSENGER = new RegExp(`(?:^|[^a-z\\d])(?:${MESSENGER_WORDS})(?:账号|帐号|号码|号|ID|昵称|名)?\\s{0,3}[为是:：]?\\s{0,3}${MESSENGER_NAME}`, 'gi');

/** WeChat names have 6 to 20 characters, QQ numbers 5 to 11 digits. Without a digit or “号” it is the platform's own name. */
export const findMessengers: Find = (text, report) => {
  findTails(text, MESSENGER, 'messenger', report, ([all, name = '']) => /\d/.test(name) || /[号名ID为是:：]\s*$/.test(all.slice(0,
    -name.length)));
};

/** GA 36-2018: the province's sign, a letter for the city, five signs, or six of a new-energy vehicle. */
export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';
const PLATE_SIGNS = '((?:[A-HJ-NP-Z\\d]|[*＊×●]){4,6}[挂学警港澳领]?)(?![A-Za-z\\d])';
const PLATE = new RegExp(`[${PROVINCES}]\\s?[A-HJ-Z][ \\u00a0\\u3000·•・．.\\-—－_]{0,2}${PLATE_SIGNS}`, 'g');

const PLATE_END = /[挂学警港澳领]$/;

/** Half-width capitals, character for character. */
const foldLetters = (text: string): string => text.replace(/[a-zＡ-Ｚａ-ｚ０-９]/g, (char) => char.normalize('NFKC').toUpperCase());

export const findPlates: Find = (text, report) => {
  const folded = foldLetters(text);
  PLATE.lastIndex = 0;
  for (let match = PLATE.exec(folded); match; match = PLATE.exec(folded)) {
    const signs = match[1] as string;
    // Mostly digits; four of them and a sign for trailers, police and learners.
    const digits = signs.replace(/[^\d*＊×●]/g, '').length;
    if (digits >= 3 && (signs.length >= 5 || PLATE_END.test(signs))) report({ start: match.index, end: match.index + match[0].length,
      kind: 'plate' });
  }
};

/** What is a person's after a word for it; the number is the first group. */
const CERTIFICATES: readonly RegExp[] = [
  // 军官证：南字第00000001号
  /(?:军官证|士兵证|警官证|文职证|军人证|退伍证|残疾证)[^\d，,。；;\n]{0,8}?(\p{Script=Han}字第?\s?\d{4,12}号?)/gu,
  // 护照E00000000, 港澳通行证H00000000
  /(?:护照|通行证|台胞证|回乡证|居留证|居留许可|居留身份证|证件)(?:号码?)?[^\dA-Za-z，,。；;\n]{0,6}([A-Za-z]{1,3}[\s-]?\d[\d\s*＊●]{4,11}\d)/g,
  // 身份证号9999991970O1O10156, 999999，19700101，0156: letters read for digits, commas between them.
  /(?:身份证|身份号码|证件号)[^\dOoIl，,。；;\n]{0,10}((?:[\dOoIl][，, ]?){14,19}[\dOoIlXx])/g,
  // 身份证后四位0156
  /(?:身份证|手机|电话|卡|账|帐|证件)号?码?的?[（(]?(?:尾号|[后末][四六]位)[为是:：]?\s?(\d{4,6}[Xx]?)/g,
  /尾号[为是:：]?\s?(\d{4,6})(?=的?(?:银行卡|储蓄卡|信用卡|手机|账户|帐户|账号|卡))/g,
];

export const findCertificates: Find = (text, report) => {
  for (const pattern of CERTIFICATES) findTails(text, pattern, 'passport', report);
};

// 1990年1月1日出生, 1990年1月1日生; 2026年1月1日生效 is none.
const BIRTH = /((?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?)(?=出生|生(?:[，,。；;、）)]|$))/g;
const BORN_ON = /出生(?:日期|年月|时间)?[于为:：]?\s?((?:19|20)\d{2}[年.\-/]\d{1,2}[月.\-/]?(?:\d{1,2}日?)?)/g;

/** Dates of birth, in a natural person's record. */
export const findBirths: Find = (text, report) => {
  findTails(text, BIRTH, 'birth', report);
  findTails(text, BORN_ON, 'birth', report);
};

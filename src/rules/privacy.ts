/**
 * Privacy: natural persons' names are masked, ID numbers, contacts, accounts and home addresses never pass.
 * Sources: 浙江省行政处罚结果信息网上公开暂行办法 (domain §2.4); 2015/16 fill notes: “对外公示时将隐去部分证件号码”.
 */
import { isCreditCode, isResidentId, resemblesResidentId } from './codes.js';

/** What stands where something was taken out. */
export const REDACTED = '[已隐去]';

const COMPOUND_SURNAMES = '欧阳 上官 司马 司徒 司空 诸葛 东方 独孤 南宫 闻人 夏侯 尉迟 赫连 澹台 皇甫 宗政 公冶 太叔 申屠 公孙 慕容 钟离 长孙 宇文 鲜于 令狐 呼延 东郭 西门 端木 第五 拓跋'.split(' ');

const maskOne = (name: string): string => {
  if (/[某*＊]/.test(name)) return name;
  const compound = name.length > 2 && COMPOUND_SURNAMES.includes(name.slice(0, 2));
  return `${name.slice(0, compound ? 2 : 1)}某`;
};

/** 张三 → 张某, 欧阳修 → 欧阳某; several names in one field are masked one by one. */
export const maskName = (name: string): string => name.replace(/[^、,，;；\s]+/g, maskOne);

/** Endings that a business has and a person's name has not. */
const BUSINESS = /[店厂部社馆院局所站行铺坊摊场屋吧楼司团会室园校家村堂阁轩庄斋居队处网台城港庙寺]$|中心|公司|企业|商|超市|服务|经营|工作|合作|个体/;

/** Two to four Chinese characters (or a name with ·) that no business would be called by. */
export const looksLikePersonName = (name: string): boolean =>
  /^(\p{Script=Han}{2,4}|\p{Script=Han}+[·•・]\p{Script=Han}+)$/u.test(name.trim()) && !BUSINESS.test(name.trim());

/** What tells a natural person from an organisation. */
export interface SubjectFacts {
  readonly name: string;
  /** 行政相对人类别 in words, or its code. */
  readonly type: string;
  readonly creditCode: string;
  /** The person's own 证件号码 column is filled. */
  readonly hasPersonId: boolean;
}

/**
 * Whether the subject's name is a natural person's. 个体工商户 without a 字号 are called by their keeper's name and
 * count as one (domain §1.2); where nothing tells, a name that looks like a person's is treated as one.
 */
export const isNaturalPerson = (subject: SubjectFacts): boolean => {
  const type = subject.type.trim();
  if (/自然人|个人|公民|^01$/.test(type) || isResidentId(subject.creditCode)) return true;
  if (isCreditCode(subject.creditCode) && !subject.creditCode.startsWith('92')) return false;
  if (/法人|组织|企业|单位/.test(type)) return false;
  if (looksLikePersonName(subject.name)) return true;
  return subject.hasPersonId && !type && !subject.creditCode && !BUSINESS.test(subject.name);
};

// Digits in one run, an X at the end; a letter in front is looked at too.
const DIGIT_RUN = /[A-Za-z]?\d{7,}[Xx]?/g;
// The ways people space them: cards in fours, IDs as 6-8-4, mobile numbers as 3-4-4.
const SPACED =
  /(?<!\d)(?:\d{4}[ \-]\d{4}[ \-]\d{4}[ \-]\d{4}(?:[ \-]?\d{1,3})?|\d{6}[ \-]\d{8}[ \-]\d{3}[\dXx]|1[3-9]\d[ \-]\d{4}[ \-]\d{4})(?!\d)/g;

const holdsResidentId = (digits: string): boolean => {
  for (let i = 0; i + 18 <= digits.length; i++) if (isResidentId(digits.slice(i, i + 18))) return true;
  return false;
};

const isPrivateNumber = (digits: string): boolean => {
  if (isCreditCode(digits) && !isResidentId(digits)) return false;
  // A 工商注册号 may look alike; it has a column of its own, and in free text caution wins.
  if (digits.length === 15) return resemblesResidentId(digits);
  // Bank cards have 16 to 19 digits; old tax numbers of 个体工商户 are an ID and two more digits (domain §2.4).
  if (digits.length >= 16 && digits.length <= 20) return true;
  return /^1[3-9]\d{9}$/.test(digits) || holdsResidentId(digits);
};

const redactNumbers = (text: string): string => text.replace(SPACED, REDACTED).replace(DIGIT_RUN, (run) => {
  // A letter in front makes it a certificate's number (JY…, SC…), unless there is an ID in it all the same.
  const letter = run.replace(/\d.*/, '');
  const digits = run.slice(letter.length);
  if (letter && !holdsResidentId(digits)) return run;
  return isPrivateNumber(digits) ? letter + REDACTED : run;
});

// Half-hidden numbers are hidden whole: six digits, stars, some digits.
const HALF_HIDDEN = /\d{3,10}[*＊●xX]{4,}\d{0,4}[\dXx]?/g;
const LANDLINE = /(?<!\d)0\d{2,3}[-—－ ]\d{7,8}(?!\d)|(电话|传真|手机|联系方式)([^\d，。；]{0,6})\d{7,8}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const PASSPORT = /((?:护照|通行证|证件)(?:号码?)?[^\dA-Za-z，。；]{0,6})[A-Za-z]{1,2}\d{6,9}/g;
// 住址：…, 家庭地址：…, 户籍所在地…; up to the next stop. Other addresses are a person's only in a person's record.
const addressAfter = (words: string): RegExp => new RegExp(`((?:${words})(?:为|是|在)?\\s*[:：]?\\s*)[^，,。；;：:\\s][^，,。；;\\n）)]*`, 'g');
const HOME_ADDRESS = addressAfter('(?:家庭|户籍|居住|现|通讯|联系|身份证)(?:住址|地址|所在地)|住址|住所地?|居住地');
const ANY_ADDRESS = addressAfter('地址|所在地');
const LIVES_AT = /([现暂居家]?住[在于]?)(?![宿房院建宅所址])[^，,。；;\n]{2,40}?[\d一二三四五六七八九十百]+ ?(?:室|组|户|幢|栋|号|楼|单元)[^，,。；;\n）)]*/g;
// A flat in a house: nobody else than a person lives at 3幢502室.
const FLAT = /[\p{Script=Han}\d]{2,30}?(?:路|街|巷|道|弄|村|小区|苑|坊)[\p{Script=Han}\d]{0,20}?\d+号?[\d\-]*(?:幢|栋|号楼|单元)[\d\-]*(?:单元)?\d*室?/gu;

/** Text without resident IDs: what no setting can switch off. */
export const redactIds = (text: string): string =>
  text.replace(/\d{14,}[\dXx]/g, (run) => (holdsResidentId(run) || (resemblesResidentId(run) && !isCreditCode(run)) ? REDACTED : run));

/** What a text is redacted with. */
export interface Redaction {
  /** Full names to mask wherever they stand. */
  readonly names?: readonly string[] | undefined;
  /** The record is about a natural person: addresses in it are theirs. */
  readonly person?: boolean;
}

/** Text in which full names are masked wherever they stand. */
export const maskNames = (text: string, names: readonly string[] = []): string =>
  names.reduce((result, name) => (name.length > 1 ? result.split(name).join(maskName(name)) : result), text);

/** Free text without IDs, phone numbers, bank cards, mail and home addresses, and without the names given. */
export const redactText = (text: string, { names, person }: Redaction = {}): string => {
  let result = maskNames(text, names);
  // Nothing private hides in a text without one of these, and most texts have none.
  if (!/\d[\d \-xX*＊●]{5}|[@住址幢栋楼单]|所在地/.test(result)) return result;
  result = redactNumbers(result)
    .replace(HALF_HIDDEN, REDACTED)
    .replace(LANDLINE, `$1$2${REDACTED}`)
    .replace(EMAIL, REDACTED)
    .replace(PASSPORT, `$1${REDACTED}`)
    .replace(HOME_ADDRESS, `$1${REDACTED}`)
    .replace(LIVES_AT, `$1${REDACTED}`);
  return person ? result.replace(ANY_ADDRESS, `$1${REDACTED}`).replace(FLAT, REDACTED) : result;
};

/**
 * Penalties against minors are not published (浙江省行政处罚结果信息网上公开暂行办法; domain §2.4). What says that somebody is one:
 * the ID, the date of birth, the age, a word. All of it is read for this rule and shown nowhere.
 */
import { HAN, isHan, lettersAndDigits } from '../model/han.js';
import { chainFor, eachChain } from './personal-numbers/chains.js';
import { areDigits, isLongIdAt } from './personal-numbers/shapes.js';
import { splitNames } from './persons/names.js';
import { foldWord } from './standing/fold.js';
import { NO, NOTHING, YES } from './standing/words.js';
import { wordsIn } from './standing/words-in.js';

/** Years at which a person is of age: 民法典 art. 17. */
const FULL_AGE = 18;

/** Keys of the subject's own ID column, in letters (ZJHM, SFZH, idCard …) and in words. */
const ID_KEYS = /ZJHM|ZJH$|SFZ|IDCARD|IDNO|IDNUM|IDENTITY|CARDNO|GMSFHM|CERTNO|CERTIFICATENO|PASSPORT|身份证|身份号码|证件号|证件编号|护照号/;
/** Of somebody else: the representative, a guardian, an agent. */
const OTHERS_KEYS = /FR(?:SFZ|ZJ|ID)|FDDB|FZR|LEGAL|AGENT|GUARDIAN|法定代表|负责人|法人|监护|代理|委托|联系人|经办|承办/;
const AGE_KEYS = /^(?:AGE|NL|XDRNL|XBNL)$|年龄|周岁/;
const BIRTH_KEYS = /^(?:CS(?:RQ|NY|SJ|NF)|DOB|SR|BORN\w*)$|BIRTH(?!PLACE)|出生|生日/;
/** Flags: 是否未成年 answered with yes, 是否成年 and 是否满18周岁 with no. */
const MINOR_KEYS = /未成年|[未不]满(?:1[468]|十[四六八])周?岁|^(?:IS)?MINOR(?:FLAG)?$|^SFWCNR?$/;
const ADULT_KEYS = /(?:^|[^未])成年|(?:^|[^未不])满(?:18|十八)周?岁|^(?:IS)?ADULT(?:FLAG)?$|^SFCNR?$/;
/** Who has a guardian is none of age, or as much in need of protection. */
const GUARDIAN_KEYS = /监护人(?:姓名)?$|^GUARDIAN(?:NAME)?$|^JHR(?:XM)?$/;

const foldKey = (key: string): string => lettersAndDigits(key.normalize('NFKC').toUpperCase());

/** What a column that nobody may see says for the minors' rule. */
export type MinorKey = 'id' | 'age' | 'birth' | 'minor' | 'adult' | 'guardian';

/** Which of them a column is by its key or label; undefined for all others, and for those of other people. */
export const minorKeyOf = (key: string): MinorKey | undefined => {
  const folded = foldKey(key);
  if (GUARDIAN_KEYS.test(folded)) return 'guardian';
  if (OTHERS_KEYS.test(folded)) return undefined;
  if (ID_KEYS.test(folded)) return 'id';
  if (MINOR_KEYS.test(folded)) return 'minor';
  if (ADULT_KEYS.test(folded)) return 'adult';
  if (AGE_KEYS.test(folded)) return 'age';
  return BIRTH_KEYS.test(folded) ? 'birth' : undefined;
};

/** Whether a flag says that the subject is none of age. */
export const flagsMinor = (key: MinorKey | undefined, value: unknown): boolean => {
  const said = wordsIn(value)?.map(foldWord).map((word) => (word === '1' ? '是' : word === '0' ? '否' : word)) ?? [];
  return (key === 'minor' && said.some((word) => YES.test(word))) || (key === 'adult' && said.some((word) => NO.test(word)))
    || (key === 'guardian' && said.some((word) => !NOTHING.test(word) && !NO.test(word)));
};

/** Fewer digits are no ID. */
const DIGITS_OF_ID = 15;

/** A column that nobody knows may hold the subject's ID and nothing else (证照号码, cardNumber); '' where it does not, or another's. */
export const ownIdIn = (key: string, value: unknown): string =>
  (typeof value === 'string' && value.length >= DIGITS_OF_ID && value.length <= 60
    && /^\D{0,8}\d[\dxX*＊\s-]{13,40}$/.test(value) && !OTHERS_KEYS.test(foldKey(key)) ? value : '');

/** The latest day that signs may mean; `*` is any digit. */
const latest = (signs: string): string => {
  const year = signs.slice(0, 4).replace(/\*/g, '9');
  const month = signs.slice(4, 6);
  const day = signs.slice(6, 8);
  return `${year}-${month.includes('*') ? '12' : month}-${day.includes('*') ? '31' : day}`;
};

/**
 * The date of birth in a resident ID, ISO, however it is written: spaced, with a prefix or a quote, with a wrong check
 * character, half hidden (then the latest day it can be). Undefined where there is none. IDs of 15 digits are of people
 * born before 2000, who are of age.
 */
export const birthDateIn = (text: string): string | undefined => {
  let found: string | undefined;
  const chain = chainFor(text);
  const visit = (): void => {
    const { codes } = chain;
    for (let at = 0; found === undefined && at + 18 <= chain.length; at++) {
      if (areDigits(codes, at + 6, at + 9) && isLongIdAt(codes, at)) found = latest(chain.signs(at + 6, at + 14));
    }
  };
  eachChain(text, chain, { visit });
  return found;
};

const NUMERALS = '〇一二三四五六七八九';

/** Full years of age: 16, 16岁, 十六周岁; undefined where there is none. */
export const ageIn = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/零/g, '〇');
  const digits = /^\D{0,4}?(\d{1,3})(?:周?岁|\.0)?/.exec(plain);
  if (digits) return Number(digits[1]);
  const [, tens = '', ten = '', ones = ''] = /^([一二三四五六七八九]?)(十?)([〇一二三四五六七八九]?)周?岁?$/.exec(plain) ?? [];
  if (!tens && !ten && !ones) return undefined;
  const value = (numeral: string): number => Math.max(0, NUMERALS.indexOf(numeral));
  return ten ? (tens ? value(tens) : 1) * 10 + value(ones) : Number(`${tens && value(tens)}${ones && value(ones)}`);
};

/** What the text of a case calls its subject. */
const SELF = '当事人|被处罚人|被许可人|违法行为人|违法嫌疑人|嫌疑人|行为人|违法人|申请人';
/** What stands between the subject and their birth, age or ID: sex, people, the words for these. */
const DESCRIBED = new RegExp('^(?:[（(【\\[，,、：:]|[系为是于]|男性?|女性?|[' + HAN + ']{1,3}某{1,2}|[' + HAN + ']{1,4}族|出?生于?|出生(?:日期|年月|时间)'
  + '|(?:居民|公民)?身份(?:证|号码)件?(?:号码?)?|证件号码?|时年|现年|年[龄仅满]|实际年龄|仅|刚满|本人|学生|农民|无业)*', 'u');
const AGE = /^(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])周?岁/;
const BORN = /^((?:19|20)\d{2})[年.\-/](?:(\d{1,2})[月.\-/]?)?(?:(\d{1,2})日?)?(出?生)?/;
/** So far behind the subject. */
const NEAR = 60;
/** An ID with what stands between its parts. */
const LONGEST_ID = 24;

const two = (n: string): string => n.padStart(2, '0');

const TELLING = ['岁', '出生', '年生', '月生', '日生', '生于', '身份', '证件'];

/** Whether it is worth while to look for age, birth or ID in a text: most tell of none. */
const mayTellAge = (text: string): boolean => {
  if (TELLING.some((word) => text.includes(word))) return true;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) && ++digits === DIGITS_OF_ID) return true;
  }
  return false;
};

/** Whether a text says that its subject is no adult: “当事人王某（男，15岁）”, “王某，2011年1月1日出生”, the ID behind the name. */
const tellsMinor = (text: string, anchor: RegExp, date: string): boolean => {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  anchor.lastIndex = 0;
  for (let found = anchor.exec(plain); found; found = anchor.exec(plain)) {
    const near = plain.slice(anchor.lastIndex, anchor.lastIndex + NEAR);
    const said = (DESCRIBED.exec(near) as RegExpExecArray)[0];
    const rest = near.slice(said.length);
    const [, age] = AGE.exec(rest) ?? [];
    if (age && (ageIn(age) as number) < FULL_AGE) return true;
    const [, year, month = '', day = '', born] = BORN.exec(rest) ?? [];
    const date0 = [year, month && two(month), day && two(day)].filter(Boolean).join('-');
    if (year && (born || said.includes('生')) && ageOn(date0, date) < FULL_AGE) return true;
    const id = birthDateIn(rest.slice(0, LONGEST_ID));
    if (id && ageOn(id, date) < FULL_AGE) return true;
  }
  return false;
};

const anchorsOf = (name: string): RegExp => new RegExp([
  // At least a letter of each: nothing would be found everywhere.
  ...splitNames(name.normalize('NFKC')).filter((one) => isHan(one.charAt(0)) || /^\p{L}/u.test(one))
    .map((one) => one.replace(/[^\p{L}\p{N}]+/gu, '.?')), SELF,
].join('|'), 'g');

const anyTellsMinor = (texts: readonly string[], name: string, date: string): boolean => {
  const telling = texts.filter(mayTellAge);
  if (!telling.length) return false;
  const anchor = anchorsOf(name);
  return telling.some((text) => tellsMinor(text, anchor, date));
};

/** Years of age on a day; of a date of birth without month and day, the fewest there can be. */
export const ageOn = (bornOn: string, date: string): number =>
  Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (date.slice(5) < (bornOn.slice(5) || '12-31') ? 1 : 0);

export interface MinorFacts {
  /** The subject is a natural person, or an individual business called by its keeper. */
  readonly person: boolean;
  /** The day of the decision; without one, today. ISO. */
  readonly decidedOn: string;
  /** What stands in the subject's ID columns, and in the code columns of a natural person. */
  readonly ids: readonly string[];
  /** 出生日期, ISO or only its year or year and month. */
  readonly bornOn?: string | undefined;
  /** 年龄, as it stands. */
  readonly age?: string | undefined;
  readonly texts: readonly string[];
  /** The subject's name, which may stand in the texts. */
  readonly name?: string | undefined;
}

/** 未成年 in the record of a natural person. A shop that sold to minors stays public. */
const MINOR_WORD = new RegExp('未\\s*成\\s*年|[未不]满\\s*(?:1[0-8]|１[０-８]|十[一二三四五六七八]?)\\s*周?岁'
  // What the subject is, and who has to look after them (治安管理处罚法 art. 12 and 13).
  + '|系[^，,。；;、\\s]{0,16}(?:小学|初中|初级中学|初[一二三])[一二三四五六七八九年级班在校的]{0,6}学?生'
  + '|监护人[^，,。；;\\s]{0,8}(?:管教|看管|看护)');

export const holdsMinorWord = (text: string): boolean =>
  (text.includes('未') || text.includes('满') || text.includes('系') || text.includes('监')) && MINOR_WORD.test(text);

/** Whether the person was under 18 on the day of the decision: what protects them then protects them later. */
export const isMinor = ({ person, decidedOn, ids, bornOn, age, texts, name = '' }: MinorFacts): boolean => {
  if (!person) return false;
  const births = [...ids.map(birthDateIn), bornOn].filter((birth): birth is string => Boolean(birth));
  if (births.some((birth) => ageOn(birth, decidedOn) < FULL_AGE)) return true;
  // 0 stands for an age that nobody asked for.
  const years = age === undefined ? undefined : ageIn(age);
  return (years !== undefined && years > 0 && years < FULL_AGE)
    || texts.some(holdsMinorWord) || anyTellsMinor(texts, name, decidedOn);
};

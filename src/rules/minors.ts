/**
 * Penalties against minors are not published (浙江省行政处罚结果信息网上公开暂行办法; domain §2.4). What says that somebody is one:
 * the ID, the date of birth, the age, a word. All of it is read for this rule and shown nowhere.
 */
import { eachChain } from './personal-numbers/chains.js';
import { resemblesLongId } from './personal-numbers/shapes.js';

/** Years at which a person is of age: 民法典 art. 17. */
const FULL_AGE = 18;

/** Keys of the subject's own ID column, in letters (ZJHM, SFZH, idCard …) and in words. */
const ID_KEYS = /ZJHM|ZJH$|SFZ|IDCARD|IDNO|IDNUM|IDENTITY|CARDNO|GMSFHM|CERTNO|CERTIFICATENO|PASSPORT|身份证|身份号码|证件号|证件编号|护照号/;
/** Of somebody else: the representative, a guardian, an agent. */
const OTHERS_KEYS = /FR(?:SFZ|ZJ|ID)|FDDB|FZR|LEGAL|AGENT|GUARDIAN|法定代表|负责人|法人|监护|代理|委托|联系人|经办|承办/;
const AGE_KEYS = /^(?:AGE|NL|XDRNL|XBNL)$|年龄|周岁/;
const BIRTH_KEYS = /^(?:CSRQ|CSNY|BIRTH\w*|DOB|SR)$|出生/;

const foldKey = (key: string): string => key.normalize('NFKC').toUpperCase().replace(/[^\p{L}\d]/gu, '');

/** What a column that nobody may see says for the minors' rule. */
export type MinorKey = 'id' | 'age' | 'birth';

/** Which of them a column is by its key or label; undefined for all others, and for those of other people. */
export const minorKeyOf = (key: string): MinorKey | undefined => {
  const folded = foldKey(key);
  if (OTHERS_KEYS.test(folded)) return undefined;
  if (ID_KEYS.test(folded)) return 'id';
  if (AGE_KEYS.test(folded)) return 'age';
  return BIRTH_KEYS.test(folded) ? 'birth' : undefined;
};

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
  eachChain(text, (chain) => {
    for (let at = 0; found === undefined && at + 18 <= chain.length; at++) {
      const signs = chain.signs(at, at + 18);
      if (/^\d{3}$/.test(signs.slice(6, 9)) && resemblesLongId(signs)) found = latest(signs.slice(6, 14));
    }
  });
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
}

/** 未成年 in the record of a natural person. A shop that sold to minors stays public. */
export const MINOR_WORD = /未\s*成\s*年|未满\s*(?:18|１８|十八)\s*周?岁/;

/** Whether the person was under 18 on the day of the decision: what protects them then protects them later. */
export const isMinor = ({ person, decidedOn, ids, bornOn, age, texts }: MinorFacts): boolean => {
  if (!person) return false;
  const births = [...ids.map(birthDateIn), bornOn].filter((birth): birth is string => Boolean(birth));
  if (births.some((birth) => ageOn(birth, decidedOn) < FULL_AGE)) return true;
  const years = age === undefined ? undefined : ageIn(age);
  return (years !== undefined && years < FULL_AGE) || texts.some((text) => MINOR_WORD.test(text));
};

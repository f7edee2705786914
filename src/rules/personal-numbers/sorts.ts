/** Sorts of characters that names, plates, addresses and certificates are made of: one look-up each. */
import { SPACES } from './signs.js';

export const SPACE = 1;
export const DIGIT = 1 << 1;
export const LETTER = 1 << 2;
/** Of what stands behind the @ of an address, and before it. */
export const DOMAIN = 1 << 3;
export const LOCAL = 1 << 4;
/** 为, ：: what follows is a number or a name. */
export const IS = 1 << 5;
export const STOP = 1 << 6;
/** Of a number plate, of either width: digits, letters but I and O, signs that hide some; and what its number may end with. */
export const PLATE_DIGIT = 1 << 7;
export const PLATE_LETTER = 1 << 8;
export const ANY_LETTER = 1 << 9;
export const PLATE_END = 1 << 10;
export const PLATE_GAP = 1 << 11;
/** 微信支付2000元, 200%: no name goes before these. */
export const AMOUNT = 1 << 12;
export const PERCENT = 1 << 13;
/** Letters read for digits. */
export const LIKE_DIGIT = 1 << 14;
/** Hide a digit of a certificate. */
export const MASK = 1 << 15;
export const COMMA = 1 << 16;
export const DASH = 1 << 17;
export const CHECK = 1 << 18;
export const SPELT_AT = 1 << 19;
/** 四 and 六: 后四位. */
export const COUNT = 1 << 20;
export const BRACKET = 1 << 21;
export const BEHIND_BIRTH = 1 << 22;
export const BEHIND_BORN = 1 << 23;
/** Behind one of these a name is somebody's: 微信号a. */
export const SAYS = 1 << 24;
/** Between numbers of which one word says what they are. */
export const GOES_ON = 1 << 25;
/** 订单号：, 100吨: the last of a word for a number, the first of a unit. */
export const ENDS_LABEL = 1 << 26;
export const BEGINS_UNIT = 1 << 27;
/** No word goes over it to a number. */
export const ENDS_WORDS = 1 << 28;
/** 号, 名, 账号, 帐号, 昵称, ID: between a messenger's word and the name. */
export const BEGINS_SUFFIX = 1 << 29;

const SORTS = new Int32Array(0x10000);
const mark = (signs: string, sort: number): void => {
  for (let i = 0; i < signs.length; i++) SORTS[signs.charCodeAt(i)] = (SORTS[signs.charCodeAt(i)] as number) | sort;
};
const [DIGITS, CAPITALS] = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const LETTERS = CAPITALS + CAPITALS.toLowerCase();
const withFull = (signs: string): string => signs + signs.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

mark(SPACES, SPACE);
mark(DIGITS, DIGIT);
mark(LETTERS, LETTER);
mark(`${DIGITS}${LETTERS}_.-`, DOMAIN);
mark(`${DIGITS}${LETTERS}_.-+%`, LOCAL);
mark('为是:：', IS);
mark('，,。；;\n', STOP);
mark(`${withFull(DIGITS)}*＊×●`, PLATE_DIGIT);
mark(withFull(LETTERS.replace(/[io]/gi, '')), PLATE_LETTER);
mark(withFull(DIGITS + LETTERS), ANY_LETTER);
mark('挂学警港澳领', PLATE_END);
mark(' \u00a0\u3000·•・．.-—－_', PLATE_GAP);
mark('元万个条次', AMOUNT);
mark('%％', PERCENT);
mark('OoIl', LIKE_DIGIT);
mark('*＊●', MASK);
mark('，, ', COMMA);
mark('-', DASH);
mark('Xx', CHECK);
mark('([（【#＃艾', SPELT_AT);
mark('四六', COUNT);
mark('（(', BRACKET);
mark('，,。；;、）)', BEHIND_BIRTH);
mark('日年时于为:：12', BEHIND_BORN);
mark('号名ID为是:：', SAYS);
mark(`、,，;；或和及${SPACES}`, GOES_ON);
mark(`号码为是:：${SPACES}`, ENDS_LABEL);
mark('号名账帐昵Ii', BEGINS_SUFFIX);
mark(`，,。；;、\n${DIGITS}`, ENDS_WORDS);
mark(`万亿元％%吨米平公千克升个台件箱份亩株只㎡mkMK${SPACES}`, BEGINS_UNIT);

/** Whether a character of one of some sorts stands at a place. */
export const isAt = (text: string, at: number, sorts: number): boolean => at >= 0 && at < text.length
  && ((SORTS[text.charCodeAt(at)] as number) & sorts) !== 0;

/** Whether a character stands at a place. */
export const isCode = (text: string, at: number, code: number): boolean => at >= 0 && at < text.length && text.charCodeAt(at) === code;

/** The end of a run of characters of some sorts, of so many at most. */
export const runOf = (text: string, at: number, sorts: number, most: number): number => {
  const table = SORTS;
  const last = Math.min(text.length, at + most);
  let end = at;
  while (end < last && (table[text.charCodeAt(end)] as number) & sorts) end++;
  return end;
};

/** The first place of so many at which a character of some sorts stands; the last of them where there is none. */
export const findAt = (text: string, at: number, sorts: number, most: number): number => {
  const table = SORTS;
  const last = Math.min(text.length, at + most);
  let end = at;
  while (end < last && !((table[text.charCodeAt(end)] as number) & sorts)) end++;
  return end;
};

/** Behind 号码为: an “is”, if there is one, and a space. */
export const afterIs = (text: string, at: number): number => {
  const end = isAt(text, at, IS) ? at + 1 : at;
  return isAt(text, end, SPACE) ? end + 1 : end;
};

/** What is a person's behind a word for a certificate: numbers with letters in them, last digits. */
import {
  afterIs, BRACKET, CHECK, COMMA, COUNT, DASH, DIGIT, findAt, isAt, isCode, LETTER, LIKE_DIGIT, MASK, runOf, SPACE, STOP,
} from './sorts.js';
import type { Report } from './span.js';
import { WordEnds } from './word-ends.js';

/** Looks behind a word, or around last digits; `from` is where the one before ended. Gives back where this one does. */
type Find = (text: string, at: number, from: number, report: Report) => number;

const OFFICERS = new WordEnds(['军官证 士兵证 警官证 文职证 军人证 退伍证 残疾证']);
// 军官证：南字第00000001号
const OFFICERS_NUMBER = /[^\d，,。；;\n]{0,8}?(\p{Script=Han}字第?\s?\d{4,12}号?)/uy;
/** So far at most behind the word: eight characters and one, each of two UTF-16 units perhaps. */
const FARTHEST = 18;

const [ZI, NUMBER, CODE, WORD_END, OF, LAST, AFTER, END, CARD, PLACE] = Array.from('字号码证的尾后末件位', (char) => char.charCodeAt(0)) as
  [number, number, number, number, number, number, number, number, number, number];

const officers: Find = (text, at, from, report) => {
  if (OFFICERS.at(text, from, at) === 0) return from;
  const last = findAt(text, at, DIGIT | STOP, FARTHEST + 1);
  let sign = at;
  while (sign < last && text.charCodeAt(sign) !== ZI) sign++;
  if (sign === last) return from;
  OFFICERS_NUMBER.lastIndex = at;
  const match = OFFICERS_NUMBER.exec(text);
  if (!match) return from;
  const end = OFFICERS_NUMBER.lastIndex;
  report(end - (match[1] as string).length, end, 'passport');
  return end;
};

const PASSPORTS = new WordEnds(['护照 通行证 台胞证 回乡证 居留证 居留许可 居留身份证 证件']);

/** 护照E00000016, 港澳通行证H00000000: up to three letters, and six to thirteen digits, some of them hidden. */
const passports: Find = (text, at, from, report) => {
  if (PASSPORTS.at(text, from, at) === 0) return from;
  const word = isCode(text, at, NUMBER) ? (isCode(text, at + 1, CODE) ? at + 2 : at + 1) : at;
  const start = findAt(text, word, LETTER | DIGIT | STOP, 6);
  const letters = runOf(text, start, LETTER, 4);
  if (letters === start || letters > start + 3) return from;
  const first = isAt(text, letters, SPACE | DASH) ? letters + 1 : letters;
  if (!isAt(text, first, DIGIT)) return from;
  let last = -1;
  for (let i = first + 1; i <= first + 12; i++) {
    if (isAt(text, i, DIGIT)) last = i;
    else if (!isAt(text, i, SPACE | MASK)) break;
  }
  if (last < first + 5) return from;
  report(start, last + 1, 'passport');
  return last + 1;
};

const IDS = new WordEnds(['身份证 身份号码 证件号']);

/** 身份证号9999991970O1O10156, 999999，19700101，0156: letters read for digits, commas between them. */
const ids: Find = (text, at, from, report) => {
  if (IDS.at(text, from, at) === 0) return from;
  const start = findAt(text, at, DIGIT | LIKE_DIGIT | STOP, 10);
  let count = 0;
  let end = start;
  let next = start;
  while (count < 20 && isAt(text, next, DIGIT | LIKE_DIGIT)) {
    count++;
    end = next + 1;
    next = isAt(text, end, COMMA) ? end + 1 : end;
  }
  // One more may be its check character.
  if (count >= 14 && count < 20 && isAt(text, next, CHECK)) {
    count++;
    end = next + 1;
  }
  if (count < 15) return from;
  report(start, end, 'passport');
  return end;
};

const HOLDERS = new WordEnds(['身份证 手机 电话 卡 账 帐 证件']);

/** 身份证后四位0156, 银行卡（尾号0018）: the digits behind it; the same place where there are none. */
const lastDigitsEnd = (text: string, at: number): number => {
  const end = runOf(text, at, DIGIT, 6);
  if (end - at < 4) return at;
  return isAt(text, end, CHECK) ? end + 1 : end;
};

const BEHIND_HOLDER = [OF, CODE, NUMBER];

const lastDigits = (text: string, at: number, behind: number, from: number, report: Report): number => {
  let end = isAt(text, at - 1, BRACKET) ? at - 1 : at;
  for (const sign of BEHIND_HOLDER) if (isCode(text, end - 1, sign)) end--;
  if (HOLDERS.at(text, from, end) === 0) return from;
  const start = afterIs(text, behind);
  const last = lastDigitsEnd(text, start);
  if (last === start) return from;
  report(start, last, 'passport');
  return last;
};

const OF_HOLDER = /的?(?:银行卡|储蓄卡|信用卡|手机|账户|帐户|账号|卡)/y;

/** 尾号0018的银行卡 */
const digitsOf: Find = (text, at, from, report) => {
  const start = afterIs(text, at + 2);
  const end = runOf(text, start, DIGIT, 7);
  if (end - start < 4 || end - start > 6) return from;
  OF_HOLDER.lastIndex = end;
  if (!OF_HOLDER.test(text)) return from;
  report(start, end, 'passport');
  return end;
};

/** The last characters of the words above, and the first of those for last digits. */
export const CERTIFICATE_SIGNS = '证照可件码尾后末';

/** Finds what is a person's around such a character; one for each text. */
export class CertificateFinder {
  private readonly from = [0, 0, 0, 0, 0];

  constructor(private readonly text: string, private readonly report: Report) {}

  private find(row: number, find: Find, at: number): void {
    this.from[row] = find(this.text, at, this.from[row] as number, this.report);
  }

  at(at: number): void {
    const { text, from } = this;
    const code = text.charCodeAt(at);
    if (code === LAST || code === AFTER || code === END) {
      const isLast = code === LAST ? isCode(text, at + 1, NUMBER) : isAt(text, at + 1, COUNT) && isCode(text, at + 2, PLACE);
      if (!isLast) return;
      from[3] = lastDigits(text, at, code === LAST ? at + 2 : at + 3, from[3] as number, this.report);
      if (code === LAST) this.find(4, digitsOf, at);
      return;
    }
    if (code === WORD_END) this.find(0, officers, at + 1);
    if (code !== CODE) this.find(1, passports, at + 1);
    if (code === WORD_END || code === CODE) this.find(2, ids, at + 1);
    else if (code === CARD && isCode(text, at + 1, NUMBER)) this.find(2, ids, at + 2);
  }
}

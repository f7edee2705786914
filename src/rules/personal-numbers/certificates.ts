/** What is a person's behind a word for a certificate: numbers with letters in them, last digits. */
import {
  afterIs, BRACKET, CHECK, COMMA, COUNT, DASH, DIGIT, findAt, isAt, isCode, LETTER, LIKE_DIGIT, MASK, runOf, SPACE, STOP,
} from './sorts.js';
import type { SpanList } from './span.js';
import { WordEnds } from './word-ends.js';

/** Words behind which officers' numbers, passports and IDs stand. */
const WORDS = new WordEnds(['军官证 士兵证 警官证 文职证 军人证 退伍证 残疾证', '护照 通行证 台胞证 回乡证 居留证 居留许可 居留身份证 证件', '身份证 身份号码 证件号']);
const OF_OFFICERS = 1;
const OF_PASSPORTS = 2;
const OF_IDS = 4;

// 军官证：南字第00000001号
const OFFICERS_NUMBER = /[^\d，,。；;\n]{0,8}?(\p{Script=Han}字第?\s?\d{4,12}号?)/uy;
/** So far at most behind the word its digits begin: eight characters and one, each of two UTF-16 units perhaps, 字, 第 and a space. */
const FARTHEST_OF_OFFICERS = 21;

const [ZI, NUMBER, CODE, OF, LAST, AFTER, END, CARD, PLACE] = Array.from('字号码的尾后末件位', (char) => char.charCodeAt(0)) as
  [number, number, number, number, number, number, number, number, number];

/** Looks behind a word; `digit` is the first digit or stop there. Gives back where what it reports ends, 0 where there is nothing. */
type Find = (text: string, at: number, digit: number, spans: SpanList) => number;

const officers: Find = (text, at, digit, spans) => {
  if (digit - at > FARTHEST_OF_OFFICERS
    || !(isCode(text, digit - 1, ZI) || isCode(text, digit - 2, ZI) || isCode(text, digit - 3, ZI))) return 0;
  OFFICERS_NUMBER.lastIndex = at;
  const match = OFFICERS_NUMBER.exec(text);
  if (!match) return 0;
  const end = OFFICERS_NUMBER.lastIndex;
  spans.add(end - (match[1] as string).length, end, 'passport');
  return end;
};

/** Six characters, three letters and a space. */
const FARTHEST_OF_PASSPORTS = 10;

/** 护照E00000016, 港澳通行证H00000000: up to three letters, and six to thirteen digits, some of them hidden. */
const passports: Find = (text, at, digit, spans) => {
  const word = isCode(text, at, NUMBER) ? (isCode(text, at + 1, CODE) ? at + 2 : at + 1) : at;
  if (digit - word > FARTHEST_OF_PASSPORTS) return 0;
  const start = findAt(text, word, LETTER | DIGIT | STOP, 6);
  const letters = runOf(text, start, LETTER, 4);
  if (letters === start || letters > start + 3) return 0;
  const first = isAt(text, letters, SPACE | DASH) ? letters + 1 : letters;
  if (!isAt(text, first, DIGIT)) return 0;
  let last = -1;
  for (let i = first + 1; i <= first + 12; i++) {
    if (isAt(text, i, DIGIT)) last = i;
    else if (!isAt(text, i, SPACE | MASK)) break;
  }
  if (last < first + 5) return 0;
  spans.add(start, last + 1, 'passport');
  return last + 1;
};

/** 身份证号9999991970O1O10156, 999999，19700101，0156: letters read for digits, commas between them. */
const ids: Find = (text, at, digit, spans) => {
  const start = findAt(text, at, DIGIT | LIKE_DIGIT | STOP, Math.min(10, digit - at));
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
  if (count < 15) return 0;
  spans.add(start, end, 'passport');
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

const lastDigits = (text: string, at: number, behind: number, from: number, spans: SpanList): number => {
  let end = isAt(text, at - 1, BRACKET) ? at - 1 : at;
  for (const sign of BEHIND_HOLDER) if (isCode(text, end - 1, sign)) end--;
  if (HOLDERS.at(text, from, end) === 0) return from;
  const start = afterIs(text, behind);
  const last = lastDigitsEnd(text, start);
  if (last === start) return from;
  spans.add(start, last, 'passport');
  return last;
};

const OF_HOLDER = /的?(?:银行卡|储蓄卡|信用卡|手机|账户|帐户|账号|卡)/y;

/** 尾号0018的银行卡 */
const digitsOf = (text: string, at: number, from: number, spans: SpanList): number => {
  const start = afterIs(text, at + 2);
  const end = runOf(text, start, DIGIT, 7);
  if (end - start < 4 || end - start > 6) return from;
  OF_HOLDER.lastIndex = end;
  if (!OF_HOLDER.test(text)) return from;
  spans.add(start, end, 'passport');
  return end;
};

/** The last characters of the words above, and the first of those for last digits. */
export const CERTIFICATE_SIGNS = '证照可件码尾后末';

/** Whether a word is known to begin behind `from`, and does so behind `own`, too. */
const isBehind = (text: string, from: number, own: number, at: number, row: number): boolean =>
  from === own || (WORDS.at(text, own, at) & row) !== 0;

/** Finds what is a person's around such a character; one for each text. */
export class CertificateFinder {
  // Where the last one of each ended.
  private officers = 0;
  private passports = 0;
  private ids = 0;
  private digits = 0;
  private digitsOf = 0;
  /** No digit and no stop stands from the one to the other. */
  private clearFrom = 0;
  private clearTo = 0;

  constructor(private readonly text: string, private readonly spans: SpanList) {}

  /** The first digit or stop from a place on; each stretch is gone through once. */
  private digitFrom(at: number): number {
    if (at < this.clearFrom || at > this.clearTo) {
      this.clearFrom = at;
      this.clearTo = findAt(this.text, at, DIGIT | STOP, this.text.length);
    }
    return this.clearTo;
  }

  /** Behind what may be a word for a certificate. */
  private behind(at: number): void {
    const { text, spans } = this;
    const from = Math.min(this.officers, this.passports, this.ids);
    const words = WORDS.at(text, from, at);
    if (words === 0) return;
    const digit = this.digitFrom(at);
    if (words & OF_OFFICERS && isBehind(text, from, this.officers, at, OF_OFFICERS)) {
      this.officers = officers(text, at, digit, spans) || this.officers;
    }
    if (words & OF_PASSPORTS && isBehind(text, from, this.passports, at, OF_PASSPORTS)) {
      this.passports = passports(text, at, digit, spans) || this.passports;
    }
    if (words & OF_IDS && isBehind(text, from, this.ids, at, OF_IDS)) this.ids = ids(text, at, digit, spans) || this.ids;
  }

  at(at: number): void {
    const { text, spans } = this;
    const code = text.charCodeAt(at);
    if (code === LAST || code === AFTER || code === END) {
      const isLast = code === LAST ? isCode(text, at + 1, NUMBER) : isAt(text, at + 1, COUNT) && isCode(text, at + 2, PLACE);
      if (!isLast) return;
      this.digits = lastDigits(text, at, code === LAST ? at + 2 : at + 3, this.digits, spans);
      if (code === LAST) this.digitsOf = digitsOf(text, at, this.digitsOf, spans);
      return;
    }
    this.behind(at + 1);
    if (code === CARD && isCode(text, at + 1, NUMBER)) this.behind(at + 2);
  }
}

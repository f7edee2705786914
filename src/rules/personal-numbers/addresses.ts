/**
 * Where natural persons live (浙江省行政处罚结果信息网上公开暂行办法: 自然人的家庭住址). Each address is looked for where a character of
 * its words stands (others.ts), and no stretch of a text is gone through twice: a text may be long.
 */
import { SPACES } from './signs.js';
import { REDACTED, type SpanList } from './span.js';

const STOPS = '，,。；;\n';
/** Digits and numerals that the number of a house or a flat is written in. */
export const NUMERALS = '0123456789０１２３４５６７８９一二三四五六七八九十百〇零';
export const ROADS = '路街巷道弄村苑坊区园城府庭湾寓厦庄';
/** Behind 住 these begin words that are no dwelling: 住宿 住房 住院 住宅 住建 住所 住址. */
const NOT_LIVING = '宿房院宅建所址';
/** So far from 住 to the number of the house. */
const FARTHEST = 60;

/** What a character is in an address: one look-up each. */
const SIGNS = new Uint16Array(0x10000);
const STOP = 1;
const NUMERAL = 2;
const BRACKET = 4;
const HAN = 8;
/** What the number of a flat goes on with. */
const PART = 16;
/** 住 and 址 are of the words for an address and stay. */
const WORD = 32;
/** White space and colons. */
const BLANK = 64;
/** The second character of a word for an address. */
const SECOND = 128;
const NOT_LIVED = 256;
/** 住在. */
const IN = 512;
const UNIT = 1024;
const IS = 2048;
const mark = (signs: string, bit: number): void => {
  for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] = (SIGNS[signs.charCodeAt(i)] as number) | bit;
};
SIGNS.fill(HAN, 0x3400, 0xa000);
mark(STOPS, STOP);
mark('）)', BRACKET);
mark(NUMERALS, NUMERAL);
mark(`${NUMERALS}-楼单元室号层幢栋`, PART);
mark('住址', WORD);
mark(`${SPACES}:：`, BLANK);

const isAt = (text: string, at: number, bits: number): boolean => at < text.length && ((SIGNS[text.charCodeAt(at)] as number) & bits) !== 0;

/** The end of a stretch in which no character of a sort stands. */
const until = (text: string, at: number, bits: number): number => {
  let end = at;
  while (end < text.length && !((SIGNS[text.charCodeAt(end)] as number) & bits)) end++;
  return end;
};

mark(NOT_LIVING, NOT_LIVED);
mark('在于', IN);
mark('为是在', IS);
mark('室组户幢栋号楼单', UNIT);

const LIVE = '住'.charCodeAt(0);
const SPACE = 0x20;

const isUnit = (text: string, at: number): boolean => isAt(text, at, UNIT) && (text.charAt(at) !== '单' || text.charAt(at + 1) === '元');

/** 住云岫县城关镇柳荫巷18号2单元301室, up to the next stop. Says up to where it is looked for from this 住 on. */
export const livingAt = (text: string, at: number, spans: SpanList): number => {
  let first = -1;
  let last = -1;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LIVE) {
      if (isAt(text, i + 1, NOT_LIVED)) {
        if (last < 0) return i + 1;
        continue;
      }
      last = isAt(text, i + 1, IN) ? i + 2 : i + 1;
      if (first < 0 || i - first > FARTHEST) first = last;
      continue;
    }
    const sign = SIGNS[code] as number;
    if (sign & STOP || i - last > FARTHEST) return i + 1;
    if (!(sign & NUMERAL)) continue;
    const unit = text.charCodeAt(i + 1) === SPACE ? i + 2 : i + 1;
    if (unit >= text.length || !isUnit(text, unit)) continue;
    const start = i - first <= FARTHEST ? first : last;
    // The house needs a name before its number: at least two characters.
    if (i - start < 2) continue;
    const end = until(text, unit, STOP | BRACKET);
    spans.add(start, end, 'address');
    return end;
  }
  return text.length;
};

/** 幸福路18号3幢502室: nobody else than a person lives in a flat of a house. Only in a natural person's record. */
export class FlatFinder {
  private road = -1;
  /** Up to here there is nothing but what an address is written with, from the road on. */
  private whole = 0;
  private from = 0;

  constructor(private readonly text: string, private readonly spans: SpanList) {}

  private isOf(at: number): boolean {
    const sign = SIGNS[this.text.charCodeAt(at)] as number;
    return (sign & (HAN | NUMERAL)) !== 0 && !(sign & WORD);
  }

  /** At 路, 街 …: at least two characters of its name stand before it. */
  roadAt(at: number): void {
    if (at - 2 < this.from || !this.isOf(at - 1) || !this.isOf(at - 2)) return;
    this.road = at;
    this.whole = at;
  }

  /** At 幢, 栋, 室, and the last of 号楼 and 单元. */
  unitAt(at: number): void {
    const { text } = this;
    const char = text.charAt(at);
    if (char === '楼' && text.charAt(at - 1) !== '号') return;
    if (char === '元' && text.charAt(at - 1) !== '单') return;
    const unit = char === '楼' || char === '元' ? at - 1 : at;
    if (this.road < 0 || unit < this.from || unit - this.road > 40 || !isAt(text, unit - 1, NUMERAL)) return;
    while (this.whole < unit && this.isOf(this.whole)) this.whole++;
    if (this.whole < unit) {
      this.road = -1;
      return;
    }
    let start = this.road;
    while (start > this.from && start > this.road - 30 && this.isOf(start - 1)) start--;
    let end = unit + 1;
    while (isAt(text, end, PART)) end++;
    this.spans.add(start, end, 'address');
    this.road = -1;
    this.from = end;
  }
}

const OF_HOMES = '家庭 户籍 户口 居住 现 通讯 联系 身份证';
const HOMES = OF_HOMES.split(' ').flatMap((of) => ['住址', '地址', '所在地'].map((word) => of + word))
  .concat('住址 住所地 住所 居住地 户籍地 现居地 籍贯 出生地'.split(' '));
/** In a person's own record every address is theirs. */
const ANY = ['地址', '所在地'];

/** Words for an address in lists by their first two characters; others fall together with them. */
type Words = readonly (readonly string[] | undefined)[];
const LISTS = 256;
const listOf = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) % LISTS;

/** The longest first. */
const byBeginning = (words: readonly string[]): Words => {
  const lists: string[][] = [];
  for (const word of [...words].sort((a, b) => b.length - a.length)) (lists[listOf(word, 0)] ??= []).push(word);
  return Array.from({ length: LISTS }, (_, list) => lists[list]);
};
for (const word of [...HOMES, ...ANY]) mark(word.charAt(1), SECOND);
const HOME_WORDS = byBeginning(HOMES);
const ANY_WORDS = byBeginning([...HOMES, ...ANY]);

/** The characters that those words begin with. */
export const ADDRESS_SIGNS = [...HOMES, ...ANY].map((word) => word.charAt(0)).join('');

/** So many spaces and colons at most behind the word. */
const MOST_BLANKS = 6;

/** Where the address begins behind its word, and perhaps 为, 是, 在; -1 where there is none. */
const addressStart = (text: string, at: number): number => {
  const is = isAt(text, at, IS);
  let start = is ? at + 1 : at;
  const blanks = start;
  while (start < blanks + MOST_BLANKS && isAt(text, start, BLANK)) start++;
  if (start < text.length && !isAt(text, start, BLANK | STOP)) return start;
  return is ? at : -1;
};

/** Before 住所: a firm's, which is public (公司法: 公司住所). */
const OF_FIRMS = /(?:公司|企业|单位|机构|注册|法定|登记|经营|营业|当事人|店|厂|社)的?$/;

/** 住址：…, 家庭地址：…, 户籍所在地…: up to the next stop. `from` is where the one before ended; gives back where this one does. */
export const addressAt = (text: string, at: number, from: number, person: boolean, spans: SpanList): number => {
  if (at < from || !isAt(text, at + 1, SECOND)) return from;
  const words = (person ? ANY_WORDS : HOME_WORDS)[listOf(text, at)];
  if (!words) return from;
  for (const word of words) {
    const start = text.startsWith(word, at) ? addressStart(text, at + word.length) : -1;
    if (start < 0) continue;
    const end = until(text, start + 1, STOP | BRACKET);
    const isFirms = !person && word.startsWith('住所') && OF_FIRMS.test(text.slice(Math.max(0, at - 4), at));
    // What is hidden already is found no second time: a record that is read again stays as it is.
    if (!isFirms && !(text.startsWith('[', start) && text.slice(start, end).trim() === REDACTED)) spans.add(start, end, 'address');
    return end;
  }
  return from;
};

/**
 * Where natural persons live (浙江省行政处罚结果信息网上公开暂行办法: 自然人的家庭住址). One pass, no backtracking: a text may be long.
 */
import type { PersonalSpan } from './span.js';

type Report = (span: PersonalSpan) => void;

// 住址：…, 家庭地址：…, 户籍所在地…: up to the next stop. In a person's own record every address is theirs.
const WORDS = '(?:(?:家庭|户籍|户口|居住|现|通讯|联系|身份证)(?:住址|地址|所在地)|住址|住所地?|居住地|户籍地|现居地|籍贯|出生地)';
const ANY_WORDS = `(?:${WORDS}|地址|所在地)`;
const addressAfter = (words: string): RegExp => new RegExp(`${words}(?:为|是|在)?[\\s:：]{0,6}([^，,。；;：:\\s][^，,。；;\\n）)]*)`, 'g');
const HOME = addressAfter(WORDS);
const ANY = addressAfter(ANY_WORDS);

const STOPS = '，,。；;\n';
/** Digits and numerals that the number of a house or a flat is written in. */
export const NUMERALS = '0123456789０１２３４５６７８９一二三四五六七八九十百〇零';
const ROADS = '路街巷道弄村苑坊区园城府庭湾寓厦庄';
/** Behind 住 these begin words that are no dwelling: 住宿 住房 住院 住宅 住建 住所 住址. */
const NOT_LIVING = '宿房院宅建所址';
/** So far from 住 to the number of the house. */
const FARTHEST = 60;

/** What a character is in an address: one look-up each. */
const SIGNS = new Uint8Array(0x10000);
const STOP = 1;
const NUMERAL = 2;
const ROAD = 4;
const HAN = 8;
const mark = (signs: string, bit: number): void => {
  for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] = (SIGNS[signs.charCodeAt(i)] as number) | bit;
};
for (let code = 0x3400; code <= 0x9fff; code++) SIGNS[code] = HAN;
mark(STOPS, STOP);
mark(NUMERALS, NUMERAL);
mark(ROADS, ROAD);
const LIVE = '住'.charCodeAt(0);
const SITE = '址'.charCodeAt(0);

const isUnit = (text: string, at: number): boolean => '室组户幢栋号楼'.includes(text.charAt(at)) || text.startsWith('单元', at);

const stopAfter = (text: string, at: number, stops: string): number => {
  let end = at;
  while (end < text.length && !stops.includes(text.charAt(end))) end++;
  return end;
};

/** 住云岫县城关镇柳荫巷18号2单元301室, up to the next stop. */
const findLivingAt = (text: string, report: Report): void => {
  let first = -1;
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const sign = SIGNS[code] as number;
    if (sign & STOP) first = last = -1;
    else if (code === LIVE && !NOT_LIVING.includes(text.charAt(i + 1) || ' ')) {
      last = '在于'.includes(text.charAt(i + 1) || ' ') ? i + 2 : i + 1;
      if (first < 0 || i - first > FARTHEST) first = last;
    } else if (last >= 0 && sign & NUMERAL) {
      const unit = text.charAt(i + 1) === ' ' ? i + 2 : i + 1;
      if (unit >= text.length || !isUnit(text, unit)) continue;
      const start = i - first <= FARTHEST ? first : last;
      // The house needs a name before its number: at least two characters.
      if (i - start < 2 || i - start > FARTHEST) continue;
      const end = stopAfter(text, unit, `${STOPS}）)`);
      report({ start, end, kind: 'address' });
      first = last = -1;
      i = end - 1;
    }
  }
};

const isFlatUnit = (text: string, at: number): boolean => '幢栋室'.includes(text.charAt(at)) || text.startsWith('号楼', at)
  || text.startsWith('单元', at);

/** 幸福路18号3幢502室: nobody else than a person lives in a flat of a house. Only in a natural person's record. */
const findFlats = (text: string, report: Report): void => {
  let start = -1;
  let road = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const sign = SIGNS[code] as number;
    // 住 and 地址 are the words for it and stay.
    if (!(sign & (HAN | NUMERAL)) || code === LIVE || code === SITE) {
      start = road = -1;
      continue;
    }
    if (start < 0) start = i;
    if (sign & ROAD && i - start >= 2) road = i;
    if (road < 0 || i - road > 40 || !((SIGNS[text.charCodeAt(i - 1)] as number) & NUMERAL) || !isFlatUnit(text, i)) continue;
    let end = i + 1;
    while (end < text.length && (NUMERALS.includes(text.charAt(end)) || '-楼单元室号层幢栋'.includes(text.charAt(end)))) end++;
    report({ start: Math.max(start, road - 30), end, kind: 'address' });
    start = road = -1;
    i = end - 1;
  }
};

/** Before 住所: a firm's, which is public (公司法: 公司住所). */
const OF_FIRMS = /(?:公司|企业|单位|机构|注册|法定|登记|经营|营业|当事人|店|厂|社)的?$/;

const findByWords = (text: string, pattern: RegExp, person: boolean, report: Report): void => {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (!person && match[0].startsWith('住所') && OF_FIRMS.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    report({ start: end - (match[1] as string).length, end, kind: 'address' });
  }
};

/** Reports home addresses; `person`: the record is a natural person's. */
export const findAddresses = (text: string, person: boolean, report: Report): void => {
  findByWords(text, person ? ANY : HOME, person, report);
  findLivingAt(text, report);
  if (person) findFlats(text, report);
};

/**
 * Words that say what the number after them is. A number that could be anything (批号, 许可证编号) is hidden only behind one of them.
 * Sources: 浙江省行政处罚结果信息网上公开暂行办法 (domain §2.4): 家庭住址、通信方式、身份证号码、银行账号; 2015/16 fill notes: 护照号, 证件号码.
 */
import { BEGINS_UNIT, ENDS_LABEL, ENDS_WORDS, isAt } from './sorts.js';
import type { PersonalNumberKind } from './span.js';
import { WordEnds } from './word-ends.js';

interface NumberWord {
  readonly kind: PersonalNumberKind;
  /** The words, at the end of what stands before the number; `_` is white space. */
  readonly words: string;
  /** So many digits and masks at least make a number behind them. */
  readonly least: number;
  readonly most: number;
}

export const NUMBER_WORDS: readonly NumberWord[] = [
  { kind: 'resident-id', words: '身份证 身份号码 居民证 身份号 身份id sfz sfzh idcard idno id_no', least: 10, most: 40 },
  // 许可证件号 is a licence's.
  { kind: 'resident-id', words: '证件号', least: 10, most: 40 },
  { kind: 'phone', words: '电话 手机 传真 联系方式 联系号码 座机 短号 tel phone mobile fax', least: 7, most: 16 },
  { kind: 'bank', words: '账号 帐号 账户 帐户 卡号 银行卡 存折 储蓄卡 信用卡 支付宝', least: 8, most: 40 },
  { kind: 'passport', words: '护照 通行证 台胞证 回乡证 居留证 居留身份证 军官证 士兵证 警官证 军人证 文职证', least: 7, most: 20 },
  { kind: 'passport', words: '档案编号 社保号 社保卡 医保卡 医保号 住院号 门诊号 就诊号 就诊卡 病历号 病案号 学籍号 准考证号', least: 7, most: 24 },
];
const CERTIFICATE_NUMBER = 1 << 1;

/** A character or more of each of the words above that is not written in letters, to be looked for first (feed/plain/glance.ts). */
export const NUMBER_WORD_SIGNS = '证号码话机真式座卡户折宝照';

const WORDS = new WordEnds(NUMBER_WORDS.map(({ words }) => words));

/** Between the word and the number: “号码（本人）为：”, “：”. No stop, no digit, and not far. */
const MOST_BETWEEN = 10;

/** Which words say what a number of so many signs is that stands behind a stretch of a text; undefined where none does. */
export const wordBefore = (text: string, from: number, to: number, length: number): NumberWord | undefined => {
  let found = 0;
  for (let end = to; end > from && end >= to - MOST_BETWEEN; end--) {
    const words = WORDS.at(text, from, end);
    const isOfLicence = words & CERTIFICATE_NUMBER && end - 4 >= from && text.charCodeAt(end - 4) === 0x53ef;
    found |= isOfLicence ? words & ~CERTIFICATE_NUMBER : words;
    if (isAt(text, end - 1, ENDS_WORDS)) break;
  }
  for (let row = 0; found >> row; row++) {
    const word = NUMBER_WORDS[row] as NumberWord;
    if ((found >> row) & 1 && length >= word.least) return word;
  }
  return undefined;
};

/** Of goods, papers and firms: no account's, however long the number behind them. */
const PUBLIC_NUMBER = new RegExp('(?:订单|运单|快递单?|物流单?|流水|批|追溯|监管|条形?|序列|货|合同|备案|许可证?|执照|登记|注册|案件|文书|发票|票据|报关单?'
  + '|箱|识别)(?:编?号码?|编码|码|代码|代号)[为是]?[:：]?\\s?$');
export const isPublicNumber = (text: string, from: number, to: number): boolean => isAt(text, to - 1, ENDS_LABEL)
  && PUBLIC_NUMBER.test(text.slice(from, to));

/** Letters directly before a number that make it no certificate's: Tel13800000000, ID999999…. */
const PREFIX_WORDS = new WordEnds(['tel phone mobile mob cell call fax wechat weixin whatsapp wx vx qq id sfz sfzh idcard dh sj sjh lxdh']);

/** A letter in front makes it a certificate's number (JY…, SC…), but for those. */
export const endsInLetter = (text: string, from: number, to: number): boolean => {
  if (to <= from) return false;
  const code = text.charCodeAt(to - 1) | 0x20;
  return code >= 0x61 && code <= 0x7a && PREFIX_WORDS.at(text, from, to) === 0;
};

/** What makes an amount or a quantity of a number. */
const UNITS = /^\s*(?:万|亿|元|％|%|吨|米|平方|平米|公斤|千克|克|升|个|台|件|箱|份|亩|株|只|㎡|m2|m3|kg)/i;
const LONGEST_UNIT = 6;

export const isQuantity = (text: string, at: number): boolean => isAt(text, at, BEGINS_UNIT)
  && UNITS.test(text.slice(at, at + LONGEST_UNIT));

/**
 * Words that say what the number after them is. A number that could be anything (批号, 许可证编号) is hidden only behind one of them.
 * Sources: 浙江省行政处罚结果信息网上公开暂行办法 (domain §2.4): 家庭住址、通信方式、身份证号码、银行账号; 2015/16 fill notes: 护照号, 证件号码.
 */
import type { PersonalNumberKind } from './span.js';

interface NumberWord {
  readonly kind: PersonalNumberKind;
  /** The words, at the end of what stands before the number. */
  readonly words: RegExp;
  /** So many digits and masks at least make a number behind them. */
  readonly least: number;
  readonly most: number;
}

// Between the word and the number: “号码（本人）为：”, “：”. No stop, and not far.
const BETWEEN = '[^\\d，,。；;、]{0,10}';
const after = (words: string): RegExp => new RegExp(`(?:${words})${BETWEEN}$`, 'i');

export const NUMBER_WORDS: readonly NumberWord[] = [
  { kind: 'resident-id', words: after('身份证|身份号码|居民证|(?:^|[^可])证件号|身份号|身份ID|sfzh?|idcard|id\\s?no'), least: 10, most: 40 },
  { kind: 'phone', words: after('电话|手机|传真|联系方式|联系号码|座机|短号|tel|phone|mobile|fax'), least: 7, most: 16 },
  { kind: 'bank', words: after('账号|帐号|账户|帐户|卡号|银行卡|存折|储蓄卡|信用卡|支付宝'), least: 8, most: 40 },
  { kind: 'passport', words: after('护照|通行证|台胞证|回乡证|居留证|居留身份证|军官证|士兵证|警官证|军人证|文职证'), least: 7, most: 20 },
  { kind: 'passport', words: after('档案编号|社保号|社保卡|医保卡|医保号|住院号|门诊号|就诊号|就诊卡|病历号|病案号|学籍号|准考证号'), least: 7, most: 24 },
];

/** Of goods, papers and firms: no account's, however long the number behind them. */
export const PUBLIC_NUMBER = new RegExp('(?:订单|运单|快递单?|物流单?|流水|批|追溯|监管|条形?|序列|货|合同|备案|许可证?|执照|登记|注册|案件|文书|发票|票据|报关单?'
  + '|箱|识别)(?:编?号码?|编码|码|代码|代号)[为是]?[:：]?\\s?$');

/** A character or more of each of the words above, to be looked for first: most numbers stand behind none of them. */
export const NUMBER_WORD_SIGNS = '证号码话机真式座卡户折宝照';
export const ANY_NUMBER_WORD = new RegExp(`[${NUMBER_WORD_SIGNS}]|tel|phone|mobile|fax|sfz|id`, 'i');

/** Letters directly before a number that make it no certificate's: Tel13800000000, ID999999…. */
export const PREFIX_WORDS = /(?:tel|phone|mobile|mob|cell|call|fax|wechat|weixin|whatsapp|wx|vx|qq|id|sfzh?|idcard|dh|sj|sjh|lxdh)$/i;

/** What makes an amount or a quantity of a number. */
export const UNITS = /^\s*(?:万|亿|元|％|%|吨|米|平方|平米|公斤|千克|克|升|个|台|件|箱|份|亩|株|只|㎡|m2|m3|kg)/i;

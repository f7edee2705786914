/** Amounts in figures, in words and with units → 万元. */

/** Characters: what is longer is a sentence, not an amount. */
const LONGEST = 80;

// Signs and words that stand around an amount and say nothing about it: 罚款人民币5000.00元整（大写）.
const AROUND = /[,，\s¥￥'"=`]|人民币|RMB|CNY|[(（](?:大写|小写)[)）]/gi;
const BEFORE = /^(?:处以?|并处|行政|罚款|罚没款?|没收|违法所得|非法财物|金额|大写|小写|合计|总计|共计?|为|[:：])+/;
const SUM = /(?:合计|总计|共计?)(?=[\d零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾])/;

const DIGITS = '零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖';
const DIGIT_VALUES = [0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9];
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const COINS: Readonly<Record<string, number>> = { 元: 1, 圆: 1, 圓: 1, 块: 1, 角: 0.1, 分: 0.01 };

/** A unit alone (万元) is no amount. */
const NUMERAL = /[\d零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾]/;

/** 壹万贰仟, 3万5千, 五千元伍角 in 元; undefined where the text is no number. */
const inYuanOf = (text: string): number | undefined => {
  let total = 0;
  /** Below 万. */
  let section = 0;
  let digit: number | undefined;
  let coins = 0;
  let paid = false;
  /** The last 万 or 亿. */
  let before = 0;
  for (const token of text.match(/\d+(?:\.\d+)?|[^\d]/g) as RegExpMatchArray) {
    const value = /^\d/.test(token) ? Number(token) : DIGIT_VALUES[DIGITS.indexOf(token)];
    const unit = UNITS[token];
    const group = GROUPS[token];
    const coin = COINS[token];
    if (value !== undefined) {
      if (digit) return undefined;
      digit = value;
    } else if (unit && !paid) {
      section += (digit ?? (unit === 10 ? 1 : Number.NaN)) * unit;
      digit = undefined;
    } else if (group && !paid) {
      // 三千万亿 is one number of 亿, 一亿三百万 has two parts; 3万5万 is none.
      if (group === before) return undefined;
      const part = section + (digit ?? 0);
      total = group > before ? (total + part) * group : total + part * group;
      [section, digit, before] = [0, undefined, group];
    } else if (coin) {
      coins += coin === 1 ? total + section + (digit ?? 0) : (digit ?? Number.NaN) * coin;
      [total, section, digit, paid] = [0, 0, undefined, true];
    } else {
      return undefined;
    }
  }
  // Figures behind the last unit: 3万5 says nothing certain, 3万零5元 does.
  if (digit && (paid || total + section)) return undefined;
  return total + section + (digit ?? 0) + coins;
};

/** An amount as text, without what stands around it. */
const bare = (value: string): string => {
  const text = value.normalize('NFKC').replace(AROUND, '');
  // 500元/人，共1000元: the sum.
  const sums = text.split(SUM);
  return (sums[sums.length - 1] as string).replace(BEFORE, '').replace(/[整正]$|[。;；]$/g, '');
};

/** What says the sum again: 伍仟元（5000.00）, 0.5万元（5000元）, or names its unit: 5000（元）. */
const BRACKETED = /^([^()（）]{1,60})[(（]([^()（）]{1,60})[)）]([^()（）]{0,10})$/;
const UNIT_ALONE = /^(?:单位[:：]?)?(?:人民币)?(百?千?万?元)$/;

/** A text that names one sum twice comes to it; two different ones say nothing certain. */
const withoutBrackets = (value: string): string | undefined => {
  const [, outside = '', inside = '', after = ''] = BRACKETED.exec(value) ?? [];
  if (!outside || /^\s*(?:大写|小写)\s*$/.test(inside)) return value;
  const unit = UNIT_ALONE.exec(inside.trim())?.[1];
  if (unit) return outside + unit;
  if (!NUMERAL.test(inside)) return outside + after;
  const sum = parseAmount(outside + after);
  return sum !== undefined && (parseAmount(inside, true) === sum || parseAmount(inside) === sum) ? outside + after : undefined;
};

/** A sign of money, but no unit: in a column of 万元 a large sum is rather one of 元. */
const MONEY = /[¥￥]|人民币|RMB|CNY/i;
const LEAST_YUAN = 100;

/**
 * An amount in 万元, at most six decimals; undefined where there is none or it can't be read.
 * The national columns are in 万元 (domain §1.6, trap 7); a text that says 元, or a column that does, is converted.
 */
export function parseAmount(value: unknown, inYuan = false): number | undefined {
  const given = typeof value === 'number' ? String(value) : value;
  if (typeof given !== 'string' || given.length > LONGEST) return undefined;
  const one = withoutBrackets(given);
  if (one === undefined) return undefined;
  const text = bare(one);
  const isPlain = /^\d{1,15}(?:\.\d+)?(?:e[-+]?\d{1,2})?$/i.test(text);
  // 五千 in a column of 万元 may be either; with 元 or 万 it says what it is.
  const yuan = isPlain ? Number(text) * (inYuan ? 1 : 1e4) : NUMERAL.test(text) && /[元圆圓块万萬亿億]/.test(text) ? inYuanOf(text) : undefined;
  if (yuan === undefined || !(yuan < 1e15)) return undefined;
  if (isPlain && !inYuan && Number(text) >= LEAST_YUAN && MONEY.test(given)) return undefined;
  return Math.round(yuan * 100) / 1e6;
}

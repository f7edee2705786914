/** How texts are compared. */
export type Compare<T> = (a: T, b: T) => number;

/** By UTF-16 code units, as ISO dates are. */
export const compareCodeUnits: Compare<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

let collator: Compare<string> | undefined;

/** Pinyin order, numbers by value (2号 before 10号). Made when first needed: it is slow to make. */
export const pinyinOrder = (): Compare<string> =>
  (collator ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true }).compare);

/** How many records there are, where an answer is a page of them. */
import { isPlainObject } from '../model/config.js';

/** The value at a path such as `data.total`. */
export const valueAt = (root: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (isPlainObject(value) ? value[key] : undefined), root);

export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? Math.trunc(number) : undefined;
};

/** Names of a total in records, without separators; one in pages (`totalPages`) is none. */
const TOTAL = /^(total(count|records?|num|elements|hits|rows|size)?|(row|record)?count|(records|items)(total|filtered)|numfound)$/i;

/** A total by its name, the nearest to the top. */
export function findTotal(root: unknown): number | undefined {
  let level: readonly unknown[] = [root];
  for (let depth = 0; depth < 4; depth++) {
    const objects = level.filter(isPlainObject);
    for (const object of objects) {
      const key = Object.keys(object).find((name) => TOTAL.test(name.replace(/[_-]/g, '')) && numberOf(object[name]) !== undefined);
      if (key) return numberOf(object[key]);
    }
    level = objects.flatMap((object) => Object.keys(object).map((key) => object[key]));
  }
  return undefined;
}

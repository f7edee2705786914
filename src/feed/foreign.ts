/** Documents without a record that we know, said to the webmaster with the keys that stand in them. */
import { FeedFailure, type FailureCode } from '../model/failure.js';

const fail = (code: FailureCode, detail: string): FeedFailure => new FeedFailure({ code, detail });

/** Keys named to the webmaster where no record was found. */
const MOST_KEYS = 20;

/** Keys as they may be repeated: names of columns, never numbers or texts. */
const namesAmong = (keys: Iterable<string>): string[] =>
  [...keys].filter((key) => /^[\p{L}_$][\p{L}\p{N}_.$:/（）()-]{0,40}$/u.test(key) && !/\d{6}/.test(key)).slice(0, MOST_KEYS);

const HOW = '请用配置项 mapping 说明字段。';

/** The failure where a document holds no record that we know. */
export function unknownShape(root: unknown, keys: Iterable<string>, total: number | undefined): FeedFailure {
  const names = hasBareRows(root) ? [] : namesAmong(keys);
  const seen = names.length ? `数据中的字段有 ${names.join('、')}。` : '';
  const count = total ? `数据自称共 ${total} 条，但` : '';
  if (!seen && hasBareRows(root)) {
    return fail('shape', `${count}记录是没有字段名的数组，不知道各列是什么。请让接口返回带字段名的对象，或另附列名（如 columns）。`);
  }
  return fail('shape', `${count}没有找到公示记录。${seen}${HOW}`);
}

/** Whether a document holds lists of lists: rows without the names of their columns. */
const hasBareRows = (value: unknown, depth = 0): boolean => {
  if (depth > 6 || typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value) && Array.isArray(value[0]) && value[0].length > 1) return true;
  return Object.values(value).some((item) => hasBareRows(item, depth + 1));
};

/** Records there were, but none that could be taken. */
export function noneTaken(rows: number, rejected: string, keys: Iterable<string>): FeedFailure {
  const seen = namesAmong(keys);
  const names = seen.length ? `数据中的字段有 ${seen.join('、')}。${HOW}` : '';
  return fail('shape', `读到 ${rows} 条，但都不能采用（${rejected}）。${names}`);
}

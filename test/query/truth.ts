/** What a search finds by looking at every record, and searches as people make them and as they never would. */
import type { SgsRecord } from '../../src/model/record.js';
import { normalizeText, terms } from '../../src/query/normalize.js';
import type { Slice } from '../../src/query/page.js';
import type { Query, SortField } from '../../src/query/query.js';
import { query } from './records.js';

const NOT_SEARCHED = ['id', 'kind', 'status'];

const partsOf = (record: SgsRecord): readonly string[] => [
  ...Object.entries(record).flatMap(([key, value]) => (typeof value === 'string' && !NOT_SEARCHED.includes(key) ? [value] : [])),
  ...record.category, ...record.extra.map(({ value }) => value),
];

const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** One list's order: empty values last, newest first among equals, and then as they came. */
function sorted(records: readonly SgsRecord[], field: SortField, descending: boolean): readonly SgsRecord[] {
  const valueOf = (record: SgsRecord): string => (field === 'category' ? record.category.join('、') : record[field] ?? '');
  const isDate = field === 'decidedOn' || field === 'publicUntil';
  const byDate = (x: string, y: string): number => (x === y ? 0 : x < y ? -1 : 1);
  return records.map((record) => ({ record, value: valueOf(record), date: record.decidedOn ?? '' })).sort((a, b) => {
    if (!a.value !== !b.value) return a.value ? -1 : 1;
    const order = isDate ? byDate(a.value, b.value) : pinyin.compare(a.value, b.value);
    return (descending ? -order : order) || byDate(b.date, a.date);
  }).map(({ record }) => record);
}

/** Pages of a naive scan. Only what does not depend on a query is kept: normalized texts, and records in order. */
export function createTruth(records: readonly SgsRecord[]): (query: Query) => Slice {
  const texts = new Map(records.map((record) => [record, partsOf(record).map(normalizeText).join('\n')]));
  const orders = new Map<string, readonly SgsRecord[]>();
  return (asked) => {
    const { q, kind, category, department, year, from, to, sort, descending, size } = asked;
    const key = [kind, sort, descending].join();
    const order = orders.get(key) ?? sorted(records.filter((record) => record.kind === kind), sort, descending);
    orders.set(key, order);
    const words = terms(q);
    const found = order.filter((record) => words.every((word) => texts.get(record)?.includes(word))
      && (!category || record.category.includes(category))
      && (!department || record.authority === department)
      && (!year || record.decidedOn?.startsWith(year))
      && (!from || (record.decidedOn ?? '') >= from)
      && (!to || (record.decidedOn !== undefined && record.decidedOn <= to)));
    const pages = Math.max(1, Math.ceil(found.length / size));
    const page = Math.min(asked.page, pages);
    return { rows: found.slice((page - 1) * size, page * size), total: found.length, page, pages, size };
  };
}

/** So many queries about some records. The order changes now and then, as with people. @param next random, from 0 to 1 */
export function someQueries(records: readonly SgsRecord[], count: number, next: () => number): readonly Query[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const part = (text: string, length: number): string => {
    const at = Math.floor(next() * Math.max(1, text.length - length + 1));
    return text.slice(at, at + length);
  };
  let sort: SortField = 'decidedOn';
  let descending = true;
  return Array.from({ length: count }, () => {
    const record = pick(records);
    const { decidedOn = '', authority = '' } = record;
    const word = (): string => {
      const text = pick(partsOf(record));
      return pick([
        () => part(text, 1), () => part(text, 2), () => part(text, 3), () => part(text, 4 + Math.floor(next() * 8)), () => text,
        () => text.toLowerCase(), () => part(text, 2) + part(text, 2),
        () => pick(['公司', '有限公司', '2024', '号', '0', 'a', '青岚市', '食品', '没有这个词', '〔2025〕', '（', '9134']),
      ])();
    };
    if (next() < 0.03) [sort, descending] = [
      pick(['decidedOn', 'decidedOn', 'title', 'subjectName', 'documentNumber', 'publicUntil', 'category']),
      next() < 0.5,
    ];
    return query({
      kind: record.kind, sort, descending,
      q: pick([() => '', word, word, word, word, () => `${word()} ${word()}`, () => `${word()}　${word()} ${word()}`])(),
      ...(next() < 0.15 && { category: pick(record.category) }),
      ...(next() < 0.15 && { department: authority }),
      ...(next() < 0.15 && { year: decidedOn.slice(0, 4) }),
      ...(next() < 0.15 && { from: decidedOn }),
      ...(next() < 0.15 && { to: pick(records).decidedOn ?? '' }),
      page: next() < 0.7 ? 1 : pick([2, 3, 7, 100, 100_000]),
      size: pick([5, 10, 20]),
    });
  });
}

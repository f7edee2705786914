/**
 * Gaps in the document numbers of a series (青市监罚〔2026〕1, 2, 4号): a hint for whoever looks closer, and no charge. Numbers are
 * skipped for good reasons, too: withdrawn drafts, decisions that may not be published.
 */
export interface SeriesGap {
  /** 青市监罚〔2026〕…号 */
  readonly series: string;
  /** The first of them, as ranges: 3, 5–7. */
  readonly numbers: readonly (readonly [from: number, to: number])[];
  readonly count: number;
}

/** Ranges of one gap that are named. */
const NAMED = 10;
/** A series of fewer numbers says nothing. */
const LEAST = 5;

/** What stands before the number, with the year; the number; what stands behind. */
const NUMBER = /^(\D{0,40}((?:19|20)\d\d)\D{1,3})0*(\d{1,6})(号.{0,10})?$/;

interface Series {
  readonly numbers: Set<number>;
  /** How its name is written, at first. */
  readonly name: string;
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/第(?=\d)/, '');

/**
 * @param numbers all that a department's feed names
 * @param explained numbers that a ledger has: what becomes of them is known
 * @param since the first year judged, `YYYY`: older publicity ends decision by decision, and leaves gaps
 */
export function seriesGaps(numbers: readonly string[], explained: readonly string[], since: string): readonly SeriesGap[] {
  const all = new Map<string, Series>();
  const add = (documentNumber: string, isNew: boolean): void => {
    const [, head = '', year = '', digits = '', tail = ''] = NUMBER.exec(fold(documentNumber)) ?? [];
    if (!digits || year < since) return;
    const key = `${head.replace(/[^\p{L}\p{N}]/gu, '')} ${tail}`;
    const name = `${head.replace(/[[(【〔]?(\d{4})[\])】〕]?/, '〔$1〕')}…${tail}`;
    const known = all.get(key) ?? (isNew ? { numbers: new Set<number>(), name } : undefined);
    if (!known) return;
    all.set(key, known);
    known.numbers.add(Number(digits));
  };
  for (const one of numbers) add(one, true);
  const own = new Map([...all].map(([key, series]) => [key, series.numbers.size]));
  for (const one of explained) add(one, false);
  return [...all].flatMap(([key, { name, numbers: known }]): readonly SeriesGap[] => {
    const sorted = [...known].sort((a, b) => a - b);
    const ranges = sorted.slice(1).flatMap((number, at): readonly (readonly [number, number])[] => {
      const before = sorted[at] as number;
      return number - before > 1 ? [[before + 1, number - 1]] : [];
    });
    const count = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    // More gaps than numbers: several offices share the series, and each has its own feed.
    const isNothing = (own.get(key) ?? 0) < LEAST || count === 0 || count > known.size;
    return isNothing ? [] : [{ series: name, numbers: ranges.slice(0, NAMED), count }];
  }).sort((a, b) => a.series.localeCompare(b.series, 'zh-CN'));
}

/** `青市监罚〔2026〕…号 3、5–7` */
export const gapText = ({ series, numbers, count }: SeriesGap): string => {
  const named = numbers.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return `${series} ${numbers.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')}${
    named < count ? ` 等 ${count} 个` : ''}`;
};

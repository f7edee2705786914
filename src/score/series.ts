/**
 * Gaps in the document numbers of a series (青市监罚〔2026〕1, 2, 4号): a hint that something is missing, and no more than that.
 * Numbers are skipped for good reasons, too.
 */
export interface SeriesGap {
  /** 青市监罚〔2026〕…号 */
  readonly series: string;
  /** The first of them. */
  readonly numbers: readonly number[];
  readonly count: number;
}

/** Numbers of one gap that are named. */
const NAMED = 20;
/** A series of fewer numbers says nothing. */
const LEAST = 5;

/** What stands before the number, with the year; the number; what stands behind. */
const NUMBER = /^(.*\d{4}\D{1,2})(?:第)?0*(\d{1,6})(号?.*)$/;

export interface SeriesReader {
  add(documentNumber: string): void;
  gaps(): readonly SeriesGap[];
}

export function createSeries(): SeriesReader {
  const series = new Map<string, Set<number>>();
  return {
    add: (documentNumber) => {
      const [, head = '', digits = '', tail = ''] = NUMBER.exec(documentNumber.normalize('NFKC')) ?? [];
      if (!digits) return;
      const name = `${head}…${tail}`;
      series.set(name, (series.get(name) ?? new Set<number>()).add(Number(digits)));
    },
    gaps: () => [...series].flatMap(([name, numbers]): readonly SeriesGap[] => {
      const last = Math.max(...numbers);
      const first = Math.min(...numbers);
      const count = last - first + 1 - numbers.size;
      // More gaps than numbers: several offices share the series, and each has its own feed.
      if (numbers.size < LEAST || count === 0 || count > numbers.size) return [];
      const missing: number[] = [];
      for (let n = first; n < last && missing.length < NAMED; n++) if (!numbers.has(n)) missing.push(n);
      return [{ series: name, numbers: missing, count }];
    }),
  };
}

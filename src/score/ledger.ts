/** 全面性: decisions made (台账) against decisions published. Each figure's numerator and denominator stand in `LedgerFigures`. */
import type { LedgerGroup } from '../locale/score-words.js';
import { CALENDAR, type Calendar } from '../rules/calendar.js';
import { publishedInTime } from '../rules/certain.js';
import type { LedgerRow } from './ledger-rows.js';
import { monthOf } from './months.js';
import { emptyCounts, type Fix, type Published, type Tally } from './tally.js';

export interface LedgerFigures {
  /** 应公示: decisions of the ledger that may be published and whose seven working days are over, or that are published already. */
  readonly due: number;
  /** 已公示: those of them that stand in the feed, or stood there until their publicity ended. */
  readonly published: number;
  /** 迟报: those published after seven working days; without a date that proves it, too. */
  readonly late: number;
  /** 漏报（瞒报）: due and not published. */
  readonly missing: number;
  /** 合规率: (已公示 − 迟报) ÷ 应公示, percent with one decimal; `null`: nothing is due. */
  readonly compliance: number | null;
  /** 退回: those missing that were handed in and set aside, for an error or for being unclear. */
  readonly refused: number;
  /** 入库率: 已公示 ÷ (已公示 + 退回), percent with one decimal; `null`: nothing was handed in. */
  readonly stored: number | null;
}

/** One decision of the ledger and what became of it. */
export interface LedgerCase extends LedgerRow {
  readonly state: 'in-time' | 'late' | 'missing';
  /** It was handed in, and not taken. */
  readonly refused: boolean;
}

/** Figures of one kind, county, department or month. */
export interface LedgerSplit {
  readonly by: LedgerGroup;
  readonly name: string;
  readonly figures: LedgerFigures;
}

const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replace(/[[〔【(]/g, '(').replace(/[\]〕】)]/g, ')');

/** A masked name is nobody's in particular. */
const agrees = (a: string, b: string): boolean => !a || !b || /[某*＊]/.test(b) || fold(a) === fold(b);

export interface Feed {
  readonly name: string;
  readonly published: readonly Published[];
}

/**
 * Looks each decision up in its department's feeds; where the ledger names no department that is judged, in all of them.
 * @param today ISO: what can still be published in time is not due yet
 */
export function judgeLedger(
  rows: readonly LedgerRow[], feeds: readonly Feed[], today: string, calendar: Calendar = CALENDAR,
): readonly LedgerCase[] {
  const byNumber = new Map<string, (Published & { readonly of: string })[]>();
  for (const { name, published } of feeds) {
    for (const one of published) {
      const key = fold(one.number);
      const known = byNumber.get(key);
      if (known) known.push({ ...one, of: name });
      else byNumber.set(key, [{ ...one, of: name }]);
    }
  }
  const judged = new Set(feeds.map(({ name }) => name));
  const seen = new Set<string>();
  return rows.flatMap((row): readonly LedgerCase[] => {
    const key = JSON.stringify([row.department, fold(row.documentNumber), fold(row.subjectName)]);
    if (row.exempt || seen.has(key)) return [];
    seen.add(key);
    const known = (byNumber.get(fold(row.documentNumber)) ?? []).filter(
      ({ subjectName, of }) => agrees(row.subjectName, subjectName) && (!judged.has(row.department) || of === row.department),
    );
    // Handed in twice, wrong and right, it is taken.
    const found = known.find(({ refused }) => !refused) ?? known[0];
    const department = judged.has(row.department) ? row.department : found?.of ?? row.department;
    // The ledger's own date counts: that of the feed may be made to fit.
    const decidedOn = row.decidedOn || (found?.decidedOn ?? '');
    const base: LedgerRow = { ...row, department, decidedOn, kind: row.kind || (found?.kind ?? '') };
    if (!found || found.refused) {
      const isDue = !row.decidedOn || publishedInTime(row.decidedOn, today, calendar) === 'late';
      return isDue ? [{ ...base, state: 'missing', refused: found !== undefined }] : [];
    }
    const untrue = !found.publishedOn || found.publishedOn < decidedOn || found.publishedOn > today;
    const late = !found.ended && (untrue || publishedInTime(decidedOn, found.publishedOn, calendar) === 'late');
    return [{ ...base, state: late ? 'late' : 'in-time', refused: false }];
  });
}

export function figuresOf(cases: readonly LedgerCase[]): LedgerFigures {
  const count = (state: LedgerCase['state']): number => cases.filter((one) => one.state === state).length;
  const [inTime, late, missing] = [count('in-time'), count('late'), count('missing')];
  const published = inTime + late;
  const refused = cases.filter((one) => one.refused).length;
  const due = published + missing;
  // Never rounded up to a threshold that is not reached.
  const share = (part: number, whole: number): number | null => (whole ? Math.floor((part / whole) * 1000) / 10 : null);
  return { due, published, late, missing, compliance: share(inTime, due), refused, stored: share(published, published + refused) };
}

/** All together, and by kind, county, department and month; what the ledger does not say has an empty name. */
export function splitsOf(cases: readonly LedgerCase[]): readonly LedgerSplit[] {
  const groups: readonly (readonly [LedgerSplit['by'], (one: LedgerCase) => string])[] = [
    ['kind', ({ kind }) => kind],
    ['county', ({ county }) => county],
    ['department', ({ department }) => department],
    ['month', ({ decidedOn }) => monthOf(decidedOn)],
  ];
  return [
    { by: 'all', name: '', figures: figuresOf(cases) },
    ...groups.flatMap(([by, nameOf]) => {
      const names = [...new Set(cases.map(nameOf))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
      // A split that nothing is split by says nothing.
      return names.length > 1 || names[0]
        ? names.map((name) => ({ by, name, figures: figuresOf(cases.filter((one) => nameOf(one) === name)) }))
        : [];
    }),
  ];
}

/** Required fields of a decision of this department, on average: so many are open in one that is not published. */
const fieldsOf = ({ months }: Tally): number => {
  let [fields, decisions] = [0, 0];
  for (const { required, inTime, late, unknown, undated } of months.values()) {
    fields += required;
    decisions += inTime + late + unknown + undated;
  }
  return decisions ? Math.round(fields / decisions) : 1;
};

/** The readings with what is missing in them counted and named: neither in time nor complete, so that to hide is worse than late. */
export const withMissing = (tally: Tally, cases: readonly LedgerCase[]): Tally => {
  const missing = cases.filter(({ state }) => state === 'missing');
  if (!missing.length) return tally;
  const months = new Map(tally.months);
  const fields = fieldsOf(tally);
  for (const { decidedOn } of missing) {
    const month = monthOf(decidedOn);
    const counts = months.get(month) ?? emptyCounts();
    months.set(month, { ...counts, missing: counts.missing + 1, required: counts.required + fields });
  }
  const fixes = missing.map(({ row, documentNumber, decidedOn, kind, refused }): Fix => ({
    row, documentNumber, month: monthOf(decidedOn), dimension: 'timeliness', code: refused ? 'not-taken' : 'not-published',
    ...(kind && { kind }),
  }));
  return { ...tally, months, fixes: [...fixes, ...tally.fixes] };
};

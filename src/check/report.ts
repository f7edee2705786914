/** Findings of many rows as one report: counts of everything, a sample of each; no larger for a million rows than for ten. */
import type { Kind } from '../model/kinds.js';
import type { RejectedReason, WithheldReason } from '../model/outcome.js';
import { FINDINGS, type Finding, type FindingCode, type Severity } from './finding.js';
import type { Examined } from './examine.js';

/** All findings of one code. */
export interface FindingGroup {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly count: number;
  /** The first of them, with the kind of their rows. */
  readonly sample: readonly (Finding & { readonly kind?: Kind })[];
  /** The same by column and value, the most frequent first; each with its first places. */
  readonly same: readonly SameFindings[];
}

/** Findings that say the same in the same words. */
export interface SameFindings {
  readonly count: number;
  readonly sample: readonly (Finding & { readonly kind?: Kind })[];
}

export interface CheckReport {
  /** Entries: always shown + withheld + rejected. */
  readonly rows: number;
  readonly shown: number;
  readonly withheld: Readonly<Partial<Record<WithheldReason, number>>>;
  readonly rejected: Readonly<Partial<Record<RejectedReason, number>>>;
  /** Shown records of each kind. */
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  /** The gravest and most frequent first. */
  readonly findings: readonly FindingGroup[];
  readonly errors: number;
  readonly warnings: number;
  /** Fields that have to be filled in the records that are shown, and how many of them are. */
  readonly required: number;
  readonly filled: number;
  readonly timeliness: {
    readonly inTime: number;
    readonly late: number;
    readonly unknown: number;
    /** Working days from decision to publication; undefined where none is known. */
    readonly median?: number;
    readonly worst?: number;
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Different columns and values told apart of one code; the others are counted as one. */
const MOST_SAME = 100;
/** Places that are named of findings that say the same. */
const MOST_PLACES = 2;

const bump = <K extends PropertyKey>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** The middle one of values that are counted. */
const medianOf = (counts: ReadonlyMap<number, number>): number | undefined => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let passed = 0;
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    passed += count;
    if (passed * 2 >= total) return value;
  }
  return undefined;
};

type Kept = Finding & { readonly kind?: Kind };
interface Group {
  count: number;
  readonly sample: Kept[];
  readonly same: Map<string, { count: number; readonly sample: Kept[] }>;
}

/** Takes what was examined, one by one. @param most findings of one code that are kept as a sample; default 20 */
export function createReport(most = 20): {
  readonly add: (examined: Examined) => void;
  readonly addFinding: (finding: Finding, kind?: Kind) => void;
  readonly end: () => CheckReport;
} {
  const groups = new Map<FindingCode, Group>();
  const withheld: Partial<Record<WithheldReason, number>> = {};
  const rejected: Partial<Record<RejectedReason, number>> = {};
  const kinds: Partial<Record<Kind, number>> = {};
  const days = new Map<number, number>();
  const late = { 'in-time': 0, late: 0, unknown: 0 };
  let [rows, shown, required, filled] = [0, 0, 0, 0];

  const addFinding = (finding: Finding, kind?: Kind): void => {
    const group: Group = groups.get(finding.code) ?? { count: 0, sample: [], same: new Map() };
    groups.set(finding.code, group);
    group.count++;
    const kept = kind ? { ...finding, kind } : finding;
    if (group.sample.length < most) group.sample.push(kept);
    const { field = '', column = '', value = '', other = '', place } = finding;
    const key = [kind, field, column, value, other, place?.sheet].join('\0');
    const same = group.same.get(group.same.size < MOST_SAME || group.same.has(key) ? key : '') ?? { count: 0, sample: [] };
    if (!same.count) group.same.set(group.same.size < MOST_SAME ? key : '', same);
    same.count++;
    if (same.sample.length < MOST_PLACES) same.sample.push(kept);
  };

  return {
    addFinding,
    add: (examined) => {
      rows++;
      for (const finding of examined.findings) addFinding(finding, examined.kind);
      if (examined.outcome === 'withheld') bump(withheld, examined.reason as WithheldReason);
      else if (examined.outcome === 'rejected') bump(rejected, examined.reason as RejectedReason);
      else {
        shown++;
        bump(kinds, examined.kind as Kind);
        required += examined.required;
        filled += examined.filled;
        late[examined.late]++;
        if (examined.workingDays !== undefined) days.set(examined.workingDays, (days.get(examined.workingDays) ?? 0) + 1);
      }
    },
    end: () => {
      const findings = [...groups]
        .map(([code, { same, ...group }]): FindingGroup =>
          ({ code, severity: FINDINGS[code].severity, ...group, same: [...same.values()].sort((a, b) => b.count - a.count) }))
        .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count);
      const sum = (severity: Severity): number =>
        findings.reduce((total, group) => total + (group.severity === severity ? group.count : 0), 0);
      const median = medianOf(days);
      return {
        rows,
        shown,
        withheld,
        rejected,
        kinds,
        findings,
        errors: sum('error'),
        warnings: sum('warning'),
        required,
        filled,
        timeliness: {
          inTime: late['in-time'],
          late: late.late,
          unknown: late.unknown,
          ...(median !== undefined && { median, worst: Math.max(...days.keys()) }),
        },
      };
    },
  };
}

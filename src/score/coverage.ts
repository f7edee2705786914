/**
 * 全面性: what was decided against what was published, decision by decision.
 */
import type { Examined } from '../check/examine.js';
import type { Kind } from '../model/kinds.js';
import { calendarWith, type CalendarSetting } from '../rules/calendar-setting.js';
import { judgeTime } from '../rules/judge-time.js';
import type { LedgerRow } from './ledger.js';
import { monthOf } from './months.js';

/** What has become of a decision of the ledger. `pending`: its seven working days are not over, or may not be. */
export type LedgerState = 'in-time' | 'late' | 'missing' | 'pending' | 'exempt';

export interface LedgerDecision {
  readonly documentNumber: string;
  readonly kind: Kind | undefined;
  readonly county: string;
  /** Month of the decision; '' where neither ledger nor publication says. */
  readonly month: string;
  readonly state: LedgerState;
  /** Published without a fault of completeness or accuracy. */
  readonly correct: boolean;
}

export interface Coverage {
  /** 应公示 */
  readonly due: number;
  /** 已公示 */
  readonly published: number;
  readonly inTime: number;
  /** 迟报 */
  readonly late: number;
  /** 漏报/瞒报 */
  readonly missing: number;
  readonly correct: number;
  readonly pending: number;
  readonly exempt: number;
}

export const coverageOf = (decisions: readonly LedgerDecision[]): Coverage => {
  const count = (state: LedgerState): number => decisions.filter((one) => one.state === state).length;
  const [inTime, late, missing] = [count('in-time'), count('late'), count('missing')];
  return {
    due: inTime + late + missing, published: inTime + late, inTime, late, missing,
    correct: decisions.filter((one) => one.correct && (one.state === 'in-time' || one.state === 'late')).length,
    pending: count('pending'), exempt: count('exempt'),
  };
};

/** Numbers are typed in any width, with any brackets and spaces. */
export const foldNumber = (text: string): string => text.normalize('NFKC').replace(/[\s〔〕[\]()【】〈〉<>{}「」]/g, '').toUpperCase();

const foldName = (text: string): string => text.normalize('NFKC').replace(/[\s()·・,，]/g, '');

/** The ledger has the name in full, the publication a masked one (张某, 张*). */
export const isSameSubject = (held: string, published: string): boolean => {
  const [a, b] = [foldName(held), foldName(published)];
  return !a || !b || a === b || (/^.{1,2}[某*＊]/.test(b) && a.slice(0, 1) === b.slice(0, 1));
};

interface Published {
  readonly subjectName: string;
  readonly decidedOn: string;
  readonly late: boolean;
  readonly correct: boolean;
}

export interface Reconciler {
  /** Takes what a feed holds, one by one. @param correct nothing in it is wrong or missing */
  add(examined: Examined, correct: boolean): void;
  /** What was published once and is lawfully gone: by its number. */
  addGone(documentNumber: string): void;
  end(): readonly LedgerDecision[];
}

/** What was public in its time counts as published, even if it may not be shown any more. */
const WAS_PUBLIC = new Set(['expired', 'revoked', 'repaired']);

/** @param today ISO */
export function createReconciler(rows: readonly LedgerRow[], today: string, calendar?: CalendarSetting): Reconciler {
  const wanted = new Set(rows.map(({ documentNumber }) => foldNumber(documentNumber)));
  const names = new Set(rows.flatMap(({ documentNumber, subjectName }) => (documentNumber ? [] : [foldName(subjectName)])));
  const byNumber = new Map<string, Published[]>();
  const byName = new Map<string, Published[]>();
  const gone = new Set<string>();
  const days = calendarWith(calendar);

  /** The published record of a decision, which is taken out: one record is the proof of one decision only. */
  const take = ({ documentNumber, subjectName, decidedOn }: LedgerRow): Published | undefined => {
    const held = documentNumber ? byNumber.get(foldNumber(documentNumber)) : byName.get(foldName(subjectName));
    const at = (held ?? []).findIndex((one) => isSameSubject(subjectName, one.subjectName)
      && (documentNumber !== '' || !decidedOn || one.decidedOn === decidedOn));
    return at < 0 ? undefined : held?.splice(at, 1)[0];
  };

  const stateOf = (row: LedgerRow, published: Published | undefined): LedgerState => {
    if (row.exempt) return 'exempt';
    if (published) return published.late ? 'late' : 'in-time';
    if (row.documentNumber && gone.has(foldNumber(row.documentNumber))) return 'in-time';
    // Not there today: late already, or it can still be in time.
    return !row.decidedOn || judgeTime(row.decidedOn, today, days) === 'late' ? 'missing' : 'pending';
  };

  return {
    add: ({ outcome, reason, record, documentNumber, formerNumber, late, undated, decidedOn = '' }, correct) => {
      if (outcome === 'rejected' || (outcome === 'withheld' && !WAS_PUBLIC.has(reason ?? ''))) return;
      const number = foldNumber(record?.documentNumber ?? documentNumber ?? formerNumber ?? '');
      const subjectName = record?.subjectName ?? '';
      const one: Published = { subjectName, decidedOn, late: late === 'late' || undated === true, correct };
      if (number && wanted.has(number)) byNumber.set(number, [...byNumber.get(number) ?? [], one]);
      else if (names.has(foldName(subjectName))) byName.set(foldName(subjectName), [...byName.get(foldName(subjectName)) ?? [], one]);
    },
    addGone: (number) => void gone.add(foldNumber(number)),
    end: () => rows.map((row): LedgerDecision => {
      const published = take(row);
      const decidedOn = row.decidedOn || published?.decidedOn || '';
      return {
        documentNumber: row.documentNumber, kind: row.kind, county: row.county, month: decidedOn && monthOf(decidedOn),
        state: stateOf(row, published), correct: published?.correct === true,
      };
    }),
  };
}

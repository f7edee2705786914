/** When credit repair may be asked for: a row a rule, with the day from which it is in force. Without a stated grade nothing is said. */
import { monthsAfter, type LabelledText } from './end-of-publicity.js';
import { nameOfGrade, type GradeName } from './periods.js';

interface Shortest {
  readonly grade: GradeName;
  readonly inForce: string;
  readonly months: number;
}

/**
 * The shortest publicity of each grade, the newest rule first: before its end repair can't be asked for. 轻微 has none: it may
 * be repaired as soon as the duties are fulfilled, a day that no feed states. Sources: 国家发展改革委令第36号 (2025, in force
 * 2026-04-01; domain §2.2); 发改办财金〔2019〕527号 (domain §2.2; its day in force from memory).
 */
const SHORTEST: readonly Shortest[] = [
  { grade: '一般', inForce: '2026-04-01', months: 3 },
  { grade: '严重', inForce: '2026-04-01', months: 12 },
  { grade: '一般', inForce: '2019-07-01', months: 3 },
  { grade: '严重', inForce: '2019-07-01', months: 6 },
];

/**
 * The first day on which repair may be asked for, ISO; undefined where that would be a guess: no day of the decision, no grade, one
 * that has no shortest period, or several that differ. Counted from the decision (令36号).
 */
export function repairableFrom(decidedOn: string | undefined, grades: readonly LabelledText[], today: string): string | undefined {
  const names = new Set(grades.map(({ text }) => nameOfGrade(text, today)));
  const [name] = names;
  const rule = names.size === 1 ? SHORTEST.find(({ grade, inForce }) => grade === name && today >= inForce) : undefined;
  return decidedOn && rule && monthsAfter(decidedOn, rule.months);
}

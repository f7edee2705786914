/**
 * How long a penalty is public where a feed gives only the grade of the failing: the longest period, after which publicity
 * stops by itself. A row a rule, with the day from which it is in force. Sources: 国家发展改革委令第36号 (2025); 发改办财金
 * 〔2019〕527号 (domain §2.2; its day in force from memory).
 */
const PERIODS: readonly (readonly [grade: RegExp, inForce: string, months: number])[] = [
  [/轻微/, '2026-04-01', 3],
  [/一般/, '2019-07-01', 12],
  [/严重/, '2019-07-01', 36],
];

/** Months of publicity of a grade in words; undefined where none is laid down. Numbers are each province's own and say nothing. */
export const monthsOfGrade = (grade: string, today: string): number | undefined =>
  PERIODS.find(([words, inForce]) => words.test(grade) && today >= inForce)?.[2];

/**
 * How long a penalty may be public: the longest period of each grade of the failing, after which publicity stops by itself.
 * A row a rule, with the day from which it is in force. Sources: 国家发展改革委令第36号 (2025, in force 2026-04-01); 发改办财金
 * 〔2019〕527号 (domain §2.2; its day in force from memory).
 */
interface Grade {
  /** The whole word: 非严重, 较严重 are others. */
  readonly words: RegExp;
  readonly inForce: string;
  readonly months: number;
  /** Months after which repair may be asked for at the earliest; 0: as soon as the duties are fulfilled. */
  readonly repairAfter: number;
  /** In principle not published at all; where it has to be, no longer than its months. */
  readonly withheld?: boolean;
}

const GRADES: readonly Grade[] = [
  { words: /^轻微/, inForce: '2026-04-01', months: 3, repairAfter: 0, withheld: true },
  { words: /^一般/, inForce: '2019-07-01', months: 12, repairAfter: 3 },
  { words: /^严重/, inForce: '2019-07-01', months: 36, repairAfter: 12 },
];

/** What may follow a grade: 一般失信行为, 严重（失信）, 轻微等级. */
const AROUND = /[\s()（）]|失信|违法|行为|程度|等级|情节|类别|级|类/g;

/** Of any penalty, whatever its grade: 令36号, before it 527号. */
export const LONGEST_MONTHS = 36;

const gradeOf = (grade: string, today: string): Grade | undefined => {
  const word = grade.normalize('NFKC').replace(AROUND, '');
  return GRADES.find(({ words, inForce }) => words.test(word) && word.length === 2 && today >= inForce);
};

/** Months of publicity of a grade in words; undefined where none is laid down. Numbers are each province's own and say nothing. */
export const monthsOfGrade = (grade: string, today: string): number | undefined => gradeOf(grade, today)?.months;

/** 令36号 lays down the shortest periods anew; before it they were other ones. */
const REPAIR_IN_FORCE = '2026-04-01';

/** Months after the decision from which on repair may be asked for; undefined where none is laid down. */
export const repairAfterMonths = (grade: string, today: string): number | undefined =>
  (today >= REPAIR_IN_FORCE ? gradeOf(grade, today)?.repairAfter : undefined);

/** Whether penalties of a grade are in principle not published. */
export const isWithheldGrade = (grade: string, today: string): boolean => gradeOf(grade, today)?.withheld === true;

/**
 * How long a penalty may be public: the longest period of each grade of the failing, after which publicity stops by itself.
 * A row a rule, with the day from which it is in force. Sources: 国家发展改革委令第36号 (2025, in force 2026-04-01); 发改办财金
 * 〔2019〕527号 (domain §2.2; its day in force from memory).
 */
export type GradeName = '轻微' | '一般' | '严重';

interface Grade {
  readonly name: GradeName;
  /** The whole word: 非严重, 较严重 are others. */
  readonly words: RegExp;
  readonly inForce: string;
  readonly months: number;
  /** In principle not published at all; where it has to be, no longer than its months. */
  readonly withheld?: boolean;
}

const GRADES: readonly Grade[] = [
  { name: '轻微', words: /^轻微/, inForce: '2026-04-01', months: 3, withheld: true },
  { name: '一般', words: /^一般/, inForce: '2019-07-01', months: 12 },
  { name: '严重', words: /^严重/, inForce: '2019-07-01', months: 36 },
];

/** What may follow a grade: 一般失信行为, 严重（失信）, 轻微等级. */
const AROUND = /[\s()（）]|失信|违法|行为|程度|等级|情节|类别|级|类/g;

/** Of any penalty, whatever its grade: 令36号, before it 527号. */
export const LONGEST_MONTHS = 36;

const gradeOf = (grade: string, today: string): Grade | undefined => {
  const word = grade.normalize('NFKC').replace(AROUND, '');
  return GRADES.find(({ words, inForce }) => words.test(word) && word.length === 2 && today >= inForce);
};

/** Which grade a text names, as far as a rule in force has it. */
export const nameOfGrade = (grade: string, today: string): GradeName | undefined => gradeOf(grade, today)?.name;

/** Months of publicity of a grade in words; undefined where none is laid down. Numbers are each province's own and say nothing. */
export const monthsOfGrade = (grade: string, today: string): number | undefined => gradeOf(grade, today)?.months;

/** Whether penalties of a grade are in principle not published. */
export const isWithheldGrade = (grade: string, today: string): boolean => gradeOf(grade, today)?.withheld === true;

/**
 * When the publicity of a penalty ends: stated, computed from its grade, or at the legal maximum. Sources: 国家发展改革委令第36号
 * (信用修复管理办法, 2025) and 国办发〔2025〕22号: counted from the decision, at the end of the longest period publicity stops by
 * itself; what has not been put right goes by the rules of the trade. Each rule is switched off in the configuration's `gate`.
 */
import type { GateSwitch, Notice } from '../model/outcome.js';
import { foldLabel, foldWord } from './standing/fold.js';
import { isWithheldGrade, LONGEST_MONTHS, monthsOfGrade } from './periods.js';

/** A column of the row and what it holds, as text. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

export interface PublicityFacts {
  readonly today: string;
  readonly decidedOn?: string | undefined;
  /** The earliest end that the feed states. */
  readonly statedEnd?: string | undefined;
  /** The column that states it. */
  readonly endColumn?: string | undefined;
  /** 失信严重程度 in the row's words. */
  readonly grades?: readonly LabelledText[] | undefined;
  /** The feed says that the penalty has not been complied with. */
  readonly unfulfilled?: boolean | undefined;
}

export interface PublicityEnd {
  /** The last day on which it may be shown; undefined where it can't be told. */
  readonly publicUntil?: string;
  /** 轻微: in principle not published. */
  readonly slight: boolean;
  readonly notices: readonly Notice[];
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** The day some months after a date; 31 August and six months is the last day of February. */
export function monthsAfter(date: string, months: number): string {
  const year = Number(date.slice(0, 4));
  const day = Number(date.slice(8));
  const to = Number(date.slice(5, 7)) - 1 + months;
  const toYear = year + Math.floor(to / 12);
  const toMonth = ((to % 12) + 12) % 12 + 1;
  // Every month has 28 days.
  const last = day <= 28 ? day : Math.min(day, new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate());
  return `${toYear}-${two(toMonth)}-${two(last)}`;
}

const FULFILMENT = /履行|缴纳|缴款|执行情况|执行状态|整改|纠正/;
const UNFULFILLED = /^(?:否|n|no|false|0|×)$|(?:未|没有|尚未|拒不|拒绝|不|部分|正在|待|逾期)(?:完全|全部|全额|按期|主动|自觉|依法)*(?:履行|缴纳|缴清|缴款|缴|执行|整改|纠正|改正)/;

/** Whether a column says that the duties of a penalty are not fulfilled (履行情况: 未履行; 是否履行: 否). */
export const saysUnfulfilled = ({ label, text }: LabelledText): boolean => FULFILMENT.test(foldLabel(label))
  && UNFULFILLED.test(foldWord(text));

/** When a penalty's publicity ends. `gate` names the rules that a site has switched off. */
export function endOfPublicity(facts: PublicityFacts, gate: Readonly<Partial<Record<GateSwitch, boolean>>> = {}): PublicityEnd {
  const { today, decidedOn, statedEnd, endColumn = '公示截止期', grades = [], unfulfilled = false } = facts;
  const notices: Notice[] = [];
  const periods: number[] = [];
  let slight = false;
  for (const { label, text } of grades) {
    const months = monthsOfGrade(text, today);
    if (months === undefined) notices.push({ column: label, value: text, rule: 'unknown-grade', what: 'ignored' });
    else periods.push(months);
    slight ||= isWithheldGrade(text, today);
  }
  const end = (publicUntil: string | undefined): PublicityEnd => ({ ...(publicUntil && { publicUntil }), slight, notices });
  if (gate.period === false || !decidedOn) return end(statedEnd);
  // Of several grades the mildest counts: the shortest of their longest periods.
  const longest = monthsAfter(decidedOn, Math.min(...(periods.length ? periods : [LONGEST_MONTHS])));
  if (!statedEnd) return end(longest);
  if (statedEnd <= longest) return end(statedEnd);
  notices.push({ column: endColumn, value: statedEnd, rule: 'period', what: unfulfilled ? 'shown' : 'cut' });
  return end(unfulfilled ? statedEnd : longest);
}

/** Kinds of penalty that are a slight failing by themselves (令36号; 市场监管总局令45号: a warning alone is not published). */
const SLIGHT = /^(?:警告|通报批评)$/;

const slightWords = new Map<string, boolean>();
/** Categories of a feed come again and again; one with words without end is not remembered. */
const MOST_WORDS = 1000;

const isSlight = (category: string): boolean => {
  const known = slightWords.get(category);
  if (known !== undefined) return known;
  const slight = SLIGHT.test(foldWord(category));
  if (slightWords.size < MOST_WORDS) slightWords.set(category, slight);
  return slight;
};

/** Told, not withheld: only a warning or a public criticism, or the summary procedure; in principle not published. */
export function slightPenalty(categories: readonly string[], procedure: LabelledText | undefined): Notice | undefined {
  if (categories.length > 0 && categories.every(isSlight)) {
    return { column: '处罚类别', value: categories.join('、'), rule: 'slight-penalty', what: 'shown' };
  }
  return procedure && /简易|当场/.test(procedure.text) ? { column: procedure.label, value: procedure.text, rule: 'slight-penalty',
    what: 'shown' } : undefined;
}

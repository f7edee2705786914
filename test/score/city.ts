// A city of forty departments over two years, made with a fixed seed. Most are honest; a few cheat, each in its own way. What they
// decide is in their ledgers; what they publish is in their feeds, which are looked at day by day.
import { addWorkingDays } from '../../src/rules/working-days.js';
import { creditCode } from './departments.js';

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  let t = (seed += 0x6d2b79f5);
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

export type Manner = 'honest' | 'late' | 'no-dates' | 'false-dates' | 'hides' | 'deletes' | 'changes' | 'mondays';

/** Five of each cheat, the other five honest. */
export const MANNERS: readonly Manner[] = ['honest', 'late', 'no-dates', 'false-dates', 'hides', 'deletes', 'changes', 'mondays'];

export const START = '2024-11-01';
export const TODAY = '2026-10-31';

interface Decision {
  readonly documentNumber: string;
  readonly decidedOn: string;
  /** When it really comes onto the site; '' never. */
  readonly appears: string;
  readonly leaves: string;
  readonly changes: string;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface CityDepartment {
  readonly name: string;
  readonly manner: Manner;
  readonly decisions: readonly Decision[];
  /** Its feed on a day; undefined: its server is down. */
  feedOn(day: string): string | undefined;
  readonly ledger: readonly Readonly<Record<string, string>>[];
}

const DAY = 86_400_000;
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

const workingDay = (day: string): string => addWorkingDays(dayAfter(day, -1), 1)!;

/** @param perMonth decisions of each department in a month */
export function makeCity(perMonth: number, each = 5, months = 24): readonly CityDepartment[] {
  const random = randomFrom(20261130);
  return MANNERS.flatMap((manner, kind) => Array.from({ length: each }, (_, at): CityDepartment => {
    const name = `青岚市${manner}${at + 1}局`;
    const code = creditCode(20_000_000 + kind * 100 + at);
    const decisions: Decision[] = [];
    for (let month = 0; month < months; month++) {
      const first = new Date(Date.UTC(2024, 10 + month, 1)).toISOString().slice(0, 10);
      for (let n = 0; n < perMonth; n++) {
        const decidedOn = workingDay(dayAfter(first, Math.floor(random() * 20)));
        // Every third comes late with those who are late or hide it; honest ones are in time.
        const slow = n % 3 === 0 && ['late', 'no-dates', 'false-dates'].includes(manner);
        const publishedOn = addWorkingDays(decidedOn, slow ? 20 : 1 + Math.floor(random() * 6))!;
        const hidden = manner === 'hides' && n % 3 === 0;
        const number = `青许〔${decidedOn.slice(0, 4)}〕${String(month * perMonth + n + 1).padStart(4, '0')}号`;
        const claimed = manner === 'false-dates' && slow ? addWorkingDays(decidedOn, 3) : publishedOn;
        decisions.push({
          documentNumber: number, decidedOn,
          appears: hidden ? '' : publishedOn,
          leaves: manner === 'deletes' && n % 3 === 0 ? dayAfter(publishedOn, 40) : '',
          changes: manner === 'changes' && n % 3 === 0 ? dayAfter(publishedOn, 30) : '',
          record: {
            kind: 'license', documentNumber: number, documentName: '准予行政许可决定书', projectName: '食品经营许可',
            subjectName: `青岚市第${kind}${at}${month}${n}号有限公司`, subjectType: '法人及非法人组织',
            creditCode: creditCode(30_000_000 + ((kind * 100 + at) * 100 + month) * 100 + n), legalRepresentative: '陈某某',
            category: '普通', content: '准予从事食品经营。', decidedOn, validFrom: decidedOn, validTo: '2099-12-31',
            authority: name, authorityCode: code,
            sourceUnit: name, sourceCode: code, ...(!(manner === 'no-dates' && slow) && { publishedOn: claimed }),
          },
        });
      }
    }
    return {
      name, manner, decisions,
      feedOn: (day) => {
        if (manner === 'mondays' && isMonday(day)) return undefined;
        const records = decisions.filter(({ appears, leaves }) => appears && appears <= day && !(leaves && leaves <= day))
          .map(({ changes, record }) => (changes && changes <= day ? { ...record, content: '准予从事食品、药品经营。' } : record));
        return JSON.stringify({ version: 1, standard: '2018', publisher: { name }, updated: day, records });
      },
      ledger: decisions.map(({ documentNumber, decidedOn, record }) =>
        ({ 文号: documentNumber, 决定日期: decidedOn, 当事人: String(record['subjectName']), 部门: name, 类型: '行政许可', 县区: kind % 2 ? '甲县' : '乙县' })),
    };
  }));
}

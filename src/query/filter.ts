/** Which records a query's filters let through: exact values, and dates inclusive. Its words are looked for elsewhere. */
import type { SgsRecord } from '../model/record.js';
import type { Filters } from './query.js';
import { decisionDate, departmentsOf, yearOf } from './record-values.js';

/** The test of each value of a record; absent where nothing is asked of it. */
export interface FilterTests {
  readonly category?: (categories: readonly string[]) => boolean;
  readonly department?: (departments: readonly string[]) => boolean;
  readonly year?: (year: string) => boolean;
  /** What has no date is in no period. */
  readonly date?: (date: string) => boolean;
}

export function filterTests({ category, department, year, from, to }: Omit<Filters, 'q'>): FilterTests {
  return {
    ...(category && { category: (own: readonly string[]) => own.includes(category) }),
    ...(department && { department: (own: readonly string[]) => own.includes(department) }),
    ...(year && { year: (own: string) => own === year }),
    ...((from || to) && { date: (own: string) => own !== '' && own >= from && (!to || own <= to) }),
  };
}

/** What is not filtered by is not looked at: most of the time goes into fetching records from memory. */
export function createFilter(filters: Omit<Filters, 'q'>): (record: SgsRecord) => boolean {
  const { category, department, year, date } = filterTests(filters);
  return (record) => (!category || category(record.category))
    && (!department || department(departmentsOf(record)))
    && (!year || year(yearOf(record)))
    && (!date || date(decisionDate(record)));
}

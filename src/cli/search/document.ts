/** A clean record as an index holds it: as a feed writes it, and below `sgs` what is searched, filtered and sorted by. */
import type { FeedReport } from '../../feed/feed.js';
import type { SgsRecord } from '../../model/record.js';
import type { SortField } from '../../query/query.js';
import { departmentsOf, searchText, sortKey, yearOf } from '../../query/record-values.js';
import { WINDOW } from './template.js';

const TEXT_SORTS = [
  'title', 'subjectName', 'documentNumber', 'authority', 'category', 'catalogCode', 'basis',
] as const satisfies readonly SortField[];

/** Later than any date: it never ends. */
const NEVER = '9999-12-31';

const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** The last day on which the gate lets it through (rules/gate.ts, `expired`). */
export const lastDay = ({ publicUntil = NEVER, removedOn }: SgsRecord): string =>
  [publicUntil, ...(removedOn ? [dayBefore(removedOn)] : [])].sort()[0] as string;

/** A record as a feed has it: read again, it is the same record. */
export function feedEntry(record: SgsRecord): Readonly<Record<string, unknown>> {
  const { id: _id, title: _title, status, category, extra, feedName: _feed, ...fields } = record;
  return {
    ...Object.fromEntries(extra.map(({ label, value }) => [label, value])),
    ...fields,
    ...(category.length && { category }),
    ...(status !== 'valid' && { status }),
  };
}

export interface Indexed {
  /** Among all of the index. */
  readonly id: string;
  /** The order in which records came. */
  readonly at: number;
  readonly collationKey: (text: string) => string;
}

/** Without what is not there: a keyword '' would be a value. */
const filled = <T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

export function documentOf(record: SgsRecord, { id, at, collationKey }: Indexed): Readonly<Record<string, unknown>> {
  const { kind, category, decidedOn = '', publicUntil = '' } = record;
  const order = TEXT_SORTS.map((field) => [field, collationKey(sortKey(record, field))] as const);
  return {
    ...feedEntry(record),
    sgs: {
      id, at, kind, category,
      department: [...new Set(departmentsOf(record).filter(Boolean))],
      text: searchText(record),
      until: lastDay(record),
      ...filled({ year: yearOf(record), month: decidedOn.slice(0, 7), decidedOn, publicUntil }),
      order: filled(Object.fromEntries(order)),
    },
  };
}

/** What is said of the feed and of the index as a whole, in a document that no search finds. */
export const aboutDocument = ({ meta, standard, withheld, rejected }: FeedReport) =>
  ({ sgs: { until: NEVER, about: JSON.stringify({ meta, standard, withheld, rejected, window: WINDOW }) } });

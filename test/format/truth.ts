/** What a full scan of the records finds: the truth that a folder is held against. */
import assert from 'node:assert/strict';
import type { SgsRecord } from '../../src/model/record.js';
import { yearOf } from '../../src/query/record-values.js';
import { normalizeText, terms } from '../../src/query/normalize.js';
import type { Query } from '../../src/query/query.js';
import type { RecordSource } from '../../src/source/source.js';

const dateOf = ({ decidedOn = '' }: SgsRecord): string => decidedOn;

/** Every record that answers, in order, by looking at each of them. */
export function scan(records: readonly SgsRecord[], query: Query, text: (record: SgsRecord) => readonly (string | undefined)[] = ({ subjectName, creditCode, documentNumber }) => [subjectName, creditCode, documentNumber]): readonly SgsRecord[] {
  const words = terms(query.q);
  const sign = query.descending ? -1 : 1;
  return records.filter((record) => record.kind === query.kind
    && (!query.category || record.category.includes(query.category))
    && (!query.department || record.authority === query.department)
    && (!query.year || yearOf(record) === query.year)
    && (!query.from || dateOf(record) >= query.from)
    && (!query.to || (dateOf(record) !== '' && dateOf(record) <= query.to))
    && words.every((word) => text(record).some((part) => part !== undefined && normalizeText(part).includes(word))))
    .sort((a, b) => {
      const [x, y] = [dateOf(a), dateOf(b)];
      if (x !== y) return !x ? 1 : !y ? -1 : x < y ? -sign : sign;
      return a.id < b.id ? -1 : 1;
    });
}

/** The folder's page is the scan's, and so is its total, or it says that there are more. @returns whether the total was exact */
export async function sameAsScan(source: RecordSource, records: readonly SgsRecord[], query: Query, text?: Parameters<typeof scan>[2]): Promise<boolean> {
  const truth = scan(records, query, text);
  const page = await source.query(query);
  const said = JSON.stringify(query);
  if (page.complete) {
    assert.equal(page.total, truth.length, said);
    assert.equal(page.page, Math.min(query.page, Math.max(1, Math.ceil(truth.length / query.size))), said);
  } else {
    assert.ok(page.total < truth.length || page.total === truth.length, `${said}: ${String(page.total)} of ${String(truth.length)}`);
    assert.equal(page.page, query.page, said);
  }
  const from = (page.page - 1) * query.size;
  assert.deepEqual(page.rows.map(({ id }) => id), truth.slice(from, from + query.size).map(({ id }) => id), said);
  return page.complete;
}

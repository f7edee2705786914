/** Made-up records for the tests of the rooms that only pass them on. */
import fc from 'fast-check';
import { KINDS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { NO_FILTERS, SORT_FIELDS, type Query } from '../../src/query/query.js';

let serial = 0;

export const record = (fields: Partial<SgsRecord> = {}): SgsRecord => ({
  id: `r${String(++serial)}`,
  kind: 'license',
  title: '食品经营许可',
  category: [],
  status: 'valid',
  extra: [],
  ...fields,
});

export const query = (fields: Partial<Query> = {}): Query => ({
  ...NO_FILTERS, kind: 'license', sort: 'decidedOn', descending: true, page: 1, size: 10, ...fields,
});

/** Few different values, so that records are alike, share filters and stand in ties. */
const word = fc.constantFrom('甲公司', '乙（公司）', 'ＡＢ', 'ab c', '〔2025〕12号', '第10号', '第9号', '重庆', '银行', '', 'É');
const date = fc.constantFrom('2024-12-31', '2025-01-01', '2025-06-30', '2026-01-02');

export const anyRecord: fc.Arbitrary<Omit<SgsRecord, 'id'>> = fc.record({
  kind: fc.constantFrom(...KINDS),
  title: fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })),
  category: fc.uniqueArray(fc.constantFrom('普通', '罚款', '警告'), { maxLength: 2 }),
  status: fc.constant('valid' as const),
  extra: fc.array(fc.record({ label: fc.constant('备注'), value: word }), { maxLength: 1 }),
  subjectName: word, documentNumber: word, authority: word, decidedOn: date, publicUntil: date, year: fc.constantFrom('2025', '2026年度'),
}, { requiredKeys: ['kind', 'title', 'category', 'status', 'extra'] });

export const anyRecords = fc.array(anyRecord, { maxLength: 30 })
  .map((all) => all.map((fields, n): SgsRecord => ({ ...fields, id: `id${String(n)}` })));

export const anyQuery: fc.Arbitrary<Query> = fc.record({
  kind: fc.constantFrom(...KINDS),
  q: fc.oneof(fc.constantFrom('', '公司', 'AB', 'a b', '[2025]12号', '普通', '(公司) 2025', '重'), fc.string({ unit: 'binary', maxLength: 3 })),
  category: fc.constantFrom('', '', '普通', '罚款'),
  department: fc.constantFrom('', '', '甲公司', '重庆'),
  year: fc.constantFrom('', '', '2025', '2026'),
  from: fc.constantFrom('', '2025-01-01'),
  to: fc.constantFrom('', '2025-06-30'),
  sort: fc.constantFrom(...SORT_FIELDS),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 5 }),
  size: fc.integer({ min: 1, max: 12 }),
});

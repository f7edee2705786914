import type { FailureCode } from '../model/failure.js';
import type { FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import type { Status } from '../model/record.js';
import type { Messages } from './messages.js';

const KIND: Readonly<Record<Kind, string>> = {
  license: 'Licences', penalty: 'Penalties', honor: 'Honours', blacklist: 'Quality blacklist',
  notice: 'Rules and campaigns', catalog: 'Catalogue of items', coercion: 'Coercive measures', confirmation: 'Confirmations',
  levy: 'Levies', grant: 'Grants', ruling: 'Rulings', reward: 'Rewards', inspection: 'Inspections',
};

const TITLES: Readonly<Record<Kind, string>> = {
  license: 'Project or decision', penalty: 'Case or violation', honor: 'Honour', blacklist: 'Name', notice: 'Title', catalog: 'Item',
  coercion: 'Item', confirmation: 'Item', levy: 'Item', grant: 'Item', ruling: 'Item', reward: 'Item', inspection: 'Item',
};

const FIELDS: Readonly<Record<FieldName, string>> = {
  title: 'Title', documentNumber: 'Decision number', documentName: 'Decision', projectName: 'Project', caseName: 'Case',
  honorName: 'Honour', noticeTitle: 'Title', itemName: 'Item', subjectName: 'Name of the party', subjectType: 'Type of party',
  creditCode: 'Unified social credit code', registrationNumber: 'Business registration number',
  organizationCode: 'Organisation code', taxNumber: 'Tax number', institutionNumber: 'Public institution certificate number',
  socialOrgNumber: 'Social organisation certificate number', legalRepresentative: 'Legal representative',
  certificateName: 'Certificate', certificateNumber: 'Certificate number', content: 'Content', facts: 'Facts',
  violationType: 'Type of violation', basis: 'Legal basis', result: 'Penalty', remedy: 'Ways to appeal',
  suspendedCertificate: 'Suspended or revoked certificates', authority: 'Authority', authorityCode: 'Credit code of the authority',
  sourceUnit: 'Source of the data', sourceCode: 'Credit code of the source', office: 'Office', level: 'Level', product: 'Product',
  link: 'Link', catalogCode: 'Item code', year: 'Year', revokeReason: 'Reason of the revocation', category: 'Category',
  decidedOn: 'Date of the decision', validFrom: 'Valid from', validTo: 'Valid until', effectiveUntil: 'In force until',
  publicUntil: 'Published until', publishedOn: 'Published on', updatedOn: 'Updated on', removedOn: 'Removed on', revokedOn: 'Revoked on',
  fineAmount: 'Fine', confiscatedAmount: 'Confiscated',
  measureType: 'Coercive measure', executionMethod: 'Method of enforcement', inventory: 'Goods sealed or seized', startedOn: 'From',
  extension: 'Extended by', endedOn: 'Until', executedOn: 'Enforced on', performance: 'How it was enforced',
  levyStandard: 'Rate of the levy', levyAmount: 'Amount levied', payBy: 'To be paid by',
  grantStandard: 'Rate of the grant', grantAmount: 'Amount granted',
  partyRole: 'Role of the party', respondent: 'Other party', rewardForm: 'Form of the reward', inspectionForm: 'Form of the inspection',
  inspectionMethod: 'Method of the inspection', planNumber: 'Plan number', planName: 'Plan', taskNumber: 'Task number', taskName: 'Task',
};

/** What is called otherwise in some kinds. */
const OWN: Readonly<Partial<Record<Kind, Readonly<Partial<Record<FieldName, string>>>>>> = {
  blacklist: { result: 'Decision' }, coercion: { projectName: 'Item', result: 'Content of the measure' },
  confirmation: { projectName: 'Item', result: 'What is confirmed' }, levy: { projectName: 'Item', result: 'What is levied' },
  grant: { projectName: 'Item', result: 'Decision' }, ruling: { projectName: 'What was asked for', facts: 'Dispute', result: 'Ruling' },
  reward: { projectName: 'Item', honorName: 'Reward', result: 'What is given' },
  inspection: { projectName: 'Item', facts: 'Occasion', result: 'Result' },
};

const STATUS: Readonly<Record<Status, string>> = { valid: 'Valid', revoked: 'Revoked', disputed: 'Under dispute', other: 'To be verified' };

const FAILURES: Readonly<Partial<Record<FailureCode, string>>> = {
  address: 'No source has been set for this column.',
  network: 'Please check your connection and try again.',
  policy: 'The security policy of this page forbids reading the records. Please tell the webmaster.',
  timeout: 'The network is slow, please try again later.',
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const date = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)/.exec(iso) ?? [];
  return year && month && day ? `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}` : iso;
};

/** English. */
export const en: Messages = {
  tag: 'en',

  column: 'Licences and penalties',
  kind: (kind) => KIND[kind],
  title: (kind) => TITLES[kind],
  field: (kind, field) => (field === 'title' ? TITLES[kind] : OWN[kind]?.[field] ?? FIELDS[field]),
  comma: ', ',
  colon: ': ',
  pause: ', ',
  unit: ' records',

  date,
  amount: (value) => `CNY ${(Math.round(value * 1e6) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`,
  longTerm: 'Long term',
  missing: 'Not published',
  status: (status) => STATUS[status],

  tabs: 'Kinds of records',
  search: 'Search',
  searchLabel: 'Keywords',
  searchHint: 'Name, credit code or document number; separate words with spaces',
  reset: 'Reset',
  filters: 'More filters',
  any: 'All',
  department: 'Department',
  year: 'Year',
  yearOption: (year) => year,
  from: 'From',
  to: 'To',
  chosen: 'Chosen filters',
  remove: 'Remove',

  range: (from, to, total) => `${from}–${to} of ${total}`,
  arriving: (from, to, here) => `${from}–${to}, ${here} loaded so far`,
  sort: 'Sort',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  page: (number) => `Page ${number}`,
  pageOf: (number, pages) => `Page ${number} of ${pages}`,
  jumpTo: 'To page',
  jumpPage: '',
  jump: 'Go',
  perPage: 'Per page',
  sorted: (column, descending) => `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,

  loading: 'Loading',
  empty: 'No records have been published',
  noResult: 'No records found',
  noResultHint: 'Check the spelling, use fewer words or remove filters.',
  guessed: 'No exact match. Similar records: ',
  elsewhere: (kind, total) => `${total} in ${kind}`,
  retry: 'Try again',
  failure: (code) => `The records are not available at the moment. ${FAILURES[code] ?? 'Please try again later.'}`,
  missingFeed: (names) => `Some sources are not available at the moment: ${names}`,
  stale: (day) => `These are the records of ${date(day)}`,
  updated: (day) => `Updated ${date(day)}`,
  found: (total) => `${total} records found`,

  back: 'Back to the list',
  objection: 'Object to this record',
  subscribe: 'Follow (Atom)',
  repair: 'Apply for credit repair',
  feedName: 'Published by',
  elder: 'Large print',
  notFound: 'This record was not found. Its time of publication may be over.',
  printedFrom: (url, day) => `Printed ${date(day)} from ${url}`,
};

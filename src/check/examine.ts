/**
 * Examination of rows: what is wrong, missing, late or personal in each, whether they come from a feed or a sheet. It
 * sees what the pipeline sees and changes nothing: the records are those that the gate and the privacy rules let through.
 */
import type { SgsConfig } from '../model/config.js';
import type { FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import type { Notice, NoticeRule, RejectedReason, WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { dateIn } from '../feed/date-in.js';
import { firstDate, firstText, isPerson } from '../feed/mapped-row.js';
import type { MappedRow } from '../feed/mapping.js';
import type { Built } from '../feed/record.js';
import { cleanText } from '../feed/text.js';
import type { Calendar } from '../rules/calendar.js';
import { calendarWith } from '../rules/calendar-setting.js';
import { isAmbiguousCode, type Standard } from '../rules/status.js';
import { closeEntry, STANDARDS, type Gaps, type OpenEntry } from './at-end.js';
import { createCatalog, type Catalog } from './catalog.js';
import { checkCells, type ReportFinding } from './cells.js';
import { createDuplicates } from './duplicates.js';
import { FINDINGS, REJECTED_CODES, WITHHELD_CODES, type Finding, type FindingCode } from './finding.js';
import { requiredOf, type RowFacts } from './required.js';
import { createTimeJudge, DECISIONS, type Seen, type Time } from './time.js';

export type { Seen } from './time.js';

export interface ExamineOptions {
  /** Today in China, ISO. */
  readonly today: string;
  /** The column's configuration: gate rules and privacy switches count. */
  readonly config?: SgsConfig | undefined;
  /**
   * What the document says of itself at its top (see `declaredStandard`); the configuration's and the row's own keys come
   * first. `at-end`: `end` will say it.
   */
  readonly standard?: Standard | 'at-end' | undefined;
  /** The working days; the State Council's with the years of the configuration's `calendar` unless given. */
  readonly calendar?: Calendar | undefined;
  /** The rows stand in the published file itself, so that what is personal in them is out already; default true. */
  readonly published?: boolean | undefined;
  /**
   * The day on which rows without a 公示日期 count as published, ISO: today, for a sheet that is being published. None:
   * they are neither in time nor late.
   */
  readonly publishedOn?: string | undefined;
  /** When a record was published as somebody has seen it, who looks at the feed each day. */
  readonly seen?: ((id: string) => Seen | undefined) | undefined;
  /** Where the items of the 双公示目录 go, of one feed or of all of a department's. */
  readonly catalog?: Catalog | undefined;
}

/** What came of an entry, and what was found in it. */
export interface Examined extends Time {
  /** Number of the entry in the feed or sheet, from 1. */
  readonly row: number;
  /** Of entries that are a record. */
  readonly kind?: Kind;
  readonly outcome: 'shown' | 'withheld' | 'rejected';
  /** None where the reader says no more than that an entry is no record. */
  readonly reason?: WithheldReason | RejectedReason;
  /** Only what the gate lets through, cleaned. A revoked decision is `withheld` and may have one: the notice. */
  readonly record?: SgsRecord;
  readonly findings: readonly Finding[];
  /** The subject is a natural person, whose name is masked in the record. */
  readonly person?: boolean;
  /** Number of a revoked decision of which nothing is shown: what is still published of it is found by that. */
  readonly documentNumber?: string;
  /** Number of a decision that the gate holds back: what was public of it once is found by that. Told to nobody. */
  readonly formerNumber?: string;
  /** Fields that have to be filled, and how many of them are. */
  readonly required: number;
  readonly filled: number;
}

/** Kinds whose publicity has to end. */
const ENDING: ReadonlySet<Kind> = new Set<Kind>(['penalty', 'blacklist']);

/** What is told besides the reason to withhold: the code of a row in a file that is published, and in one that nobody sees. */
const NOTICE_CODES: Readonly<Partial<Record<NoticeRule, readonly [published: FindingCode, dropped: FindingCode]>>> = {
  'unknown-word': ['gate-value-unknown', 'gate-value-unknown'],
  'unknown-grade': ['grade-unknown', 'grade-unknown'],
  'no-date': ['date-placeholder', 'date-placeholder'],
  'slight-penalty': ['slight-penalty', 'slight-penalty'],
  'personal-column': ['personal-column', 'personal-column-dropped'],
  'internal-column': ['internal-column', 'internal-column-dropped'],
  'extra-column': ['extra-column-hidden', 'extra-column-hidden'],
  'person-name': ['name-in-text', 'name-in-text-masked'],
};

/** The site's word, else the standard that a row's own keys belong to, else the feed's word. */
const standardOf = (row: MappedRow, config: SgsConfig | undefined, standard: Standard | undefined): Standard | undefined =>
  config?.standard ?? (row.standards.size === 1 ? [...row.standards][0] : row.standards.size ? undefined : standard);

/** The standard that a feed in our own format declares, read from its first characters; undefined where it says none there. */
export const declaredStandard = (head: string): Standard | undefined =>
  /^[^[]*?"standard"\s*:\s*"(2015|2018)"/.exec(head)?.[1] as Standard | undefined;

/** Takes rows as the reader's `onRow` gives them. */
export interface Examiner {
  /** `n`: entries until now. One that was `undecided` comes again with what it was decided to be. */
  readonly onRow: (row: MappedRow, built: Built, n: number) => void;
  /**
   * To be called once, at the end.
   * @param rows entries in all, the reader's count
   * @param facts what is known of the feed by then
   */
  readonly end: (rows: number, facts?: FeedFacts) => void;
}

/** What only the end of a feed tells. */
export interface FeedFacts {
  readonly standard?: Standard | undefined;
  /** 双公示目录 of all the department's feeds; the feed's own unless given. */
  readonly catalog?: Catalog | undefined;
}

/** An entry that can be judged only at the end. */
interface Waiting {
  readonly examined: Examined;
  readonly open: OpenEntry;
}

/**
 * @param onExamined is told of each entry, in order but for those that wait for the feed's standard
 */
export function createExaminer(options: ExamineOptions, onExamined: (examined: Examined) => void): Examiner {
  const { config, calendar = calendarWith(config?.calendar), published = true } = options;
  const declared = options.standard === 'at-end' ? undefined : options.standard;
  const duplicateOf = createDuplicates();
  /** Rows that wait for the standard, with their numbers. */
  const waiting = new Map<MappedRow, number>();
  const timeOf = createTimeJudge({ ...options, published, calendar });
  const catalog = options.catalog ?? createCatalog();
  const open: Waiting[] = [];
  let last = 0;

  const checkDates = (row: MappedRow, report: ReportFinding): void => {
    const decidedOn = firstDate(row, 'decidedOn');
    for (const field of ['validTo', 'effectiveUntil', 'publicUntil'] as const) {
      const cell = row.cells.get(field)?.[0];
      const until = dateIn(cell?.value, true);
      if (decidedOn && until && until < decidedOn) report('ends-before-decision', field, cell?.key);
    }
    const from = firstDate(row, 'validFrom');
    const to = dateIn(row.cells.get('validTo')?.[0]?.value, true);
    if (from && to && to < from) report('ends-before-begin', 'validTo', row.cells.get('validTo')?.[0]?.key);
    if (ENDING.has(row.kind) && !row.cells.has('publicUntil') && !row.cells.has('grade') && !row.cells.has('removedOn'))
      report('public-until-missing', 'publicUntil');
  };

  const checkPrivacy = (row: MappedRow, person: boolean, report: ReportFinding): void => {
    for (const column of row.secrets) report(published ? 'secret-column' : 'secret-column-dropped', undefined, column);
    const name = row.cells.get('subjectName')?.[0];
    if (!person || !name || /[某*＊]/.test(cleanText(name.value)) || config?.privacy?.maskNames === false) return;
    report(published ? 'name-unmasked' : 'name-masked', 'subjectName', name.key);
  };

  const checkNotices = (row: MappedRow, notices: readonly Notice[], report: ReportFinding): void => {
    const names = new Set([...row.cells.get('subjectName') ?? [], ...row.cells.get('legalRepresentative') ?? []].map(({ key }) => key));
    const status = new Set((row.cells.get('status') ?? []).map(({ key }) => key));
    for (const { column, rule, what } of notices) {
      const code = rule === 'period' ? (what === 'cut' ? 'public-until-cut' : 'public-until-long')
        : NOTICE_CODES[rule]?.[published ? 0 : 1];
      // The name columns have findings of their own.
      if (!code || (rule === 'person-name' && names.has(column))) continue;
      if (rule === 'unknown-word' && status.has(column)) report('status-unknown', 'status', column);
      else report(code, undefined, column);
    }
  };

  const gapsOf = (row: MappedRow, facts: RowFacts): Gaps => {
    const required = requiredOf(row.kind, facts);
    const missing = required.filter((fields) => !fields.some((field) => firstText(row, field))).map(([field]) => field as FieldName);
    return { required: required.length, missing };
  };

  /** Whether only the end tells what is missing: the feed's word on its standard, or its 目录. */
  const waitsFor = (row: MappedRow, standard: Standard | undefined): boolean =>
    (DECISIONS.has(row.kind) && row.cells.has('catalogCode'))
    || (options.standard === 'at-end' && standard === undefined && row.standards.size === 0);

  const factsOf = (row: MappedRow): RowFacts => ({
    standard: standardOf(row, config, declared),
    person: isPerson(row),
    business: firstText(row, 'subjectType').includes('个体'),
    category: (row.cells.get('category') ?? []).map(({ value }) => cleanText(value)).join('；') || firstText(row, 'category'),
  });

  const examine = (row: MappedRow, built: Exclude<Built, { undecided: true }>, n: number, facts: RowFacts): Examined => {
    const findings: Finding[] = [];
    const add = (finding: Omit<Finding, 'severity' | 'row'>): void => {
      findings.push({ ...finding, severity: FINDINGS[finding.code].severity, row: n });
    };
    const report: ReportFinding = (code, field, column) => add({ code, ...(field && { field }), ...(column !== undefined && { column }) });
    const { person } = facts;
    const { required, missing } = gapsOf(row, facts);
    const waits = waitsFor(row, facts.standard);
    if (!waits) for (const field of missing) report('missing-field', field);
    checkCells(row, { kind: row.kind, person, published }, report);
    checkDates(row, report);
    checkPrivacy(row, person, report);
    const time = timeOf(row, 'record' in built && !built.withheld ? built.record.id : undefined, report);
    if (row.standards.size > 1) report('mixed-standards');
    for (const column of row.unplaced) report('unplaced-column', undefined, column);
    // What is set aside has nothing to be told from others by.
    const duplicate = 'rejected' in built ? undefined : duplicateOf(row, n);
    if (duplicate) add(duplicate);
    const base = { row: n, kind: row.kind, findings, person, required, filled: required - missing.length, ...time };

    if ('rejected' in built) {
      // A bad date is named where it stands.
      if (built.rejected !== 'bad-date') report(REJECTED_CODES[built.rejected]);
      return { ...base, outcome: 'rejected', reason: built.rejected };
    }
    const { withheld, record, notices } = built;
    const status = firstText(row, 'status');
    if (config?.standard === undefined && row.standards.size > 1 && /^\d{1,2}$/.test(status) && isAmbiguousCode(String(Number(status))))
      report('status-unjudged', 'status');
    checkNotices(row, [...notices, ...(withheld ? row.hidden : [])], report);
    if (withheld) {
      const column = notices.find(({ rule }) => rule === withheld)?.column;
      const field = ([['future', 'decidedOn'], ['expired', 'publicUntil']] as const).find(([reason]) => reason === withheld)?.[1];
      const isThere = field && row.cells.has(field);
      report(WITHHELD_CODES[withheld], isThere ? field : undefined, column);
      const number = withheld === 'revoked' && !record ? firstText(row, 'documentNumber') : '';
      const former = firstText(row, 'documentNumber');
      return {
        ...base, outcome: 'withheld', reason: withheld, ...(record && { record }), ...(number && { documentNumber: number }),
        ...(former && { formerNumber: former }),
      };
    }
    return { ...base, outcome: 'shown', record };
  };

  /** Entries that the reader passed over were no records. */
  const passOver = (until: number): void => {
    for (let n = last + 1; n < until; n++) {
      onExamined({
        row: n,
        outcome: 'rejected',
        reason: 'no-kind',
        findings: [{ code: 'no-kind', severity: FINDINGS['no-kind'].severity, row: n }],
        required: 0,
        filled: 0,
        late: 'unknown',
      });
    }
    last = Math.max(last, until);
  };

  const take = (row: MappedRow, built: Exclude<Built, { undecided: true }>, n: number): void => {
    if ('record' in built && built.record) catalog.add(built.record);
    const facts = factsOf(row);
    const examined = examine(row, built, n, facts);
    if (!waitsFor(row, facts.standard)) {
      onExamined(examined);
      return;
    }
    const certain = facts.standard !== undefined || options.standard !== 'at-end';
    const gaps = new Map((certain ? [facts.standard] : STANDARDS).map((standard) => [standard, gapsOf(row, { ...facts, standard })]));
    open.push({ examined, open: { gaps, code: firstText(row, 'catalogCode'), authority: firstText(row, 'authority') } });
  };

  /** What the end of the feed makes of an entry. */
  const close = ({ examined, open: entry }: Waiting, { standard, catalog: of = catalog }: FeedFacts): Examined => {
    const { findings, required, filled } = closeEntry(entry, standard, of, examined.row);
    return { ...examined, findings: [...findings, ...examined.findings], required, filled };
  };

  return {
    onRow: (row, built, n) => {
      const number = waiting.get(row) ?? n;
      passOver(number);
      if ('undecided' in built) waiting.set(row, number);
      else take(row, built, number);
    },
    end: (rows, facts = {}) => {
      passOver(rows + 1);
      for (const one of open) onExamined(close(one, facts));
    },
  };
}

/**
 * Examination of rows: what is wrong, missing, late or personal in each, whether they come from a feed or a sheet. It
 * sees what the pipeline sees and changes nothing: the records are those that the gate and the privacy rules let through.
 */
import type { SgsConfig } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import type { Notice, NoticeRule, RejectedReason, WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { dateIn } from '../feed/date-in.js';
import { firstDate, firstText, isPerson } from '../feed/mapped-row.js';
import type { MappedRow } from '../feed/mapping.js';
import { valueOf } from '../feed/notices.js';
import type { Built } from '../feed/record.js';
import { cleanText } from '../feed/text.js';
import { calendarWith, type Calendar } from '../rules/calendar.js';
import { certainVerdict } from '../rules/certain.js';
import { isAmbiguousCode, type Standard } from '../rules/status.js';
import { PUBLICATION_DAYS, addWorkingDays, workingDaysBetween } from '../rules/working-days.js';
import { createCatalogCheck } from './catalog.js';
import { checkCells, type ReportFinding } from './cells.js';
import { createDuplicates } from './duplicates.js';
import { FINDINGS, REJECTED_CODES, WITHHELD_CODES, type Finding, type FindingCode } from './finding.js';
import { requiredOf } from './required.js';

export interface ExamineOptions {
  /** Today in China, ISO. */
  readonly today: string;
  /** The column's configuration: gate rules and privacy switches count. */
  readonly config?: SgsConfig | undefined;
  /** What the document says of itself at its top (see `declaredStandard`); the configuration's and the row's own keys come first. */
  readonly standard?: Standard | undefined;
  /** What the document says of itself is told at the `end`: entries that depend on it wait for that. */
  readonly awaits?: boolean | undefined;
  /** The working days; the State Council's with the years of the configuration unless given. */
  readonly calendar?: Calendar | undefined;
  /** The rows stand in the published file itself, so that what is personal in them is out already; default true. */
  readonly published?: boolean | undefined;
  /**
   * The day on which rows without a 公示日期 count as published, ISO: today, for a sheet that is being published. None:
   * they are neither in time nor late.
   */
  readonly publishedOn?: string | undefined;
}

/** What came of an entry, and what was found in it. */
export interface Examined {
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
  /** Number as the row has it, of licences and penalties; to be compared, never shown. */
  readonly ownNumber?: string;
  /** ISO. */
  readonly decidedOn?: string;
  readonly publishedOn?: string;
  /** Fields that have to be filled, and how many of them are. */
  readonly required: number;
  readonly filled: number;
  /** Working days from the decision to publication; undefined where a date or a year's calendar is missing. */
  readonly workingDays?: number;
  readonly late: 'in-time' | 'late' | 'unknown';
}

/** Kinds that are decisions about somebody, for which the seven days count. */
const DECISIONS: ReadonlySet<Kind> = new Set<Kind>(['license', 'penalty']);
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
const standardOf = (row: MappedRow, { config, standard }: Pick<ExamineOptions, 'config' | 'standard'>): Standard | undefined =>
  config?.standard ?? (row.standards.size === 1 ? [...row.standards][0] : row.standards.size ? undefined : standard);

/** What is asked of a row depends on what the feed says of itself. */
const asksFeed = (row: MappedRow, { config, standard, awaits = false }: ExamineOptions): boolean =>
  awaits && !config?.standard && !standard && row.standards.size === 0 && DECISIONS.has(row.kind);

/** The standard that a feed in our own format declares, read from its first characters; undefined where it says none there. */
export const declaredStandard = (head: string): Standard | undefined =>
  /^[^[]*?"standard"\s*:\s*"(2015|2018)"/.exec(head)?.[1] as Standard | undefined;

/** Digits in a row that may be somebody's number, whatever the column is for. */
const LONG_RUN = /\d{9}/;

/** A value as it may be told: never a personal one. */
const quoted = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? cleanText(value) : '';
  return text === '' || LONG_RUN.test(text.replace(/\D/g, '')) ? undefined : valueOf(text);
};

/** Takes rows as the reader's `onRow` gives them. */
export interface Examiner {
  /** `n`: entries until now. One that was `undecided` comes again with what it was decided to be. */
  readonly onRow: (row: MappedRow, built: Built, n: number) => void;
  /**
   * To be called once, at the end.
   * @param rows entries in all, the reader's count
   * @param declared the standard that the document says it follows, where that was not known before
   */
  readonly end: (rows: number, declared?: Standard) => void;
}

/**
 * @param onExamined is told of each entry, in order but for those that wait for the feed's standard
 */
export function createExaminer(options: ExamineOptions, onExamined: (examined: Examined) => void): Examiner {
  const { today, config, calendar = calendarWith(options.config?.calendar), published = true } = options;
  const catalog = createCatalogCheck();
  /** Entries that wait for what stands around the records, or for the items of the 目录 that may come after them. */
  const held: (readonly [row: MappedRow, built: Exclude<Built, { undecided: true }>, n: number])[] = [];
  let { standard } = options;
  const duplicateOf = createDuplicates();
  /** Rows that wait for the standard, with their numbers. */
  const waiting = new Map<MappedRow, number>();
  const deadlines = new Map<string, string | undefined>();
  let last = 0;

  const deadlineOf = (decidedOn: string): string | undefined => {
    if (!deadlines.has(decidedOn)) deadlines.set(decidedOn, addWorkingDays(decidedOn, PUBLICATION_DAYS, calendar));
    return deadlines.get(decidedOn);
  };

  const timeOf = (row: MappedRow, report: ReportFinding): Pick<Examined, 'decidedOn' | 'publishedOn' | 'workingDays' | 'late'> => {
    const decidedOn = firstDate(row, 'decidedOn');
    const publishedOn = firstDate(row, 'publishedOn') ?? options.publishedOn;
    if (!decidedOn || !publishedOn || !DECISIONS.has(row.kind))
      return { ...(decidedOn && { decidedOn }), ...(publishedOn && { publishedOn }), late: 'unknown' };
    if (publishedOn < decidedOn) {
      if (decidedOn <= today) report('published-before-decision', 'publishedOn', row.cells.get('publishedOn')?.[0]?.key);
      return { decidedOn, publishedOn, late: 'unknown' };
    }
    const deadline = deadlineOf(decidedOn);
    const workingDays = workingDaysBetween(decidedOn, publishedOn, calendar);
    const late = !deadline ? certainVerdict(decidedOn, publishedOn, calendar) : publishedOn <= deadline ? 'in-time' : 'late';
    if (late === 'late')
      report(firstDate(row, 'publishedOn') ? 'published-late' : 'late-today', 'publishedOn', row.cells.get('publishedOn')?.[0]?.key);
    if (late === 'unknown') report('lateness-unknown', 'decidedOn', row.cells.get('decidedOn')?.[0]?.key);
    return { decidedOn, publishedOn, late, ...(workingDays !== undefined && { workingDays }) };
  };

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
    for (const { column, rule, what, value } of notices) {
      const code = rule === 'period' ? (what === 'cut' ? 'public-until-cut' : 'public-until-long')
        : NOTICE_CODES[rule]?.[published ? 0 : 1];
      // The name columns have findings of their own.
      if (!code || (rule === 'person-name' && names.has(column))) continue;
      if (rule === 'unknown-word' && status.has(column)) report('status-unknown', 'status', column, value);
      else report(code, undefined, column, rule === 'unknown-word' || rule === 'unknown-grade' ? value : undefined);
    }
  };

  const examine = (row: MappedRow, built: Exclude<Built, { undecided: true }>, n: number): Examined => {
    const findings: Finding[] = [];
    const add = (finding: Omit<Finding, 'severity' | 'row'>): void => {
      findings.push({ ...finding, severity: FINDINGS[finding.code].severity, row: n });
    };
    const report: ReportFinding = (code, field, column, value) => {
      const told = quoted(value);
      add({ code, ...(field && { field }), ...(column !== undefined && { column }), ...(told !== undefined && { value: told }) });
    };
    const person = isPerson(row);
    const category = firstText(row, 'category');
    const facts = {
      standard: standardOf(row, { config, standard }),
      person,
      business: firstText(row, 'subjectType').includes('个体'),
      category: (row.cells.get('category') ?? []).map(({ value }) => cleanText(value)).join('；') || category,
    };

    const required = requiredOf(row.kind, facts);
    const record = 'record' in built ? built.record : undefined;
    const missing = required.filter((fields) => !fields.some((field) => firstText(row, field)
      || (field === 'basis' && record && catalog.lends(record))));
    for (const [field] of missing) report('missing-field', field);
    checkCells(row, { kind: row.kind, person, published }, report);
    checkDates(row, report);
    if (row.kind !== 'catalog' && catalog.lacks(firstText(row, 'catalogCode')))
      report('catalog-code-unknown', 'catalogCode', row.cells.get('catalogCode')?.[0]?.key);
    checkPrivacy(row, person, report);
    const time = timeOf(row, report);
    if (row.standards.size > 1) report('mixed-standards');
    for (const column of row.unplaced) report('unplaced-column', undefined, column);
    // What is set aside has nothing to be told from others by.
    const duplicate = 'rejected' in built ? undefined : duplicateOf(row, n);
    if (duplicate) add(duplicate);
    const ownNumber = DECISIONS.has(row.kind) ? firstText(row, 'documentNumber') : '';
    const base = {
      row: n, kind: row.kind, findings, person, required: required.length, filled: required.length - missing.length, ...time,
      ...(ownNumber && { ownNumber }),
    };

    if ('rejected' in built) {
      // A bad date is named where it stands.
      if (built.rejected !== 'bad-date') report(REJECTED_CODES[built.rejected]);
      return { ...base, outcome: 'rejected', reason: built.rejected };
    }
    const { withheld, notices } = built;
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
      return { ...base, outcome: 'withheld', reason: withheld, ...(record && { record }), ...(number && { documentNumber: number }) };
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

  return {
    onRow: (row, built, n) => {
      const number = waiting.get(row) ?? n;
      passOver(number);
      if ('undecided' in built) {
        waiting.set(row, number);
        return;
      }
      if (row.kind === 'catalog' && 'record' in built && built.record) catalog.add(built.record);
      if (asksFeed(row, options) || (row.kind !== 'catalog' && firstText(row, 'catalogCode'))) held.push([row, built, number]);
      else onExamined(examine(row, built, number));
    },
    end: (rows, declared) => {
      passOver(rows + 1);
      standard ??= declared;
      for (const [row, built, number] of held.splice(0).sort(([, , a], [, , b]) => a - b)) onExamined(examine(row, built, number));
    },
  };
}

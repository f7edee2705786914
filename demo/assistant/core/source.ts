/** What was taken in: sheets of workbooks, and JSON documents. All of them are read by the feed's own reader. */
import type { Column } from '../../../src/feed/column.js';
import { createReadColumn } from '../../../src/feed/columns.js';
import { createReader } from '../../../src/feed/reader.js';
import { cleanText } from '../../../src/feed/text.js';
import { hashOf } from '../../../src/model/hash.js';
import type { Built } from '../../../src/feed/record.js';
import type { MappedRow } from '../../../src/feed/mapping.js';
import { FeedFailure } from '../../../src/model/failure.js';
import type { SgsConfig } from '../../../src/model/config.js';
import { fieldType, type FieldName, type GateField } from '../../../src/model/fields.js';
import type { Kind } from '../../../src/model/kinds.js';
import type { NoticeGroup } from '../../../src/model/outcome.js';
import { isVerticalForm } from '../../../src/import/header.js';
import { columnOf, readSheet, readSheetSteps, sheetFingerprint, type Mapping, type SheetReading } from '../../../src/import/sheet.js';
import { isBlank, type Grid } from '../../../src/import/grid.js';
import { todayInChina } from '../../../src/rules/gate.js';
import { redactNumbers } from '../../../src/rules/personal-numbers/find.js';
import { createNameMasker } from '../../../src/rules/persons/masker.js';
import { looksLikePersonName, maskName } from '../../../src/rules/persons/names.js';
import type { Standard } from '../../../src/rules/status.js';
import type { FileContent } from './file.js';

export interface Source {
  readonly id: number;
  readonly file: string;
  /** '' of a JSON document. */
  readonly sheet: string;
  /** The same for the same header. */
  readonly fingerprint: string;
  /** Of a workbook. */
  readonly grid?: Grid;
  /** Of a document. */
  readonly json?: string;
  /** Sheets of the same file of which nothing is read, and why; told of once, with the first that is. */
  readonly unread?: readonly string[];
  /** Hidden sheets of the same file, with the first source of it: read only where somebody asks for them. */
  readonly hidden?: readonly Grid[];
}

/** What a source is called: by its sheet, where that is enough to find it. A text file’s sheet is the file. */
export const sourceName = ({ file, sheet }: Pick<Source, 'file' | 'sheet'>, several: boolean): string =>
  (!several ? sheet || file : !sheet || sheet === file.replace(/\.\w+$/, '') ? file : `${file} ${sheet}`);

/** Whether there are several files, so that a sheet’s name may stand for more than one sheet. */
export const areSeveral = (sources: readonly Source[]): boolean => new Set(sources.map(({ file }) => file)).size > 1;

let ids = 0;

const NO_HEADER = '没有找到表头。表头一行应当有“行政相对人名称”“决定书文号”等列名。';

const VERTICAL_FORM = '这是竖排的表格（一行一个项目）。请改成一行一条记录、第一行是列名的表格后再导入。';

const ALL_HIDDEN = '有列名的工作表都是隐藏的。请在表格软件里取消隐藏，保存后再导入。';

/** @returns the sources in a file, or why there are none (Chinese) */
export const sourcesOf = (file: string, content: FileContent): readonly Source[] | string => {
  if ('problem' in content) return content.problem;
  if ('json' in content) {
    const columns = new Set<string>();
    const source = { id: ++ids, file, sheet: '', fingerprint: '', json: content.json };
    try {
      look(source, undefined, undefined, (row) => {
        for (const cells of row.cells.values()) for (const { key } of cells) columns.add(key);
        for (const { key } of row.extra) columns.add(key);
      });
    } catch (error) {
      return error instanceof FeedFailure ? error.failure.detail : '文件不是有效的 JSON。';
    }
    return [{ ...source, fingerprint: hashOf([...columns].sort().join('\n')) }];
  }
  const unread: string[] = [];
  const hidden: Grid[] = [];
  let forms = 0;
  const sources = content.grids.flatMap((grid): Source[] => {
    if (!grid.rows.some((row) => row.some((cell) => !isBlank(cell)))) return [];
    const fingerprint = sheetFingerprint(grid);
    if (fingerprint !== undefined) {
      if (!grid.hidden) return [{ id: ++ids, file, sheet: grid.name, fingerprint, grid }];
      hidden.push(grid);
      return [];
    }
    const isForm = isVerticalForm(grid);
    if (isForm) forms++;
    unread.push(`${grid.name}（${isForm ? '竖排的表格' : '没有找到表头'}）`);
    return [];
  });
  if (!sources.length) return hidden.length ? ALL_HIDDEN : forms ? VERTICAL_FORM : NO_HEADER;
  return sources.map((source, at) => (at ? source : { ...source, ...(unread.length && { unread }), ...(hidden.length && { hidden }) }));
};

/** How a source is read: as it is understood by itself, and as a person has said. */
export interface Reading {
  readonly today: string;
  readonly config: SgsConfig;
  readonly mapping?: Mapping | undefined;
  readonly kind?: Kind | undefined;
  readonly standard?: Standard | undefined;
}

/** The source's columns and rows, where it is a sheet. */
export const sheetOf = (source: Source, mapping?: Mapping): SheetReading | undefined => {
  const { grid, file, fingerprint } = source;
  if (!grid) return undefined;
  const known = sheets.get(source);
  if (known && known.mapping === mapping) return known.sheet;
  const sheet = readSheet(grid, file, {}, mapping && { [fingerprint]: mapping });
  sheets.set(source, { mapping, sheet });
  return sheet;
};

/** Reads a sheet in steps, so that the page can answer between them; then `sheetOf` has it at hand. */
export function* prepareSheet(source: Source, mapping?: Mapping): Generator<number, SheetReading | undefined> {
  const { grid, file, fingerprint } = source;
  const known = sheets.get(source);
  if (!grid || (known && known.mapping === mapping)) return known?.sheet;
  const sheet = yield* readSheetSteps(grid, file, {}, mapping && { [fingerprint]: mapping });
  sheets.set(source, { mapping, sheet });
  return sheet;
}

/** A large sheet takes a while: the last reading of each is kept. */
const sheets = new WeakMap<Source, { readonly mapping: Mapping | undefined; readonly sheet: SheetReading }>();

const PIECE = 16_384;
const ROWS = 100;

/** The text that the reader reads, with the share of it that has gone by. */
function* piecesOf(
  source: Source,
  sheet: SheetReading | undefined,
  kind: Kind | undefined,
): Generator<readonly [text: string, share: number]> {
  if (!sheet) {
    const { json = '' } = source;
    for (let at = 0; at < json.length; at += PIECE) yield [json.slice(at, at + PIECE), at / json.length];
    return;
  }
  const { entries, path } = sheet;
  // The names around the list tell the kind, as in a feed; what a person has said stands in each row.
  yield [path.map((name) => `{${JSON.stringify(name)}:`).join('') + '[', 0];
  for (let at = 0; at < entries.length; at += ROWS) {
    const rows = entries.slice(at, at + ROWS).map(({ values }) => JSON.stringify(kind ? { ...values, kind } : values));
    yield [(at ? ',' : '') + rows.join(','), at / entries.length];
  }
  yield [`]${'}'.repeat(path.length)}`, 1];
}

/** An entry as the pipeline sees it. `n` counts the entries of the source from 1. */
export type OnRow = (row: MappedRow, built: Built, n: number) => void;

interface SourceEnd {
  /** Entries. */
  readonly rows: number;
  readonly notices: readonly NoticeGroup[];
}

/**
 * Reads a source in steps, so that the page can breathe between them: each is told by its share of the whole. Ends with
 * what the reader has to say of all of it. Fails with a FeedFailure.
 */
export function* readSource(
  source: Source,
  { today, config, mapping, kind, standard }: Reading,
  onRow: OnRow,
  sheet = sheetOf(source, mapping),
): Generator<number, SourceEnd> {
  const whole: SgsConfig = { ...config, ...(mapping && { mapping }), ...(standard && { standard }) };
  const reader = createReader({ today, config: whole, onRecords: () => undefined, onRow });
  for (const [text, share] of piecesOf(source, sheet, kind)) {
    reader.push(text);
    yield share;
  }
  try {
    const { rows, notices } = reader.end();
    return { rows, notices };
  } catch (error) {
    // A sheet in which no row is a record is a finding of each row, not a failure.
    if (sheet && error instanceof FeedFailure) return { rows: sheet.entries.length, notices: [] };
    throw error;
  }
}

const LOOKS = 4;

/** Looks at the first rows. */
const look = (source: Source, mapping: Mapping | undefined, kind: Kind | undefined, onRow: OnRow): void => {
  const steps = readSource(source, { today: todayInChina(), config: {}, mapping, kind }, onRow);
  let step = steps.next();
  for (let n = 1; n < LOOKS && !step.done; n++) step = steps.next();
};

/** What one column of a source is taken for. */
export interface ColumnView {
  readonly key: string;
  readonly letters?: string | undefined;
  /**
   * `secret` is never read on, `own` is shown under its own name, `dropped` is not read. `hidden` speaks of a person or of the
   * office's inside, `gate` of whether the record may be shown: neither is shown.
   */
  readonly use: 'field' | 'secret' | 'own' | 'dropped' | 'hidden' | 'gate';
  readonly field?: FieldName | GateField | undefined;
  /** Redacted; never of a column that is not read. */
  readonly samples: readonly string[];
}

const SAMPLES = 2;
const LONGEST_SAMPLE = 24;

/** Columns of a department's own that may hold names. */
const NAMES = /姓名|名单|[人员]$|签字|签名/;

/** Values as they may be seen by whoever stands behind. @param subject the row's own name, where it may be a person's */
const sampleOf = (key: string, value: unknown, field: string | undefined, subject: string): string => {
  const text = redactNumbers(createNameMasker(looksLikePersonName(subject) ? [subject] : [])(cleanText(value)), { person: true });
  const isName = field ? fieldType(field as FieldName) === 'name' : NAMES.test(key);
  const name = isName && looksLikePersonName(text) ? maskName(text) : text;
  return name.length > LONGEST_SAMPLE ? `${name.slice(0, LONGEST_SAMPLE)}…` : name;
};

/** How the columns of a source are understood, and the kind of its records. */
export interface ColumnsView {
  readonly kind: Kind | undefined;
  readonly columns: readonly ColumnView[];
  /** Of a sheet. */
  readonly rows: number | undefined;
}

const views = new WeakMap<
  Source,
  { readonly mapping: Mapping | undefined; readonly chosen: Kind | undefined; readonly view: ColumnsView }
>();

/** Kept until the mapping changes: it is asked for with every change on the page. */
export const columnsOf = (source: Source, mapping?: Mapping, chosen?: Kind): ColumnsView => {
  const known = views.get(source);
  if (known && known.mapping === mapping && known.chosen === chosen) return known.view;
  const view = readColumns(source, mapping, chosen);
  views.set(source, { mapping, chosen, view });
  return view;
};

const readColumns = (source: Source, mapping: Mapping | undefined, chosen: Kind | undefined): ColumnsView => {
  const seen = new Map<string, { use: ColumnView['use']; field?: FieldName | GateField; samples: string[] }>();
  let kind = chosen;
  const see = (subject: string, key: string, use: ColumnView['use'], value?: unknown, field?: FieldName | GateField): void => {
    const column = seen.get(key.trim()) ?? { use, ...(field && { field }), samples: [] };
    seen.set(key.trim(), column);
    const sample = use === 'secret' || use === 'hidden' || column.samples.length >= SAMPLES ? '' : sampleOf(key, value, field, subject);
    if (sample && !column.samples.includes(sample)) column.samples.push(sample);
  };
  look(source, mapping, chosen, (row) => {
    kind ??= row.kind;
    const subject = cleanText(row.cells.get('subjectName')?.[0]?.value);
    for (const [field, cells] of row.cells)
      for (const { key, value } of cells) see(subject, key, 'field', field === 'ignored' ? '' : value, field);
    for (const { key, value } of row.extra) see(subject, key, 'own', value);
    for (const { column } of row.hidden) see(subject, column, 'hidden');
    for (const { label, value } of row.gates) see(subject, label, 'gate', value);
    for (const key of row.unplaced) see(subject, key, 'dropped');
    for (const key of row.secrets) see(subject, key, 'secret');
  });
  const sheet = sheetOf(source, mapping);
  if (!sheet)
    return { kind, rows: undefined, columns: [...seen].filter(([key]) => key !== 'kind').map(([key, column]) => ({ key, ...column })) };
  kind = chosen ?? sheet.kind ?? kind;
  const readColumn = createReadColumn(mapping);
  return {
    kind,
    rows: sheet.entries.length,
    columns: sheet.columns.filter(({ header }) => header).map(({ header, letters, ...reading }): ColumnView => {
      const { use, field } = kind ? useOf(readColumn(header, header)[kind]) : (reading as Pick<ColumnView, 'use' | 'field'>);
      return {
        key: header, letters, use, field,
        samples: use === 'secret' || use === 'hidden' ? [] : seen.get(header)?.samples ?? [],
      };
    }),
  };
};

/** What the reader makes of a column, by its label alone: it may be empty in the rows that were looked at. */
const useOf = ({ label, alias, secret, settled, hidden, gate }: Column): Pick<ColumnView, 'use' | 'field'> => {
  if (secret) return { use: 'secret' };
  if (settled) return { use: settled === 'ignore' ? 'dropped' : 'own' };
  if (alias) return alias.field === 'ignored' ? { use: 'dropped', field: 'ignored' } : { use: 'field', field: alias.field };
  if (hidden) return { use: 'hidden' };
  if (gate) return { use: 'gate' };
  return { use: /\p{Script=Han}/u.test(label) ? 'own' : 'dropped' };
};

/** The letters under which a spreadsheet shows a column. */
export const lettersOf = (sheet: SheetReading | undefined, key: string): string | undefined => sheet && columnOf(sheet, key)?.letters;

/** What was taken in, table by table: a sheet, or the records of a JSON document. */
import { createReader } from '../../../src/feed/reader.js';
import { createReadKeys, kindOf, mapRow, type MappedRow } from '../../../src/feed/mapping.js';
import { buildRecord, type Built } from '../../../src/feed/record.js';
import { hashOf } from '../../../src/feed/hash.js';
import { textOf } from '../../../src/feed/text.js';
import { FeedFailure } from '../../../src/model/failure.js';
import type { SgsConfig } from '../../../src/model/config.js';
import type { FieldName, GateField } from '../../../src/model/fields.js';
import type { Kind } from '../../../src/model/kinds.js';
import { maskName, looksLikePersonName, redactText } from '../../../src/rules/privacy.js';
import { todayInChina } from '../../../src/rules/gate.js';
import type { Standard } from '../../../src/rules/status.js';
import type { FileContent } from './file.js';
import { tableOf, type Table } from './table.js';

export type Source = { readonly id: number; readonly file: string; readonly sheet: string; readonly fingerprint: string; readonly skipped: number } & (
  | { readonly table: Table; readonly json?: undefined }
  | { readonly json: string; readonly table?: undefined }
);

/** What one column of a source is taken for. */
export interface ColumnView {
  readonly key: string;
  readonly letters?: string | undefined;
  /** `secret` is never read on, `extra` is shown under its own name, `unknown` is not adopted. */
  readonly role: 'field' | 'gate' | 'secret' | 'extra' | 'unknown';
  readonly field?: FieldName | GateField;
  /** Redacted; never of a column that is not read. */
  readonly samples: readonly string[];
}

let ids = 0;

/** @returns the sources in a file, or why there are none (Chinese) */
export const sourcesOf = (file: string, content: FileContent): readonly Source[] | string => {
  if ('problem' in content) return content.problem;
  if ('json' in content) {
    const common = { id: ++ids, file, sheet: '', skipped: 0, json: content.json };
    const keys = new Set<string>();
    try {
      const reader = createReader({ today: todayInChina(), onRecords: () => undefined, onRow: (row) => {
        for (const cells of row.cells.values()) for (const { key } of cells) keys.add(key);
      } });
      // The beginning says what the keys are; the end, whether it is whole, is read with everything.
      reader.push(content.json.slice(0, 200_000));
      return [{ ...common, fingerprint: hashOf([...keys].join('\n')) }];
    } catch (error) {
      return error instanceof FeedFailure ? error.failure.detail : '文件不是有效的 JSON。';
    }
  }
  const tables = content.grids.map((grid) => tableOf(file, grid)).filter((table) => table !== undefined);
  if (tables.length === 0) return '没有找到表头。表头一行应当有“行政相对人名称”“决定书文号”等列名。';
  return tables.map((table) => ({ id: ++ids, file, sheet: table.sheet, fingerprint: table.fingerprint, skipped: table.skipped, table }));
};

export interface Reading {
  readonly today: string;
  readonly config: SgsConfig;
  /** Of rows that don't say themselves; the person's choice. */
  readonly kind?: Kind | undefined;
  /** Until all rows have been seen, what a status code means is not known unless somebody has said it. */
  readonly standard?: Standard | undefined;
}

/** One entry as the pipeline sees it. `n` counts entries of the source from 1. */
export type OnRow = (row: MappedRow, built: Built, n: number) => void;

/** Reads a source through the feed's own pipeline, in steps, so that the page can breathe between them. Ends with the number of entries. */
export function* readSource(source: Source, { today, config, kind: chosen, standard: said }: Reading, onRow: OnRow): Generator<number, number> {
  if (source.json !== undefined) {
    const reader = createReader({ today, config: { ...config, ...(said && { standard: said }) }, onRecords: () => undefined, onRow });
    const PIECE = 16_384;
    for (let at = 0; at < source.json.length; at += PIECE) {
      reader.push(source.json.slice(at, at + PIECE));
      yield Math.min(1, at / source.json.length);
    }
    return reader.end().rows;
  }
  const { table } = source;
  const readKeys = createReadKeys(config.mapping);
  const standards = new Set<Standard>();
  const held: (readonly [MappedRow, number])[] = [];
  const fixed = said ?? config.standard;
  for (const [at, { cells }] of table.rows.entries()) {
    const values = Object.fromEntries(table.columns.map((column) => [column.key, cells[column.at]]));
    const row = { values, labels: {}, hints: [source.sheet, source.file] };
    const kind = chosen ?? kindOf(row, readKeys);
    if (kind) {
      const mapped = mapRow(row, kind, readKeys);
      for (const standard of mapped.standards) standards.add(standard);
      const built = buildRecord(mapped, { today, config, standard: fixed, certain: fixed !== undefined });
      if ('undecided' in built) held.push([mapped, at + 1]);
      onRow(mapped, built, at + 1);
    }
    yield at / table.rows.length;
  }
  const standard = fixed ?? (standards.size === 1 ? [...standards][0] as Standard : null);
  for (const [mapped, n] of held) onRow(mapped, buildRecord(mapped, { today, config, standard, certain: true }), n);
  return table.rows.length;
}

const SAMPLES = 2;
const SAMPLE_ROWS = 60;
const LONGEST_SAMPLE = 24;

/** Values as they may be looked at by whoever stands behind. */
const sampleOf = (value: unknown): string => {
  const text = redactText(textOf(value), { person: true });
  const name = looksLikePersonName(text) ? maskName(text) : text;
  return name.length > LONGEST_SAMPLE ? `${name.slice(0, LONGEST_SAMPLE)}…` : name;
};

/** How the columns of a source are understood, with the kind of its first records. */
export const columnsOf = (source: Source, mapping: SgsConfig['mapping'], chosen: Kind | undefined): { readonly kind: Kind | undefined; readonly columns: readonly ColumnView[] } => {
  const columns = new Map<string, { role: ColumnView['role']; field?: FieldName | GateField; samples: string[] }>();
  let kind: Kind | undefined = chosen;
  const isGate = (field: FieldName | GateField): boolean => GATE.has(field);
  const see = (key: string, role: ColumnView['role'], value: unknown, field?: FieldName | GateField): void => {
    const column = columns.get(key) || { role, ...(field && { field }), samples: [] };
    columns.set(key, column);
    const sample = role === 'secret' || column.samples.length >= SAMPLES ? '' : sampleOf(value);
    if (sample && !column.samples.includes(sample)) column.samples.push(sample);
  };
  const look: OnRow = (row) => {
    kind ??= row.kind;
    for (const [field, cells] of row.cells) for (const { key, value } of cells) see(key, isGate(field) ? 'gate' : 'field', value, field);
    for (const { key, value } of row.extra) see(key, 'extra', value);
    for (const key of row.unplaced) see(key, 'unknown', undefined);
    for (const key of row.secrets) see(key, 'secret', undefined);
  };
  const steps = readSource(source, { today: todayInChina(), config: { ...(mapping && { mapping }) }, kind: chosen }, look);
  for (let n = 0; n < SAMPLE_ROWS && !steps.next().done; n++) /* looks on */;
  const { table } = source;
  if (!table) return { kind, columns: [...columns].map(([key, column]) => ({ key, ...column })) };
  // Columns that are empty in the first rows are understood by their names alone.
  const readKeys = createReadKeys(mapping);
  const named = kind && readKeys({ values: Object.fromEntries(table.columns.map(({ key }) => [key, ''])), labels: {}, hints: [] })[kind].columns;
  return { kind, columns: table.columns.map(({ key, letters }): ColumnView => {
    const seen = columns.get(key);
    if (seen) return { key, letters, ...seen };
    const name = named?.find((column) => column.key === key);
    const field = name?.alias?.field;
    return { key, letters, role: name?.secret ? 'secret' : field ? (isGate(field) ? 'gate' : 'field') : 'extra', ...(field && { field }), samples: [] };
  }) };
};

const GATE: ReadonlySet<string> = new Set<GateField>(['id', 'kind', 'status', 'statusName', 'scope', 'remark', 'grade', 'ignored']);

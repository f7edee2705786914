/** Entries of a feed → clean records, and counts of what became of all of them. */
import type { Kind } from '../model/kinds.js';
import { isPlainObject, type PlainObject, type SgsConfig } from '../model/config.js';
import type { RejectedReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import type { Standard } from '../rules/status.js';
import type { FeedReport, OnRow } from './feed.js';
import { bestScore, createReadKeys, kindOf, mapRow, type MappedRow } from './mapping.js';
import type { RecordRules } from './record-rules.js';
import { rowOf, type Row } from './row.js';

export interface EntryOptions {
  readonly rules: RecordRules;
  readonly config: SgsConfig;
  /** Kinds the list shows: they win where a record could be of several. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Today in China, ISO. */
  readonly today: string;
  /** For checks. */
  readonly onRow?: OnRow | undefined;
}

/** Takes entries one by one. */
export interface EntryReader {
  /** Whether an entry looks like a record, and stands where the site says that records are. */
  isRecord(entry: unknown, path: readonly string[]): entry is PlainObject;
  take(entry: unknown, path: readonly string[]): void;
  /** Entries until now. */
  rows(): number;
  /** The records that have become ready since it was last asked. */
  ready(): readonly SgsRecord[];
  /** Decides what waits for the standard. @param declared what the feed says of itself */
  end(declared: Standard | undefined): Omit<FeedReport, 'meta'>;
}

const count = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

export const createEntryReader = ({ rules, config, kinds: wanted, today, onRow }: EntryOptions): EntryReader => {
  const readKeys = createReadKeys(rules.createReadColumn(config.mapping, config.values));
  const place = config.response?.records;
  const kinds: FeedReport['kinds'] = {};
  const withheld: FeedReport['withheld'] = {};
  const rejected: FeedReport['rejected'] = {};
  const unplaced: FeedReport['unplaced'] = {};
  const standards = new Set<Standard>();
  /** Rows whose status code can't be read before the standard is known. */
  const undecided: { readonly row: MappedRow; readonly n: number }[] = [];
  const notices = rules.createNotices();
  let batch: SgsRecord[] = [];
  let rows = 0;

  const rowIn = (entry: PlainObject, path: readonly string[]): Row =>
    rowOf(entry, path, (row) => bestScore(readKeys(row)));

  /** A row under our fields, or why there is none; one that can't be read is set aside alone. */
  const mapAlone = (entry: PlainObject, path: readonly string[]): MappedRow | RejectedReason => {
    try {
      const row = rowIn(entry, path);
      const readings = readKeys(row);
      const kind = kindOf(row, readings, wanted);
      return kind ? mapRow(row, kind, readings) : 'no-kind';
    } catch {
      return 'no-record';
    }
  };

  /** A record that can't be judged is set aside alone. */
  const buildAlone: RecordRules['buildRecord'] = (row, context) => {
    try {
      return rules.buildRecord(row, context);
    } catch {
      return { rejected: 'no-record' };
    }
  };

  const build = (row: MappedRow, standard: Standard | null | undefined, certain: boolean, n = rows): void => {
    const built = buildAlone(row, { today, standard, certain, config });
    onRow?.(row, built, rows);
    if ('undecided' in built) undecided.push({ row, n });
    else if ('rejected' in built) count(rejected, built.rejected);
    else {
      for (const notice of built.notices) notices.add(notice, n);
      if (built.withheld) count(withheld, built.withheld);
      else count(kinds, row.kind);
      if (built.record) batch.push(built.record);
    }
  };

  return {
    isRecord: (entry, path): entry is PlainObject => {
      if (!isPlainObject(entry) || (place && path.join('.') !== place)) return false;
      const row = rowIn(entry, path);
      return kindOf(row, readKeys(row)) !== undefined;
    },
    take: (entry, path) => {
      rows++;
      if (!isPlainObject(entry)) {
        count(rejected, 'no-record');
        return;
      }
      const mapped = mapAlone(entry, path);
      if (typeof mapped === 'string') {
        count(rejected, mapped);
        return;
      }
      for (const standard of mapped.standards) standards.add(standard);
      for (const key of mapped.unplaced) count(unplaced, key);
      const soFar = standards.size > 1 ? null : [...standards][0];
      build(mapped, config.standard ?? soFar, config.standard !== undefined);
    },
    rows: () => rows,
    ready: () => {
      const ready = batch;
      batch = [];
      return ready;
    },
    end: (declared) => {
      const waiting = undecided.splice(0);
      const standard = config.standard ?? declared ?? (standards.size === 1 ? [...standards][0] : undefined) ?? null;
      for (const { row, n } of waiting) build(row, standard, true, n);
      return {
        standard: standard ?? (standards.size === 0 && waiting.length === 0 ? 'any' : null),
        rows, kinds, withheld, rejected, unplaced, notices: notices.groups(),
      };
    },
  };
};

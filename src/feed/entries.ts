/** Entries of a feed → clean records, and counts of what became of all of them. */
import type { Kind } from '../model/kinds.js';
import { isPlainObject, type PlainObject, type SgsConfig } from '../model/config.js';
import type { RejectedReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import type { Standard } from '../rules/status.js';
import type { FeedReport, OnRow } from './feed.js';
import { bestScore, createReadKeys, kindOf, mapRow, type MappedRow } from './mapping.js';
import type { PlainReader, PlainReaderOptions, RecordRules } from './record-rules.js';
import type { Row } from './row.js';

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
  /** Takes an entry by the short way; false where it has to be taken by the long one. */
  takePlain(entry: PlainObject, path: readonly string[]): boolean;
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

/** Bits of the standards, by which `plain/reader.ts` knows them, too. */
const BITS: readonly (Standard | undefined | null)[] = [undefined, '2015', '2018', null];

/** @param names what the cleaner of entries says of keys, for the short way */
export const createEntryReader = (
  { rules, config, kinds: wanted, today, onRow }: EntryOptions, names?: Pick<PlainReaderOptions, 'isLeft' | 'learnt'>,
): EntryReader => {
  const readKeys = createReadKeys(rules.createReadColumn(config.mapping, config.values));
  const place = config.response?.records;
  const kinds: FeedReport['kinds'] = {};
  const withheld: FeedReport['withheld'] = {};
  const rejected: FeedReport['rejected'] = {};
  const unplaced: FeedReport['unplaced'] = {};
  /** Of keys that have been seen. */
  let standards = 0;
  /** Rows whose status code can't be read before the standard is known. */
  const undecided: { readonly row: MappedRow; readonly n: number }[] = [];
  const notices = rules.createNotices();
  let batch: SgsRecord[] = [];
  let rows = 0;

  const rowIn = (entry: PlainObject, path: readonly string[]): Row =>
    rules.shapes.rowOf(entry, path, (row) => bestScore(readKeys(row)));

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

  // Checks look at every row as it was mapped.
  const readPlain = names && !onRow ? rules.createPlainReader?.({
    ...names, config, today,
    describe: (entry, path) => {
      const row = rowIn(entry, path);
      const readings = readKeys(row);
      const kind = kindOf(row, readings, wanted);
      return kind && { kind, columns: readings[kind].columns };
    },
  }) : undefined;

  /** What the short way can't read goes the long one, which sets it aside alone where it can't either. */
  const readPlainAlone: PlainReader = (entry, path, seen) => {
    try {
      return readPlain?.(entry, path, seen);
    } catch {
      return undefined;
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
      for (const standard of mapped.standards) standards |= BITS.indexOf(standard);
      for (const key of mapped.unplaced) count(unplaced, key);
      build(mapped, config.standard ?? BITS[standards], config.standard !== undefined);
    },
    takePlain: (entry, path) => {
      const read = readPlainAlone(entry, path, standards);
      if (!read) return false;
      rows++;
      ({ standards } = read);
      for (const key of read.unplaced) count(unplaced, key);
      for (const notice of read.notices) notices.add(notice, rows);
      count(kinds, read.record.kind);
      batch.push(read.record);
      return true;
    },
    rows: () => rows,
    ready: () => {
      const ready = batch;
      batch = [];
      return ready;
    },
    end: (declared) => {
      const waiting = undecided.splice(0);
      const standard = config.standard ?? declared ?? BITS[standards] ?? null;
      for (const { row, n } of waiting) build(row, standard, true, n);
      return {
        standard: standard ?? (standards === 0 && waiting.length === 0 ? 'any' : null),
        rows, kinds, withheld, rejected, unplaced, notices: notices.groups(),
      };
    },
  };
};

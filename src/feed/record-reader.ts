/** Text → clean records while it arrives, then a report. Pure: no network, no clock, no DOM. */
import { FeedFailure, type FailureCode } from '../model/failure.js';
import { isPlainObject, type PlainObject, type SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { createEntryReader, type EntryOptions } from './entries.js';
import { metaOf, standardOf } from './feed-meta.js';
import type { FeedReport } from './feed.js';
import { isCleanTail, startOfJson } from './json-start.js';
import { parseLenient } from './lenient-json.js';
import { createScanner } from './scan.js';

export interface RecordReaderOptions extends Omit<EntryOptions, 'config'> {
  readonly config?: SgsConfig;
  readonly onRecords: (records: readonly SgsRecord[]) => void;
  /** What stands around the records, once all are read. */
  readonly onRoot?: ((root: unknown) => void) | undefined;
  /**
   * The text is a part of something: a page after the first, the rows of a sheet, records read once more. Then it may well
   * hold nothing, or nothing that can be taken; of a whole feed that is a failure.
   */
  readonly isPart?: boolean | undefined;
}

/** Takes a feed's text piece by piece. */
export interface FeedReader {
  /** Fails with a FeedFailure when the text can't be a feed. */
  push(text: string): void;
  /** To be called once, after the last piece. Fails with a FeedFailure. */
  end(): FeedReport;
}

const fail = (code: FailureCode, detail: string): FeedFailure => new FeedFailure({ code, detail });

const assertOurVersion = (document: unknown): void => {
  if (!isPlainObject(document) || !Array.isArray(document['records'])) return;
  const { version } = document as { readonly version?: unknown };
  if (typeof version === 'number' && version !== 1) throw fail('shape', `不支持的数据版本 ${version}，请升级 sgs.js。`);
};

/** Characters of the beginning that are kept, to say what the text is if it is no feed. */
const KEPT = 4000;

/** Keys kept to be named to the webmaster where no record was found. */
const MOST_KEYS = 20;

export function createRecordReader({ config = {}, onRecords, onRoot, isPart = false, ...options }: RecordReaderOptions): FeedReader {
  const { shapes } = options.rules;
  const cleaner = shapes.createEntryCleaner(config);
  const entries = createEntryReader({ ...options, config }, cleaner);
  /** What has come before the JSON; undefined once that has begun. */
  let head: string | undefined = '';
  /** Characters of the head when it is next looked through. */
  let nextLook = 0;
  let beginning = '';
  /** Nothing but what is known to stands before the JSON. */
  let isClean = true;
  /** Keys of what looked least unlike a record. */
  let keys = new Set<string>();

  /** Whether an object is a record; what is none may say what columns are called. */
  const isRecord = (candidate: unknown, path: readonly string[]): boolean => {
    let row: PlainObject | undefined;
    try {
      row = cleaner.clean(candidate);
    } catch {
      // Too long to be read, but whether it is one of ours can be told from its keys.
      row = candidate as PlainObject;
    }
    if (!row || shapes.holdsColumns(row)) return false;
    if (entries.isRecord(row, path)) return true;
    cleaner.learn(row);
    return false;
  };

  /** The same of an item of a list; what it has instead is told if nothing better comes. */
  const isRecordInList = (candidate: unknown, path: readonly string[]): boolean => {
    if (isRecord(candidate, path)) return true;
    const own = isPlainObject(candidate) ? Object.keys(candidate) : [];
    if (own.length > keys.size && own.length > 2) keys = new Set(own);
    return false;
  };

  const take = (entry: unknown, path: readonly string[]): void => {
    if (isPlainObject(entry) && entries.takePlain(entry, path)) return;
    // Judged as it stands there, so that whoever counts the rows of a sheet passes over the same.
    if (isPlainObject(entry) && shapes.isTotalsRow(entry)) return;
    let row: PlainObject | undefined;
    try {
      row = cleaner.take(entry, path);
    } catch {
      // One record that can't be read is set aside alone.
      row = undefined;
    }
    if (row) for (const key of Object.keys(row)) if (keys.size < MOST_KEYS) keys.add(key);
    entries.take(row, path);
  };

  const parseSlice = shapes.createSliceParser?.();
  const scanner = createScanner({
    looksLikeRecord: (text, path) => isRecordInList(parseLenient(text), path),
    onEntry: (text, path) => {
      cleaner.keep(text, path);
      take(parseLenient(text), path);
    },
    takeSlice: parseSlice && ((buffer, from, path) => {
      const slice = parseSlice(buffer, from);
      if (!slice) return 0;
      cleaner.keep(slice.text, path, slice.entries.length);
      for (const entry of slice.entries) take(entry, path);
      return slice.end;
    }),
    onOddItem: () => entries.take(undefined, []),
  });

  const handOver = (): void => {
    const records = entries.ready();
    if (records.length) onRecords(records);
  };

  /** The text from where its JSON begins; '' before. */
  const withoutHead = (text: string): string => {
    if (beginning.length < KEPT) beginning += text.slice(0, KEPT);
    if (head === undefined) return text;
    head += text;
    // It is looked through from its beginning: not again for every few characters that come.
    if (head.length < nextLook) return '';
    nextLook = head.length * 1.25;
    const start = startOfJson(head);
    if (start === 'never') throw shapes.whatItIs(head);
    if (!start) return '';
    head = undefined;
    ({ isClean } = start);
    return start.json;
  };

  /** What stands around the entries. */
  const rootOf = (): unknown => {
    const [text] = scanner.roots;
    const root = text === undefined ? undefined : parseLenient(text);
    if (text !== undefined && root === undefined && entries.rows() === 0) throw shapes.whatItIs(beginning);
    return root;
  };

  /** How many records the feed says that it has; a folder's beginning and a page say it of more than themselves. */
  const wholeTotal = (root: unknown): number | undefined =>
    (isPart || (isPlainObject(root) && root['shards'] !== undefined) ? undefined : shapes.totalIn(root, config.response?.total));

  /** Nothing was found: says so only where the document does. */
  const assertSaysNothing = (root: unknown, total: number | undefined): void => {
    const error = shapes.errorIn(root);
    if (error) throw new FeedFailure({ code: 'http', ...error });
    // Text or bytes that happen to hold [] are no answer.
    if (!isClean || !isCleanTail(scanner.tail())) throw shapes.whatItIs(beginning);
    if (!total && shapes.saysNothing(root)) return;
    throw shapes.unknownShape(root, keys, total);
  };

  /** Records there were, but none that could be taken. */
  const assertSomeTaken = (rejected: FeedReport['rejected'], rows: number): void => {
    const counts = Object.entries(rejected);
    if (rows === 0 || isPart || counts.reduce((sum, [, count]) => sum + count, 0) < rows) return;
    throw shapes.noneTaken(rows, counts.map((entry) => entry.join(' ')).join('、'), keys);
  };

  const push = (text: string): void => {
    scanner.push(withoutHead(text));
    if (scanner.failed()) throw shapes.whatItIs(beginning);
    handOver();
  };

  return {
    push,
    end: () => {
      nextLook = 0;
      push('');
      if (head !== undefined) throw shapes.whatItIs(head);
      if (scanner.isOpen()) {
        throw (!isClean && shapes.knownThing(beginning)) || fail('truncated', '数据不完整：JSON 在中途结束。');
      }
      const root = rootOf();
      onRoot?.(root);
      assertOurVersion(root);
      if (entries.rows() === 0) for (const { entry, path } of shapes.entriesIn(root, isRecord)) take(entry, path);
      const total = wholeTotal(root);
      if (entries.rows() === 0) assertSaysNothing(root, total);
      const counts = entries.end(standardOf(root));
      assertSomeTaken(counts.rejected, counts.rows);
      handOver();
      const unplaced = { ...counts.unplaced };
      for (const [key, count] of Object.entries(cleaner.unread(root))) unplaced[key] = (unplaced[key] ?? 0) + count;
      const meta = options.rules.cleanMeta(metaOf(root, config, options.rules.shapes), config);
      return { meta, ...counts, unplaced, ...(total !== undefined && { total }) };
    },
  };
}

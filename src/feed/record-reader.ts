/** Text → clean records while it arrives, then a report. Pure: no network, no clock, no DOM. */
import { FeedFailure, type FailureCode } from '../model/failure.js';
import { isPlainObject, type PlainObject, type SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { knownThing, whatItIs } from './describe.js';
import { createEntryReader, type EntryOptions } from './entries.js';
import { createEntryCleaner, isTotalsRow } from './entry.js';
import { errorIn, saysNothing, totalIn } from './envelope.js';
import { metaOf, standardOf } from './feed-meta.js';
import type { FeedReport } from './feed.js';
import { isCleanTail, startOfJson } from './json-start.js';
import { parseLenient } from './lenient-json.js';
import { createReferences } from './references.js';
import { createScanner } from './scan.js';
import { holdsColumns } from './tables.js';
import { entriesIn } from './tree.js';

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

/** Keys named to the webmaster where no record was found. */
const MOST_KEYS = 20;

/** Keys as they may be repeated: names of columns, never numbers or texts. */
const namesAmong = (keys: Iterable<string>): string[] =>
  [...keys].filter((key) => /^[\p{L}_$][\p{L}\p{N}_.$:/（）()-]{0,40}$/u.test(key) && !/\d{6}/.test(key)).slice(0, MOST_KEYS);

const HOW = '请用配置项 mapping 说明字段。';

/** What has gone wrong where a document holds no record that we know. */
const unknownShape = (root: unknown, keys: ReadonlySet<string>, total: number | undefined): FeedFailure => {
  const names = hasBareRows(root) ? [] : namesAmong(keys);
  const seen = names.length ? `数据中的字段有 ${names.join('、')}。` : '';
  const count = total ? `数据自称共 ${total} 条，但` : '';
  if (!seen && hasBareRows(root)) {
    return fail('shape', `${count}记录是没有字段名的数组，不知道各列是什么。请让接口返回带字段名的对象，或另附列名（如 columns）。`);
  }
  return fail('shape', `${count}没有找到公示记录。${seen}${HOW}`);
};

/** Whether a document holds lists of lists: rows without the names of their columns. */
const hasBareRows = (value: unknown, depth = 0): boolean => {
  if (depth > 6 || typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value) && Array.isArray(value[0]) && value[0].length > 1) return true;
  return Object.values(value).some((item) => hasBareRows(item, depth + 1));
};

export function createRecordReader({ config = {}, onRecords, onRoot, isPart = false, ...options }: RecordReaderOptions): FeedReader {
  const entries = createEntryReader({ ...options, config });
  const references = createReferences();
  const cleaner = createEntryCleaner(references, config);
  /** What has come before the JSON; undefined once that has begun. */
  let head: string | undefined = '';
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
      row = isPlainObject(candidate) ? candidate : undefined;
    }
    if (!row || holdsColumns(row)) return false;
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
    // Judged as it stands there, so that whoever counts the rows of a sheet passes over the same.
    if (isPlainObject(entry) && isTotalsRow(entry)) return;
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

  const scanner = createScanner({
    looksLikeRecord: (text, path) => isRecordInList(parseLenient(text), path),
    onEntry: (text, path) => {
      references.keep(text, path);
      take(parseLenient(text), path);
    },
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
    const start = startOfJson(head);
    if (!start) return '';
    head = undefined;
    ({ isClean } = start);
    return start.json;
  };

  /** What stands around the entries. */
  const rootOf = (): unknown => {
    const [text] = scanner.roots;
    const root = text === undefined ? undefined : parseLenient(text);
    if (text !== undefined && root === undefined && entries.rows() === 0) throw whatItIs(beginning);
    return root;
  };

  /** How many records the feed says that it has; a folder's beginning and a page say it of more than themselves. */
  const wholeTotal = (root: unknown): number | undefined =>
    (isPart || (isPlainObject(root) && root['shards'] !== undefined) ? undefined : totalIn(root, config.response?.total));

  /** Nothing was found: says so only where the document does. */
  const assertSaysNothing = (root: unknown, total: number | undefined): void => {
    const error = errorIn(root);
    if (error) throw new FeedFailure({ code: 'http', ...error });
    // Text or bytes that happen to hold [] are no answer.
    if (!isClean || !isCleanTail(scanner.tail())) throw whatItIs(beginning);
    if (!total && saysNothing(root)) return;
    throw unknownShape(root, keys, total);
  };

  /** Records there were, but none that could be taken. */
  const assertSomeTaken = (rejected: FeedReport['rejected'], rows: number): void => {
    const counts = Object.entries(rejected);
    if (rows === 0 || isPart || counts.reduce((sum, [, count]) => sum + count, 0) < rows) return;
    const why = rejected['no-record'] === rows ? knownThing(beginning)?.failure.detail ?? '' : '';
    const seen = namesAmong(keys);
    throw fail(why ? 'syntax' : 'shape', `${why}读到 ${rows} 条，但都不能采用（${counts.map((entry) => entry.join(' ')).join('、')}）。${
      seen.length ? `数据中的字段有 ${seen.join('、')}。${HOW}` : ''}`);
  };

  return {
    push: (text) => {
      scanner.push(withoutHead(text));
      if (scanner.failed()) throw whatItIs(beginning);
      handOver();
    },
    end: () => {
      if (head !== undefined) throw whatItIs(head);
      if (scanner.isOpen()) {
        throw (!isClean && knownThing(beginning)) || fail('truncated', '数据不完整：JSON 在中途结束。');
      }
      const root = rootOf();
      onRoot?.(root);
      assertOurVersion(root);
      if (entries.rows() === 0) for (const { entry, path } of entriesIn(root, isRecord)) take(entry, path);
      const total = wholeTotal(root);
      if (entries.rows() === 0) assertSaysNothing(root, total);
      const counts = entries.end(standardOf(root));
      assertSomeTaken(counts.rejected, counts.rows);
      handOver();
      const unplaced = { ...counts.unplaced };
      for (const [key, count] of Object.entries(cleaner.unread)) unplaced[key] = (unplaced[key] ?? 0) + count;
      return { meta: options.rules.cleanMeta(metaOf(root, config), config), ...counts, unplaced, ...(total !== undefined && { total }) };
    },
  };
}

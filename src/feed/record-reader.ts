/** Text → clean records while it arrives, then a report. Pure: no network, no clock, no DOM. */
import { FeedFailure, type FailureCode } from '../model/failure.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { createEntryReader, type EntryOptions } from './entries.js';
import { metaOf, standardOf } from './feed-meta.js';
import type { FeedReport } from './feed.js';
import { noJson, startOfJson } from './json-start.js';
import { parseLenient } from './lenient-json.js';
import { createScanner } from './scan.js';
import { entriesIn } from './tree.js';

export interface RecordReaderOptions extends Omit<EntryOptions, 'config'> {
  readonly config?: SgsConfig;
  readonly onRecords: (records: readonly SgsRecord[]) => void;
  /** What stands around the records, once all are read. */
  readonly onRoot?: ((root: unknown) => void) | undefined;
}

/** Takes a feed's text piece by piece. */
export interface FeedReader {
  /** Fails with a FeedFailure when the text can't be a feed. */
  push(text: string): void;
  /** To be called once, after the last piece. Fails with a FeedFailure. */
  end(): FeedReport;
}

const fail = (code: FailureCode, detail: string): FeedFailure => new FeedFailure({ code, detail });

/** `{"total": 0, "list": null}`: an answer that has nothing to say. */
const SAYS_NOTHING = /"(?:total|count)\w*"\s*:\s*"?0\b/i;

const assertOurVersion = (document: unknown): void => {
  if (!isPlainObject(document) || !Array.isArray(document['records'])) return;
  const { version } = document as { readonly version?: unknown };
  if (typeof version === 'number' && version !== 1) throw fail('shape', `不支持的数据版本 ${version}，请升级 sgs.js。`);
};

export const createRecordReader = ({ config = {}, onRecords, onRoot, ...options }: RecordReaderOptions): FeedReader => {
  const entries = createEntryReader({ ...options, config });
  /** What has come before the JSON; undefined once that has begun. */
  let head: string | undefined = '';

  const scanner = createScanner({
    looksLikeRecord: (text, path) => entries.isRecord(parseLenient(text), path),
    onEntry: (text, path) => entries.take(parseLenient(text), path),
    onOddItem: () => entries.take(undefined, []),
  });

  const handOver = (): void => {
    const records = entries.ready();
    if (records.length) onRecords(records);
  };

  /** The text from where its JSON begins; '' before. */
  const withoutHead = (text: string): string => {
    if (head === undefined) return text;
    head += text;
    const json = startOfJson(head);
    if (json !== undefined) head = undefined;
    return json ?? '';
  };

  /** What stands around the entries. */
  const rootOf = (): unknown => {
    const [text] = scanner.roots;
    const root = text === undefined ? undefined : parseLenient(text);
    if (text !== undefined && root === undefined && entries.rows() === 0) throw fail('syntax', '数据不是有效的 JSON。');
    return root;
  };

  return {
    push: (text) => {
      scanner.push(withoutHead(text));
      if (scanner.failed()) throw fail('syntax', '数据不是有效的 JSON。');
      handOver();
    },
    end: () => {
      if (head !== undefined) throw noJson(head);
      if (scanner.isOpen()) throw fail('truncated', '数据不完整：JSON 在中途结束。');
      const root = rootOf();
      onRoot?.(root);
      assertOurVersion(root);
      if (entries.rows() === 0) {
        for (const { entry, path } of entriesIn(root, (candidate, at) => entries.isRecord(candidate, at))) entries.take(entry, path);
      }
      if (entries.rows() === 0 && scanner.emptyArrays() === 0 && !SAYS_NOTHING.test(scanner.roots.join())) {
        throw fail('shape', '没有找到公示记录，请用配置项 mapping 说明字段。');
      }
      const counts = entries.end(standardOf(root));
      handOver();
      return { meta: options.rules.cleanMeta(metaOf(root, config), config), ...counts };
    },
  };
};

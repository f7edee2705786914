/** Text → clean records while it arrives, then a report. Pure: no network, no clock, no DOM. */
import { FeedFailure, type FailureCode } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import { isPlainObject, type PlainObject, type SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import type { Standard } from '../rules/status.js';
import { parseDate } from './dates.js';
import type { FeedMeta, FeedReport, OnRow } from './feed.js';
import { bestScore, createReadKeys, kindOf, mapRow, type MappedRow } from './mapping.js';
import { buildRecord } from './record.js';
import { rowOf, type Row } from './row.js';
import { createScanner } from './scan.js';
import { cleanText } from './text.js';
import { entriesIn } from './tree.js';

export interface ReaderOptions {
  readonly config?: SgsConfig;
  /** Kinds the list shows: they win where a record could be of several. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Today in China, ISO. */
  readonly today: string;
  readonly onRecords: (records: readonly SgsRecord[]) => void;
  readonly onRoot?: ((root: unknown) => void) | undefined;
  /** For checks. */
  readonly onRow?: OnRow | undefined;
}

const NO_JSON = '返回的是网页：地址有误、需要登录，或被防火墙拦截。';

const fail = (code: FailureCode, detail: string): FeedFailure => new FeedFailure({ code, detail });

// Firewalls and templates write things before the JSON: scripts, comments, `)]}'`, `var data =`.
const LEADING_MARKUP = /^(?:\s|<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<\/[a-z]+\s*>)+/i;
const JSON_START = /\{\s*(?:"|\})|\[\s*(?:[{["\]\d]|null|true|false)/;
const PAGE = /^\s*<(?:!doctype|html|head|body|title|meta)/i;
/** Junk longer than this is a page, not a prefix. */
const MOST_JUNK = 262_144;

 
const escapeControls = (text: string): string => text.replace(/[\u0000-\u001f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON as departments write it: line breaks and tabs within strings are forgiven. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return JSON.parse(text.replace(/"(?:[^"\\]|\\[^])*"/g, escapeControls)) as unknown;
  }
};

/** Takes a feed's text piece by piece. */
export interface FeedReader {
  /** Fails with a FeedFailure when the text can't be a feed. */
  push(text: string): void;
  /** To be called once, after the last piece. Fails with a FeedFailure. */
  end(): FeedReport;
}

export const createReader = ({ config = {}, kinds: wanted, today, onRecords, onRoot, onRow }: ReaderOptions): FeedReader => {
  const readKeys = createReadKeys(config.mapping);
  const place = config.response?.records;
  const kinds: FeedReport['kinds'] = {};
  const withheld: FeedReport['withheld'] = {};
  const rejected: FeedReport['rejected'] = {};
  const unplaced: FeedReport['unplaced'] = {};
  const standards = new Set<Standard>();
  /** Rows whose status code can't be read before the standard is known. */
  const held: MappedRow[] = [];
  let batch: SgsRecord[] = [];
  let rows = 0;
  let head: string | undefined = '';

  const rowIn = (entry: PlainObject, path: readonly string[]): Row =>
    rowOf(entry, path, (row) => bestScore(readKeys(row)));

  const isRecord = (entry: unknown, path: readonly string[]): boolean => {
    if (!isPlainObject(entry) || (place && path.join('.') !== place)) return false;
    const row = rowIn(entry, path);
    return kindOf(row, readKeys(row)) !== undefined;
  };

  const keep = (row: MappedRow, standard: Standard | null | undefined, certain: boolean): void => {
    const built = buildRecord(row, { today, standard, certain, config });
    onRow?.(row, built, rows);
    if ('undecided' in built) held.push(row);
    else if ('rejected' in built) count(rejected, built.rejected);
    else {
      if (built.withheld) count(withheld, built.withheld);
      else count(kinds, row.kind);
      if (built.record) batch.push(built.record);
    }
  };

  const take = (entry: unknown, path: readonly string[]): void => {
    rows++;
    if (!isPlainObject(entry)) {
      count(rejected, 'no-record');
      return;
    }
    const row = rowIn(entry, path);
    const readings = readKeys(row);
    const kind = kindOf(row, readings, wanted);
    if (!kind) {
      count(rejected, 'no-kind');
      return;
    }
    const mapped = mapRow(row, kind, readings);
    for (const standard of mapped.standards) standards.add(standard);
    for (const key of mapped.unplaced) count(unplaced, key);
    const soFar = standards.size > 1 ? null : [...standards][0];
    keep(mapped, config.standard || soFar, config.standard !== undefined);
  };

  const scanner = createScanner({
    looksLikeRecord: (text, path) => isRecord(tryParse(text), path),
    onEntry: (text, path) => take(tryParse(text), path),
    onOddItem: () => take(undefined, []),
  });

  const noJson = (): FeedFailure => {
    if (/^\s*</.test(String(head))) return fail('html', NO_JSON);
    return fail('syntax', head?.trim() ? '数据不是有效的 JSON。' : '数据为空。');
  };

  const flush = (): void => {
    const ready = batch;
    batch = [];
    if (ready.length) onRecords(ready);
  };

  /** What stands around the entries. */
  const root = (): unknown => {
    const [text] = scanner.roots;
    const value = text === undefined ? undefined : tryParse(text);
    if (text !== undefined && value === undefined && rows === 0) throw fail('syntax', '数据不是有效的 JSON。');
    return value;
  };

  return {
    push: (text) => {
      if (head !== undefined) {
        head += text;
        const json = startOfJson(head);
        if (json === undefined) {
          if (head.length > MOST_JUNK) throw noJson();
          return;
        }
        head = undefined;
        scanner.push(json);
      } else {
        scanner.push(text);
      }
      if (scanner.failed()) throw fail('syntax', '数据不是有效的 JSON。');
      flush();
    },
    end: () => {
      if (head !== undefined) throw noJson();
      if (scanner.isOpen()) throw fail('truncated', '数据不完整：JSON 在中途结束。');
      const document = root();
      onRoot?.(document);
      if (isPlainObject(document) && Array.isArray(document['records']) && typeof document['version'] === 'number' && document['version'] !== 1) {
        throw fail('shape', `不支持的数据版本 ${document['version']}，请升级 sgs.js。`);
      }
      if (rows === 0) for (const { entry, path } of entriesIn(document, isRecord)) take(entry, path);
      if (rows === 0 && scanner.emptyArrays() === 0 && !SAYS_NOTHING.test(scanner.roots.join())) {
        throw fail('shape', '没有找到公示记录，请用配置项 mapping 说明字段。');
      }
      const waiting = held.splice(0);
      const standard = config.standard || standardOf(document) || (standards.size === 1 ? [...standards][0] : null);
      for (const row of waiting) keep(row, standard, true);
      flush();
      return {
        meta: metaOf(document, config),
        standard: standard || (standards.size === 0 && waiting.length === 0 ? 'any' : null),
        rows, kinds, withheld, rejected, unplaced,
      };
    },
  };
};

const tryParse = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

const count = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] || 0) + 1;
};

/** The text from where its JSON begins; undefined where it has not begun yet. */
const startOfJson = (head: string): string | undefined => {
  if (PAGE.test(head)) throw fail('html', NO_JSON);
  const text = head.replace(LEADING_MARKUP, '');
  // A script that has begun but not ended may hold braces of its own.
  if (/^<(script|style|!--)/i.test(text)) return undefined;
  const start = text.search(JSON_START);
  return start < 0 ? undefined : text.slice(start);
};

/** `{"total": 0, "list": null}`: an answer that has nothing to say. */
const SAYS_NOTHING = /"(?:total|count)\w*"\s*:\s*"?0\b/i;

const standardOf = (root: unknown): Standard | undefined => {
  const value = isPlainObject(root) ? String(root['standard']) : '';
  return value === '2015' || value === '2018' ? value : undefined;
};

const metaOf = (root: unknown, config: SgsConfig): FeedMeta => {
  const source = isPlainObject(root) ? root : {};
  const { publisher } = source;
  const updated = parseDate(source['updated'] || source['updateTime']);
  const notice = config.texts?.notice ?? cleanText(source['notice']);
  const remedy = config.texts?.remedy ?? cleanText(source['remedy']);
  return {
    ...(updated && { updated }),
    ...(isPlainObject(publisher) && { publisher: { name: cleanText(publisher['name']), code: cleanText(publisher['code']), url: cleanText(publisher['url']) } }),
    ...(notice && { notice }),
    ...(remedy && { remedy }),
  };
};

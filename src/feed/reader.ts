/** Text → clean records while it arrives, then a report. Pure: no network, no clock, no DOM. */
import { FeedFailure, type FailureCode } from '../model/failure.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import type { RejectedReason, WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import type { Standard } from '../rules/status.js';
import { dateOf } from './dates.js';
import type { FeedMeta, FeedReport } from './feed.js';
import { KeyMap, kindOf, mapRow, type MappedRow } from './mapping.js';
import { buildRecord, type BuildContext, type Built } from './record.js';
import { isPlainObject, rowOf, type PlainObject, type Row } from './row.js';
import { JsonScanner } from './scan.js';
import { textOf } from './text.js';
import { entriesIn } from './tree.js';

export interface ReaderOptions {
  readonly config?: SgsConfig;
  /** Kinds the list shows: they win where a record could be of several. */
  readonly kinds?: readonly Kind[];
  /** Today in China, ISO. */
  readonly today: string;
  readonly onRecords: (records: readonly SgsRecord[]) => void;
}

const fail = (code: FailureCode, detail: string): FeedFailure => new FeedFailure({ code, detail });

// Firewalls and templates write things before the JSON: scripts, comments, `)]}'`, `var data =`.
const LEADING_MARKUP = /^(?:\s|\ufeff|<script\b[^]*?<\/script\s*>|<style\b[^]*?<\/style\s*>|<!--[^]*?-->|<\/[a-z]+\s*>|<\?xml[^>]*>)+/i;
const JSON_START = /\{\s*(?:"|\})|\[\s*(?:[{["\]\d]|null|true|false)/;
const PAGE = /^\s*<(?:!doctype\s+html|html|head|body|title|meta)/i;
/** Junk longer than this is a page, not a prefix. */
const MOST_JUNK = 262_144;

/** JSON as departments write it: line breaks and tabs within strings are forgiven. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // eslint-disable-next-line no-control-regex
    return JSON.parse(text.replace(/[\u0000-\u001f]/g, ' ')) as unknown;
  }
};

export class FeedReader {
  readonly #keys: KeyMap;
  readonly #scanner: JsonScanner;
  #head = '';
  #begun = false;
  #rows = 0;
  #batch: SgsRecord[] = [];
  readonly #standards = new Set<Standard>();
  /** Rows whose status code can't be read before the standard is known. */
  readonly #held: MappedRow[] = [];
  readonly #kinds: Partial<Record<Kind, number>> = {};
  readonly #withheld: Partial<Record<WithheldReason, number>> = {};
  readonly #rejected: Partial<Record<RejectedReason, number>> = {};
  readonly #unplaced: Record<string, number> = {};

  constructor(private readonly options: ReaderOptions) {
    this.#keys = new KeyMap(options.config?.mapping);
    this.#scanner = new JsonScanner({
      looksLikeRecord: (text, path) => {
        const entry = tryParse(text);
        return isPlainObject(entry) && kindOf(this.#rowOf(entry, path), this.#keys) !== undefined;
      },
      onEntry: (text, path) => this.#take(tryParse(text), path),
      onOddItem: () => this.#take(undefined, []),
    });
  }

  push(text: string): void {
    if (this.#begun) {
      this.#scanner.push(text);
    } else {
      this.#head += text;
      const json = startOfJson(this.#head);
      if (json !== undefined) {
        this.#begun = true;
        this.#head = '';
        this.#scanner.push(json);
      } else if (this.#head.length > MOST_JUNK) throw this.#noJson();
    }
    if (this.#scanner.failed) throw fail('syntax', '数据不是有效的 JSON：括号不匹配。');
    this.#flush();
  }

  end(): FeedReport {
    if (!this.#begun) throw this.#noJson();
    if (this.#scanner.open) throw fail('truncated', '数据不完整：JSON 在中途结束。');
    const root = this.#root();
    const meta = metaOf(root, this.options.config);
    const stated = this.options.config?.standard ?? standardOf(root);
    if (isPlainObject(root) && typeof root['version'] === 'number' && root['version'] !== 1 && Array.isArray(root['records'])) {
      throw fail('shape', `不支持的数据版本 ${root['version']}，请升级 sgs.js。`);
    }
    if (this.#rows === 0) for (const { entry, path } of entriesIn(root, (candidate, at) => kindOf(this.#rowOf(candidate, at), this.#keys) !== undefined)) this.#take(entry, path);
    if (this.#rows === 0 && this.#scanner.emptyArrays === 0 && !saysNothing(root)) {
      throw fail('shape', '数据中没有找到公示记录。请在配置中用 mapping 说明字段，或检查数据地址。');
    }
    const waiting = this.#held.splice(0);
    const standard = stated ?? (this.#standards.size === 1 ? [...this.#standards][0] as Standard : null);
    for (const row of waiting) this.#keep(row, buildRecord(row, this.#context(standard, true)));
    this.#flush();
    return {
      meta,
      standard: standard ?? (this.#standards.size === 0 && waiting.length === 0 ? 'any' : null),
      rows: this.#rows,
      kinds: this.#kinds,
      withheld: this.#withheld,
      rejected: this.#rejected,
      unplaced: this.#unplaced,
    };
  }

  #noJson(): FeedFailure {
    if (/^\s*</.test(this.#head)) return fail('html', PAGE.test(this.#head) ? '数据地址返回的是网页而不是 JSON：可能需要登录、地址有误或被防火墙拦截。' : '数据地址返回的不是 JSON。');
    return fail('syntax', this.#head.trim() ? '数据不是 JSON。' : '数据为空。');
  }

  #rowOf(entry: PlainObject, path: readonly string[]): Row {
    return rowOf(entry, path, (row) => Math.max(...KINDS.map((kind) => this.#keys.score(row, kind, true))));
  }

  #context(standard: Standard | null | undefined, certain: boolean): BuildContext {
    return { today: this.options.today, standard, certain, config: this.options.config ?? {} };
  }

  #take(entry: unknown, path: readonly string[]): void {
    this.#rows++;
    if (!isPlainObject(entry)) {
      count(this.#rejected, 'no-record');
      return;
    }
    const row = this.#rowOf(entry, path);
    const kind = kindOf(row, this.#keys, this.options.kinds);
    if (!kind) {
      count(this.#rejected, 'no-kind');
      return;
    }
    const mapped = mapRow(row, kind, this.#keys);
    for (const standard of mapped.standards) this.#standards.add(standard);
    for (const key of mapped.unplaced) count(this.#unplaced, key);
    const stated = this.options.config?.standard;
    const soFar = stated ?? (this.#standards.size > 1 ? null : [...this.#standards][0]);
    this.#keep(mapped, buildRecord(mapped, this.#context(soFar, stated !== undefined)));
  }

  #keep(row: MappedRow, built: Built): void {
    if ('undecided' in built) {
      this.#held.push(row);
      return;
    }
    if ('rejected' in built) {
      count(this.#rejected, built.rejected);
      return;
    }
    if (built.withheld) count(this.#withheld, built.withheld);
    else count(this.#kinds, row.kind);
    if (built.record) this.#batch.push(built.record);
  }

  #flush(): void {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.options.onRecords(batch);
  }

  /** What stands around the entries. */
  #root(): unknown {
    const [text] = this.#scanner.roots;
    if (text === undefined) return undefined;
    try {
      return parse(text);
    } catch {
      if (this.#rows > 0) return undefined;
      throw fail('syntax', '数据不是有效的 JSON。');
    }
  }
}

const tryParse = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

const count = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** The text from where its JSON begins; undefined where it has not begun yet. */
const startOfJson = (head: string): string | undefined => {
  if (PAGE.test(head)) throw fail('html', '数据地址返回的是网页而不是 JSON：可能需要登录、地址有误或被防火墙拦截。');
  const text = head.replace(LEADING_MARKUP, '');
  // A script that has begun but not ended may hold braces of its own.
  if (/^<(script|style|!--)/i.test(text)) return undefined;
  const start = text.search(JSON_START);
  return start < 0 ? undefined : text.slice(start);
};

/** `{"total": 0, "list": null}`: an answer that has nothing to say. */
const saysNothing = (root: unknown, depth = 0): boolean => isPlainObject(root) && depth < 4 && Object.keys(root).some((key) =>
  (/^(total|count|totalCount|totalSize|records?Total|size)$/i.test(key) && Number(root[key]) === 0) || saysNothing(root[key], depth + 1));

const standardOf = (root: unknown): Standard | undefined => {
  const value = isPlainObject(root) ? String(root['standard']) : '';
  return value === '2015' || value === '2018' ? value : undefined;
};

const metaOf = (root: unknown, config: SgsConfig = {}): FeedMeta => {
  const source = isPlainObject(root) ? root : {};
  const publisher = isPlainObject(source['publisher']) ? source['publisher'] : undefined;
  const text = (key: string, of: PlainObject = source): string | undefined => textOf(of[key]) || undefined;
  const updated = dateOf(source['updated'] ?? source['updateTime'] ?? source['lastUpdated']);
  return {
    ...(updated && { updated }),
    ...(publisher && { publisher: { name: text('name', publisher), code: text('code', publisher), url: text('url', publisher) } }),
    ...optional('notice', config.texts?.notice ?? text('notice')),
    ...optional('remedy', config.texts?.remedy ?? text('remedy')),
  } as FeedMeta;
};

const optional = (key: string, value: string | undefined): Record<string, string> => (value ? { [key]: value } : {});

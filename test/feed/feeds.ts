/** The example feeds and what a reader without any configuration should make of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { createTextStream } from '../../src/feed/decode.js';
import type { FeedReport } from '../../src/feed/feed.js';
import { createReader } from '../../src/feed/reader.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { Kind } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';

const FOLDER = new URL('../fixtures/feeds/', import.meta.url);

/** The day on which the examples are read. */
export const TODAY = '2026-11-22';

export interface Expectation {
  readonly file: string;
  readonly rows: number;
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  readonly standard: '2015' | '2018' | 'any' | null;
  readonly withheld: Readonly<Record<string, number>>;
  readonly rejected: number;
  readonly mustShow: readonly string[];
  readonly mustNeverAppear: readonly string[];
  readonly mustNotShow: { readonly withheld: readonly string[]; readonly unmasked: readonly string[]; readonly raw: readonly string[] };
  readonly samples: readonly Readonly<Record<string, string | number>>[];
  readonly searches: readonly { readonly q: string; readonly finds: string }[];
}

export const EXPECTATIONS: readonly Expectation[] = readdirSync(FOLDER).filter((name) => name.endsWith('.expect.json')).sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Expectation);

export const bytesOf = (file: string): Uint8Array => readFileSync(new URL(file, FOLDER));

export interface ReadFeed {
  readonly records: readonly SgsRecord[];
  readonly report: FeedReport;
}

/** Reads bytes as the widget does, in chunks of a given size. */
export const readBytes = (
  bytes: Uint8Array,
  { chunk = 4096, config = {}, today = TODAY, isPart }: { readonly chunk?: number; readonly config?: SgsConfig; readonly today?: string; readonly isPart?: boolean } = {},
): ReadFeed => {
  const records: SgsRecord[] = [];
  const text = createTextStream(config.encoding);
  const reader = createReader({ today, config, isPart, onRecords: (batch) => records.push(...batch) });
  for (let at = 0; at < bytes.length; at += chunk) reader.push(text.push(bytes.subarray(at, at + chunk)));
  reader.push(text.end());
  return { records, report: reader.end() };
};

/** Reads a value as if a department had sent it as JSON. */
export const readJson = (value: unknown, options: Parameters<typeof readBytes>[1] = {}): ReadFeed =>
  readBytes(new TextEncoder().encode(JSON.stringify(value)), options);

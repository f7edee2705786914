// What of ours is measured in Node, bundled by bench/data.mjs: the reader, and the source that a page has for a folder.
import { createReader } from '../../src/feed/reader.js';
import { FeedFailure } from '../../src/model/failure.js';
import type { Kind } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { normalizeText, terms } from '../../src/query/normalize.js';
import { NO_FILTERS } from '../../src/query/query.js';
import { todayInChina } from '../../src/rules/gate.js';
import { openShards } from '../../src/source/shards.js';

export { createReader, normalizeText, terms };

export const today = todayInChina();

/** What the list asks for when somebody searches: the first page, newest first. */
export const queryOf = (kind: Kind, q: string, size: number) => ({ ...NO_FILTERS, kind, q, sort: 'decidedOn' as const, descending: true, page: 1, size });

/**
 * A folder's source as the page opens it, its manifest read already.
 * @param read bytes of a file by its address; undefined: there is none
 */
export function openFolder(url: string, manifest: string, read: (url: string) => Promise<Uint8Array | undefined>) {
  const newest: SgsRecord[] = [];
  let root: unknown;
  const reader = createReader({ today, onRecords: (records) => void newest.push(...records), onRoot: (value) => { root = value; } });
  reader.push(manifest);
  const report = reader.end();
  const { shards } = root as { readonly shards: unknown };
  const opened = openShards([url], {}, shards, [{ records: newest, report }], createReader, async function* (asked) {
    const bytes = await read(asked.url);
    if (!bytes) throw new FeedFailure({ code: 'http', detail: asked.url, status: 404 });
    yield bytes;
  });
  if (!opened) throw new Error('sgs.json is no folder');
  return opened.source;
}

/**
 * The last good copy of a feed, for the day it can't be read: clean records and counts only. Nothing here fails: where
 * the browser stores nothing (no https, a sandbox, a full disk), the page's own memory does.
 */
import type { SgsConfig } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import type { WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { VERSION } from '../model/version.js';
import { todayInChina, withholdingReason } from '../rules/gate.js';
import type { FeedReport } from './feed.js';
import { hashOf } from '../model/hash.js';
import { yieldToEventLoop } from './yield-to-event-loop.js';

/** A feed as it was when it could last be read. */
export interface FeedCopy {
  /** ISO date-time of the reading. */
  readonly saved: string;
  readonly records: readonly SgsRecord[];
  readonly report: FeedReport;
  /** Its records are where another thread has read them, not here. */
  readonly isElsewhere?: boolean | undefined;
}

export interface FeedCache {
  /** The copy as it may be shown today. */
  read(url: string, config: SgsConfig): Promise<FeedCopy | undefined>;
  save(url: string, config: SgsConfig, copy: FeedCopy): Promise<void>;
}

/** Copies kept, of whatever feeds. */
const MOST = 8;
const LIFE = 90 * 86_400_000;
/** In characters of JSON. */
const LONGEST = 2e7;
/** Records written in one go: about two milliseconds on an office PC of 2018. */
const SLICE = 200;

/** What the browser would not store. */
const memory = new Map<string, string>();

const open = (): Promise<Cache> => caches.open('sgs@1');

/** A hash, for an address may hold a password. Another version may clean otherwise: its copies are not ours. */
const keyOf = (url: string, config: SgsConfig): string => '/.sgs/' + hashOf(JSON.stringify([VERSION, url, config]));

const isOld = (saved: string): boolean => Date.now() - Date.parse(saved) > LIFE;

type Counts<K extends string> = Partial<Record<K, number>>;

/** Takes out what may no longer be public, as the gate did when the feed was read, and counts it. */
const gate = (copy: FeedCopy, rules: SgsConfig['gate']): FeedCopy => {
  const today = todayInChina();
  const { kinds, withheld } = copy.report as { kinds: Counts<Kind>; withheld: Counts<WithheldReason> };
  const records = copy.records.filter((record) => {
    const reason = withholdingReason({ ...record, today }, rules);
    // Of a revoked decision only the notice was ever kept.
    if (!reason || reason === 'revoked') return true;
    kinds[record.kind] = (kinds[record.kind] || 0) - 1;
    withheld[reason] = (withheld[reason] || 0) + 1;
    return false;
  });
  return { ...copy, records };
};

export const feedCache: FeedCache = {
  async read(url, config) {
    const key = keyOf(url, config);
    try {
      const text = memory.get(key) || await (await (await open()).match(key) as Response).text();
      const copy = JSON.parse(text) as FeedCopy;
      if (!isOld(copy.saved)) return gate(copy, config.gate);
      memory.delete(key);
      await (await open()).delete(key);
    } catch {
      // There is none.
    }
    return undefined;
  },

  async save(url, config, { records, ...rest }) {
    const key = keyOf(url, config);
    let text = JSON.stringify({ ...rest, records: [] }).slice(0, -2);
    for (let at = 0; at < records.length; at += SLICE) {
      // The page comes first, and stays responsive.
      await yieldToEventLoop();
      text += (at ? ',' : '') + JSON.stringify(records.slice(at, at + SLICE)).slice(1, -1);
      if (text.length > LONGEST) return;
    }
    text += ']}';
    try {
      const cache = await open();
      await cache.put(key, new Response(text, { headers: { date: rest.saved } }));
      memory.delete(key);
      // The oldest come first.
      const keys = await cache.keys();
      await Promise.all(keys.map(async (each, n) => {
        const { headers } = await cache.match(each) as Response;
        if (n < keys.length - MOST || isOld(headers.get('date') as string)) await cache.delete(each);
      }));
    } catch {
      if (memory.size >= MOST) memory.clear();
      memory.set(key, text);
    }
  },
};

/**
 * For people who follow: Atom feeds (RFC 4287) of what is new, changed and withdrawn, one of all, one of each kind, one of
 * each company by its code. No name of whom a record is about is in them, and of what was withdrawn nothing but that it was:
 * a penalty that has been repaired must not live on in a feed.
 */
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { Memory, Seen } from './changes.js';
import { markup, type Markup } from './markup.js';
import { addressOf, companyFeedPath, feedPath, kindLabel, recordPath, type Site, type StaticPage } from './site.js';

/** Entries of a feed: what is older is on the pages. */
const MOST = 100;

const WHAT: Readonly<Record<Seen['what'], string>> = { new: '新增', changed: '更正', withdrawn: '撤下' };

interface Entry {
  readonly id: string;
  readonly seen: Seen;
  /** Unless it was withdrawn. */
  readonly record?: SgsRecord | undefined;
}

export interface AtomOptions {
  readonly memory: Memory;
  /** 64 hexadecimal digits of a text (SHA-256). */
  readonly sha256: (text: string) => string;
}

/**
 * The same for the same record however the site is reached, and another for another site's record of the same id: an atom:id
 * never changes (RFC 4287, 4.2.6.1), though a site begins to use https.
 */
const urnOf = ({ base }: Site, what: string, sha256: AtomOptions['sha256']): string => {
  const { host, pathname } = new URL(base);
  return `urn:sha256:${sha256(`${host}${pathname}\n${what}`)}`;
};

const titleOf = (site: Site, { seen, record }: Entry): string => {
  if (!record) return '一条信息已撤下';
  const named = record.status === 'valid' ? record.title : `${record.title}（${site.words.status(record.status)}）`;
  return `${kindLabel(site, seen.kind)}：${named}${record.documentNumber ? `（${record.documentNumber}）` : ''}`;
};

const summaryOf = ({ words }: Site, { seen, record }: Entry): string => {
  const facts = record ? [record.authority, record.decidedOn && `${words.date(record.decidedOn)}作出`] : [];
  return [WHAT[seen.what], ...facts].filter(Boolean).join('，');
};

const entryOf = (site: Site, entry: Entry, sha256: AtomOptions['sha256']): Markup => {
  const { id, seen, record } = entry;
  const published = record?.publishedOn && /^\d{4}-\d\d-\d\d$/.test(record.publishedOn) ? record.publishedOn : undefined;
  return markup`<entry>
<id>${urnOf(site, `record\n${id}`, sha256)}</id>
<title>${titleOf(site, entry)}</title>
<link rel="alternate" type="text/html" href="${addressOf(site, record ? recordPath(record) : 'index.html')}"/>
${published ? markup`<published>${published}T00:00:00+08:00</published>\n` : undefined}<updated>${seen.updated}</updated>
<category term="${seen.what}" label="${WHAT[seen.what]}"/>
<summary>${summaryOf(site, entry)}</summary>
</entry>
`;
};

/** The last first; of the same moment, in the order of the days that the decisions were made. */
const byTime = (a: Entry, b: Entry): number =>
  Date.parse(b.seen.updated) - Date.parse(a.seen.updated)
  || (b.record?.decidedOn ?? '').localeCompare(a.record?.decidedOn ?? '');

interface FeedHead {
  readonly path: string;
  readonly title: string;
  /** The page that it belongs to. */
  readonly page: string;
}

function feedOf(site: Site, { path, title, page }: FeedHead, entries: readonly Entry[], { memory, sha256 }: AtomOptions): StaticPage {
  const latest = [...entries].sort(byTime).slice(0, MOST);
  const author = site.publisher || site.siteName || new URL(site.base).host;
  const { text } = markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${urnOf(site, `feed\n${path}`, sha256)}</id>
<title>${[site.siteName ?? site.publisher, title].filter(Boolean).join(' ')}</title>
<link rel="self" type="application/atom+xml" href="${addressOf(site, path)}"/>
<link rel="alternate" type="text/html" href="${addressOf(site, page)}"/>
<updated>${latest[0]?.seen.updated ?? memory.since}</updated>
<author><name>${author}</name></author>
<generator>sgs</generator>
${latest.map((entry) => entryOf(site, entry, sha256))}</feed>
`;
  return { path, text: `<?xml version="1.0" encoding="utf-8"?>\n${text}` };
}

/** Entries by what they have, in the order of the first of each. */
function grouped<Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key | undefined): ReadonlyMap<Key, readonly Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** All feeds of a column. @param kinds those that have a page */
export function* atomFeeds(records: readonly SgsRecord[], kinds: readonly Kind[], site: Site, options: AtomOptions): Generator<StaticPage> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const entries = Object.entries(options.memory.records).map(([id, seen]): Entry => ({ id, seen, record: byId.get(id) }));
  yield feedOf(site, { path: feedPath(), title: site.words.column, page: 'index.html' }, entries, options);
  for (const [kind, own] of grouped(entries, ({ seen }) => seen.kind)) {
    const page = kinds.includes(kind) ? `${kind}.html` : 'index.html';
    yield feedOf(site, { path: feedPath(kind), title: kindLabel(site, kind), page }, own, options);
  }
  for (const [code, own] of grouped(entries, ({ seen }) => seen.code)) {
    yield feedOf(site, { path: companyFeedPath(code), title: `${code} 的公示信息`, page: 'index.html' }, own, options);
  }
}

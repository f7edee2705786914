/** A big feed in a folder (shard/format.ts): a page of each query, out of a few small files. */
import type { FeedReport } from '../feed/feed.js';
import type { FeedFailure } from '../model/failure.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createEngine, yearOf } from '../query/engine.js';
import { terms } from '../query/fold.js';
import type { Facets } from '../query/page.js';
import { clamp, isFiltered, NO_FILTERS, type Query } from '../query/query.js';
import { todayInChina } from '../rules/gate.js';
import { parseJson } from '../format/json.js';
import { fileAt, type Fetch } from '../read/files.js';
import { FORMAT, type Searched, type ShardsInfo } from '../format/format.js';
import { reread, type CreateReader } from '../format/reread.js';
import { createSegment, isPartial, type Candidates, type Segment } from '../read/segment.js';
import { searchedText } from '../format/terms.js';
import { byId, daysOf, isMixed, type Place } from '../read/days.js';
import type { Page, RecordSource } from './source.js';

type Request = (asked: { readonly url: string; readonly method: 'GET' }, config: SgsConfig['request']) => AsyncIterable<Uint8Array>;

/** The manifest as a feed. */
interface Manifest {
  /** Its records: the first page. */
  readonly records: readonly SgsRecord[];
  readonly report: FeedReport;
}

/** More records than this are neither sorted otherwise than by date, nor exported at once. */
const MOST_SORTED = 1000;
const MOST_EXPORTED = 20_000;
/** So many rows are looked at in one turn, at least. */
const FEW = 20;
/** Longer pages are exports: they want whole records. */
const LONGEST_PAGE = 100;

const NO_FACETS: Facets = { category: [], department: [], year: [], month: [] };

/** What a manifest says of its folder; undefined where that is of a format to come. */
const infoOf = (shards: unknown): ShardsInfo | undefined => (isPlainObject(shards) && shards['format'] === FORMAT ? (shards as unknown as ShardsInfo) : undefined);

interface State {
  readonly info: ShardsInfo;
  readonly segments: Readonly<Record<Kind, readonly Segment[]>>;
  readonly newest: readonly SgsRecord[];
}

const bytesOf = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** What a reader must know of a search that does not look everywhere. */
const SCOPE: Readonly<Record<Searched, string>> = {
  numbers: '检索范围：名称、统一社会信用代码、文号。',
  titles: '检索范围：名称、统一社会信用代码、文号、标题。',
  text: '',
};

const SORTING = `超过 ${MOST_SORTED} 条的结果只按日期排序。`;

function shardsSource(url: string, config: SgsConfig, shards: ShardsInfo, newest: readonly SgsRecord[], createReader: CreateReader, request: Request): RecordSource {
  const fetch: Fetch = (address) => bytesOf(request({ url: address, method: 'GET' }, config.request));
  const fileNamed = (name: string): Promise<Uint8Array> => fileAt(new URL(name, url).href, fetch);

  const open = (info: ShardsInfo, first: readonly SgsRecord[]): State => {
    const segments = {} as Record<Kind, readonly Segment[]>;
    for (const kind of KINDS) {
      segments[kind] = (info.kinds[kind]?.segments ?? []).map((segment) => createSegment(segment, info, (name) => fileNamed(`${segment.path}/${name}`)));
    }
    return { info, segments, newest: first };
  };
  let state = open(shards, newest);

  /** Where the records that were shown stand. */
  const places = new Map<string, Place>();

  /** The manifest anew: another publication has replaced the one we know. */
  const reload = async (): Promise<void> => {
    const records: SgsRecord[] = [];
    let fresh: unknown;
    const reader = createReader({ config, today: todayInChina(), onRecords: (some) => void records.push(...some), onRoot: (value) => { fresh = value; } });
    reader.push(new TextDecoder().decode(await fetch(url)));
    reader.end();
    const info = isPlainObject(fresh) && infoOf(fresh['shards']);
    if (info) state = open(info, records);
  };

  /** Files of an older publication are collected one day. */
  const current = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      /* c8 ignore next -- what is thrown is an error */
      if (!(error instanceof Error) || !isGone(error)) throw error;
      await reload();
      return work();
    }
  };

  /** The records of some places, in this order; undefined where one may not be shown. */
  const recordsAt = async (wanted: readonly Place[], kind: Kind, whole: boolean): Promise<readonly (SgsRecord | undefined)[]> => {
    const { info } = state;
    const size = whole ? info.records : info.rows;
    const chunks = new Map<Segment, Map<number, Promise<readonly (SgsRecord | undefined)[]>>>();
    return Promise.all(wanted.map(async ({ segment, n }) => {
      const own = chunks.get(segment) || new Map<number, Promise<readonly (SgsRecord | undefined)[]>>();
      chunks.set(segment, own);
      const chunk = Math.floor(n / size);
      let read = own.get(chunk);
      if (!read) own.set(chunk, (read = (whole ? segment.records(chunk) : segment.rows(chunk)).then((rows) => reread(rows, kind, createReader, config, todayInChina()))));
      const record = (await read)[n % size];
      if (record) places.set(record.id, { segment, n });
      return record;
    }));
  };

  const answers = ({ q, category, department, year, from, to }: Query): ((record: SgsRecord) => boolean) => {
    const words = terms(q);
    return (record) => {
      const { decidedOn = '' } = record;
      const text = words.length ? searchedText(record, state.info.searched) : '';
      return (!category || record.category.includes(category)) && (!department || record.authority === department) && (!year || yearOf(record) === year)
        /* c8 ignore next -- a record without a date, asked for by date: candidates have one */
        && (!from || decidedOn >= from) && (!to || (decidedOn || `${to}9`) <= to) && words.every((word) => text.includes(word));
    };
  };

  /** The records of some days, each day's in their order. */
  const recordsOf = async (days: readonly (readonly Place[])[], kind: Kind, whole: boolean): Promise<readonly (readonly (SgsRecord | undefined)[])[]> => {
    const records = await recordsAt(days.flat(), kind, whole);
    let at = 0;
    return days.map((day) => {
      const own = records.slice(at, at += day.length);
      return isMixed(day) ? own.sort(byId) : own;
    });
  };

  interface Found {
    readonly rows: readonly SgsRecord[];
    readonly total: number;
    readonly page: number;
    readonly complete: boolean;
    /** There are more, which have not been asked for and might stand here. */
    readonly isShort?: boolean;
  }

  /**
   * A page where each candidate answers: only its own are looked at.
   * @param total so many, or at least so many
   */
  const cut = async (all: readonly Candidates[], query: Query, total: number, page: number, complete: boolean): Promise<Found> => {
    const { kind, descending, size } = query;
    const matches = answers(query);
    const from = (page - 1) * size;
    const wanted: { readonly day: readonly Place[]; readonly skip: number; readonly take: number }[] = [];
    const days = await daysOf(all, descending);
    let at = 0;
    while (at < from + size) {
      const { value: day } = days.next();
      if (!day) break;
      const skip = Math.max(0, from - at);
      const take = Math.min(day.length, from + size - at);
      at += day.length;
      if (skip >= take) continue;
      // Of one segment it is known which they are; of several their ids have to be seen.
      wanted.push(isMixed(day) ? { day, skip, take } : { day: day.slice(skip, take), skip: 0, take: take - skip });
    }
    const whole = await recordsOf(wanted.map(({ day }) => day), kind, size > LONGEST_PAGE);
    /* c8 ignore next -- as many answers as questions */
    const read = wanted.map(({ skip, take }, n) => whole[n]?.slice(skip, take) ?? []);
    const rows = read.flat().filter((record): record is SgsRecord => Boolean(record && matches(record)));
    // What may not be shown any more since it was published is not counted either, as far as it has been seen.
    return { rows, total: total - (read.flat().length - rows.length), page, complete, isShort: at < from + size && all.some(isPartial) };
  };

  /** A page where only the rows tell which records answer: as many are looked at as it takes. */
  const look = async (all: readonly Candidates[], query: Query, total: number | undefined, signal: AbortSignal | undefined): Promise<Found> => {
    const { kind, descending, size } = query;
    const matches = answers(query);
    const yields = Math.min(1, ...all.map((candidates) => candidates.yield));
    const least = all.reduce((sum, candidates) => sum + candidates.least, 0);
    const sure = new Map(all.map((candidates) => [candidates.segment, candidates.sure]));
    // One more than the page tells whether there is another, unless that is known.
    const needed = Math.min(total ?? Infinity, query.page * size + (least > query.page * size ? 0 : 1));
    const found: SgsRecord[] = [];
    const days = await daysOf(all, descending);
    let done = false;
    let certain = 0;
    for (let round = 1; !done && found.length < needed; round *= 8) {
      stopIf(signal);
      const batch: (readonly Place[])[] = [];
      const missing = needed - found.length;
      // Enough are known to answer: all up to the last of these. Else as many as are likely to do, and then many more.
      const enough = least >= needed ? Infinity : Math.max(FEW, Math.ceil((missing / yields) * 1.5)) * round;
      for (let length = 0, known = 0; known < missing && length < enough;) {
        const { value: day } = days.next();
        done = !day;
        if (!day) break;
        batch.push(day);
        length += day.length;
        known += day.filter(({ segment, n }) => sure.get(segment)?.(n)).length;
      }
      const read = await recordsOf(batch, kind, size > LONGEST_PAGE);
      for (const place of batch.flat()) if (sure.get(place.segment)?.(place.n)) certain++;
      for (const record of read.flat()) if (record && matches(record)) found.push(record);
    }
    const partial = all.some(isPartial);
    const over = done && !partial;
    const pages = clamp(Math.ceil(found.length / size), Infinity);
    const page = over ? clamp(query.page, pages) : query.page;
    // Those that have not been looked at but answer all the same.
    const further = Math.max(0, least - certain);
    return {
      rows: found.slice((page - 1) * size, page * size), total: over ? found.length : total ?? found.length + further, page, complete: over || total !== undefined,
      /* c8 ignore next -- fewer answer than was to be expected: a folder of a million, bench/scale.mjs */
      isShort: partial && found.length < needed,
    };
  };

  const find = async (query: Query, signal?: AbortSignal): Promise<Page> => {
    const { kind, sort, descending, guess } = query;
    const size = clamp(query.size, Infinity);
    const asked = { ...query, size, page: clamp(query.page, Infinity), descending: sort === 'decidedOn' ? descending : true };
    // What a search could mean besides can't be looked up.
    if (guess) return { rows: [], total: 0, page: 1, pages: 1, size, complete: true };
    const count = state.info.kinds[kind]?.count ?? 0;
    const first = state.newest.filter((record) => record.kind === kind);
    if (!isFiltered(query) && asked.page === 1 && asked.descending && sort === 'decidedOn' && first.length >= Math.min(size, count)) {
      return { rows: first.slice(0, size), total: count, page: 1, pages: clamp(Math.ceil(count / size), Infinity), size, complete: true };
    }
    const own = state.segments[kind];
    const byDate = sort === 'decidedOn' && asked.descending;
    // Days are needed to put segments in order, or to turn it round.
    // Who needs them fails with them.
    if (own.length > 1 || !byDate) for (const segment of own) segment.days().catch(() => undefined);
    // One more than the page tells whether there is another.
    const candidates = async (needed: number): Promise<readonly Candidates[]> => (await Promise.all(own.map((segment) => segment.candidates(asked, needed)))).filter(({ most }) => most);
    const needed = byDate ? asked.page * size + 1 : Infinity;
    const all = await candidates(needed);
    stopIf(signal);
    const most = all.reduce((sum, candidates) => sum + candidates.most, 0);
    if (sort !== 'decidedOn' && most <= MOST_SORTED) {
      const { rows } = await look(all, { ...asked, page: 1, size: MOST_SORTED }, undefined, signal);
      const engine = createEngine();
      for (const record of rows) engine.add(record);
      return { ...engine.page({ ...NO_FILTERS, kind, sort, descending, page: asked.page, size }), complete: true };
    }
    const answer = (some: readonly Candidates[]): Promise<Found> => {
      let total: number | undefined = 0;
      for (const candidates of some) total = total === undefined || candidates.total === undefined ? undefined : total + candidates.total;
      const page = total === undefined ? asked.page : Math.min(asked.page, clamp(Math.ceil(total / size), Infinity));
      return some.every(({ certain }) => certain)
        ? cut(some, asked, total ?? some.reduce((sum, { least }) => sum + least, 0), page, total !== undefined)
        : look(some, { ...asked, page }, total, signal);
    };
    let found = await answer(all);
    /* c8 ignore next -- fewer have answered than was to be expected of those that were asked for */
    if (found.isShort) found = await answer(await candidates(Infinity));
    const { rows, total: counted, page: shown, complete } = found;
    return { rows, total: counted, page: shown, pages: clamp(Math.ceil(counted / size), Infinity), size, complete };
  };

  const get = async (id: string): Promise<SgsRecord | undefined> => {
    const known = places.get(id);
    const wholeAt = async (place: Place, kind: Kind): Promise<SgsRecord | undefined> => {
      const [record] = await recordsAt([place], kind, true);
      /* c8 ignore next -- a key's record that has expired since */
      return record?.id === id ? record : undefined;
    };
    const kindOf = (segment: Segment): Kind | undefined => KINDS.find((kind) => state.segments[kind].includes(segment));
    const kind = known && kindOf(known.segment);
    const found = kind && (await wholeAt(known, kind));
    if (found) return found;
    const everywhere = await Promise.all(KINDS.flatMap((each) => state.segments[each].map(async (segment) => {
      const numbers = await segment.byHash(`i${id}`);
      return Promise.all([...numbers].map((n) => wholeAt({ segment, n }, each)));
    })));
    return everywhere.flat().find(Boolean);
  };

  return {
    query: (query, signal) => current(() => find(query, signal)),
    all: (query, signal) => current(async () => (await find({ ...query, page: 1, size: MOST_EXPORTED }, signal)).rows),
    get: (id) => current(() => get(id)),
    facets: (kind) => current(async () => {
      /* c8 ignore next -- a kind that the folder has not */
      const facets = state.info.kinds[kind]?.facets ?? NO_FACETS;
      /* c8 ignore next -- too many for the manifest: a folder of a million, bench/scale.mjs */
      return typeof facets === 'string' ? parseJson<Facets>(await fileNamed(facets)) : facets;
    }),
    counts: () => Promise.resolve(KINDS.reduce<Partial<Record<Kind, number>>>((counts, kind) => ({ ...counts, [kind]: state.info.kinds[kind]?.count ?? 0 }), {})),
  };
}

const stopIf = (signal: AbortSignal | undefined): void => {
  /* c8 ignore next -- a search that was left */
  if (signal?.aborted) throw new DOMException('', 'AbortError');
};

/** A part has classes of its own: what failed is known by its value. */
const isGone = (error: Error): boolean => {
  const { failure } = error as Partial<FeedFailure>;
  /* c8 ignore next -- 410 is the rarer word for it */
  return failure?.status === 404 || failure?.status === 410;
};

/**
 * A folder's source, and the report of all that is in it; undefined where nothing can be made of it: the manifest is of a
 * format to come, or one of several feeds.
 * @param createReader the page's own, as is `request`, so that nothing gets around its gate
 */
export function openShards(
  [url, more]: readonly string[], config: SgsConfig, shards: unknown, [manifest]: readonly Manifest[], createReader: CreateReader, request: Request,
): { readonly source: RecordSource; readonly report: FeedReport } | undefined {
  const info = infoOf(shards);
  if (!info || !url || more || !manifest) return undefined;
  const { records, report } = manifest;
  const kinds: Partial<Record<Kind, number>> = {};
  let rows = 0;
  for (const kind of KINDS) {
    const { count } = info.kinds[kind] ?? { count: 0 };
    if (count) kinds[kind] = count;
    rows += count;
  }
  const notice = [report.meta.notice, SCOPE[info.searched] + SORTING].filter(Boolean).join('\n');
  return { source: shardsSource(url, config, info, records, createReader, request), report: { ...report, rows, kinds, meta: { ...report.meta, notice } } };
}

/**
 * A feed → its folder; again into the same folder: small files for what is new, and what is gone disappears from those
 * that hold it. Files are written first and the manifest last, so whenever it is cut short the old publication stands.
 * Pure but for the folder it is given.
 */
import type { FeedMeta, FeedReport } from '../feed/feed.js';
import { createReader } from '../feed/reader.js';
import type { SgsConfig } from '../model/config.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { withholdingReason } from '../rules/gate.js';
import { createFacets, type FacetCounts } from './facets.js';
import { fileOf, FORMAT, hash32, type KindInfo, type NumberShard, type Patch, type RowChunk, type SegmentInfo, type ShardsInfo } from './format.js';
import { encode } from './emit.js';
import { reread } from './reread.js';
import { fromColumns, textIn, toColumns, type FeedRow } from './rows.js';
import { createNaming, createSegmentWriter, filtersOf, inOrder, slipOf, type SegmentKeys, type ShardSettings, type Slip } from './segment-writer.js';
import { allTermsOf, numbersIn, searchedText } from './terms.js';
import { SEPARATOR } from '../query/fold.js';

/** The folder as the publisher sees it. Names are relative, with `/`. */
export interface Folder {
  /** Undefined where there is none. */
  read(name: string): Uint8Array | undefined;
  exists(name: string): boolean;
  /** Whole or not at all. */
  write(name: string, bytes: Uint8Array): void;
  /** A file in a folder that nobody knows yet. */
  draft(name: string, bytes: Uint8Array): void;
  rename(from: string, to: string): void;
  /** A file, or a folder with all in it; nothing where there is none. */
  remove(name: string): void;
  /** Names at the top. */
  list(): readonly string[];
  /** Everything written so far survives a power cut. */
  settle(): void;
}

/** Where records wait to be sorted; outside of the folder. */
export interface Scratch {
  append(bucket: string, line: string): void;
  lines(bucket: string): readonly string[];
  drop(bucket: string): void;
}

export interface Packing {
  /** gzip. @param fast for what is large and seldom read */
  readonly pack: (bytes: Uint8Array, fast: boolean) => Uint8Array;
  readonly unpack: (bytes: Uint8Array) => Uint8Array;
}

export interface PublishOptions extends Packing {
  readonly folder: Folder;
  readonly scratch: Scratch;
  readonly settings: ShardSettings;
  readonly config: SgsConfig;
  /** Today in China, ISO. */
  readonly today: string;
  /** Milliseconds. */
  readonly now: number;
  /** Milliseconds that files nobody points to any more are kept for readers who still have the old manifest. */
  readonly keep: number;
  /** Newest rows of each kind in the manifest. */
  readonly first: number;
  /** Segments of at most so many records are merged without much thought. */
  readonly small: number;
  /** `all`: the feed is everything; what it has no more is withdrawn. `add`: it brings what is new or corrected. */
  readonly mode: 'all' | 'add';
}

/** What a publication came to. */
export interface Published {
  readonly total: number;
  readonly added: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly files: number;
  readonly bytes: number;
}

/** What stands in the manifest beside the feed's own words. */
interface Manifest extends Partial<FeedMeta> {
  readonly settings: ShardSettings;
  readonly shards: Omit<ShardsInfo, 'format'> & { readonly format: number };
}

const MANIFEST = 'sgs.json';
/** What nobody points to any more, and since when (milliseconds). */
const OLD = 'old.json';

const RECENT = 0.015;
const MIDDLE = 0.05;
const MOST_SEGMENTS = 4;
/** Share of the records outside of the first segment, or gone from one, from which on it is made anew. */
const TOO_MUCH = 0.25;

const utf8 = new TextDecoder();

/** A segment and what has happened to it. */
interface Known {
  readonly kind: Kind;
  readonly info: SegmentInfo;
  readonly keys: SegmentKeys;
  readonly patch: Patch;
  readonly gone: Set<number>;
  readonly leaving: Set<number>;
}

const NO_PATCH: Patch = { gone: [], files: {}, hot: {} };

/** Takes records, one call after the other, then publishes them. */
export function createPublication(options: PublishOptions) {
  const { folder, scratch, settings, config, today, now, keep, first, small, mode, pack, unpack } = options;
  let files = 0;
  let bytes = 0;

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file of ours holds
  const json = <T>(name: string): T | undefined => {
    const held = folder.read(name);
    return held && (JSON.parse(utf8.decode(held[0] === 0x1f ? unpack(held) : held)) as T);
  };
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file of ours holds
  const must = <T>(name: string): T => {
    const value = json<T>(name);
    if (value === undefined) throw new Error(`${name} is missing`);
    return value;
  };
  const written = (packed: Uint8Array): Uint8Array => {
    files++;
    bytes += packed.length;
    return packed;
  };

  const before = json<Manifest>(MANIFEST);
  const old = before?.shards.format === FORMAT && JSON.stringify(before.settings) === JSON.stringify(settings) ? before : undefined;
  const known: Known[] = KINDS.flatMap((kind) => (old?.shards.kinds[kind]?.segments ?? []).map((info) => {
    const patch = info.patch ? must<Patch>(`${info.path}/${info.patch}`) : NO_PATCH;
    return { kind, info, keys: must<SegmentKeys>(`${info.path}/keys.json`), patch, gone: new Set(patch.gone), leaving: new Set<number>() };
  }));
  /** Where each id stands: segment × 2³² + number. */
  const places = new Map<string, number>();
  known.forEach(({ keys, gone }, segment) => keys.ids.forEach((id, n) => { if (!gone.has(n)) places.set(id, segment * 2 ** 32 + n); }));
  const placeOf = (id: string): { readonly segment: Known; readonly n: number } | undefined => {
    const place = places.get(id);
    return place === undefined ? undefined : { segment: known[Math.floor(place / 2 ** 32)] as Known, n: place % 2 ** 32 };
  };
  const facets = {} as Record<Kind, FacetCounts>;
  for (const kind of KINDS) {
    const held = old?.shards.kinds[kind]?.facets;
    facets[kind] = createFacets(typeof held === 'string' ? must(held) : held);
  }
  const drafts = new Map<Kind, Draft>();
  const draftOf = (kind: Kind): Draft => {
    let draft = drafts.get(kind);
    if (!draft) drafts.set(kind, (draft = createDraft(kind, settings, scratch)));
    return draft;
  };

  const seen = new Set<string>();
  const unique = (id: string): string => {
    if (!seen.has(id)) return id;
    let n = 2;
    while (seen.has(`${id}~${n}`)) n++;
    return `${id}~${n}`;
  };
  let added = 0;
  let corrected = 0;
  let withdrawn = 0;

  const take = (record: SgsRecord): void => {
    const id = unique(record.id);
    seen.add(id);
    const [slip, whole] = slipOf(record, id, settings);
    const place = placeOf(id);
    if (place) {
      if (place.segment.keys.sums[place.n] === slip.sum) return;
      place.segment.leaving.add(place.n);
      corrected++;
    } else added++;
    places.delete(id);
    facets[record.kind].add(record, 1);
    draftOf(record.kind).add(slip, whole);
  };

  /** Withdraws what is still known under an id. */
  const withdraw = (id: string): void => {
    const place = placeOf(id);
    if (!place || seen.has(id)) return;
    place.segment.leaving.add(place.n);
    places.delete(id);
    withdrawn++;
  };

  const nameIn = ({ info, patch }: Known, name: string): string => `${info.path}/${patch.files[name] ?? name}`;

  /** Records of a segment by their numbers; nothing is withheld, for they have to be taken out of all counts. */
  const recordsOf = function* (segment: Known, numbers?: ReadonlySet<number>): Generator<readonly [n: number, record: SgsRecord, row: FeedRow]> {
    const { records } = settings;
    for (let chunk = 0; chunk * records < segment.info.count; chunk++) {
      if (numbers && !someIn(numbers, chunk * records, records)) continue;
      const rows = must<readonly FeedRow[]>(nameIn(segment, fileOf('r', chunk)));
      const all = reread(rows, segment.kind, createReader, { gate: OPEN_GATE, privacy: OPEN_PRIVACY }, today);
      for (const [at, record] of all.entries()) {
        const n = chunk * records + at;
        if (record && (!numbers || numbers.has(n))) yield [n, record, rows[at] as FeedRow];
      }
    }
  };

  /** What a record was counted in is not any more. */
  const uncount = (segment: Known): void => {
    for (const [, record] of recordsOf(segment, segment.leaving)) facets[segment.kind].add(record, -1);
  };

  const rewrite = (segment: Known, name: string, value: unknown, patched: Record<string, string>): void => {
    const packed = pack(encode(value), false);
    const fresh = name.replace('.json', `-${sumOf(packed)}.json`);
    folder.write(`${segment.info.path}/${fresh}`, written(packed));
    patched[name] = fresh;
  };

  /** Takes the records that leave out of the files that hold them. */
  const patchSegment = (segment: Known): SegmentInfo => {
    const { info, patch, leaving } = segment;
    if (!leaving.size) return info;
    const patched = { ...patch.files };
    const hot = { ...patch.hot };
    const isHot = new Set(info.hot.flat());
    const numbers = new Set<string>();
    for (const [, record] of recordsOf(segment, leaving)) {
      const text = searchedText(record, settings.searched);
      for (const term of [...allTermsOf(text), ...filtersOf(record)]) if (isHot.has(term) || term.length === 1) hot[term] = (hot[term] ?? 0) + 1;
      if (settings.searched !== 'text') for (const part of text.split(SEPARATOR)) for (const number of numbersIn(part)) numbers.add(number);
    }
    const chunks = (size: number): readonly number[] => [...new Set([...leaving].map((n) => Math.floor(n / size)))];
    for (const chunk of chunks(settings.rows)) {
      const name = fileOf('l', chunk);
      const rows = fromColumns(must<RowChunk>(nameIn(segment, name)));
      rewrite(segment, name, toColumns(rows.map((row, at) => (leaving.has(chunk * settings.rows + at) ? {} : row))), patched);
    }
    for (const chunk of chunks(settings.records)) {
      const name = fileOf('r', chunk);
      const rows = must<readonly FeedRow[]>(nameIn(segment, name));
      rewrite(segment, name, rows.map((row, at) => (leaving.has(chunk * settings.records + at) ? {} : row)), patched);
    }
    for (const shard of new Set([...numbers].map((number) => hash32(number) % info.numbers))) {
      const name = fileOf('n', shard);
      rewrite(segment, name, withoutRecords(must<NumberShard>(nameIn(segment, name)), leaving), patched);
    }
    const gone = [...segment.gone, ...leaving].sort((a, b) => a - b);
    const packed = pack(encode({ gone, files: patched, hot } satisfies Patch), false);
    const name = `patch-${sumOf(packed)}.json`;
    folder.write(`${info.path}/${name}`, written(packed));
    return { ...info, patch: name };
  };

  /** Puts what is left of a segment into the draft of its kind. */
  const melt = (segment: Known): void => {
    const draft = draftOf(segment.kind);
    for (const [n, record] of recordsOf(segment)) {
      if (segment.gone.has(n) || segment.leaving.has(n)) continue;
      const id = segment.keys.ids[n] as string;
      if (withholdingReason({ ...record, status: undefined, today }, config.gate)) {
        facets[segment.kind].add(record, -1);
        withdrawn++;
        continue;
      }
      draft.add(...slipOf({ ...record, id: record.id.replace(/~\d+$/, '') }, id, settings));
    }
  };

  const live = ({ info, gone, leaving }: Known): number => info.count - gone.size - leaving.size;

  /** Segments whose records are written anew together with what is new. */
  const toMelt = (own: readonly Known[]): readonly Known[] => {
    const fresh = drafts.get(own[0]?.kind as Kind)?.count ?? 0;
    const [base, ...others] = own;
    if (!base) return [];
    const sum = (segments: readonly Known[]): number => segments.reduce((all, segment) => all + live(segment), 0);
    const worn = own.filter((segment) => segment.gone.size + segment.leaving.size > TOO_MUCH * segment.info.count);
    if (live(base) + sum(others) + fresh <= small || worn.includes(base) || sum(others) + fresh > TOO_MUCH * live(base)) return own;
    if (!fresh && !worn.length) return [];
    const last = others[others.length - 1];
    const melted = new Set(worn);
    if (last && live(last) + fresh <= Math.max(small, RECENT * live(base))) melted.add(last);
    if (own.length - melted.size + 1 > MOST_SEGMENTS) {
      // The smallest together, as long as that is little beside the first.
      const rest = others.filter((segment) => !melted.has(segment)).sort((a, b) => live(a) - live(b));
      let size = fresh + sum([...melted]);
      for (const segment of rest) {
        if (melted.size && size + live(segment) > MIDDLE * live(base) && own.length - melted.size + 1 <= MOST_SEGMENTS) break;
        melted.add(segment);
        size += live(segment);
      }
    }
    return [...melted];
  };

  const writeSegment = (draft: Draft): SegmentInfo => {
    let path = draft.name();
    // What is published now may be used again; of any other of this name some files may have been collected.
    const there = known.some(({ info }) => info.path === path && !info.patch);
    while (!there && folder.exists(path)) path += 'x';
    // It is there whole or not at all: the last step gives it its name.
    const beside = `${path}.tmp`;
    if (!there) folder.remove(beside);
    const writer = createSegmentWriter(draft.count, settings, (name, plain) => {
      if (!there) folder.draft(`${beside}/${name}`, written(pack(plain, name.startsWith('r/') || name === 'keys.json')));
    });
    for (const [slip, whole] of draft.sorted()) writer.add(slip, whole);
    const info = writer.end(path);
    if (!there) folder.rename(beside, path);
    return info;
  };

  const rowsOf = (info: SegmentInfo, patch: Patch, chunk: number): readonly FeedRow[] => {
    const name = fileOf('l', chunk);
    return fromColumns(must<RowChunk>(`${info.path}/${patch.files[name] ?? name}`));
  };

  /** The newest rows of a kind, as they come out of its segments. */
  const newest = (kind: Kind, segments: readonly SegmentInfo[]): readonly FeedRow[] => {
    const all = segments.flatMap((info) => {
      const patch = info.patch ? must<Patch>(`${info.path}/${info.patch}`) : NO_PATCH;
      const { ids } = must<SegmentKeys>(`${info.path}/keys.json`);
      const rows: { readonly id: string; readonly date: string; readonly row: FeedRow }[] = [];
      for (let chunk = 0; rows.length < first && chunk * settings.rows < info.count; chunk++) {
        rowsOf(info, patch, chunk).forEach((row, at) => {
          if (Object.keys(row).length) rows.push({ id: ids[chunk * settings.rows + at] as string, date: textIn(row, 'decidedOn'), row: { kind, ...row } });
        });
      }
      return rows.slice(0, first);
    });
    return all.sort(inOrder).slice(0, first).map(({ row }) => row);
  };

  /** Everything a manifest points to. */
  const pointedTo = (shards: Manifest['shards'] | undefined): ReadonlySet<string> => new Set(KINDS.flatMap((kind) => {
    const info = shards?.kinds[kind];
    if (!info) return [];
    return [
      ...(typeof info.facets === 'string' ? [info.facets] : []),
      ...info.segments.flatMap(({ path, patch }) => [path, ...(patch ? [`${path}/${patch}`, ...Object.values(must<Patch>(`${path}/${patch}`).files).map((name) => `${path}/${name}`)] : [])]),
    ];
  }));

  /** Originals that a patch stands for: nobody reads them any more. */
  const superseded = (shards: ShardsInfo): readonly string[] => KINDS.flatMap((kind) => (shards.kinds[kind]?.segments ?? []).flatMap(({ path, patch }) =>
    (patch ? Object.keys(must<Patch>(`${path}/${patch}`).files).map((name) => `${path}/${name}`) : [])));

  const writeManifest = (report: FeedReport, shards: ShardsInfo): void => {
    const meta = mode === 'add' && old ? { ...old, ...report.meta } : report.meta;
    const { publisher, notice, remedy } = meta;
    const text = JSON.stringify({
      version: 1, standard: '2018', ...(publisher && { publisher }), updated: report.meta.updated ?? today,
      ...(notice && { notice }), ...(remedy && { remedy }), settings,
      records: KINDS.flatMap((kind) => newest(kind, shards.kinds[kind]?.segments ?? [])), shards,
    });
    folder.settle();
    folder.write(MANIFEST, written(new TextEncoder().encode(text)));
  };

  /** Lists what will be of no use once the manifest is there, and forgets what was listed long enough ago. */
  const tidy = (shards: ShardsInfo): readonly string[] => {
    const needed = pointedTo(shards);
    const useless = [
      ...pointedTo(before?.shards), ...superseded(shards),
      // What a publication that was cut short has left.
      ...folder.list().filter((name) => /^[a-z]+-[\da-z]+(\.json|\.tmp)?$/.test(name)),
    ].filter((name) => !needed.has(name) && folder.exists(name));
    const since = json<Readonly<Record<string, number>>>(OLD) ?? {};
    const listed: Record<string, number> = {};
    for (const name of new Set([...Object.keys(since), ...useless])) if (!needed.has(name)) listed[name] = since[name] ?? now;
    const due = Object.keys(listed).filter((name) => now - (listed[name] as number) >= keep);
    folder.write(OLD, encode(listed));
    return due;
  };

  const collect = (due: readonly string[]): void => {
    if (!due.length) return;
    for (const name of due) folder.remove(name);
    const listed = json<Readonly<Record<string, number>>>(OLD) ?? {};
    folder.write(OLD, encode(Object.fromEntries(Object.entries(listed).filter(([name]) => !due.includes(name)))));
  };

  return {
    take,
    /** In `add`, records that the gate has withheld: if they were published, they are not any more. */
    withdraw,

    /** Writes it all; the manifest last. */
    finish(report: FeedReport): Published {
      if (mode === 'all') for (const id of [...places.keys()]) withdraw(id);
      for (const segment of known) if (segment.leaving.size) uncount(segment);
      const kinds: Partial<Record<Kind, KindInfo>> = {};
      let total = 0;
      for (const kind of KINDS) {
        const own = known.filter((segment) => segment.kind === kind);
        const melted = toMelt(own);
        melted.forEach(melt);
        const segments = own.filter((segment) => !melted.includes(segment)).map(patchSegment);
        const draft = drafts.get(kind);
        if (draft?.count) segments.push(writeSegment(draft));
        if (!segments.length) continue;
        const patches = segments.map(({ path, patch }) => (patch ? must<Patch>(`${path}/${patch}`).gone.length : 0));
        const count = segments.reduce((sum, segment, n) => sum + segment.count - (patches[n] as number), 0);
        total += count;
        const counted = facets[kind].read();
        let held: KindInfo['facets'] = counted;
        if (JSON.stringify(counted).length > MOST_FACETS) {
          const packed = pack(encode(counted), false);
          held = `facets-${sumOf(packed)}.json`;
          if (!folder.exists(held)) folder.write(held, written(packed));
        }
        // The first is the largest but for one that has just been made of all.
        kinds[kind] = { count, facets: held, segments: [...segments].sort((a, b) => b.count - a.count) };
      }
      const shards: ShardsInfo = { format: FORMAT, searched: settings.searched, rows: settings.rows, records: settings.records, kinds };
      const due = tidy(shards);
      writeManifest(report, shards);
      collect(due);
      return { total, added, corrected, withdrawn, files, bytes };
    },
  };
}

/** Facets longer than this have a file of their own: the manifest is the first page. */
const MOST_FACETS = 2_500;

const OPEN_GATE: NonNullable<SgsConfig['gate']> = { internal: false, restricted: false, revoked: false, expired: false, future: false, minor: false };
/** They have been cleaned as the site wishes. */
const OPEN_PRIVACY: NonNullable<SgsConfig['privacy']> = { maskNames: false, legalRepresentative: true, redactText: false };

const sumOf = (bytes: Uint8Array): string => {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x01000193) + 7;
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
};

const someIn = (numbers: ReadonlySet<number>, from: number, count: number): boolean => {
  for (let n = from; n < from + count; n++) if (numbers.has(n)) return true;
  return false;
};

/** A shard of numbers without some records, and without texts that only they had. */
const withoutRecords = ({ texts, of }: NumberShard, gone: ReadonlySet<number>): NumberShard => {
  const own = new Map<string, number>();
  const left: Record<string, number[]> = {};
  for (const number of Object.keys(of)) {
    const pairs = of[number] as readonly number[];
    for (let at = 0; at < pairs.length; at += 2) {
      const record = pairs[at + 1] as number;
      if (gone.has(record)) continue;
      const text = texts[pairs[at] as number] as string;
      if (!own.has(text)) own.set(text, own.size);
      (left[number] ??= []).push(own.get(text) as number, record);
    }
  }
  return { texts: [...own.keys()], of: left };
};

/** A segment in the making: its records wait in the scratch, by months. */
type Draft = ReturnType<typeof createDraft>;

function createDraft(kind: Kind, settings: ShardSettings, scratch: Scratch) {
  const naming = createNaming(kind, settings);
  const buckets = new Set<string>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    name: naming.name,
    add(slip: Slip, whole: string): void {
      const month = slip.date.slice(0, 7);
      buckets.add(month);
      naming.add(slip);
      const { id, date, sum, row, filters, text } = slip;
      scratch.append(`${kind}-${month}`, `${JSON.stringify([id, date, sum, row, filters, text])}\t${whole}`);
      count++;
    },
    *sorted(): Generator<readonly [Slip, string]> {
      // Without a date last.
      for (const month of [...buckets].sort().reverse()) {
        const bucket = `${kind}-${month}`;
        const slips = scratch.lines(bucket).map((line): readonly [Slip, string] => {
          const tab = line.indexOf('\t');
          const [id, date, sum, row, filters, text] = JSON.parse(line.slice(0, tab)) as [string, string, number, FeedRow, string[], string];
          return [{ id, date, sum, row, filters, text }, line.slice(tab + 1)];
        });
        yield* slips.sort(([a], [b]) => inOrder(a, b));
        scratch.drop(bucket);
      }
    },
  };
}

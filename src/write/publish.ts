/**
 * A feed → its folder; again into the same folder: small files for what is new, and what is withdrawn disappears from those
 * that hold it. Files are written first and the manifest last, so whenever it is cut short the old publication stands.
 * Pure but for the folder it is given.
 */
import type { FeedReport } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createFacetCounter, type FacetCounter } from '../query/facets.js';
import { withholdingReason } from '../rules/gate.js';
import { createSegmentBuilder, type SegmentBuilder } from './segment-builder.js';
import { createFiles, type Folder, type Packing } from './folder.js';
import { FORMAT, type KindInfo, type SegmentInfo, type ShardsInfo } from '../format/format.js';
import { budgetFor, eraseFromSegment, overdueAt, type Erasure } from './erase.js';
import { existingSegments, patchOf, recordsOf, segmentsIn, type ExistingSegment } from './existing-segment.js';
import { MANIFEST, writeManifest, type Manifest } from './manifest.js';
import { planCompaction } from './compaction.js';
import { patchSegment } from './patch.js';
import type { Scratch } from './scratch.js';
import { createSegmentWriter } from './segment-writer.js';
import { indexRowOf, type ShardSettings } from './index-row.js';
import { ExactIds, IdSet, type SeenIds } from './id-set.js';
import { findPlaces, readPlaces } from './places.js';
import { collect, listObsolete } from './cleanup.js';

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
  /** Bytes that may be spent on erasing deleted records from the index, by how many the folder has, and by what else is written. */
  readonly eraseBudget?: typeof budgetFor;
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

/** Facets longer than this have a file of their own: the manifest is the first page. */
const MOST_FACETS = 2_500;

/** Files that are large and seldom read, and those that hardly get shorter. */
const FAST = /^[rgbhk]\//;

/** A day's records can't be added to a folder that another version has made: nothing of it is known. */
export class OtherFormat extends Error {}

/**
 * Takes records, one call after the other, then publishes them.
 * @throws {OtherFormat} in `add`
 */
export function createPublication(options: PublishOptions) {
  const { folder, scratch, settings, config, today, now, keep, eraseBudget = budgetFor, first, small, mode } = options;
  const files = createFiles(folder, options);
  const before = files.json<Manifest>(MANIFEST);
  const old = before?.shards.format === FORMAT && JSON.stringify(before.settings) === JSON.stringify(settings) ? before : undefined;
  if (mode === 'add' && before && before.shards.format !== FORMAT) throw new OtherFormat();
  const known = existingSegments(files, old?.shards);
  const places = mode === 'add' ? findPlaces(known) : readPlaces(known);
  const facets = {} as Record<Kind, FacetCounter>;
  for (const kind of KINDS) {
    const held = old?.shards.kinds[kind]?.facets;
    facets[kind] = createFacetCounter(typeof held === 'string' ? files.must(held) : held);
  }
  const builders = new Map<Kind, SegmentBuilder>();
  const builderOf = (kind: Kind): SegmentBuilder => {
    let builder = builders.get(kind);
    if (!builder) builders.set(kind, (builder = createSegmentBuilder(kind, settings, scratch)));
    return builder;
  };

  const seen: SeenIds = mode === 'add' ? new ExactIds() : new IdSet();
  /** Another id than all before. */
  const unique = (id: string): string => {
    let own = id;
    for (let n = 2; !seen.add(own); n++) own = `${id}~${String(n)}`;
    return own;
  };
  let added = 0;
  let corrected = 0;
  let withdrawn = 0;

  const take = (record: SgsRecord): void => {
    const id = unique(record.id);
    const [entry, whole] = indexRowOf(record, id, settings);
    const place = places.of(id);
    if (place) {
      if (place.segment.keys.sumOf(place.n) === entry.sum) return;
      place.segment.toDelete.add(place.n);
      corrected++;
    } else added++;
    facets[record.kind].addRecord(record);
    builderOf(record.kind).add(entry, whole);
  };

  /** Withdraws what is still known under an id. */
  const withdraw = (id: string): void => {
    const place = seen.has(id) ? undefined : places.of(id);
    if (!place) return;
    place.segment.toDelete.add(place.n);
    withdrawn++;
  };

  /** What a record was counted in is not any more. */
  const uncount = (segment: ExistingSegment): void => {
    const deleted = recordsOf(files, segment, settings.records, today, segment.toDelete);
    for (const [, record] of deleted) facets[segment.kind].addRecord(record, -1);
  };

  /** Puts what is left of a segment into the draft of its kind. */
  const compact = (segment: ExistingSegment): void => {
    const builder = builderOf(segment.kind);
    for (const [n, record] of recordsOf(files, segment, settings.records, today)) {
      if (segment.deleted.has(n) || segment.toDelete.has(n)) continue;
      const id = segment.keys.idOf(n);
      if (withholdingReason({ ...record, status: undefined, today }, config.gate)) {
        facets[segment.kind].addRecord(record, -1);
        withdrawn++;
        continue;
      }
      builder.add(...indexRowOf({ ...record, id: record.id.replace(/~\d+$/, '') }, id, settings));
    }
  };

  const writeSegment = (builder: SegmentBuilder): SegmentInfo => {
    let path = builder.name();
    // What is published now may be used again; of any other of this name some files may have been collected.
    const there = known.some(({ info }) => info.path === path && !info.patch);
    while (!there && folder.exists(path)) path += 'x';
    // It is there whole or not at all: the last step gives it its name.
    const beside = `${path}.tmp`;
    if (!there) folder.remove(beside);
    const writer = createSegmentWriter(builder.count, settings, (name, plain) => {
      if (!there) files.stage(`${beside}/${name}`, plain, FAST.test(name));
    });
    for (const [entry, whole] of builder.sorted()) writer.add(entry, whole);
    const info = writer.end(path);
    if (!there) folder.rename(beside, path);
    return info;
  };

  return {
    take,
    /** In `add`, records that the gate has withheld: if they were published, they are not any more. */
    withdraw,

    /** Records of the publication before, and of this one if it is all there is. */
    counts: (): { readonly before: number; readonly after: number } => ({
      before: KINDS.reduce((sum, kind) => sum + (before?.shards.kinds[kind]?.count ?? 0), 0), after: seen.size,
    }),

    /** Writes it all; the manifest last. */
    finish(report: FeedReport): Published {
      if (mode === 'all') for (const id of places.ids()) withdraw(id);
      for (const segment of known) if (segment.toDelete.size) uncount(segment);
      const kinds: Partial<Record<Kind, KindInfo>> = {};
      const deleted: Erasure[] = [];
      let total = 0;
      for (const kind of KINDS) {
        const own = known.filter((segment) => segment.kind === kind);
        const compacted = planCompaction(own, builders.get(kind)?.count ?? 0, small);
        compacted.forEach(compact);
        const patched = own.filter((segment) => !compacted.includes(segment))
          .map((segment) => patchSegment(files, segment, settings, today, now));
        const segments = patched.map(({ info }) => info);
        for (const { erasure } of patched) if (erasure) deleted.push(erasure);
        const builder = builders.get(kind);
        if (builder?.count) segments.push(writeSegment(builder));
        if (!segments.length) continue;
        const count = segments.reduce((sum, segment) => sum + segment.count - patchOf(files, segment).gaps.length, 0);
        total += count;
        const counted = facets[kind].facets();
        const held = JSON.stringify(counted).length > MOST_FACETS ? files.put(counted, (sum) => `facets-${sum}.json`) : counted;
        // The first is the largest but for one that has just been made of all.
        kinds[kind] = { count, facets: held, segments: [...segments].sort((a, b) => b.count - a.count) };
      }
      const shards: ShardsInfo = { format: FORMAT, searched: settings.searched, rows: settings.rows, records: settings.records, kinds };
      const due = listObsolete(files, before?.shards, shards, deleted, now, keep);
      const meta = mode === 'add' && old ? { ...old, ...report.meta } : report.meta;
      writeManifest(files, meta, report.meta.updated ?? today, settings, shards, first);
      const { bytes: written } = files.written();
      const budget = eraseBudget(total, written);
      const isSpent = (): boolean => files.written().bytes - written >= budget;
      const left = (due.erasures.length ? segmentsIn(files, shards) : []).flatMap((segment) => {
        const own = due.erasures.filter(({ path }) => path === segment.info.path);
        return eraseFromSegment(files, segment, own, { settings, today, overdue: overdueAt(now, keep), isSpent });
      });
      collect(files, due, left);
      return { total, added, corrected, withdrawn, ...files.written() };
    },
  };
}

/** Files of an older publication are kept for readers who still have its manifest, then collected. */
import { KINDS } from '../model/kinds.js';
import { openPatch, type ChunkSizes, type Tombstones } from '../format/tombstones.js';
import { encodeJson } from '../format/json.js';
import type { Files } from './folder.js';
import type { SegmentInfo, ShardsInfo } from '../format/format.js';
import { patchOf } from './existing-segment.js';

/** What nobody points to any more, and since when (milliseconds). */
const OLD = 'old.json';

type Shards = (Pick<ShardsInfo, 'kinds'> & ChunkSizes) | undefined;

const tombstonesIn = (files: Files, shards: Shards): readonly { readonly info: SegmentInfo; readonly tombstones: Tombstones }[] =>
  KINDS.flatMap((kind) => (shards?.kinds[kind]?.segments ?? []).map((info) => ({ info, tombstones: openPatch(patchOf(files, info), shards as ChunkSizes) })));

/** Everything a manifest points to. */
const pointedTo = (files: Files, shards: Shards): ReadonlySet<string> => new Set([
  ...KINDS.map((kind) => shards?.kinds[kind]?.facets).filter((facets) => typeof facets === 'string'),
  ...tombstonesIn(files, shards).flatMap(({ info: { path, patch }, tombstones: { superseded, nameOf } }) => [path, ...[...(patch ? [patch] : []), ...superseded.map(nameOf)].map((name) => `${path}/${name}`)]),
]);

/** Originals that a patch stands for: nobody reads them any more. */
const superseded = (files: Files, shards: Shards): readonly string[] =>
  tombstonesIn(files, shards).flatMap(({ info: { path }, tombstones: { superseded } }) => superseded.map((name) => `${path}/${name}`));

const listed = (files: Files): Readonly<Record<string, number>> => files.json<Readonly<Record<string, number>>>(OLD) ?? {};

/**
 * Lists what will be of no use once the manifest is there.
 * @param now milliseconds @param keep milliseconds
 * @returns what was listed long enough ago
 */
export const listObsolete = (files: Files, before: Shards, shards: ShardsInfo, now: number, keep: number): readonly string[] => {
  const { folder } = files;
  const needed = pointedTo(files, shards);
  const useless = [
    ...pointedTo(files, before), ...superseded(files, shards),
    // What a publication that was cut short has left.
    ...folder.list().filter((name) => /^[a-z]+-[\da-z]+(\.json|\.tmp)?$/.test(name)),
  ].filter((name) => !needed.has(name) && folder.exists(name));
  const since = listed(files);
  const old: Record<string, number> = {};
  for (const name of new Set([...Object.keys(since), ...useless])) if (!needed.has(name)) old[name] = since[name] ?? now;
  folder.write(OLD, encodeJson(old));
  return Object.keys(old).filter((name) => now - (old[name] as number) >= keep);
};

/** Removes files, and forgets them. */
export const collect = ({ folder, ...files }: Files, due: readonly string[]): void => {
  if (!due.length) return;
  for (const name of due) folder.remove(name);
  const left = Object.entries(listed({ folder, ...files })).filter(([name]) => !due.includes(name));
  folder.write(OLD, encodeJson(Object.fromEntries(left)));
};

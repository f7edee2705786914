/**
 * What an older publication has left is kept for readers who still have its manifest: files that nobody points to, and
 * the lists in which deleted records stand. Then the files are removed and the records erased.
 */
import { KINDS } from '../model/kinds.js';
import type { ChunkSizes } from '../format/tombstones.js';
import { encodeJson } from '../format/json.js';
import type { ShardsInfo } from '../format/format.js';
import type { Erasure } from './erase.js';
import { segmentsIn } from './existing-segment.js';
import type { Files } from './folder.js';

/** The list of what will go. */
export const OBSOLETE = 'old.json';

/**
 * What publications name at the top of a folder: a segment (its kind and three sums), a list of counts. Nothing else is
 * ever removed, whatever a manifest or a list in the folder says: the folder may hold files of others.
 */
const PUBLISHED = new RegExp(`^(?:(?:${KINDS.join('|')})-[\\da-z]{11,}(?:\\.tmp)?|facets-[\\da-z]{8,}\\.json)(?:/|$)`);
export const isPublished = (name: string): boolean => PUBLISHED.test(name);

/** What is in OBSOLETE. */
export interface Obsolete {
  /** Files that nobody points to any more, and since when (milliseconds). */
  readonly files: Readonly<Record<string, number>>;
  readonly erasures: readonly Erasure[];
}

/** What has been obsolete for long enough. */
export interface Due {
  readonly files: readonly string[];
  readonly erasures: readonly Erasure[];
}

type Shards = (Pick<ShardsInfo, 'kinds'> & ChunkSizes) | undefined;

/** Everything a manifest points to. */
function pointedTo(files: Files, shards: Shards): ReadonlySet<string> {
  const facets = KINDS.map((kind) => shards?.kinds[kind]?.facets).filter((name) => typeof name === 'string');
  const segments = segmentsIn(files, shards).flatMap(({ info: { path, patch }, tombstones: { superseded, nameOf } }) => {
    const names = [...(patch ? [patch] : []), ...superseded.map(nameOf)];
    return [path, ...names.map((name) => `${path}/${name}`)];
  });
  return new Set([...facets, ...segments]);
}

/** Originals that a patch stands for: nobody reads them any more. */
const supersededIn = (files: Files, shards: Shards): readonly string[] =>
  segmentsIn(files, shards).flatMap(({ info: { path }, tombstones: { superseded } }) => superseded.map((name) => `${path}/${name}`));

const listed = (files: Files): Obsolete => ({ files: {}, erasures: [], ...files.json<Partial<Obsolete>>(OBSOLETE) });

/**
 * Lists what will be of no use once the manifest is there.
 * @param deleted what this publication deletes @param now milliseconds @param keep milliseconds
 */
export function listObsolete(
  files: Files, before: Shards, shards: ShardsInfo, deleted: readonly Erasure[], now: number, keep: number,
): Due {
  const { folder } = files;
  const needed = pointedTo(files, shards);
  const useless = [
    ...pointedTo(files, before), ...supersededIn(files, shards),
    // What a publication that was cut short has left.
    ...folder.list(),
  ].filter((name) => isPublished(name) && !needed.has(name) && folder.exists(name));
  const known = listed(files);
  const old: Record<string, number> = {};
  for (const name of new Set([...Object.keys(known.files), ...useless])) if (!needed.has(name)) old[name] = known.files[name] ?? now;
  // A segment that nobody points to goes as a whole.
  const erasures = [...known.erasures, ...deleted].filter(({ path }) => needed.has(path));
  folder.write(OBSOLETE, encodeJson({ files: old, erasures } satisfies Obsolete));
  return {
    files: Object.keys(old).filter((name) => now - (old[name] as number) >= keep),
    erasures: erasures.filter(({ since }) => now - since >= keep),
  };
}

/** Removes files, and forgets them and what has been erased. @param left what of the due is still to be erased */
export function collect(files: Files, due: Due, left: readonly Erasure[]): void {
  if (!due.files.length && !due.erasures.length) return;
  for (const name of due.files.filter(isPublished)) files.folder.remove(name);
  const { files: old, erasures } = listed(files);
  const last = Math.max(...due.erasures.map(({ since }) => since));
  files.folder.write(OBSOLETE, encodeJson({
    files: Object.fromEntries(Object.entries(old).filter(([name]) => !due.files.includes(name))),
    erasures: [...left, ...erasures.filter(({ since }) => since > last)],
  } satisfies Obsolete));
}

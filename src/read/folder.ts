/** A published folder as a reader holds it: its manifest, its segments, and the records of their files. */
import { parseJson } from '../format/json.js';
import { FORMAT, type ShardsInfo } from '../format/format.js';
import { reread, type CreateReader } from '../format/reread.js';
import { FeedFailure } from '../model/failure.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { todayInChina } from '../rules/gate.js';
import type { Place } from './days.js';
import { fileAt, type Fetch } from './files.js';
import { createSegment, type Segment } from './segment.js';

export type Request = (asked: { readonly url: string }, config: SgsConfig['request']) => AsyncIterable<Uint8Array>;

/** What a manifest says of its folder; undefined where that is of a format to come. */
export const infoOf = (shards: unknown): ShardsInfo | undefined =>
  (isPlainObject(shards) && shards['format'] === FORMAT ? (shards as unknown as ShardsInfo) : undefined);

/** A publication. */
export interface Edition {
  readonly info: ShardsInfo;
  readonly segments: Readonly<Record<Kind, readonly Segment[]>>;
  /** The records in the manifest. */
  readonly newest: readonly SgsRecord[];
}

/** Of each place its record; undefined where that may not be shown. */
export type Records = readonly (SgsRecord | undefined)[];

export type FolderReader = ReturnType<typeof createFolderReader>;

export interface FolderOptions {
  /** The manifest's address. */
  readonly url: string;
  readonly config: SgsConfig;
  readonly info: ShardsInfo;
  readonly newest: readonly SgsRecord[];
  /** The page's own, as is `request`, so that nothing gets around its gate. */
  readonly createReader: CreateReader;
  readonly request: Request;
}

export function createFolderReader({ url, config, info: firstInfo, newest: firstRecords, createReader, request }: FolderOptions) {
  const fetch: Fetch = (address) => bytesOf(request({ url: address }, config.request));
  const fileNamed = async (name: string): Promise<Uint8Array> => fileAt(addressBelow(url, name), fetch);

  const open = (info: ShardsInfo, newest: readonly SgsRecord[]): Edition => {
    const segments = {} as Record<Kind, readonly Segment[]>;
    for (const kind of KINDS) {
      segments[kind] = (info.kinds[kind]?.segments ?? [])
        .map((segment) => createSegment(segment, info, (name) => fileNamed(`${segment.path}/${name}`)));
    }
    return { info, segments, newest };
  };
  let edition = open(firstInfo, firstRecords);

  /** Where the records that were shown stand. */
  const places = new Map<string, Place>();

  /** The manifest anew: another publication has replaced the one we know. */
  const reload = async (): Promise<void> => {
    const records: SgsRecord[] = [];
    let root: unknown;
    const reader = createReader({
      isPart: true, config, today: todayInChina(), onRecords: (some) => void records.push(...some), onRoot: (value) => { root = value; },
    });
    reader.push(new TextDecoder().decode(await fetch(url)));
    reader.end();
    const info = isPlainObject(root) && infoOf(root['shards']);
    if (info) edition = open(info, records);
  };

  return {
    edition: (): Edition => edition,
    placeOf: (id: string): Place | undefined => places.get(id),
    fileOf: async <T>(name: string): Promise<T> => parseJson<T>(await fileNamed(name)),

    /** Does what asks for files, and once more with the new manifest where they are gone: an old publication is collected one day. */
    async retryIfGone<T>(work: () => Promise<T>): Promise<T> {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Error) || !isGone(error)) throw error;
        await reload();
        return work();
      }
    },

    /** The records of some places, in this order. @param whole as a detail shows them, not as a list does */
    recordsAt(wanted: readonly Place[], kind: Kind, whole: boolean): Promise<Records> {
      const size = whole ? edition.info.records : edition.info.rows;
      const files = new Map<Segment, Map<number, Promise<Records>>>();
      const fileOf = (segment: Segment, chunk: number): Promise<Records> => {
        const own = files.get(segment) ?? new Map<number, Promise<Records>>();
        files.set(segment, own);
        let read = own.get(chunk);
        if (!read) {
          read = (whole ? segment.records(chunk) : segment.rows(chunk))
            .then((rows) => reread(rows, kind, createReader, config, todayInChina()));
          own.set(chunk, read);
        }
        return read;
      };
      return Promise.all(wanted.map(async ({ segment, n }) => {
        const record = (await fileOf(segment, Math.floor(n / size)))[n % size];
        if (record) places.set(record.id, { segment, n });
        return record;
      }));
    },
  };
}

/**
 * The address of a file of the folder. A manifest that names one elsewhere is not ours: a reader would ask any host for it,
 * with the citizen's cookies.
 * @throws {FeedFailure}
 */
function addressBelow(manifest: string, name: string): string {
  const { href, search, hash } = new URL(name, manifest);
  if (!href.startsWith(new URL('.', manifest).href) || search || hash) {
    throw new FeedFailure({ code: 'shape', detail: '数据文件夹的 sgs.json 指向了文件夹以外的地址，没有读取。请用 sgs shard 重新生成。' });
  }
  return href;
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
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
}

/** A part has classes of its own: what failed is known by its value. */
function isGone(error: Error): boolean {
  const { failure } = error as Partial<FeedFailure>;
  return failure?.status === 404 || failure?.status === 410;
}

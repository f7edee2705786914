/** The folder that is published into. */
import { fnv1aOfBytes, SECOND_SEED } from '../model/hash.js';
import { encodeJson, parseJson } from '../format/json.js';

/** The folder as the publisher sees it. Names are relative, with `/`. */
export interface Folder {
  /** Undefined where there is none. */
  read(name: string): Uint8Array | undefined;
  exists(name: string): boolean;
  /** Whole or not at all. */
  write(name: string, bytes: Uint8Array): void;
  /** A file in a folder that nobody knows yet. */
  stage(name: string, bytes: Uint8Array): void;
  /** The same, packed on the way, perhaps later: before `rename` at the latest. Whether it does; if not, `stage` is called. */
  stagePlain?(name: string, plain: Uint8Array, fast: boolean): boolean;
  /** Bytes that `stagePlain` has come to since the last time; waits until all of it is written. */
  drain?(): number;
  rename(from: string, to: string): void;
  /** A file, or a folder with all in it; nothing where there is none. */
  remove(name: string): void;
  /** Names at the top. */
  list(): readonly string[];
  /** Everything written so far survives a power cut. */
  settle(): void;
}

export interface Packing {
  /** gzip. @param fast for what is large and seldom read, or hardly gets shorter */
  readonly pack: (bytes: Uint8Array, fast: boolean) => Uint8Array;
  readonly unpack: (bytes: Uint8Array) => Uint8Array;
}

/** The folder's files as values, and how much has been written. */
export type Files = ReturnType<typeof createFiles>;

export function createFiles(folder: Folder, { pack, unpack }: Packing) {
  let files = 0;
  let bytes = 0;
  const counted = (packed: Uint8Array): Uint8Array => {
    files++;
    bytes += packed.length;
    return packed;
  };
  const bytesOf = (name: string): Uint8Array | undefined => {
    const held = folder.read(name);
    return held?.[0] === 0x1f ? unpack(held) : held;
  };
  const mustHave = <T>(value: T | undefined, name: string): T => {
    if (value === undefined) throw new Error(`${name} is missing`);
    return value;
  };
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file of ours holds
  const json = <T>(name: string): T | undefined => {
    const held = bytesOf(name);
    return held && parseJson<T>(held);
  };
  return {
    folder,
    json,
    /** @throws {Error} where there is none */
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file of ours holds
    must: <T>(name: string): T => mustHave(json<T>(name), name),
    /** A file's bytes, unpacked. @throws {Error} where there is none */
    bytes: (name: string): Uint8Array => mustHave(bytesOf(name), name),
    /** Other bytes in the place of a file of the index, packed as well as may be: each day writes as little as it can. */
    replace: (name: string, plain: Uint8Array): void => folder.write(name, counted(pack(plain, false))),
    /** Bytes as they are. */
    write: (name: string, plain: Uint8Array): void => folder.write(name, counted(plain)),
    /** Bytes packed, in a folder that nobody knows yet. */
    stage(name: string, plain: Uint8Array, fast: boolean): void {
      if (folder.stagePlain?.(name, plain, fast)) files++;
      else folder.stage(name, counted(pack(plain, fast)));
    },
    /** A value packed, under a name made of what it is. @param name of the packed bytes' sum */
    put(value: unknown, name: (sum: string) => string): string {
      const packed = pack(encodeJson(value), false);
      const own = name(sumOf(packed));
      if (!folder.exists(own)) folder.write(own, counted(packed));
      return own;
    },
    written(): { readonly files: number; readonly bytes: number } {
      bytes += folder.drain?.() ?? 0;
      return { files, bytes };
    },
  };
}

const sumOf = (bytes: Uint8Array): string => fnv1aOfBytes(bytes).toString(36) + fnv1aOfBytes(bytes, SECOND_SEED).toString(36);

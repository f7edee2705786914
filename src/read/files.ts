/** Files of a folder over the network: unpacked, kept for a while, asked for once however many want them. */
import { gunzipSync } from 'fflate';

/** Bytes of an address. Fails as the feed room's requests do. */
export type Fetch = (url: string) => Promise<Uint8Array>;

/** Bytes kept, of all folders of a page. Every file but the manifest never changes. */
const MOST = 12_000_000;

interface Kept {
  readonly file: Promise<Uint8Array>;
  /** 0 until it is here. */
  length: number;
}

const kept = new Map<string, Kept>();
let size = 0;

const unpack = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);

/** Lets go of what has not been used for longest, until there is room for what has come. */
const makeRoom = (fresh: Kept): void => {
  for (const [url, { length }] of kept) {
    if (size <= MOST || kept.get(url) === fresh) break;
    if (!length) continue;
    kept.delete(url);
    size -= length;
  }
};

/** The file at an address. */
export const fileAt = (url: string, fetch: Fetch): Promise<Uint8Array> => {
  const here = kept.get(url);
  if (here) {
    // What is used stays longest.
    kept.delete(url);
    kept.set(url, here);
    return here.file;
  }
  const fresh: Kept = { file: fetch(url).then(unpack), length: 0 };
  kept.set(url, fresh);
  fresh.file.then(({ length }) => {
    fresh.length = length;
    size += length;
    makeRoom(fresh);
  }, () => kept.delete(url));
  return fresh.file;
};

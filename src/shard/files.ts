/** Files of a folder over the network: unpacked, kept for a while, asked for once however many want them. */
import { gunzipSync } from 'fflate';

/** Bytes of an address. Fails as the feed room's requests do. */
export type Fetch = (url: string) => Promise<Uint8Array>;

/** Bytes kept, of all folders of a page. Every file but the manifest never changes. */
const MOST = 12_000_000;

const kept = new Map<string, Promise<Uint8Array>>();
let size = 0;

const unpack = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);

/** The file at an address. */
export const fileAt = (url: string, fetch: Fetch): Promise<Uint8Array> => {
  const here = kept.get(url);
  if (here) {
    // What is used stays longest.
    kept.delete(url);
    kept.set(url, here);
    return here;
  }
  const file = fetch(url).then(unpack);
  kept.set(url, file);
  file.then((bytes) => {
    size += bytes.length;
    for (const [oldest, old] of kept) {
      if (size <= MOST || oldest === url) break;
      kept.delete(oldest);
      void old.then((gone) => { size -= gone.length; }, () => undefined);
    }
  }, () => kept.delete(url));
  return file;
};

const utf8 = new TextDecoder();
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a file of ours holds
export const parse = <T>(bytes: Uint8Array): T => JSON.parse(utf8.decode(bytes)) as T;

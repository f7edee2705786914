/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8, in base64url: for a page that looks whether a log was changed. The browser's own is only
 * there on https, and a supervisor's page may stand on an intranet without it.
 */

const ROUNDS = 64;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The first 32 bits behind the point of the roots of the first primes. */
const rootBits = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;

const isPrime = (n: number): boolean => {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
  return true;
};

const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (isPrime(n)) found.push(n);
  return found;
};

const CONSTANTS = Int32Array.from(primes(ROUNDS), (prime) => rootBits(Math.cbrt(prime)));
const START = primes(8).map((prime) => rootBits(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The text's bytes, a one bit, zeros, and the length in bits. */
const padded = (text: string): DataView => {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(view.byteLength - 4, (bytes.length * 8) >>> 0);
  return view;
};

const base64url = (words: Int32Array): string => {
  const view = new DataView(new ArrayBuffer(33));
  words.forEach((word, at) => { view.setInt32(at * 4, word); });
  let text = '';
  for (let at = 0; at < 33; at += 3) {
    const three = (view.getUint8(at) << 16) | (view.getUint8(at + 1) << 8) | view.getUint8(at + 2);
    for (const by of [18, 12, 6, 0]) text += LETTERS.charAt((three >> by) & 63);
  }
  return text.slice(0, 43);
};

/** @returns 43 characters, as Node's `createHash('sha256').update(text).digest('base64url')` */
export function sha256(text: string): string {
  const view = padded(text);
  const words = new Int32Array(ROUNDS);
  const hash = Int32Array.from(START);
  const get = (list: Int32Array, at: number): number => list[at] as number;
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < ROUNDS; at++) {
      const early = get(words, at - 15);
      const late = get(words, at - 2);
      const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      words[at] = get(words, at - 16) + low + get(words, at - 7) + high;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let at = 0; at < ROUNDS; at++) {
      const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + get(CONSTANTS, at) + get(words, at)) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => { hash[at] = get(hash, at) + word; });
  }
  return base64url(hash);
}

// @ts-check
// The limits: scans of the same text without any index, plain and with SIMD. Each answers with the positions of the
// records that hold every term, in order.
import { assemble } from './assemble.mjs';

/** @typedef {(terms: readonly string[]) => ArrayLike<number> | Promise<ArrayLike<number>>} Find */
/** @typedef {{ find: Find, sorted: boolean }} Engine `sorted`: positions come in order */

/** @param {readonly string[]} texts @returns {Engine} */
export function naive(texts) {
  const fields = texts.map((text) => text.split('\0'));
  return {
    sorted: true,
    find: (terms) => fields.flatMap((values, at) => (terms.every((term) => values.some((value) => value.includes(term))) ? at : [])),
  };
}

/** One string a record. @param {readonly string[]} texts @returns {Engine} */
export const joined = (texts) => ({
  sorted: true,
  find: (terms) => {
    const found = [];
    for (let at = 0; at < texts.length; at++) if (terms.every((term) => /** @type {string} */ (texts[at]).includes(term))) found.push(at);
    return found;
  },
});

/** One string of all records. @param {readonly string[]} texts @returns {Engine} */
export function giant(texts) {
  // Flat: made of pieces it would be put together again and again.
  const whole = Buffer.from(texts.join('\n'), 'utf16le').toString('utf16le');
  const offsets = new Uint32Array(texts.length + 1);
  texts.forEach((text, at) => (offsets[at + 1] = /** @type {number} */ (offsets[at]) + text.length + 1));
  return {
    sorted: true,
    find: (terms) => {
      const [first = '', ...others] = [...terms].sort((a, b) => b.length - a.length);
      const found = [];
      let record = 0;
      for (let at = whole.indexOf(first); at >= 0; at = whole.indexOf(first, offsets[record])) {
        while (/** @type {number} */ (offsets[record + 1]) <= at) record++;
        const text = /** @type {string} */ (texts[record]);
        if (others.every((term) => text.includes(term))) found.push(record);
        if (++record >= texts.length) break;
      }
      return found;
    },
  };
}

const ROOM = 256;

/** SIMD over UTF-16. @param {readonly string[]} texts @returns {Promise<Engine>} */
export async function wasm(texts) {
  const { instance } = await WebAssembly.instantiate(/** @type {BufferSource} */ (await assemble()));
  const { memory, find, records } = /** @type {{ memory: WebAssembly.Memory, find: (from: number, end: number, length: number) => number, records: (from: number, end: number, length: number, offsets: number, out: number) => number }} */ (/** @type {unknown} */ (instance.exports));
  const whole = Buffer.from(texts.join('\n'), 'utf16le');
  const offsetsAt = (ROOM + whole.length + 64 + 3) & ~3;
  const outAt = offsetsAt + 4 * (texts.length + 1);
  memory.grow(Math.ceil((outAt + 4 * texts.length) / 65_536));
  new Uint8Array(memory.buffer).set(whole, ROOM);
  const offsets = new Uint32Array(memory.buffer, offsetsAt, texts.length + 1);
  offsets[0] = ROOM;
  texts.forEach((text, at) => (offsets[at + 1] = /** @type {number} */ (offsets[at]) + 2 * (text.length + 1)));
  const term = new Uint16Array(memory.buffer, 0, ROOM / 2);
  /** @param {string} text */
  const put = (text) => {
    for (let at = 0; at < text.length; at++) term[at] = text.charCodeAt(at);
  };
  return {
    sorted: true,
    find: (terms) => {
      const [first = '', ...others] = [...terms].sort((a, b) => b.length - a.length);
      put(first);
      const count = records(ROOM, ROOM + whole.length, first.length, offsetsAt, outAt);
      /** @type {number[] | Uint32Array} */
      let found = new Uint32Array(memory.buffer, outAt, count).slice();
      for (const other of others) {
        put(other);
        found = found.filter((at) => find(/** @type {number} */ (offsets[at]), /** @type {number} */ (offsets[at + 1]), other.length) >= 0);
      }
      return found;
    },
  };
}

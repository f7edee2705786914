/**
 * FNV-1a, the one hash of the house: short, fast, the same everywhere. Nothing secret goes in, for it can be turned round.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */

const PRIME = 0x01000193;

/** The beginning that FNV-1a is defined with, and another where one text needs two hashes. */
export const FIRST_SEED = 0x811c9dc5, SECOND_SEED = 0x1b873593;

/** 32 bits of a text, by its UTF-16 units. */
export function fnv1a(text: string, seed = FIRST_SEED, prime = PRIME): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash >>> 0;
}

/** 32 bits of a file. */
export function fnv1aOfBytes(bytes: Uint8Array, seed = FIRST_SEED): number {
  let hash = seed;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
  return hash >>> 0;
}

/** 32 bits for a remainder: FNV's low bits alone are no good for one. */
export function hash32(text: string, seed = FIRST_SEED): number {
  let hash = fnv1a(text, seed);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Two hashes as a short name. */
export const hashOf = (text: string): string => fnv1a(text).toString(36) + fnv1a(text, SECOND_SEED).toString(36);

/**
 * SHA-256 of a text, for a page that looks whether a log was changed. The browser's own is only there on https, and a supervisor's page
 * may stand on an intranet without it. By @noble/hashes: audited, without dependencies of its own.
 */
import { sha256 as hashOf } from '@noble/hashes/sha2.js';

/** @returns 43 characters, as Node's `createHash('sha256').update(text).digest('base64url')` */
export const sha256 = (text: string): string =>
  btoa(String.fromCharCode(...hashOf(new TextEncoder().encode(text)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

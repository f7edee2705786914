/** The supervisor's own files at an address: the list of departments, weights, a department's configuration. */
import { createTextStream } from '../feed/decode.js';
import { request } from '../feed/request.js';
import { FeedFailure, type Failure } from '../model/failure.js';

/** Largest of them: they are written by hand. */
const LIMIT = { timeout: 15, retry: 1, maxBytes: 4_194_304 };

export type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/** @param url absolute http(s) address */
export async function loadJson(url: string, signal?: AbortSignal): Promise<Json> {
  try {
    const stream = createTextStream();
    let text = '';
    for await (const chunk of request({ url }, LIMIT, signal)) text += stream.push(chunk);
    return { ok: true, value: JSON.parse((text + stream.end()).replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    return { ok: false, failure: error instanceof FeedFailure ? error.failure : { code: 'syntax', detail: '不是有效的 JSON。' } };
  }
}

export type Bytes = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly failure: Failure };

/** Largest table: a city's decisions of a year. */
const TABLE_LIMIT = { ...LIMIT, timeout: 60, maxBytes: 33_554_432 };

/** @param url absolute http(s) address */
export async function loadBytes(url: string, signal?: AbortSignal): Promise<Bytes> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const chunk of request({ url }, TABLE_LIMIT, signal)) pieces.push(chunk);
    const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return { ok: true, bytes };
  } catch (error) {
    return { ok: false, failure: error instanceof FeedFailure ? error.failure : { code: 'network', detail: '读取中断。' } };
  }
}

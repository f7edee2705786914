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
    for await (const chunk of request({ url, method: 'GET' }, LIMIT, signal)) text += stream.push(chunk);
    return { ok: true, value: JSON.parse((text + stream.end()).replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    return { ok: false, failure: error instanceof FeedFailure ? error.failure : { code: 'syntax', detail: '不是有效的 JSON。' } };
  }
}

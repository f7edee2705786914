/** The supervisor's own files at an address: the list of departments, weights, a department's configuration. */
import { createTextStream } from '../feed/decode.js';
import { request } from '../feed/request.js';
import { FeedFailure, type Failure } from '../model/failure.js';

/** A log of a year is far larger than what is written by hand. */
export const LOG_LIMIT = { timeout: 60, retry: 1, maxBytes: 134_217_728 };

/** Largest of them: they are written by hand. */
const LIMIT = { timeout: 15, retry: 1, maxBytes: 4_194_304 };

export type Text = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly failure: Failure };
export type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/** @param url absolute http(s) address */
export async function loadText(url: string, signal?: AbortSignal, limit = LIMIT): Promise<Text> {
  try {
    const stream = createTextStream();
    let text = '';
    for await (const chunk of request({ url, method: 'GET' }, limit, signal)) text += stream.push(chunk);
    return { ok: true, value: text + stream.end() };
  } catch (error) {
    return { ok: false, failure: error instanceof FeedFailure ? error.failure : { code: 'syntax', detail: '不是文字。' } };
  }
}

/** @param url absolute http(s) address */
export async function loadJson(url: string, signal?: AbortSignal): Promise<Json> {
  const text = await loadText(url, signal);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(text.value.replace(/^\ufeff/, '')) as unknown };
  } catch {
    return { ok: false, failure: { code: 'syntax', detail: '不是有效的 JSON。' } };
  }
}

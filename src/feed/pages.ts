/** Feeds that come in pages: what each request says (domain §6: `pageNo`, `currPage`, `start` and `limit` …). */
import type { SgsConfig } from '../model/config.js';

type Settings = NonNullable<SgsConfig['request']>;

/** Records on a page, unless the configuration says otherwise. */
export const pageSizeOf = ({ pageSize = 100 }: Settings): number => pageSize;

/** A request as ky and fetch understand it. */
export interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request for page `n` (from 0) of a feed. */
export const askFor = (url: string, settings: Settings, n: number): Asked => {
  const { method = 'GET', body, query = {}, page, size, offset } = settings;
  const pageSize = pageSizeOf(settings);
  const { first = offset ? 0 : 1 } = settings;
  const fields: [string, string][] = Object.entries(query);
  if (page) fields.push([page, String(first + n * (offset ? pageSize : 1))]);
  if (page && size) fields.push([size, String(pageSize)]);
  if (method === 'POST') {
    return body === 'json'
      ? { url, method, body: JSON.stringify(fields.reduce((all, [key, value]) => ({ ...all, [key]: value }), {})), headers: { 'content-type': 'application/json' } }
      : { url, method, body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  }
  const address = new URL(url);
  for (const [key, value] of fields) address.searchParams.set(key, value);
  return { url: fields.length ? address.href : url, method };
};

/** How a feed or a portal is asked, and where its answer holds the records: the settings that a preset can bring, too. */
import type * as z from 'zod/mini';
import { count, flag, forEach, oneOf, settings, text, textMap } from './config-values.js';
import { KINDS } from './kinds.js';

export const requestShape = () => ({
  /** Seconds without a byte before giving up; default 15. */
  timeout: count,
  /** Attempts after the first; default 2. */
  retry: count,
  /** Largest body in bytes; default 256 MB. */
  maxBytes: count,
  /** How the feed is asked for; default GET. */
  method: oneOf(['GET', 'POST']),
  /** How the parameters of a POST are written; default `form`. */
  body: oneOf(['form', 'json']),
  /** Parameters sent with every request: `{"type": "xzxk"}`. */
  query: textMap,
  /** Name of the parameter that asks for a page, of a feed that comes in pages: all of them are read, one after the other. */
  page: text,
  /** Name of the parameter that says how many records a page holds. */
  size: text,
  /** Records on a page; default 100. */
  pageSize: count,
  /** Number of the first page; default 1, or 0 where `page` counts records. */
  first: count,
  /** `page` counts records, not pages (`start=0&limit=100`). */
  offset: flag,
  /** Name of the parameter that searches: then the portal is asked for one page of each search, and not for everything. */
  keyword: text,
  /** Names of the parameters that filter a portal that is searched (`{"kind": "type"}`); of a search engine, of its fields. */
  filters: settings({ kind: text, category: text, department: text, year: text, from: text, to: text }),
  /** Name of the parameter that sorts: `-decidedOn` is asked for, the latest first. */
  sort: text,
  /** Name of the parameter that asks for one record by our id: links to single records then open wherever they stand. */
  id: text,
  /** What the portal calls our fields where it is asked to sort by them (`{"decidedOn": "XK_JDRQ"}`), and `id`: a field with our ids. */
  fields: textMap,
  /** What the portal calls the kinds: `{"license": "xzxk"}`. */
  kinds: settings(forEach(KINDS, text)),
});

export const responseShape = () => ({
  records: text,
  /** Of how many records the answer is a page. */
  total: text,
});

type Settings<Shape extends z.core.$ZodShape> = z.infer<ReturnType<typeof settings<Shape>>>;
export type RequestSettings = Settings<ReturnType<typeof requestShape>>;
export type ResponseSettings = Settings<ReturnType<typeof responseShape>>;

/**
 * Clean records → pages of plain HTML. Pure: what comes in went through the gate and was masked, and nothing else can
 * get onto a page.
 */
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { atomFeeds, type AtomOptions } from './atom.js';
import { listContents } from './lists.js';
import { createTitles, recordContent } from './record.js';
import { pageOf, STYLE, STYLE_PATH, type Template } from './shell.js';
import type { Site, StaticPage } from './site.js';
import { sitemaps } from './sitemap.js';

/** Kinds that have records, each with its own, the last decision first. */
const sorted = (records: readonly SgsRecord[]): ReadonlyMap<Kind, readonly SgsRecord[]> => new Map(KINDS.flatMap((kind) => {
  const own = records.filter((record) => record.kind === kind);
  const by = ({ decidedOn = '' }: SgsRecord): string => decidedOn;
  return own.length ? [[kind, own.sort((a, b) => (by(a) < by(b) ? 1 : by(a) > by(b) ? -1 : 0))] as const] : [];
}));

/**
 * All files of the column, records before the lists that lead to them.
 * @param records clean ones; each id once
 * @param template the site's own page; see `templateProblem`
 * @param atom what is needed for feeds; without it there are none
 */
export function* prerender(
  records: readonly SgsRecord[],
  given: Site,
  template?: Template,
  atom?: AtomOptions,
): Generator<StaticPage> {
  const site = { ...given, followed: Boolean(atom) };
  const byKind = sorted(records);
  const titleOf = createTitles(site);
  const places: (readonly [string, string])[] = [];
  yield { path: STYLE_PATH, text: STYLE };
  for (const own of byKind.values()) {
    for (const record of own) {
      const content = recordContent(site, record, titleOf(record));
      places.push([content.path, record.updatedOn ?? record.publishedOn ?? '']);
      yield { path: content.path, text: pageOf(site, content, template) };
    }
  }
  const lists: (readonly [string, string])[] = [];
  for (const content of listContents(site, byKind)) {
    lists.push([content.path, site.updated]);
    yield { path: content.path, text: pageOf(site, content, template) };
  }
  if (atom) yield* atomFeeds(records, [...byKind.keys()], site, atom);
  yield* sitemaps(site, [...lists, ...places]);
}

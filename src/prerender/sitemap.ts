/** sitemaps.org 0.9: at most 50,000 addresses a file, and an index where there are more. */
import { escapeText } from './markup.js';
import { addressOf, type Site, type StaticPage } from './site.js';

const MOST = 50_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const entry = (tag: string, address: string, date = ''): string =>
  `<${tag}><loc>${escapeText(address)}</loc>${/^\d{4}-\d\d-\d\d$/.test(date) ? `<lastmod>${date}</lastmod>` : ''}</${tag}>\n`;

/** @param places paths, and ISO dates of their last change where they are known */
export function sitemaps(site: Site, places: readonly (readonly [path: string, changed: string])[], most = MOST): readonly StaticPage[] {
  const file = (path: string, part: typeof places): StaticPage => ({
    path,
    text: `${HEAD}<urlset xmlns="${NAMESPACE}">\n`
      + `${part.map(([place, changed]) => entry('url', addressOf(site, place), changed)).join('')}</urlset>\n`,
  });
  if (places.length <= most) return [file('sitemap.xml', places)];
  const parts = Array.from({ length: Math.ceil(places.length / most) }, (_, at) =>
    file(`sitemap-${at + 1}.xml`, places.slice(at * most, (at + 1) * most)),
  );
  return [
    {
      path: 'sitemap.xml',
      text: `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n`
        + `${parts.map(({ path }) => entry('sitemap', addressOf(site, path))).join('')}</sitemapindex>\n`,
    },
    ...parts,
  ];
}

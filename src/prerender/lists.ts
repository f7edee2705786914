/** The lists: the column's first page, and every page of every kind. The widget takes over the first ones. */
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { markup, type Markup } from './markup.js';
import { listCells } from './record.js';
import type { Content } from './shell.js';
import { addressOf, feedPath, kindLabel, listPath, recordPath, type Site } from './site.js';

const link = (site: Site, record: SgsRecord): Markup =>
  markup`<a href="${recordPath(record)}">${record.title}</a>${record.status === 'valid' ? '' : `（${site.words.status(record.status)}）`}`;

const tableRow = (site: Site, record: SgsRecord): Markup => {
  const cells = listCells(site, record).map((cell) => markup`<td>${cell || '—'}</td>`);
  return markup`<tr><th scope="row">${link(site, record)}</th>${cells}</tr>\n`;
};

const table = (site: Site, kind: Kind, records: readonly SgsRecord[]): Markup => {
  const { words, config } = site;
  const heads = KIND_DEFS[kind].columns.map(
    (field) => config.labels?.[field] ?? (field === 'title' ? words.title(kind) : words.field(kind, field)),
  );
  return markup`<table>
<caption>${kindLabel(site, kind)}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${records.map((record) => tableRow(site, record))}</tbody>
</table>`;
};

const about = ({ words, publisher, updated, notice }: Site): readonly Markup[] =>
  [[publisher, updated && words.updated(updated)].filter(Boolean).join(' '), notice].filter(Boolean).map((text) => markup`<p>${text}</p>`);

/** The list as content of the widget: seen until it has the records itself, and without script for ever. */
const taken = ({ feed }: Site, kinds: readonly Kind[], fallback: Markup): Markup =>
  markup`<sgs-column feed="${feed}" kind="${kinds.join(' ')}">\n${fallback}\n</sgs-column>`;

const meta = (site: Site, name: string, description: string): Content['meta'] => [
  ['ColumnName', name],
  ['ColumnDescription', description],
  ['ColumnKeywords', [name, site.publisher].filter(Boolean).join(',')],
  ['ColumnType', site.words.column],
];

const listData = (site: Site, path: string, name: string, records: readonly SgsRecord[]): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  name,
  url: addressOf(site, path),
  mainEntity: {
    '@type': 'ItemList',
    itemListElement: records.map((record, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: record.title,
      url: addressOf(site, recordPath(record)),
    })),
  },
});

const titled = (site: Site, ...parts: readonly string[]): string => [...parts, site.siteName ?? site.publisher].filter(Boolean).join('_');

/** The way to the other pages of a kind. */
const pages = ({ words }: Site, kind: Kind, page: number, last: number): Markup | undefined =>
  last < 2
    ? undefined
    : markup`<nav aria-label="${words.pages}">${
        page > 1 ? markup`<a href="${listPath(kind, page - 1)}" rel="prev">${words.previous}</a> ` : ''
      }<span>${page} / ${last}</span> ${
        page < last ? markup`<a href="${listPath(kind, page + 1)}" rel="next">${words.next}</a>` : ''
      }${page < last ? markup` <a href="${listPath(kind, last)}">${words.page(last)}</a>` : ''}</nav>`;

const tabs = (site: Site, kinds: readonly Kind[]): Markup => {
  const links = kinds.map((kind) => markup`<a href="${listPath(kind, 1)}">${kindLabel(site, kind)}</a> `);
  return markup`<nav aria-label="${site.words.tabs}">${links}</nav>`;
};

/** Title and path of the feed that a page tells of, where there is one. */
const feedsOf = (site: Site, kind?: Kind): Content['feeds'] =>
  (site.followed ? [[`订阅：${kind ? kindLabel(site, kind) : site.words.column}`, feedPath(kind)]] : []);

/** The way to it for people, at the end: nothing above it moves when the widget takes over. */
const followLink = (feeds: Content['feeds'] = []): readonly Markup[] =>
  feeds.map(([, path]) => markup`\n<p><a href="${path}" type="application/atom+xml">订阅</a></p>`);

/** All lists of records that are sorted already. */
export function* listContents(site: Site, byKind: ReadonlyMap<Kind, readonly SgsRecord[]>): Generator<Content> {
  const { words, pageSize } = site;
  const kinds = [...byKind.keys()];
  const totals = [...byKind].map(([kind, own]) => `${kindLabel(site, kind)} ${own.length} 条`).join('，');
  const described = `${[site.publisher, words.column].filter(Boolean).join('：')}。${totals}`;
  const first = [...byKind.values()].flatMap((own) => own.slice(0, pageSize));
  yield {
    path: 'index.html', title: titled(site, words.column), description: described,
    meta: meta(site, words.column, described), data: listData(site, 'index.html', words.column, first),
    widget: true, feeds: feedsOf(site),
    body: taken(site, kinds.length ? kinds : ['license', 'penalty'], markup`<div class="sgs-static">
<h1>${words.column}</h1>${about(site)}${tabs(site, kinds)}
${kinds.length ? [...byKind].map(([kind, own]) => table(site, kind, own.slice(0, pageSize))) : markup`<p>${words.empty}</p>`}${
      followLink(feedsOf(site))}
</div>`),
  };
  for (const [kind, records] of byKind) {
    const name = kindLabel(site, kind);
    const last = Math.ceil(records.length / pageSize);
    for (let page = 1; page <= last; page++) {
      const rows = records.slice((page - 1) * pageSize, page * pageSize);
      const path = listPath(kind, page);
      const body = markup`<div class="sgs-static">
<h1>${name}</h1>${about(site)}<nav aria-label="${words.column}"><a href="index.html">${words.column}</a></nav>
<p>${words.range((page - 1) * pageSize + 1, (page - 1) * pageSize + rows.length, records.length)}</p>
${table(site, kind, rows)}
${pages(site, kind, page, last)}${followLink(feedsOf(site, kind))}
</div>`;
      yield {
        path, title: titled(site, page > 1 ? `${name} ${words.page(page)}` : name, words.column),
        description: `${described}。${words.page(page)}`,
        meta: meta(site, name, described), data: listData(site, path, name, rows), feeds: feedsOf(site, kind),
        // The widget begins with the first page: taking over another one would show something else.
        body: page === 1 ? taken(site, [kind], body) : body, widget: page === 1,
      };
    }
  }
}

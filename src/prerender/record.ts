/** The page of one record, as the inspection's crawler and search engines read it. */
import { fieldType, recordFields, type FieldName } from '../model/fields.js';
import { KIND_DEFS } from '../model/kinds.js';
import { isLongTerm, type SgsRecord } from '../model/record.js';
import { markup, type Markup } from './markup.js';
import type { Content } from './shell.js';
import { followedCode } from './changes.js';
import { addressOf, companyFeedPath, feedPath, kindLabel, listPath, recordPath, type Site } from './site.js';

/** A revoked decision shows which it was, that it is revoked, and why (行政处罚法 第四十八条). */
const REVOKED: readonly FieldName[] = ['documentNumber', 'authority', 'decidedOn', 'revokedOn', 'revokeReason'];

/** The value of a field, as it is read on screen; '' where there is none. */
export function valueText({ words }: Site, record: SgsRecord, field: FieldName): string {
  const value = record[field];
  if (value === undefined) return '';
  if (typeof value === 'number') return words.amount(value);
  if (typeof value !== 'string') return value.join(words.comma);
  if (fieldType(field) !== 'date') return value;
  return isLongTerm(value) ? words.longTerm : value;
}

const content = (site: Site, record: SgsRecord, field: FieldName): Markup | string => {
  const text = valueText(site, record, field);
  if (fieldType(field) === 'link' && /^https?:\/\//i.test(text)) return markup`<a href="${text}" rel="noopener noreferrer">${text}</a>`;
  return fieldType(field) === 'date' && /^\d/.test(text) ? markup`<time datetime="${text}">${site.words.date(text)}</time>` : text;
};

const label = ({ words, config }: Site, { kind }: SgsRecord, field: FieldName): string =>
  config.labels?.[field] ?? words.field(kind, field);

const row = (name: string, value: Markup | string): Markup => markup`<dt>${name}</dt><dd>${value}</dd>\n`;

function rows(site: Site, record: SgsRecord): readonly Markup[] {
  const revoked = record.status === 'revoked';
  const known = (revoked ? REVOKED : recordFields(record.kind)).filter((field) => valueText(site, record, field))
    .map((field) => row(label(site, record, field), content(site, record, field)));
  if (revoked) return known;
  const remedy = record.kind === 'penalty' && !record.remedy && site.remedy ? [row(label(site, record, 'remedy'), site.remedy)] : [];
  return [...known, ...remedy, ...record.extra.map((extra) => row(extra.label, extra.value))];
}

/** Title of the page: no two records share one. */
export function createTitles(site: Site): (record: SgsRecord) => string {
  const taken = new Set<string>();
  return (record) => {
    const { title, documentNumber = '', subjectName = '', decidedOn = '', id } = record;
    const parts = [title, documentNumber, subjectName, decidedOn, id].filter((part, at, all) => part && all.indexOf(part) === at);
    const end = [kindLabel(site, record.kind), site.siteName ?? site.publisher].filter(Boolean).join('_');
    let most = 2;
    const text = (): string => `${parts.slice(0, most).join(' ')}_${end}`;
    while (taken.has(text()) && most < parts.length) most++;
    taken.add(text());
    return text();
  };
}

/** What search engines know such things by. */
function data(site: Site, record: SgsRecord): unknown {
  const { kind, title, documentNumber, authority, publishedOn, validFrom, validTo, subjectName } = record;
  const url = addressOf(site, recordPath(record));
  const issuer = authority ?? site.publisher;
  const organisation = issuer && { '@type': 'GovernmentOrganization', name: issuer };
  const about = kind === 'license' && record.status !== 'revoked'
    ? {
      '@type': 'GovernmentPermit', '@id': url, name: title, url, identifier: documentNumber,
      ...(organisation && { issuedBy: organisation }), validFrom, ...(validTo && !isLongTerm(validTo) && { validUntil: validTo }),
    }
    : {
      '@type': 'Article', '@id': url, headline: title, url, identifier: documentNumber,
      ...(publishedOn && { datePublished: publishedOn }), ...(organisation && { author: organisation, publisher: organisation }),
      ...(record.status !== 'revoked' && subjectName && { about: subjectName }),
    };
  const steps = [['index.html', site.words.column], [listPath(kind, 1), kindLabel(site, kind)], [recordPath(record), title]] as const;
  return {
    '@context': 'https://schema.org',
    '@graph': [about, {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(([path, name], at) => ({ '@type': 'ListItem', position: at + 1, name, item: addressOf(site, path) })),
    }],
  };
}

export function recordContent(site: Site, record: SgsRecord, title: string): Content {
  const { words } = site;
  const { kind, publishedOn = '', documentNumber = '', authority = '', status } = record;
  const description = [
    record.title,
    documentNumber,
    status === 'revoked' ? words.status(status) : (record.subjectName ?? ''),
    authority,
    record.decidedOn ?? '',
  ]
    .filter(Boolean)
    .join('，');
  const toList = markup`<a href="../${listPath(kind, 1)}">${kindLabel(site, kind)}</a>`;
  const code = site.followed ? followedCode(record) : undefined;
  const follow = code ? markup` <a href="../${companyFeedPath(code)}" type="application/atom+xml">订阅该单位的公示信息</a>` : undefined;
  return {
    path: recordPath(record),
    title,
    description,
    feeds: [
      ...(site.followed ? [[`订阅：${kindLabel(site, kind)}`, feedPath(kind)] as const] : []),
      ...(code ? [[`订阅：${code} 的公示信息`, companyFeedPath(code)] as const] : []),
    ],
    meta: [
      ['ColumnName', kindLabel(site, kind)],
      ['ColumnType', words.column],
      ['ArticleTitle', record.title],
      // Never an invented date: 弄虚作假，如伪造发稿日期 is a reason to fail the inspection (domain §7.3).
      ['PubDate', publishedOn],
      ['ContentSource', record.sourceUnit ?? (authority || site.publisher)],
      ['Author', authority],
      ['Keywords', [kindLabel(site, kind), ...record.category, documentNumber].filter(Boolean).join(',')],
      ['Description', description],
    ],
    data: data(site, record),
    body: markup`<div class="sgs-static">
<nav aria-label="${words.column}"><a href="../index.html">${words.column}</a> ${toList}${follow}</nav>
<article>
<h1>${record.title}${status === 'valid' ? '' : `（${words.status(status)}）`}</h1>
<dl>
${rows(site, record)}</dl>
</article>
</div>`,
  };
}

/** Columns of a list and the value of each. */
export const listCells = (site: Site, record: SgsRecord): readonly string[] =>
  KIND_DEFS[record.kind].columns.slice(1).map((field) => valueText(site, record, field));

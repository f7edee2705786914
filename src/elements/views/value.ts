import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { fieldType, type FieldName } from '../../model/fields.js';
import { isLongTerm, type SgsRecord } from '../../model/record.js';
import { highlight, type Terms } from './highlight.js';
import { safeUrl, type View } from './view.js';

/** A value that is missing shows a dash, which readers skip, so they are told in words. */
export const missing = ({ words }: View): TemplateResult => html`<span aria-hidden="true">—</span><span class="vh">${words.missing}</span>`;

/** The language of what feeds say, where the words around it are in another: no reader speaks it with that one's voice. */
export const dataLang = ({ words }: View): 'zh-CN' | undefined => (words.tag === 'zh-CN' ? undefined : 'zh-CN');

/** What a feed says. */
export const data = (view: View, content: unknown): unknown => {
  const lang = dataLang(view);
  return lang ? html`<span lang=${lang}>${content}</span>` : content;
};

/** A date: in lists 2025-03-04, so that a column lines up; in words elsewhere. */
export const day = ({ words }: View, iso: string, long: boolean): TemplateResult | string =>
  isLongTerm(iso) ? words.longTerm : html`<time datetime=${iso}>${long ? words.date(iso) : iso}</time>`;

/** A link to another site, where the address is one. */
export function link(address: string, text: string): TemplateResult | string {
  const url = safeUrl(address);
  return url ? html`<a href=${url} rel="noopener noreferrer">${text}</a>` : text;
}

/** Whether a record says anything there; a list may be empty. */
export function isFilled(record: SgsRecord, field: FieldName): boolean {
  const raw = record[field];
  return typeof raw === 'number' || Boolean(raw?.length);
}

/** One field of a record as content of a cell or a row. */
export function value(view: View, record: SgsRecord, field: FieldName, long: boolean, terms?: Terms): unknown {
  const raw = record[field];
  if (raw === undefined || !isFilled(record, field)) return missing(view);
  if (typeof raw === 'number') return html`<span class="num">${view.words.amount(raw)}</span>`;
  if (typeof raw !== 'string') return data(view, highlight(raw.join('、'), terms));
  const type = fieldType(field);
  if (type === 'date') return day(view, raw, long);
  if (type === 'link') return link(raw, raw);
  const text = data(view, highlight(raw, terms));
  // Read aloud digit by digit.
  return type === 'code' || type === 'number' ? html`<span class="code">${text}</span>` : text;
}

/** How a decision stands, in words; nothing beside one that simply stands. */
export const status = ({ words }: View, record: SgsRecord): TemplateResult | typeof nothing =>
  record.status === 'valid' ? nothing : html` <span class="tag" part="tag">${words.status(record.status)}</span>`;

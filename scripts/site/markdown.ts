/** Markdown → HTML as the site shows it: headings with anchors, tables and code that can be scrolled, links between pages. */
import MarkdownIt from 'markdown-it';

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** `三步上线：从零开始` → `三步上线-从零开始`. */
export const anchorOf = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Text of HTML, for the index of the search and for names. */
export const plainText = (html: string): string =>
  html.replace(/<\/?(?:code|strong|em|a)\b[^>]*>/g, '').replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ').trim();

/** @param label names what scrolls, for who can't see it @returns the HTML of a text, and its headings */
export function renderMarkdown(source: string, label: string): { readonly html: string; readonly headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const { rules } = md.renderer;
  const scrolled = (name: string): string => `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}">`;
  let last = label;
  let count = 0;
  const nameOf = (): string => {
    count += 1;
    return `${last} ${count}`;
  };
  rules['heading_open'] = (tokens, at) => {
    const token = tokens[at];
    const text = plainText(md.renderInline(tokens[at + 1]?.content ?? ''));
    let id = anchorOf(text);
    while (headings.some((one) => one.id === id)) id += '-2';
    headings.push({ level: Number(token?.tag.slice(1)), id, text });
    last = text;
    count = 0;
    return `<${token?.tag ?? 'h2'} id="${escapeHtml(id)}">`;
  };
  // On a phone a row stands as a block with the name of each column before its cell; the roles say that it still is a table.
  let heads: string[] = [];
  let column = 0;
  rules['table_open'] = () => {
    heads = [];
    return `${scrolled(nameOf())}<table role="table">`;
  };
  rules['table_close'] = () => '</table></div>';
  rules['tr_open'] = () => {
    column = 0;
    return '<tr role="row">';
  };
  rules['th_open'] = (tokens, at) => {
    heads.push(plainText(md.renderInline(tokens[at + 1]?.content ?? '')));
    return '<th role="columnheader" scope="col">';
  };
  rules['td_open'] = () => {
    const head = heads[column] ?? '';
    column += 1;
    return `<td role="cell"${head ? ` data-label="${escapeHtml(head)}"` : ''}>`;
  };
  rules['fence'] = (tokens, at) => `<pre tabindex="0" role="region" aria-label="${escapeHtml(nameOf())}"><code>${escapeHtml(tokens[at]?.content ?? '')}</code></pre>\n`;
  rules['link_open'] = (tokens, at, options, _env, self) => {
    const href = String(tokens[at]?.attrGet('href') ?? '');
    if (/^[\w-]+\.md(#|$)/.test(href)) tokens[at]?.attrSet('href', href.replace('.md', '.html'));
    return self.renderToken(tokens, at, options);
  };
  return { html: md.render(source), headings };
}

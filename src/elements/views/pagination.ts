import { html, nothing, type TemplateResult } from 'lit';
import type { ListSnapshot } from '../../state/list.js';
import { action } from './controls.js';
import type { View } from './view.js';

/** The first, the last, the current page and its neighbours; 0 stands for a gap. A gap of one page is that page. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n, at, all) => n >= 1 && n <= pages && all.indexOf(n) === at);
  return near.flatMap((n, at) => {
    const gap = n - (near[at - 1] || 0);
    return gap < 2 ? [n] : [gap === 2 ? n - 1 : 0, n];
  });
}

export function pagination(
  { words, send, href }: View,
  { page, pages }: NonNullable<ListSnapshot['page']>,
): TemplateResult | typeof nothing {
  if (pages < 2) return nothing;
  const item = (to: number, content: unknown, label?: string): TemplateResult => {
    const current = to === page;
    return html`<li>${action({
      content, label, current,
      href: href({ type: 'page', page: to }),
      part: current ? 'page current' : 'page',
      go: () => send({ type: 'page', page: to }),
    })}</li>`;
  };
  return html`<nav class="screen" part="pagination" aria-label=${words.pages}>
    <ul>
      ${page > 1 ? item(page - 1, words.previous) : nothing}
      ${pageNumbers(page, pages).map((n) => (n ? item(n, n, words.page(n)) : html`<li>…</li>`))}
      ${page < pages ? item(page + 1, words.next) : nothing}
    </ul>
  </nav>`;
}

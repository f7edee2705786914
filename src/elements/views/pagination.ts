import { html, nothing, type TemplateResult } from 'lit';
import type { ListSnapshot } from '../../state/list.js';
import { isPlain, type View } from './view.js';

/** The first, the last, the current page and its neighbours; 0 stands for a gap. A gap of one page is that page. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n, at, all) => n >= 1 && n <= pages && all.indexOf(n) === at);
  return near.flatMap((n, at) => {
    const before = near[at - 1] ?? 0;
    return n - before === 1 || at === 0 ? [n] : [n - before === 2 ? n - 1 : 0, n];
  });
}

export function pagination(view: View, { page, pages }: NonNullable<ListSnapshot['page']>): TemplateResult | typeof nothing {
  if (pages < 2) return nothing;
  const { words, send, href } = view;
  const item = (to: number, text: string, rel: string, label: string): TemplateResult => {
    const url = href({ type: 'page', page: to });
    const current = to === page && !rel ? 'page' : nothing;
    const go = (event: MouseEvent): void => {
      if (!isPlain(event)) return;
      event.preventDefault();
      send({ type: 'page', page: to });
    };
    const part = current === nothing ? 'page' : 'page current';
    return html`<li>${
      url === undefined
        ? html`<button type="button" class="button" part=${part} aria-label=${label || nothing} aria-current=${current} @click=${go}>${text}</button>`
        : html`<a class="button" part=${part} href=${url} rel=${rel || nothing} aria-label=${label || nothing} aria-current=${current} @click=${go}>${text}</a>`
    }</li>`;
  };
  return html`<nav class="screen" part="pagination" aria-label=${words.pages}>
    <ul>
      ${page > 1 ? item(page - 1, words.previous, 'prev', '') : nothing}
      ${pageNumbers(page, pages).map((n) => (n ? item(n, `${n}`, '', words.page(n)) : html`<li class="gap">…</li>`))}
      ${page < pages ? item(page + 1, words.next, 'next', '') : nothing}
    </ul>
  </nav>`;
}

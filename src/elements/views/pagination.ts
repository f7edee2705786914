import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { ListSnapshot } from '../../state/list.js';
import { action, button } from './controls.js';
import type { View } from './view.js';

/** The first, the last, and five around the current page; 0 stands for a gap. A gap of one page is that page. */
export function pageNumbers(page: number, pages: number): number[] {
  const start = Math.max(1, Math.min(page - 2, pages - 4));
  const near = [1, start, start + 1, start + 2, start + 3, start + 4, pages].filter((n, at, all) => n <= pages && all.indexOf(n) === at);
  return near.flatMap((n, at) => {
    const gap = n - (near[at - 1] || 0);
    return gap < 2 ? [n] : [gap === 2 ? n - 1 : 0, n];
  });
}

/** Page sizes to choose from. */
const SIZES = [10, 20, 50];

const sizesOf = (size: number): number[] => [...new Set([...SIZES, size])].sort((a, b) => a - b);

/** On a wide screen every page near, and a field for the others; on a phone where one is, and one step to either side. */
export function pagination(
  { words, send, href }: View,
  { page, pages, size, total }: NonNullable<ListSnapshot['page']>,
): TemplateResult | typeof nothing {
  if (total <= Math.min(size, ...SIZES)) return nothing;
  const go = (to: number): void => send({ type: 'page', page: to });
  const item = (to: number, content: unknown, label?: string, rel?: string): TemplateResult => {
    const current = to === page;
    return html`<li class=${rel ? 'step' : 'number'}>${action({
      content, label, current, rel,
      href: href({ type: 'page', page: to }),
      part: current ? 'page current' : 'page',
      go: () => go(to),
    })}</li>`;
  };
  const jump = (event: Event): void => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLElement).closest('nav')?.querySelector('input');
    const to = Math.min(pages, Math.trunc(Number(field?.value)));
    if (to >= 1) go(to);
    else field?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') jump(event);
  };
  const resize = (event: Event): void => send({ type: 'size', size: Number((event.target as HTMLSelectElement).value) });
  return html`<nav class="screen pages" part="pagination" aria-label=${words.pages}>
    ${pages < 2 ? nothing : html`<ul>
      ${page > 1 ? item(page - 1, words.previous, undefined, 'prev') : nothing}
      ${pageNumbers(page, pages).map((n) => (n ? item(n, n, words.page(n)) : html`<li class="number">…</li>`))}
      <li class="place num"><span aria-hidden="true">${`${page}/${pages}`}</span><span class="vh">${words.pageOf(page, pages)}</span></li>
      ${page < pages ? item(page + 1, words.next, undefined, 'next') : nothing}
    </ul>
    <div class="jump">
      <label for="jump">${words.jumpTo}</label>
      <input id="jump" part="input" type="number" inputmode="numeric" min="1" max=${pages} .value=${String(page)} @keydown=${onKey}>
      <span>${words.jumpPage}</span>${button(words.jump, jump, '')}
    </div>`}
    <div class="size">
      <label for="size">${words.perPage}</label>
      <select id="size" part="input" @change=${resize}>
        ${sizesOf(size).map((n) => html`<option value=${n} .selected=${n === size}>${n}${words.unit}</option>`)}
      </select>
    </div>
  </nav>`;
}

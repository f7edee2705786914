/** The column at a glance: numbers of the month and the year, the last twelve months, and the duty to publish. */
import { html, type TemplateResult } from 'lit';
import type { Kind } from '../../../model/kinds.js';
import type { Facets } from '../../../query/page.js';
import type { ListSnapshot } from '../../../state/list.js';
import { today } from '../../today.js';
import { kindLabel, type View } from '../../views/view.js';
import type { ToolHost } from '../tool.js';
import { toolWords } from '../tool-words.js';
import { glanceWords } from './words.js';

const MONTHS = 12;

interface Numbers {
  readonly kind: Kind;
  readonly all: number;
  readonly facets: Facets;
}

/** The months up to this one, `YYYY-MM`, the oldest first. */
export function lastMonths(now: string): readonly string[] {
  const [year = 0, month = 0] = now.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(year, month - MONTHS + back, 1)).toISOString().slice(0, 7));
}

const countOf = (facet: Facets['month'], value: string): number => facet.find((each) => each.value === value)?.count ?? 0;

/** Bars, drawn; a table behind them says the same. */
function chart(view: View, { kind, facets }: Numbers, months: readonly string[]): TemplateResult {
  const words = toolWords(view.words, 'glance', glanceWords);
  const title = words.months(kindLabel(view, kind));
  const counts = months.map((month) => countOf(facets.month, month));
  const most = Math.max(1, ...counts);
  return html`<p class="strong" aria-hidden="true">${title}</p>
    <ol class="chart" aria-hidden="true">${months.map((month, at) => {
      const count = counts[at] ?? 0;
      const bar = `M1 100V${100 - (100 * count) / most}H9V100z`;
      return html`<li>
        <span class="num">${count}</span>
        <svg viewBox="0 0 10 100" preserveAspectRatio="none"><path d=${bar}></path></svg>
        <span class="num">${month.slice(2)}</span>
      </li>`;
    })}</ol>
    <div class="vh"><table class="numbers"><caption>${title}</caption>
      <thead><tr><th scope="col">${words.month}</th><th scope="col">${words.count}</th></tr></thead>
      <tbody>${months.map((month, at) => html`<tr><th scope="row">${month}</th><td>${counts[at]}</td></tr>`)}</tbody>
    </table></div>`;
}

function glance(view: View, snapshot: ListSnapshot, numbers: readonly Numbers[]): TemplateResult {
  const words = toolWords(view.words, 'glance', glanceWords);
  const months = lastMonths(today());
  const [now = ''] = months.slice(-1);
  const shown = numbers.find(({ kind }) => kind === snapshot.query.kind);
  const heads = [words.kind, words.thisMonth, words.thisYear, words.all];
  const updated = snapshot.meta.updated ? ` ${view.words.updated(snapshot.meta.updated)}` : '';
  return html`<div class="note glance">
    <table class="numbers"><caption class="vh">${words.numbers}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${numbers.map(({ kind, all, facets }) => html`<tr>
        <th scope="row">${kindLabel(view, kind)}</th>
        <td>${countOf(facets.month, now)}</td><td>${countOf(facets.year, now.slice(0, 4))}</td><td>${all}</td>
      </tr>`)}</tbody>
    </table>
    ${shown && chart(view, shown, months)}
    <p class="muted">${view.config.texts?.duty ?? words.duty}${updated}</p>
  </div>`;
}

/** What an element's panel was made of the last time, so that it stays while the next numbers are counted. */
const last = new WeakMap<HTMLElement, { readonly made: unknown; readonly numbers: readonly Numbers[] }>();

/** @param draw shows the tool again, with what has been counted meanwhile */
export function glancePanel(host: ToolHost, draw: () => void): unknown {
  const { store, snapshot } = host.state;
  if (!store || !snapshot) return undefined;
  const { source } = store;
  const known = last.get(host);
  // New records make a new report; until then the numbers stand.
  const made = snapshot.report ?? snapshot.counts;
  if (source && known?.made !== made) {
    last.set(host, { made, numbers: known?.numbers ?? [] });
    const count = async (kind: Kind): Promise<Numbers> => ({ kind, all: snapshot.counts?.[kind] ?? 0, facets: await source.facets(kind) });
    void Promise.all(snapshot.kinds.map(count)).then((numbers) => {
      last.set(host, { made, numbers });
      draw();
    });
  }
  return glance(host.context, snapshot, known?.numbers ?? []);
}

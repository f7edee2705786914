/** The column at a glance: numbers of the month and the year, by month and by authority, and the duty to publish. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../../html.js';
import type { Kind } from '../../../model/kinds.js';
import type { Facets } from '../../../query/page.js';
import type { Filters } from '../../../query/query.js';
import type { ListRequest, ListSnapshot } from '../../../state/list.js';
import { today } from '../../today.js';
import { action } from '../../views/controls.js';
import { data } from '../../views/value.js';
import { fieldLabel, kindLabel, type View } from '../../views/view.js';
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

/** Filters that a bar stands for; chosen already, it takes them back. */
function toggle({ query }: ListSnapshot, filters: Partial<Filters>): { readonly request: ListRequest; readonly current: boolean } {
  const names = Object.keys(filters) as (keyof Filters)[];
  const current = names.every((name) => query[name] === filters[name]);
  return { request: { type: 'search', filters: current ? names.reduce((none, name) => ({ ...none, [name]: '' }), {}) : filters }, current };
}

interface Bar {
  readonly label: unknown;
  /** What it is called, where another link of the page may have the same words. */
  readonly name?: string;
  readonly count: number;
  readonly request: ListRequest;
  readonly current: boolean;
}

/** One bar: its words, drawn below them how many, and a link to the rows it counts. */
const bar = (view: View, { label, name, count, request, current }: Bar, most: number): TemplateResult => action({
  content: html`${label}<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <path d=${`M0 0H${(100 * count) / most}V1H0z`}></path>
  </svg>`,
  label: name,
  href: view.href(request),
  part: 'link',
  classes: 'mark-bar',
  current,
  go: () => view.send(request),
});

const bars = (view: View, title: string, head: string, count: string, rows: readonly Bar[]): TemplateResult => {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return html`<table class="numbers bars"><caption class="strong">${title}</caption>
    <thead class="vh"><tr><th scope="col">${head}</th><th scope="col">${count}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${bar(view, row, most)}</th><td>${row.count}</td></tr>`)}</tbody>
  </table>`;
};

/** The last day of a month, `YYYY-MM-DD`. */
const lastDay = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** Authorities listed; a city has more than anybody reads here. */
const MOST_AUTHORITIES = 8;

function glance(view: View, snapshot: ListSnapshot, numbers: readonly Numbers[]): TemplateResult {
  const words = toolWords(view.words, 'glance', glanceWords);
  const months = lastMonths(today());
  const [now = ''] = months.slice(-1);
  const { query, meta } = snapshot;
  const shown = numbers.find(({ kind }) => kind === query.kind);
  const heads = [words.kind, words.thisMonth, words.thisYear, words.all];
  const updated = meta.updated ? ` ${view.words.updated(meta.updated)}` : '';
  const most = Math.max(1, ...numbers.map(({ all }) => all));
  const byKind = (kind: Kind, count: number): Bar =>
    ({ label: kindLabel(view, kind), count, request: { type: 'kind', kind }, current: kind === query.kind });
  const byMonth = (facets: Facets): readonly Bar[] => months.map((month) => ({
    label: month, count: countOf(facets.month, month), ...toggle(snapshot, { year: '', from: `${month}-01`, to: lastDay(month) }),
  })).reverse();
  const byAuthority = (facets: Facets): readonly Bar[] => [...facets.department]
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_AUTHORITIES)
    .map(({ value, count }) => ({
      label: data(view, value), name: value + view.words.pause + String(count) + view.words.unit, count,
      ...toggle(snapshot, { department: value }),
    }));
  return html`<div class="note glance">
    <table class="numbers"><caption class="vh">${words.numbers}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${numbers.map(({ kind, all, facets }) => html`<tr>
        <th scope="row">${bar(view, byKind(kind, all), most)}</th>
        <td>${countOf(facets.month, now)}</td><td>${countOf(facets.year, now.slice(0, 4))}</td><td>${all}</td>
      </tr>`)}</tbody>
    </table>
    ${shown && html`<div class="charts">
      ${bars(view, words.months(kindLabel(view, shown.kind)), words.month, words.count, byMonth(shown.facets))}
      ${shown.facets.department.length
        ? bars(
          view, words.authorities(kindLabel(view, shown.kind)), fieldLabel(view, shown.kind, 'authority'), words.count,
          byAuthority(shown.facets),
        )
        : nothing}
    </div>`}
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

import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Kind } from '../model/kinds.js';
import { importOptional } from '../model/import-optional.js';
import type { SgsRecord } from '../model/record.js';
import { NO_FILTERS } from '../query/query.js';
import type { ListRequest, ListSnapshot, ListStore } from '../state/list.js';
import { registerList } from '../state/registry.js';
import { detail as detailStyles } from '../styles/detail.js';
import { list as listStyles } from '../styles/list.js';
import { SgsPageEvent, SgsSelectEvent } from './events.js';
import type { Tool } from './desk.js';
import { columnsOf, feedsOf, kindsOf, sizeOf, sortOf, trim, wordsOf } from './settings.js';
import { SgsElement, type Room } from './sgs-element.js';
import { today } from './today.js';
import { button, fold } from './views/controls.js';
import { detail } from './views/detail.js';
import { heading } from './views/heading.js';
import { learnToMark } from './views/highlight.js';
import { empty, failed, loading, stale } from './views/messages.js';
import { pagination } from './views/pagination.js';
import { SEARCH_FIELDS } from './views/search.js';
import { table, type TableView } from './views/table.js';
import { tabs } from './views/tabs.js';
import { kindLabel, safeUrl, type View } from './views/view.js';

/** What a `<sgs-detail>` needs of the list it belongs to. */
export interface DetailHost {
  /** From now on records open there; call what it returns to take them back. */
  bindDetail(detail: { focus(): void }): () => void;
  /** Puts the focus back where a record was opened. */
  focusRow(): void;
}

/** What `<sgs-list>` and `<sgs-column>` have in common: the list, its records opened in place, and its events. */
export abstract class ListElement extends SgsElement implements DetailHost {
  static override styles: CSSResultGroup = [SgsElement.styles, listStyles, detailStyles];

  static override get properties(): PropertyDeclarations {
    return {
      kind: {},
      pageSize: { type: Number, attribute: 'page-size' },
      columns: {},
      sort: {},
      department: {},
      q: {},
      from: {},
      to: {},
      category: {},
      year: {},
      detail: {},
      urlKey: { attribute: 'url-key' },
      exports: {},
      store: { attribute: false },
      unfolded: { attribute: false },
      printing: { attribute: false },
      tool: { attribute: false },
    };
  }

  /** Kinds to show, separated by spaces; several make tabs: `license penalty honor blacklist notice catalog`. */
  declare kind: string;

  /** Records on a page. */
  declare pageSize: number;

  /** Names of the columns, separated by spaces; each kind's own unless given. */
  declare columns: string;

  /** Field to sort by; with a minus the last comes first. */
  declare sort: string;

  /** Only records of this authority. */
  declare department: string;

  /** Words to search for at the beginning. */
  declare q: string;

  /** Only decisions from this ISO date on. */
  declare from: string;

  /** Only decisions up to this ISO date. */
  declare to: string;

  /** Only this category. */
  declare category: string;

  /** Only decisions of this year. */
  declare year: string;

  /** How a record opens: `inline`, `none`, or the address of a page with `{id}` in it. */
  declare detail: string;

  /** Prefix of the parameters in the page's address; empty: the address is left alone. */
  declare urlKey: string;

  /** What the list offers to take away, separated by spaces: `csv xlsx print`. */
  declare exports: string;

  /** A store to show instead of one made from `feed`, for applications that have their own data. */
  declare store: ListStore | undefined;

  /** Whether the sort buttons are shown where there is little room. */
  declare private unfolded: boolean;

  /** @internal All rows of the result, while they are printed. */
  declare printing: readonly SgsRecord[] | undefined;

  /** The tool that is unfolded. */
  declare private tool: Tool | undefined;

  private unregister: (() => void) | undefined;
  private registered: ListStore | undefined;
  private boundDetail: { focus(): void } | undefined;
  /** Where the focus goes once what was asked for is there, and what was shown when it was asked for. */
  private landing: '#range' | '#record' | 'row' | undefined;
  private shown: ListSnapshot | undefined;
  private paging = false;
  private hadFocus = false;
  private lastOpened: { readonly id: string; readonly x: number; readonly y: number } | undefined;

  constructor() {
    super();
    this.kind = 'license penalty';
    this.pageSize = 10;
    this.sort = '-decidedOn';
    this.columns = this.department = this.q = this.from = this.to = this.category = this.year = '';
    this.detail = 'inline';
    this.urlKey = 'sgs';
    this.exports = 'csv xlsx print';
    this.unfolded = false;
  }

  override goTo(page: number): void {
    this.paging = true;
    super.goTo(page);
  }

  /** Puts the focus on the open record, the search field, or the line that says which records are shown. */
  override focus(options?: FocusOptions): void {
    const target = ['#record', '#q', '#range', '#heading'].map((id) => this.find(id)).find(Boolean);
    if (target) target.focus(options);
    else super.focus(options);
  }

  /** @internal */
  bindDetail(detail: { focus(): void }): () => void {
    this.boundDetail = detail;
    this.requestUpdate();
    return () => {
      if (this.boundDetail === detail) this.boundDetail = undefined;
      this.requestUpdate();
    };
  }

  /** @internal */
  focusRow(): void {
    this.landing = 'row';
    this.shown = this.state.snapshot;
  }

  protected override leave(): void {
    super.leave();
    this.unregister?.();
    this.unregister = this.registered = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store) this.state.borrow(this.store);
    else {
      this.state.own(
        {
          feed: feedsOf(this.feed),
          kinds: kindsOf(this.kind),
          size: sizeOf(this.pageSize),
          ...sortOf(this.sort),
          filters: SEARCH_FIELDS.reduce((filters, name) => ({ ...filters, [name]: trim(this[name]) }), NO_FILTERS),
          urlKey: trim(this.urlKey, 'sgs'),
        },
        this.config,
      );
    }
    this.register();
    this.hadFocus = this.active !== null;
  }

  /** Search boxes and details elsewhere on the page look for the list. */
  private register(): void {
    const { store } = this.state;
    if (store === this.registered) return;
    this.unregister?.();
    this.registered = store;
    this.unregister = store && registerList({ id: () => this.id, feed: () => feedsOf(this.feed).join(' '), store, host: this });
  }

  protected override follow({ busy, page }: ListSnapshot): void {
    if (!this.paging || busy || !page) return;
    this.paging = false;
    this.dispatchEvent(new SgsPageEvent(page.page));
  }

  protected override readonly send = (request: ListRequest): void => {
    const { snapshot } = this.state;
    const { type } = request;
    // The page shown already gives no new snapshot.
    this.shown = type === 'page' && request.page === snapshot?.page?.page ? undefined : snapshot;
    this.landing = type === 'page' ? '#range' : type === 'close' ? 'row' : undefined;
    this.paging = type === 'page';
    this.state.send(request);
    this.requestUpdate();
  };

  private readonly open = (record: SgsRecord): boolean => {
    if (!this.dispatchEvent(new SgsSelectEvent(record))) return false;
    // A page of its own: the browser follows the link.
    if (!this.opensHere) return true;
    this.lastOpened = { id: record.id, x: scrollX, y: scrollY };
    this.send({ type: 'open', id: record.id });
    if (this.boundDetail) this.boundDetail.focus();
    else this.landing = '#record';
    return false;
  };

  /** On this page, in place or in a detail of its own. */
  private get opensHere(): boolean {
    return Boolean(this.boundDetail) || trim(this.detail, 'inline') === 'inline';
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  private get active(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  protected override room(): Room {
    const { snapshot, failure } = this.state;
    const view = this.context;
    if (snapshot?.phase === 'ready') return { content: this.ready(view, snapshot), labelled: true };
    const broken = failure || snapshot?.failure;
    const code = broken && (failure || snapshot?.phase === 'error') ? broken.code : trim(this.feed) || this.store ? undefined : 'address';
    const bare = !this.firstElementChild && !this.textContent.trim();
    return { content: code ? failed(view, code) : loading(view, bare), fallback: true };
  }

  private ready(view: View, snapshot: ListSnapshot): TemplateResult {
    const { opened, kinds, query } = snapshot;
    const panel = (): TemplateResult => this.panel(view, snapshot);
    return html`${this.top(view, snapshot)}${
      opened !== undefined && this.opensHere && !this.boundDetail
        ? detail(this.details(snapshot, true), opened)
        : // The panel only exists for its tabs.
          kinds.length < 2
          ? panel()
          : html`${tabs(view, snapshot)}<div id="panel" role="tabpanel" part="panel" aria-labelledby="tab-${query.kind}">${panel()}</div>`
    }
    <p class="paper">${view.words.printedFrom(location.href, today())}</p>`;
  }

  /** The heading: seen where no tab says what is listed. */
  protected top(view: View, snapshot: ListSnapshot): unknown {
    const text = this.heading(view, snapshot);
    return snapshot.kinds.length > 1 ? html`<div class="vh">${text}</div>` : text;
  }

  protected heading(view: View, { kinds }: ListSnapshot): unknown {
    const named = kinds.includes('license') && kinds.includes('penalty') ? view.words.column : kinds.map((kind) => kindLabel(view, kind)).join(view.words.comma);
    return heading(view.level, named, 'heading');
  }

  /** What stands above the result. */
  protected above(_view: View, _snapshot: ListSnapshot): unknown {
    return nothing;
  }

  private panel(view: View, snapshot: ListSnapshot): TemplateResult {
    if (snapshot.query.q) learnToMark(this);
    const { page, query, fuzzyMatch } = snapshot;
    const { words } = view;
    const exports = wordsOf(this.exports);
    return html`${this.above(view, snapshot)}${stale(view, snapshot)}${
      !page?.total
        ? page?.complete
          ? empty(view, snapshot)
          : loading(view, true)
        : html`<div class="bar" part="bar">
            <p class="grow num" id="range" part="range" tabindex="-1">${fuzzyMatch && words.guessed}${this.range(snapshot)}</p>
            ${fold(words.sort, 'columns', this.unfolded, 'screen sorter', () => (this.unfolded = !this.unfolded))}
            ${exports.some((name) => name !== 'print') ? this.toolSwitch(words.export, 'export') : nothing}
            ${exports.includes('print') ? button(words.print, () => void this.print()) : nothing}
            ${this.extras()}
          </div>
          ${this.toolPlace('export')}${this.below()}
          ${table(this.tableView(view, query.kind), snapshot, this.printing || page.rows)}
          ${pagination(view, page)}`
    }`;
  }

  private range({ page }: ListSnapshot): string {
    const { words, printing } = this;
    if (!page) return '';
    if (printing) return words.range(1, printing.length, page.total);
    const from = (page.page - 1) * page.size + 1;
    return (page.complete ? words.range : words.arriving)(from, from + page.rows.length - 1, page.total);
  }

  private tableView(view: View, kind: Kind): TableView {
    const template = this.opensHere ? '' : trim(this.detail);
    const linked = template.includes('{id}');
    return {
      ...view,
      columns: columnsOf(this.columns, kind),
      unfolded: this.unfolded,
      recordHref: ({ id }) => (linked ? safeUrl(template.replace('{id}', encodeURIComponent(id))) : view.href({ type: 'open', id })),
      open: this.opensHere || linked ? this.open : undefined,
    };
  }

  /** Large print, and the column at a glance: above the list, or beside its range line. */
  protected extras(): unknown {
    return [this.toolSwitch(this.words.glance, 'glance'), this.elderSwitch()];
  }

  protected below(): unknown {
    return this.toolPlace('glance');
  }

  protected toolSwitch(text: string, tool: Tool): TemplateResult {
    const unfolded = this.tool === tool;
    return fold(text, tool, unfolded, 'screen', () => (this.tool = unfolded ? undefined : tool));
  }

  /** Where a tool unfolds. */
  protected toolPlace(tool: Tool): unknown {
    return this.tool === tool ? html`<div class="screen" id=${tool} part="tool"></div>` : nothing;
  }

  /** The tool shows itself in its place, now and after every change. */
  private async work(tool: Tool): Promise<void> {
    const tools = await importOptional(() => import('./tools/tools.js'));
    const place = this.find('#' + tool);
    if (tools && place) tools.show(tool, place, this);
  }

  /** Moves the focus to what a person has asked for, once it is there; and never lets it fall to the page's top. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.tool) void this.work(this.tool);
    const { snapshot } = this.state;
    if (!snapshot || snapshot.busy || (this.landing && snapshot === this.shown)) return;
    // Back and Forward take the focused thing away without a request of ours.
    const lost = this.hadFocus && !this.active;
    const landing = this.landing || (lost ? (this.find('#record') ? '#record' : 'row') : undefined);
    if (!landing) return;
    this.landing = undefined;
    const { lastOpened } = this;
    const row = landing === 'row' && lastOpened && this.find(`[data-id="${CSS.escape(lastOpened.id)}"]`);
    if (row) {
      row.focus({ preventScroll: true });
      scrollTo(lastOpened.x, lastOpened.y);
    } else (this.find(landing === 'row' ? '#range' : landing) || this.find('#heading'))?.focus();
  }
}

/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { NO_FILTERS, type Filters } from '../query/query.js';
import type { ListRequest, ListSnapshot, ListStore } from '../state/list.js';
import { listsChanged, registerList } from '../state/registry.js';
import { detail as detailStyles } from '../styles/detail.js';
import { list as listStyles } from '../styles/list.js';
import { SgsPageEvent, SgsSelectEvent } from './events.js';
import { printElement } from './print.js';
import { columnsOf, feedsOf, kindsOf, sizeOf, sortOf, trim, words } from './settings.js';
import { SgsElement } from './sgs-element.js';
import { StoreController } from './store-controller.js';
import { detail } from './views/detail.js';
import { heading } from './views/heading.js';
import { empty, failed, loading, stale } from './views/messages.js';
import { pagination } from './views/pagination.js';
import { table, type TableView } from './views/table.js';
import { tabs } from './views/tabs.js';
import { isPlain, kindLabel, safeUrl, type View } from './views/view.js';

/** What a `<sgs-detail>` needs of the list it belongs to. */
export interface DetailHost {
  /** From now on records open there; call what it returns to take them back. */
  bindDetail(detail: { focus(): void }): () => void;
  /** Puts the focus back where a record was opened. */
  focusRow(): void;
}

type Landing = 'range' | 'record' | 'row';

/** What `<sgs-list>` and `<sgs-column>` have in common: the list, its records opened in place, and its events. */
export abstract class ListElement extends SgsElement implements DetailHost {
  static override styles: CSSResultGroup = [SgsElement.styles, listStyles, detailStyles];

  /** Kinds to show, separated by spaces; several make tabs: `license penalty honor blacklist notice catalog`. */
  @property() kind = 'license penalty';

  /** Records on a page. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 10;

  /** Names of the columns, separated by spaces; each kind's own unless given. */
  @property() columns = '';

  /** Field to sort by; with a minus the last comes first. */
  @property() sort = '-decidedOn';

  /** Only records of this authority. */
  @property() department = '';

  /** Words to search for at the beginning. */
  @property() q = '';

  /** Only decisions from this ISO date on. */
  @property() from = '';

  /** Only decisions up to this ISO date. */
  @property() to = '';

  /** Only this category. */
  @property() category = '';

  /** Only decisions of this year. */
  @property() year = '';

  /** How a record opens: `inline`, `none`, or the address of a page with `{id}` in it. */
  @property() detail = 'inline';

  /** Prefix of the parameters in the page's address; empty: the address is left alone. */
  @property({ attribute: 'url-key' }) urlKey = 'sgs';

  /** What the list offers to take away, separated by spaces: `csv xlsx print`. */
  @property() exports = 'csv xlsx print';

  /** A store to show instead of one made from `feed`, for applications that have their own data. */
  @property({ attribute: false }) store: ListStore | undefined;

  /** All rows of the result, while they are printed. */
  @state() private printing: readonly SgsRecord[] | undefined;

  protected readonly state = new StoreController(this, (now) => this.follow(now));

  private unregister: (() => void) | undefined;
  private registered: ListStore | undefined;
  private boundDetail: { focus(): void } | undefined;
  /** Where the focus goes once what was asked for is there. */
  private landing: Landing | undefined;
  /** What was shown when it was asked for. */
  private shown: ListSnapshot | undefined;
  private paging = false;
  private hadFocus = false;
  private lastOpened: { readonly id: string; readonly x: number; readonly y: number } | undefined;

  /** Reads the feed again. */
  refresh(): void {
    this.send({ type: 'refresh' });
  }

  /** Shows a page of the list; one beyond the last shows the last. */
  goTo(page: number): void {
    this.paging = true;
    this.state.send({ type: 'page', page });
  }

  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('#record, #q, #range, #heading');
    if (target) target.focus(options);
    else super.focus(options);
  }

  bindDetail(detail: { focus(): void }): () => void {
    this.boundDetail = detail;
    this.requestUpdate();
    return () => {
      if (this.boundDetail !== detail) return;
      this.boundDetail = undefined;
      this.requestUpdate();
    };
  }

  focusRow(): void {
    this.landing = 'row';
    this.shown = this.state.snapshot;
    this.requestUpdate();
  }

  protected override leave(): void {
    super.leave();
    this.unregister?.();
    this.unregister = this.registered = undefined;
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'id') listsChanged();
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store) this.state.borrow(this.store);
    else {
      const feed = feedsOf(this.feed);
      this.state.own(
        {
          feed,
          kinds: kindsOf(this.kind),
          size: sizeOf(this.pageSize),
          ...sortOf(this.sort),
          filters: this.filters,
          urlKey: trim(this.urlKey, 'sgs'),
        },
        this.config,
      );
    }
    this.register();
    this.hadFocus = this.activeInside !== null;
  }

  private get filters(): Filters {
    const { q, category, department, year, from, to } = this;
    const given = { q, category, department, year, from, to };
    return Object.fromEntries(Object.keys(NO_FILTERS).map((name) => [name, trim(given[name as keyof Filters])])) as unknown as Filters;
  }

  /** Search boxes and details elsewhere on the page look for the list. */
  private register(): void {
    const { store } = this.state;
    if (store === this.registered) return;
    this.unregister?.();
    this.registered = store;
    this.unregister = store && registerList({ id: () => this.id, feed: () => feedsOf(this.feed).join(' '), store, host: this });
  }

  private follow({ busy, page }: ListSnapshot): void {
    if (!this.paging || busy || !page) return;
    this.paging = false;
    this.dispatchEvent(new SgsPageEvent(page.page));
  }

  /** The one way from a view to the store. */
  protected readonly send = (request: ListRequest): void => {
    const { snapshot } = this.state;
    this.shown = snapshot;
    this.landing = request.type === 'page' ? 'range' : request.type === 'close' ? 'row' : undefined;
    this.paging = request.type === 'page';
    this.state.send(request);
    // The page shown already: no new snapshot comes.
    if (request.type === 'page' && request.page === snapshot?.page?.page) {
      this.shown = undefined;
      this.requestUpdate();
    }
  };

  private readonly open = (record: SgsRecord, event: Event): void => {
    const inPlace = this.opensInPlace;
    if (!this.dispatchEvent(new SgsSelectEvent(record))) {
      event.preventDefault();
      return;
    }
    // A page of its own: the browser follows the link.
    if (!inPlace) return;
    event.preventDefault();
    this.lastOpened = { id: record.id, x: scrollX, y: scrollY };
    this.send({ type: 'open', id: record.id });
    if (this.boundDetail) this.boundDetail.focus();
    else this.landing = 'record';
  };

  private get opensInPlace(): boolean {
    return this.boundDetail !== undefined || trim(this.detail, 'inline') === 'inline';
  }

  private get activeInside(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  protected get context(): View {
    const { store, snapshot } = this.state;
    return {
      words: this.words,
      config: snapshot?.config ?? {},
      level: this.headingLevel,
      send: this.send,
      href: (request) => store?.href(request),
    };
  }

  protected override view(): { content: unknown; fallback: boolean; labelled: boolean } {
    const { snapshot, failure } = this.state;
    const view = this.context;
    if (failure || snapshot?.phase === 'error') {
      return { content: failed(view, (failure ?? snapshot?.failure)?.code ?? 'network'), fallback: true, labelled: false };
    }
    if (snapshot?.phase !== 'ready') {
      const idle = !trim(this.feed) && !this.store;
      return { content: idle ? failed(view, 'address') : loading(view, !this.hasFallback), fallback: true, labelled: false };
    }
    return { content: this.ready(view, snapshot), fallback: false, labelled: true };
  }

  private get hasFallback(): boolean {
    return Boolean(this.firstElementChild ?? this.textContent.trim());
  }

  private ready(view: View, snapshot: ListSnapshot): TemplateResult {
    const { opened, kinds, query } = snapshot;
    const record = this.opensInPlace && !this.boundDetail ? opened : undefined;
    return html`${this.top(view, snapshot)}
      ${record === undefined
        ? html`${tabs(view, snapshot)}${
            // The panel only exists for its tabs.
            kinds.length > 1
              ? html`<div id="panel" role="tabpanel" part="panel" aria-labelledby="tab-${query.kind}">${this.panel(view, snapshot)}</div>`
              : this.panel(view, snapshot)
          }`
        : this.inlineDetail(view, snapshot, record)}
      <p class="paper">${this.words.printedFrom(location.href, today())}</p>`;
  }

  /** The heading: seen where no tab says what is listed. */
  protected top(view: View, { kinds, query }: ListSnapshot): unknown {
    const text = heading(view.level, kinds.length > 1 ? this.words.column : kindLabel(view, query.kind), 'heading');
    return kinds.length > 1 ? html`<div class="vh">${text}</div>` : text;
  }

  /** What stands above the result. */
  protected above(_view: View, _snapshot: ListSnapshot): unknown {
    return nothing;
  }

  private panel(view: View, snapshot: ListSnapshot): TemplateResult {
    const { page, query } = snapshot;
    return html`${this.above(view, snapshot)}${stale(view, snapshot)}${
      page?.total
        ? html`<div class="bar" part="bar">
              <p class="grow num" id="range" part="range" tabindex="-1">${this.range(snapshot)}</p>
              ${words(this.exports).includes('print')
                ? html`<button type="button" class="screen" part="button" @click=${this.printList}>${this.words.print}</button>`
                : nothing}
            </div>
            ${table(this.tableView(view, query.kind), snapshot, this.printing ?? page.rows)}
            ${pagination(view, page)}`
        : page?.complete === false
          ? loading(view, true)
          : empty(view, snapshot)
    }`;
  }

  private range({ page }: ListSnapshot): string {
    if (!page) return '';
    const from = (page.page - 1) * page.size + 1;
    const to = from + page.rows.length - 1;
    if (this.printing) return this.words.range(1, this.printing.length, page.total);
    return page.complete ? this.words.range(from, to, page.total) : this.words.arriving(from, to, page.total);
  }

  private tableView(view: View, kind: Kind): TableView {
    const template = trim(this.detail);
    const elsewhere = !this.opensInPlace && template.includes('{id}') ? template : undefined;
    return {
      ...view,
      columns: columnsOf(this.columns, kind),
      recordHref: ({ id }) => (elsewhere === undefined ? view.href({ type: 'open', id }) : safeUrl(elsewhere.replace('{id}', encodeURIComponent(id)))),
      open: this.opensInPlace || elsewhere !== undefined ? this.open : undefined,
    };
  }

  private inlineDetail(view: View, { meta, config }: ListSnapshot, record: SgsRecord | null): TemplateResult {
    const href = record ? view.href({ type: 'open', id: record.id }) : undefined;
    return detail(
      {
        ...view,
        remedy: config.texts?.remedy ?? meta.remedy,
        back: {
          href: view.href({ type: 'close' }),
          go: (event) => {
            if (!isPlain(event)) return;
            event.preventDefault();
            this.send({ type: 'close' });
          },
        },
        print: record ? () => void printElement(this) : undefined,
        copy: href === undefined ? undefined : () => void this.copy(href),
      },
      record,
    );
  }

  private readonly printList = async (): Promise<void> => {
    try {
      this.printing = await this.state.store?.all();
      await this.updateComplete;
      await printElement(this);
    } catch (error) {
      console.warn('sgs:', error);
    }
    this.printing = undefined;
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.land();
  }

  /** Moves the focus to what a person has asked for, once it is there; and never lets it fall to the page's top. */
  private land(): void {
    const { snapshot } = this.state;
    if (!snapshot || snapshot.busy || (this.landing && snapshot === this.shown)) return;
    // Back and Forward take the focused thing away without a request of ours.
    const lost = this.hadFocus && this.activeInside === null;
    const landing = this.landing ?? (lost ? (this.renderRoot.querySelector('#record') ? 'record' : 'row') : undefined);
    if (!landing) return;
    this.landing = undefined;
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector<HTMLElement>(selector);
    const { lastOpened } = this;
    const row = landing === 'row' && lastOpened ? find(`[data-id="${CSS.escape(lastOpened.id)}"]`) : null;
    if (row && lastOpened) {
      row.focus({ preventScroll: true });
      scrollTo(lastOpened.x, lastOpened.y);
      this.lastOpened = undefined;
    } else (find(landing === 'record' ? '#record' : '#range') ?? find('#heading'))?.focus();
  }
}

/** ISO date of today, where the person is. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

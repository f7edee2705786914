/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { html } from './html.js';
import { importOptional } from '../model/import-optional.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { isFiltered } from '../query/query.js';
import type { ListRequest, ListSnapshot, ListStore } from '../state/list.js';
import { listsChanged, registerList } from '../state/registry.js';
import { detail as detailStyles } from '../styles/detail.js';
import { list as listStyles } from '../styles/list.js';
import { SgsPageEvent, SgsSelectEvent } from './events.js';
import { FeedElement } from './feed-element.js';
import { ListAttributes } from './list-attributes.js';
import { announce } from './announcer.js';
import { listFocus, type ListFocus } from './list-focus.js';
import { pageAddress } from './page-address.js';
import { columnsOf, feedsOf, sizeOf, trim } from './settings.js';
import type { RenderResult } from './sgs-element.js';
import { today } from './today.js';
import { showPanel, toolButtons, toolPanel } from './tools/buttons.js';
import { disclosureButton } from './views/controls.js';
import { detail } from './views/detail.js';
import { heading } from './views/heading.js';
import { loadHighlighter } from './views/highlight.js';
import { empty, failed, loading, rangeText, stale } from './views/messages.js';
import { pagination } from './views/pagination.js';
import { table, type TableView } from './views/table.js';
import { tabs } from './views/tabs.js';
import { fieldLabel, kindLabel, safeUrl, type View } from './views/view.js';

/** What a `<sgs-detail>` needs of the list it belongs to. */
export interface DetailHost {
  /** From now on records open there; call what it returns to take them back. */
  bindDetail(detail: { focus(): void }): () => void;
  /** Puts the focus back where a record was opened. */
  focusRow(): void;
}

/** What `<sgs-list>` and `<sgs-column>` have in common: the list, its records opened in place, and its events. */
export abstract class ListElement extends ListAttributes implements DetailHost {
  static override styles: CSSResultGroup = [FeedElement.styles, listStyles, detailStyles];

  static override get properties(): PropertyDeclarations {
    return {
      sortExpanded: { attribute: false },
      printing: { attribute: false },
      openPanel: { attribute: false },
    };
  }

  /** Every element has an `id`; it is watched, for a search box may look for it. */
  static override get observedAttributes(): string[] {
    return super.observedAttributes.concat('id');
  }

  /** Whether the sort buttons are shown where there is little room. */
  declare private sortExpanded: boolean;

  /** @internal All rows of the result, while they are printed. */
  declare printing: readonly SgsRecord[] | undefined;

  /** @internal Name of the tool whose panel is open. */
  declare openPanel: string | undefined;

  private unregister: (() => void) | undefined;
  private registered: ListStore | undefined;
  private boundDetail: { focus(): void } | undefined;
  private focusKeeper: ListFocus | undefined;
  private paging = false;
  private namedView = '';
  /** What a person has asked for whose answer gets no focus: it is announced. */
  private asked: ListRequest | undefined;

  constructor() {
    super();
    this.sortExpanded = false;
  }

  override goTo(page: number): void {
    this.paging = true;
    super.goTo(page);
  }

  /** Puts the focus on the open record, the search field, or the line that says which records are shown. */
  override focus(options?: FocusOptions): void {
    const target = ['#record', '#q', '#range', '#heading'].map((id) => this.focusKeeper?.find(id)).find(Boolean);
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
    this.focusKeeper?.expect({ type: 'close' });
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'id' && before !== now && this.registered) listsChanged();
  }

  protected override leave(): void {
    super.leave();
    this.unregister?.();
    this.unregister = this.registered = undefined;
    this.state.release();
    this.nameView();
    this.focusKeeper?.stop();
    this.focusKeeper = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store) this.state.useExternalStore(this.store);
    else this.state.useOwnStore(this.listSettings, this.config);
    this.register(changed.has('feed'));
    this.focusKeeper ??= listFocus(this);
    this.focusKeeper.beforeUpdate();
  }

  /** Search boxes and details elsewhere on the page look for the list. */
  private register(otherFeed: boolean): void {
    const { store } = this.state;
    if (store === this.registered) {
      if (store && otherFeed) listsChanged();
      return;
    }
    this.unregister?.();
    this.registered = store;
    this.unregister = store && registerList({ id: () => this.id, feed: () => feedsOf(this.feed).join(' '), store, host: this });
  }

  protected override onSnapshot(now: ListSnapshot): void {
    const { busy, page } = now;
    if (busy || !page) return;
    this.announceAnswer(now, page);
    if (this.paging) this.dispatchEvent(new SgsPageEvent(page.page));
    this.paging = false;
  }

  /** The focus stays on the tab, the head or the field that asked. */
  private announceAnswer({ query }: ListSnapshot, page: NonNullable<ListSnapshot['page']>): void {
    const { asked, words } = this;
    this.asked = undefined;
    if (!asked) return;
    const count = page.total ? words.found(page.total) : isFiltered(query) ? words.noResult : words.empty;
    announce(asked.type === 'sort' ? words.sorted(fieldLabel(this.context, query.kind, query.sort), query.descending) : count, words.tag);
  }

  protected override readonly send = (request: ListRequest): void => {
    const { type } = request;
    this.focusKeeper?.expect(request);
    this.paging = type === 'page';
    const isNew = request.type === 'kind' && request.kind !== this.state.snapshot?.query.kind;
    this.asked = isNew || type === 'sort' || type === 'size' ? request : undefined;
    this.state.send(request, true);
    this.requestUpdate();
  };

  private readonly open = (record: SgsRecord): boolean => {
    if (!this.dispatchEvent(new SgsSelectEvent(record))) return false;
    // A page of its own: the browser follows the link.
    if (!this.opensHere) return true;
    this.focusKeeper?.keepPlace(record.id);
    this.send({ type: 'open', id: record.id });
    if (this.boundDetail) {
      this.focusKeeper?.cancel();
      this.boundDetail.focus();
    }
    return false;
  };

  /** On this page, in place or in a detail of its own. */
  private get opensHere(): boolean {
    return Boolean(this.boundDetail) || trim(this.detail, 'inline') === 'inline';
  }

  protected override renderContent(): RenderResult {
    const { snapshot, failure } = this.state;
    const view = this.context;
    const { page, busy } = snapshot ?? {};
    // Tried again, the first answer is a whole page: a reader is told no number that is another a moment later.
    const isPartial = this.state.retrying && busy && page && page.rows.length < page.size && !snapshot?.stale;
    if (snapshot?.phase === 'ready' && !isPartial) return { content: this.ready(view, snapshot), labelled: true };
    const broken = failure ?? snapshot?.failure;
    if (this.state.retrying) return { content: failed(view), fallback: true };
    const code = broken && (failure ?? snapshot?.phase === 'error') ? broken.code : trim(this.feed) || this.store ? undefined : 'address';
    const bare = !this.firstElementChild && !this.textContent.trim();
    const tall = sizeOf(this.pageSize) < 10 ? 'bare' : 'tall';
    return { content: code ? failed(view, code) : loading(view, bare ? tall : 'over'), fallback: bare || code ? true : tall };
  }

  private ready(view: View, snapshot: ListSnapshot): TemplateResult {
    const { opened, kinds, query } = snapshot;
    const isOpen = opened !== undefined && this.opensHere && !this.boundDetail;
    const panel = this.panel(view, snapshot);
    // Behind an open record the list stays as it is: built anew, a reader would read its tabs where the row has the focus.
    return html`${this.top(view, snapshot)}${isOpen ? detail(this.detailView(snapshot, true), opened) : nothing}
    <div ?hidden=${isOpen}>${
      // The panel only exists for its tabs.
      kinds.length < 2
        ? panel
        : html`${tabs(view, snapshot)}
            <div id="panel" role="tabpanel" part="panel" aria-labelledby="tab-${query.kind}">${panel}</div>`
    }</div>
    <p class="paper">${view.words.printedFrom(pageAddress(), today())}</p>`;
  }

  /** The heading: seen where no tab says what is listed. */
  protected top(view: View, snapshot: ListSnapshot): unknown {
    const text = this.heading(view, snapshot);
    return snapshot.kinds.length > 1 ? html`<div class="vh">${text}</div>` : text;
  }

  protected heading(view: View, { kinds }: ListSnapshot): unknown {
    const { words, level } = view;
    const named = kinds.map((kind) => kindLabel(view, kind)).join(words.comma);
    return heading(level, kinds.includes('license') && kinds.includes('penalty') ? words.column : named, 'heading');
  }

  /** What stands above the result. */
  protected above(_view: View, _snapshot: ListSnapshot): unknown {
    return nothing;
  }

  private panel(view: View, snapshot: ListSnapshot): TemplateResult {
    if (snapshot.query.q) loadHighlighter(this);
    const { page } = snapshot;
    return html`${this.above(view, snapshot)}${stale(view, snapshot)}${
      page?.total ? this.result(view, snapshot, page) : page?.complete ? empty(view, snapshot) : loading(view, 'bare')
    }`;
  }

  private result(view: View, snapshot: ListSnapshot, page: NonNullable<ListSnapshot['page']>): TemplateResult {
    const { words } = view;
    const { sortExpanded } = this;
    const range = (snapshot.fuzzyMatch ? words.guessed : '') + rangeText(words, page, this.printing);
    return html`<div class="bar" part="bar">
        ${heading(view.level + 1, range, 'range', 'range', 'grow num')}
        ${disclosureButton(words.sort, 'columns', sortExpanded, 'screen sorter', () => (this.sortExpanded = !sortExpanded))}
        ${toolButtons(this, 'bar')}
        ${this.moreTools()}
      </div>
      ${toolPanel(this, 'bar')}${this.morePanels()}
      ${table(this.tableView(view, snapshot.query.kind), snapshot, this.printing ?? page.rows)}
      ${pagination(view, page)}`;
  }

  private tableView(view: View, kind: Kind): TableView {
    const template = this.opensHere ? '' : trim(this.detail);
    const linked = template.includes('{id}');
    return {
      ...view,
      columns: columnsOf(this.columns, kind),
      sortExpanded: this.sortExpanded,
      recordHref: ({ id }) =>
        linked ? safeUrl(template.replace('{id}', encodeURIComponent(id))) : view.href({ type: 'open', id }),
      open: this.opensHere || linked ? this.open : undefined,
    };
  }

  /** The other tools and large print: above the list, or beside its range line. */
  protected moreTools(): unknown {
    return [toolButtons(this, 'header'), this.elderSwitch()];
  }

  protected morePanels(): unknown {
    return toolPanel(this, 'header');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    showPanel(this);
    this.focusKeeper?.afterUpdate();
    this.nameView();
  }

  /** What stands in the title of the page: bookmarks, the history and the tabs of a browser, and what a reader says first. */
  private get viewName(): string {
    const { query, page, opened, config } = this.state.snapshot ?? {};
    if (!page || config?.pageTitle === false || this.context.href({ type: 'close' }) === undefined) return '';
    return [opened?.title, query?.q, page.page > 1 && this.words.page(page.page)].filter(Boolean).join(' - ');
  }

  private nameView(): void {
    if (this.viewName === this.namedView) return;
    this.namedView = this.viewName;
    void importOptional(() => import('./page-title.js')).then((module) => module?.nameView(this, this.namedView));
  }
}

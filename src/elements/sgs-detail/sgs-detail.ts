/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { KINDS } from '../../model/kinds.js';
import { NO_FILTERS } from '../../query/query.js';
import type { ListRequest, ListSnapshot, ListStore } from '../../state/list.js';
import { findList, onListsChange, type ListEntry } from '../../state/registry.js';
import { detail as detailStyles } from '../../styles/detail.js';
import type { DetailHost } from '../list-element.js';
import { printElement } from '../print.js';
import { feedsOf, trim } from '../settings.js';
import { SgsElement } from '../sgs-element.js';
import { StoreController } from '../store-controller.js';
import { detail, type DetailView } from '../views/detail.js';
import { failed, loading } from '../views/messages.js';
import { isPlain } from '../views/view.js';

const isDetailHost = (host: object): host is DetailHost => 'bindDetail' in host;

/**
 * One record: the one named by `record`, the one opened in its list, or the one the page's address names.
 *
 * @summary One record of a feed.
 * @tagname sgs-detail
 *
 * @attr {string} lang - Language of the words: `zh-CN` (default), `en`, or one registered with `registerLocale()`.
 *
 * @slot - Fallback content: visible until a record is shown.
 *
 * @fires {SgsLoadEvent} sgs-load - A feed of its own has been read. `detail`: `total`, `rejected`, `withheld`, `updated`.
 * @fires {SgsErrorEvent} sgs-error - The feed or the configuration can't be read. `detail`: `failure`.
 *
 * @csspart base - Everything the element renders.
 * @csspart toolbar - Buttons above the record.
 * @csspart button - Any button.
 * @csspart detail - The record.
 * @csspart heading - Its heading.
 * @csspart tag - Status of a decision.
 * @csspart row - One field.
 * @csspart label - Label of a field.
 * @csspart value - Value of a field.
 * @csspart loading - Shown while the record loads.
 * @csspart error - Shown when the feed can't be read.
 *
 * @cssproperty [--sgs-font] - Font family; the page's own, or a Chinese system font where the page has none.
 * @cssproperty [--sgs-font-size=16px] - Size of the text; everything else follows. Large print is half as large again.
 * @cssproperty [--sgs-line-height=1.65] - Line height.
 * @cssproperty [--sgs-text] - Colour of the text.
 * @cssproperty [--sgs-muted] - Colour of labels.
 * @cssproperty [--sgs-accent] - Colour of links and buttons.
 * @cssproperty [--sgs-background] - Ground.
 * @cssproperty [--sgs-surface] - Ground of labels and notes.
 * @cssproperty [--sgs-line] - Hairlines.
 * @cssproperty [--sgs-control] - Borders of buttons.
 * @cssproperty [--sgs-danger] - Colour of 已撤销.
 * @cssproperty [--sgs-focus] - Outline of what has the focus.
 * @cssproperty [--sgs-radius=4px] - Radius of corners.
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 56 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsDetail extends SgsElement {
  static override styles: CSSResultGroup = [SgsElement.styles, detailStyles];

  /** Id of the record; without it the one that is open in the list, or in the page's address. */
  @property() record = '';

  /** Id of the list whose records open here. */
  @property() for = '';

  /** Prefix of the parameters in the page's address, where the element has no list. */
  @property({ attribute: 'url-key' }) urlKey = 'sgs';

  /** A store to show instead of one made from `feed`, for applications that have their own data. */
  @property({ attribute: false }) store: ListStore | undefined;

  private readonly state = new StoreController(this);
  private stopLooking: (() => void) | undefined;
  private bound: { readonly host: DetailHost; readonly undo: () => void } | undefined;
  private landing = false;

  private readonly look = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopLooking ??= onListsChange(this.look);
    // The list may stand further down in a page that is still being read.
    document.addEventListener('DOMContentLoaded', this.look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('DOMContentLoaded', this.look);
  }

  protected override leave(): void {
    super.leave();
    this.stopLooking?.();
    this.stopLooking = undefined;
    this.bind(undefined);
  }

  /** Reads the feed again. */
  refresh(): void {
    this.send({ type: 'refresh' });
  }

  /** Shows a page of the list the record belongs to. */
  goTo(page: number): void {
    this.send({ type: 'page', page });
  }

  /** Puts the focus on the record's heading, now or as soon as it is there. */
  override focus(): void {
    this.landing = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const feed = feedsOf(this.feed);
    const entry = this.store ? undefined : findList({ for: trim(this.for), feed: feed.join(' ') });
    const id = trim(this.record);
    const shared = id ? undefined : entry;
    this.bind(shared);
    // A list tells about its own store.
    this.state.reports = !shared;
    if (this.store ?? shared) this.state.borrow(this.store ?? shared?.store);
    else if (feed.length ? this.mayOwn(feed) : id && entry) this.own(feed.length ? feed : (entry?.feed() ?? '').split(' '), id);
    else this.state.borrow(undefined);
    this.openRecord(id);
  }

  private own(feed: readonly string[], id: string): void {
    const urlKey = id ? '' : trim(this.urlKey, 'sgs');
    this.state.own({ feed, kinds: KINDS, size: 1, sort: 'decidedOn', descending: true, filters: NO_FILTERS, urlKey }, this.config);
  }

  /** A list that is on the page but not ready yet will be its list: two stores would fight over the address. */
  private mayOwn(feed: readonly string[]): boolean {
    if (trim(this.record)) return true;
    if (document.readyState === 'loading') return false;
    return ![...document.querySelectorAll('sgs-list, sgs-column')].some((list) => feedsOf(list.getAttribute('feed')).join(' ') === feed.join(' '));
  }

  private bind(entry: ListEntry | undefined): void {
    const host = entry && isDetailHost(entry.host) ? entry.host : undefined;
    if (host === this.bound?.host) return;
    this.bound?.undo();
    this.bound = host && { host, undo: host.bindDetail(this) };
  }

  private opening = '';
  private openRecord(id: string): void {
    const { snapshot } = this.state;
    if (!id || !snapshot || this.opening === id) return;
    this.opening = id;
    this.state.store?.dispatch({ type: 'open', id });
  }

  private readonly send = (request: ListRequest): void => {
    this.state.send(request);
    if (request.type === 'close') this.bound?.host.focusRow();
  };

  protected override view(): { content: unknown; fallback: boolean; labelled: boolean } {
    const { store, snapshot } = this.state;
    const failure = this.state.failure ?? (snapshot?.phase === 'error' ? snapshot.failure : undefined);
    const view: DetailView = {
      words: this.words,
      config: snapshot?.config ?? {},
      level: this.headingLevel - 1,
      send: this.send,
      href: (request) => store?.href(request),
      remedy: snapshot?.config.texts?.remedy ?? snapshot?.meta.remedy,
      back: this.bound && {
        href: store?.href({ type: 'close' }),
        go: (event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          this.send({ type: 'close' });
        },
      },
      print: snapshot?.opened ? () => void printElement(this) : undefined,
      copy: this.copier(snapshot, store),
    };
    if (failure) return { content: failed(view, failure.code), fallback: true, labelled: false };
    const opened = snapshot?.opened;
    if (opened !== undefined) return { content: detail(view, opened), fallback: false, labelled: false };
    return { content: snapshot?.phase === 'loading' ? loading(view, false) : nothing, fallback: true, labelled: false };
  }

  private copier(snapshot: ListSnapshot | undefined, store: ListStore | undefined): (() => void) | undefined {
    const id = snapshot?.opened?.id;
    const href = id === undefined ? undefined : store?.href({ type: 'open', id });
    return href === undefined ? undefined : () => void this.copy(href);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const heading = this.landing && !this.state.snapshot?.busy ? this.renderRoot.querySelector<HTMLElement>('#record') : null;
    if (!heading) return;
    this.landing = false;
    heading.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sgs-detail': SgsDetail;
  }
}

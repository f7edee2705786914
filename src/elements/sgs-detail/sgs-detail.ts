/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import { KINDS } from '../../model/kinds.js';
import { LIST_TAGS } from '../../model/tags.js';
import { NO_FILTERS } from '../../query/query.js';
import type { ListRequest, ListStore } from '../../state/list.js';
import { findList, onListsChange, type ListEntry } from '../../state/registry.js';
import { detail as detailStyles } from '../../styles/detail.js';
import type { DetailHost } from '../list-element.js';
import { feedsOf, trim } from '../settings.js';
import { FeedElement } from '../feed-element.js';
import type { RenderResult } from '../sgs-element.js';
import { detail } from '../views/detail.js';
import { failed, loading } from '../views/messages.js';

const isDetailHost = (host: object): host is DetailHost => 'bindDetail' in host;

/**
 * One record: the one named by `record`, the one opened in its list, or the one the page's address names.
 *
 * @summary One record of a feed.
 * @tagname sgs-detail
 *
 * @attr {string} lang - Language of the words: `zh-CN` (default), `en`, or one registered with `registerLocale()`.
 * @attr {number} refresh - Minutes after which the feed is read again, at least 1; not while the page is hidden.
 *
 * @slot - Fallback content: visible until a record is shown.
 *
 * @fires {SgsLoadEvent} sgs-load - A feed of its own has been read. `detail`: `total`, `rejected`, `withheld`, `updated`.
 * @fires {SgsErrorEvent} sgs-error - The feed or the configuration can't be read. `detail`: `failure`.
 *
 * @csspart base - Everything the element renders.
 * @csspart toolbar - Buttons above the record.
 * @csspart button - Any button.
 * @csspart link - Link to the record before or after.
 * @csspart detail - The record.
 * @csspart heading - Its heading.
 * @csspart tag - Status of a decision.
 * @csspart row - One field.
 * @csspart label - Label of a field.
 * @csspart value - Value of a field.
 * @csspart help - Whom to ask about the record, where to object and to apply for credit repair.
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
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 60 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsDetail extends FeedElement {
  static override styles: CSSResultGroup = [FeedElement.styles, detailStyles];

  static override get properties(): PropertyDeclarations {
    return { record: {}, for: {}, urlKey: { attribute: 'url-key' }, store: { attribute: false } };
  }

  /** Id of the record; without it the one that is open in the list, or in the page's address. */
  declare record: string;

  /** Id of the list whose records open here. */
  declare for: string;

  /** Prefix of the parameters in the page's address, where the element has no list. */
  declare urlKey: string;

  /** A store to show instead of one made from `feed`, for applications that have their own data. */
  declare store: ListStore | undefined;

  private stopLookingForLists: (() => void) | undefined;
  private bound: { readonly host: DetailHost; readonly undo: () => void } | undefined;
  private pendingFocus = false;
  /** What was asked for last, so that it is asked for once; another feed is asked anew. */
  private asked = '';

  constructor() {
    super();
    this.record = this.for = '';
    this.urlKey = 'sgs';
  }

  private readonly findListAgain = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopLookingForLists ??= onListsChange(this.findListAgain);
    // The list may stand further down in a page that is still being read.
    document.addEventListener('DOMContentLoaded', this.findListAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('DOMContentLoaded', this.findListAgain);
  }

  protected override leave(): void {
    super.leave();
    this.stopLookingForLists?.();
    this.stopLookingForLists = undefined;
    this.bind(undefined);
  }

  /** Puts the focus on the record's heading, now or as soon as it is there. */
  override focus(): void {
    this.pendingFocus = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state } = this;
    const id = trim(this.record);
    const feed = feedsOf(this.feed).join(' ');
    const list = this.store ? undefined : findList({ for: trim(this.for), feed });
    const shared = id ? undefined : list;
    this.bind(shared);
    const store = this.store ?? shared?.store;
    const own = feed || (list?.feed() ?? '');
    if (store || !own || !(id || isAlone(own))) state.useExternalStore(store, !shared);
    else {
      const urlKey = id ? '' : trim(this.urlKey, 'sgs');
      const query = { kinds: KINDS, size: 1, sort: 'decidedOn', descending: true, filters: NO_FILTERS } as const;
      state.useOwnStore({ ...query, feed: own.split(' '), urlKey }, this.config);
    }
    const asked = `${own} ${id}`;
    if (id && state.store && this.asked !== asked) {
      this.asked = asked;
      state.store.dispatch({ type: 'open', id });
    }
  }

  private bind(entry: ListEntry | undefined): void {
    const host = entry && isDetailHost(entry.host) ? entry.host : undefined;
    if (host === this.bound?.host) return;
    this.bound?.undo();
    this.bound = host && { host, undo: host.bindDetail(this) };
  }

  protected override readonly send = (request: ListRequest): void => {
    if (request.type === 'close') this.bound?.host.focusRow();
    // Tried again, the answer is the record.
    else if (request.type === 'refresh') this.pendingFocus = true;
    this.state.send(request, true);
  };

  protected override renderContent(): RenderResult {
    const { failure, snapshot } = this.state;
    const broken = failure ?? (snapshot?.phase === 'error' ? snapshot.failure : undefined);
    if (this.state.retrying) return { content: failed(this.context), fallback: true };
    if (broken) return { content: failed(this.context, broken.code), fallback: true };
    if (snapshot?.opened === undefined) {
      return { content: snapshot?.phase === 'loading' ? loading(this.context, '') : nothing, fallback: true };
    }
    const view = this.detailView(snapshot, this.bound !== undefined);
    return { content: detail({ ...view, level: view.level - 1 }, snapshot.opened) };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const heading = this.pendingFocus && !this.state.snapshot?.busy ? this.renderRoot.querySelector<HTMLElement>('#record') : null;
    if (!heading) return;
    this.pendingFocus = false;
    heading.focus();
  }
}

/** Whether no list of the page shows the feed, or will: two stores would fight over the address. */
const isAlone = (feed: string): boolean =>
  document.readyState !== 'loading' &&
  ![...document.querySelectorAll(LIST_TAGS.join())].some((list) => feedsOf(list.getAttribute('feed')).join(' ') === feed);

declare global {
  interface HTMLElementTagNameMap {
    'sgs-detail': SgsDetail;
  }
}

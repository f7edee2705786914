/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit';
import { NO_FILTERS, type Query } from '../../query/query.js';
import { findList, onListsChange } from '../../state/registry.js';
import { search as searchStyles } from '../../styles/search.js';
import { searchController, searchFields } from '../search-controller.js';
import { feedsOf, trim, wordsOf } from '../settings.js';
import { FeedElement } from '../feed-element.js';
import type { RenderResult } from '../sgs-element.js';
import { search } from '../views/search.js';

/** What the form shows before it has found its list. */
const NO_QUERY: Query = { ...NO_FILTERS, kind: 'license', sort: 'decidedOn', descending: true, page: 1, size: 10 };

/**
 * A search form for a list anywhere on the page: the one named by `for`, the one with the same feed, or the only one.
 *
 * @summary Search form of a list.
 * @tagname sgs-search
 *
 * @attr {string} lang - Language of the words: `zh-CN` (default), `en`, or one registered with `registerLocale()`.
 *
 * @slot - Fallback content: visible until the element is ready.
 *
 * @fires {SgsSearchEvent} sgs-search - A person has searched, filtered or reset. `detail`: `query`.
 *
 * @csspart base - Everything the element renders.
 * @csspart search - The form.
 * @csspart input - A field of the form.
 * @csspart submit - The button that searches.
 * @csspart button - Any button.
 * @csspart filters - Fields beside the keyword.
 * @csspart chips - Filters in force.
 * @csspart chip - One filter in force; takes it back.
 *
 * @cssproperty [--sgs-font] - Font family; the page's own, or a Chinese system font where the page has none.
 * @cssproperty [--sgs-font-size=16px] - Size of the text; everything else follows. Large print is half as large again.
 * @cssproperty [--sgs-line-height=1.65] - Line height.
 * @cssproperty [--sgs-text] - Colour of the text.
 * @cssproperty [--sgs-muted] - Colour of hints.
 * @cssproperty [--sgs-accent] - Colour of buttons.
 * @cssproperty [--sgs-on-accent] - Text on the accent colour.
 * @cssproperty [--sgs-background] - Ground of the fields.
 * @cssproperty [--sgs-surface] - Ground of the form.
 * @cssproperty [--sgs-control] - Borders of buttons and fields.
 * @cssproperty [--sgs-focus] - Outline of what has the focus.
 * @cssproperty [--sgs-radius=4px] - Radius of corners.
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 60 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsSearch extends FeedElement {
  static override styles: CSSResultGroup = [FeedElement.styles, searchStyles];

  static override get properties(): PropertyDeclarations {
    return { for: {}, fields: {}, live: { type: Boolean } };
  }

  /** Id of the list that is searched. */
  declare for: string;

  /** Fields of the form, separated by spaces: `q category department year from to`; all of them unless given. */
  declare fields: string;

  /** Searches while a person types, after a short pause. */
  declare live: boolean;

  private readonly form = searchController(this, this.send, this.state);
  private stopLookingForLists: (() => void) | undefined;

  constructor() {
    super();
    this.for = this.fields = '';
    this.live = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopLookingForLists ??= onListsChange(() => this.requestUpdate());
  }

  protected override leave(): void {
    super.leave();
    this.stopLookingForLists?.();
    this.stopLookingForLists = undefined;
    this.form.clear();
  }

  /** Puts the focus on the first field. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('#q, [type=submit]');
    if (target) target.focus(options);
    else super.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.state.useExternalStore(findList({ for: trim(this.for), feed: feedsOf(this.feed).join(' ') })?.store, false);
  }

  protected override renderContent(): RenderResult {
    const { snapshot } = this.state;
    const query = snapshot?.query ?? NO_QUERY;
    const form = this.form.view(this.context, query, searchFields(wordsOf(this.fields)), this.live);
    return { content: search(form, { ...snapshot, query }) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sgs-search': SgsSearch;
  }
}

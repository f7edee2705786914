import type { PropertyDeclarations } from 'lit';
import { NO_FILTERS } from '../query/query.js';
import type { ListSettings, ListStore } from '../state/list.js';
import { FeedElement } from './feed-element.js';
import { feedsOf, kindsOf, sizeOf, sortOf, trim } from './settings.js';
import { SEARCH_FIELDS } from './views/search.js';

/** The attributes of a list, and the settings of its store that they come to. */
export abstract class ListAttributes extends FeedElement {
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

  constructor() {
    super();
    this.kind = 'license penalty';
    this.pageSize = 10;
    this.sort = '-decidedOn';
    this.columns = this.department = this.q = this.from = this.to = this.category = this.year = '';
    this.detail = 'inline';
    this.urlKey = 'sgs';
    this.exports = 'csv xlsx print';
  }

  protected get listSettings(): Omit<ListSettings, 'config'> {
    return {
      feed: feedsOf(this.feed),
      kinds: kindsOf(this.kind),
      size: sizeOf(this.pageSize),
      ...sortOf(this.sort),
      filters: SEARCH_FIELDS.reduce((filters, name) => ({ ...filters, [name]: trim(this[name]) }), NO_FILTERS),
      urlKey: trim(this.urlKey, 'sgs'),
    };
  }
}

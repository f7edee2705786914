import type { ReactiveControllerHost } from 'lit';
import { NO_FILTERS, type Filters, type Query } from '../query/query.js';
import type { ListRequest } from '../state/list.js';
import { SEARCH_FIELDS, type SearchField, type SearchView } from './views/search.js';
import type { View } from './views/view.js';

/** A pause in typing, in milliseconds. */
const PAUSE = 300;

/** What a person has put into a search form and not sent yet. */
export class SearchController {
  private draft: Partial<Filters> = {};
  /** The filters in force when last looked at, and those sent from here. */
  private seen: Partial<Filters> = {};
  private sent: Partial<Filters> = {};
  private unfolded = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly send: (request: ListRequest) => void) {}

  view(view: View, query: Query, fields: readonly SearchField[], live: boolean): SearchView {
    const { unfolded } = this;
    this.follow(query);
    return {
      ...view,
      fields,
      values: { ...NO_FILTERS, ...query, ...this.draft },
      unfolded,
      fold: () => {
        this.unfolded = !unfolded;
        this.host.requestUpdate();
      },
      edit: (field, value) => {
        this.draft = { ...this.draft, [field]: value };
        this.host.requestUpdate();
        if (!live) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.submit(true), PAUSE);
      },
      submit: (event) => {
        event.preventDefault();
        this.submit(false);
      },
      reset: () => {
        this.clear();
        this.send({ type: 'reset' });
      },
      remove: (field) => {
        // The button goes away with its filter.
        this.host.shadowRoot?.querySelector<HTMLElement>('#q, [type=submit]')?.focus();
        const { [field]: _, ...draft } = this.draft;
        this.draft = draft;
        this.send({ type: 'search', filters: { [field]: '' } });
      },
    };
  }

  /** What others have changed (Back, a reset in the list) replaces what stands in the form. */
  private follow(query: Query): void {
    const changed = SEARCH_FIELDS.filter((field) => query[field] !== this.seen[field] && query[field] !== this.sent[field]);
    for (const field of changed) {
      const { [field]: _, ...draft } = this.draft;
      this.draft = draft;
    }
    this.seen = query;
  }

  /** Forgets what was not sent. */
  clear(): void {
    clearTimeout(this.timer);
    this.draft = {};
    this.host.requestUpdate();
  }

  private submit(live: boolean): void {
    const filters = { ...this.draft };
    if (filters.q !== undefined) filters.q = filters.q.trim();
    // While typing, the field keeps what stands in it; a sent form shows what is searched for.
    if (!live) this.clear();
    this.sent = filters;
    this.send(live ? { type: 'search', filters, live } : { type: 'search', filters });
  }
}

/** The fields of the form: those asked for that exist, else all. */
export function searchFields(names: readonly string[]): readonly SearchField[] {
  const asked = SEARCH_FIELDS.filter((field) => names.includes(field));
  return asked.length ? asked : SEARCH_FIELDS;
}

import type { ReactiveControllerHost } from 'lit';
import { NO_FILTERS, type Filters, type Query } from '../query/query.js';
import type { ListRequest } from '../state/list.js';
import type { StoreController } from './store-controller.js';
import { SEARCH_FIELDS, type SearchField, type SearchView } from './views/search.js';
import type { View } from './views/view.js';

/** A pause in typing, in milliseconds. */
const PAUSE = 300;

/** What a person has put into a search form and not sent yet. */
export interface SearchController {
  view(view: View, query: Query, fields: readonly SearchField[], live?: boolean): SearchView;
  /** Forgets what was not sent. */
  clear(): void;
}

export function searchController(
  host: ReactiveControllerHost & HTMLElement, send: (request: ListRequest) => void, state: StoreController,
): SearchController {
  let draft: Partial<Filters> = {};
  /** The filters in force when last looked at, and those sent from here. */
  let seen: Partial<Query> = {};
  let sent: Partial<Filters> = {};
  let expanded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = (): void => {
    clearTimeout(timer);
    draft = {};
    host.requestUpdate();
  };

  const submit = (live: boolean): void => {
    sent = draft.q === undefined ? draft : { ...draft, q: draft.q.trim() };
    // While typing, the field keeps what stands in it; a sent form shows what is searched for.
    if (!live) clear();
    send({ type: 'search', filters: sent, live });
  };

  // Whenever there is a list to ask, which may be later than a person opens the filters.
  host.addController({ hostUpdated: () => expanded && state.store?.wantFacets() });

  return {
    view(view, query, fields, live = false) {
      // What others have changed (Back, a reset in the list) replaces what stands in the form.
      for (const field of SEARCH_FIELDS) {
        if (query[field] !== seen[field] && query[field] !== sent[field]) draft = { ...draft, [field]: query[field] };
      }
      // Categories belong to one kind.
      if (query.kind !== seen.kind) draft = { ...draft, category: query.category };
      seen = query;
      return {
        ...view,
        fields,
        values: { ...NO_FILTERS, ...query, ...draft },
        expanded,
        toggle() {
          expanded = !expanded;
          host.requestUpdate();
        },
        edit(field, value) {
          draft = { ...draft, [field]: value };
          host.requestUpdate();
          clearTimeout(timer);
          if (live) timer = setTimeout(submit, PAUSE, true);
        },
        submit(event) {
          event.preventDefault();
          submit(false);
        },
        reset() {
          clear();
          send({ type: 'reset' });
        },
        remove(field) {
          // The button goes away with its filter.
          host.focus();
          send({ type: 'search', filters: { [field]: '' } });
        },
      };
    },
    clear,
  };
}

/** The fields of the form: those asked for that exist, else all. */
export function searchFields(names: readonly string[]): readonly SearchField[] {
  const asked = SEARCH_FIELDS.filter((field) => names.includes(field));
  return asked.length ? asked : SEARCH_FIELDS;
}

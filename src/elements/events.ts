/** What the elements tell the page. All of them bubble and cross shadow roots. */
import type { Failure } from '../model/failure.js';
import type { SgsRecord } from '../model/record.js';
import type { Query } from '../query/query.js';

const init = <T>(detail: T, cancelable = false): CustomEventInit<T> => ({ detail, cancelable, bubbles: true, composed: true });

/** Counts only: no personal data. */
export interface LoadDetail {
  /** Records shown. */
  readonly total: number;
  /** Entries set aside as bad. */
  readonly rejected: number;
  /** Records the rules keep from publication. */
  readonly withheld: number;
  /** ISO date of the feed, where it has one. */
  readonly updated?: string | undefined;
}

/** A feed has been read to its end. */
export class SgsLoadEvent extends CustomEvent<LoadDetail> {
  constructor(detail: LoadDetail) {
    super('sgs-load', init(detail));
  }
}

/** A feed or a configuration could not be read; an older copy may be on screen. */
export class SgsErrorEvent extends CustomEvent<{ readonly failure: Failure }> {
  constructor(failure: Failure) {
    super('sgs-error', init({ failure }));
  }
}

/** A person has searched, filtered or reset. */
export class SgsSearchEvent extends CustomEvent<{ readonly query: Query }> {
  constructor(query: Query) {
    super('sgs-search', init({ query }));
  }
}

/** Another page is shown, because a person or `goTo()` asked for it. */
export class SgsPageEvent extends CustomEvent<{ readonly page: number }> {
  constructor(page: number) {
    super('sgs-page', init({ page }));
  }
}

/** A person opens a record. Cancelled, the list opens nothing. */
export class SgsSelectEvent extends CustomEvent<{ readonly record: SgsRecord }> {
  constructor(record: SgsRecord) {
    super('sgs-select', init({ record }, true));
  }
}

declare global {
  interface HTMLElementEventMap {
    'sgs-load': SgsLoadEvent;
    'sgs-error': SgsErrorEvent;
    'sgs-search': SgsSearchEvent;
    'sgs-page': SgsPageEvent;
    'sgs-select': SgsSelectEvent;
  }
}

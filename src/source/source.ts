/** The door between data and views: a list never holds all records, it asks for a page. */
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { Facets, Slice } from '../query/page.js';
import type { Query } from '../query/query.js';

export type { Facet, Facets } from '../query/page.js';

export interface Page extends Slice {
  /** False while records are still arriving: `total` counts what is here. */
  readonly complete: boolean;
}

export interface RecordSource {
  query(query: Query, signal?: AbortSignal): Promise<Page>;
  /** Every record that matches, in order, whatever the page: for export and print. */
  all(query: Query, signal?: AbortSignal): Promise<readonly SgsRecord[]>;
  get(id: string, signal?: AbortSignal): Promise<SgsRecord | undefined>;
  facets(kind: Kind, signal?: AbortSignal): Promise<Facets>;
  /** Counting them is work for somebody else: they are asked for when a person wants to see them. */
  readonly facetsOnDemand?: true;
  /** Records of each kind, as far as that is known. */
  counts(): Promise<Readonly<Partial<Record<Kind, number>>>>;
}

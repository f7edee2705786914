/** What kinds of portals have in common: a search goes in, the request for one page of it comes out. */
import type { HttpRequest } from '../../feed/pages.js';
import type { SgsConfig } from '../../model/config.js';
import { FeedFailure } from '../../model/failure.js';
import type { Kind } from '../../model/kinds.js';
import { NO_FILTERS, type Filters, type Query } from '../../query/query.js';
import type { Facets } from '../../query/page.js';

export type Settings = NonNullable<SgsConfig['request']>;

/** Sort values of a record, after which a search goes on. */
export type Cursor = readonly unknown[];

/** Records of a search, from a position on. */
export interface Search {
  readonly query: Query;
  /** Records before those that are wanted; 0 where a cursor says where to go on. */
  readonly from: number;
  readonly size: number;
  /** The last records first. */
  readonly backwards?: boolean;
  readonly after?: Cursor | undefined;
  /** Not the records: only where they end. */
  readonly bare?: boolean;
}

/** What there is, whatever is searched for. */
export interface Overview {
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  readonly facets: Readonly<Partial<Record<Kind, Facets>>>;
  /** What `sgs index` has said of the feed, as JSON. */
  readonly about?: string | undefined;
}

export interface PortalTarget {
  /** The feed's address. */
  readonly url: string;
  /** With the preset's below the site's own. */
  readonly settings: Settings;
  /** Today in China, ISO: what is no longer public must not be counted. Absent where the site has switched that rule off. */
  readonly today?: string | undefined;
}

export interface Portal {
  /** Most records that it gives at once, unless the configuration says otherwise. */
  readonly most: number;
  /** The request for records of a search. */
  readonly page: (target: PortalTarget, search: Search) => HttpRequest;
  /** What it can't filter by, of what could be asked. */
  readonly lacks?: (settings: Settings) => readonly (keyof Filters)[];
  /** The request for one record by our id; absent where it can't be asked for one. */
  readonly record?: (target: PortalTarget, id: string) => HttpRequest | undefined;
  readonly overview?: {
    /**
     * @param withValues whether the values of the filters are counted too, which is most of the work, or the kinds alone;
     * undefined: there are no kinds to count
     */
    readonly ask: (target: PortalTarget, withValues: boolean) => HttpRequest | undefined;
    /** @param root the answer, without records */
    readonly read: (root: unknown, settings: Settings) => Overview;
  };
  /** Records before a page at most, and the way beyond: from the other end, and from cursor to cursor. */
  readonly deep?: {
    /** Records before the end of a page, unless the index says that it counts further. */
    readonly window: number;
    /** Records of one answer at most, on the way. */
    readonly hop: number;
    /** Whether the order is one in which no two records stand at the same place. */
    readonly isTotal: (settings: Settings) => boolean;
    /** Where the records of a bare answer end; undefined where there are none. */
    readonly end: (root: unknown) => Cursor | undefined;
  };
}

const FILTER_LABELS: Readonly<Record<keyof Filters, string>> = {
  q: '关键词', category: '类别', department: '部门', year: '年份', from: '起始日期', to: '截止日期',
};

/** A filter that the portal was never told of would show other records than those asked for. */
export function assertAnswerable({ lacks }: Portal, settings: Settings, query: Query): void {
  const names = (lacks?.(settings) ?? []).filter((name) => query[name] !== NO_FILTERS[name]);
  if (!names.length) return;
  const missing = names.map((name) => (name === 'q' ? 'request.keyword' : `request.filters.${name}`)).join('、');
  const labels = names.map((name) => FILTER_LABELS[name]).join('、');
  throw new FeedFailure({ code: 'config', detail: `数据接口不能按${labels}查询（未设置配置项 ${missing}）。` });
}

/** The filters that the configuration does not name; a year is also two dates. */
export const unnamed = ({ filters = {} }: Settings): readonly (keyof Filters)[] =>
  (['category', 'department', 'year', 'from', 'to'] as const)
    .filter((name) => !filters[name] && !(name === 'year' && filters.from && filters.to));

/** The dates of a query, its year among them where the portal has no filter for years. */
export const datesOf = ({ year, from, to }: Query, hasYear: boolean): Pick<Filters, 'from' | 'to'> => (year && !hasYear
  ? { from: [from, `${year}-01-01`].sort()[1] as string, to: [to || '9', `${year}-12-31`].sort()[0] as string }
  : { from, to });

export const kindOf = ({ kinds }: Settings, kind: Kind): string => kinds?.[kind] ?? kind;

/** `Object.fromEntries`, which Chromium 69 lacks. */
export const objectOf = <T>(entries: readonly (readonly [name: string, value: T])[]): Readonly<Record<string, T>> =>
  entries.reduce<Record<string, T>>((all, [name, value]) => ({ ...all, [name]: value }), {});

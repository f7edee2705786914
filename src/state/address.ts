/**
 * A list's view in the page's address, so that a search can be shared and Back works: `sgs-q`, `sgs-kind`, `sgs-page`,
 * `sgs-id`, `sgs-category`, `sgs-department`, `sgs-year`, `sgs-from`, `sgs-to`, `sgs-sort`. Other parameters and the
 * fragment stay as they are, byte for byte: a GBK site's own parameters are no UTF-8.
 */
import type { Kind } from '../model/kinds.js';
import type { ListSettings } from './list.js';
import { defaultViewParams, PARAM_NAMES, parseViewParams, type ParamName, type ViewParams } from './view-params.js';

/** The page's address and history, as far as they can be used. */
export interface PageAddress {
  readonly href: string;
  push(href: string): void;
  replace(href: string): void;
  /** Calls back when the person goes back or forward, until the returned function is called. */
  onMove(listener: () => void): () => void;
}

/** The address of the page this runs in; undefined where there is none to change (Node, `about:srcdoc`, `file:`). */
export function currentPage(): PageAddress | undefined {
  if (typeof window === 'undefined' || !/^https?:$/.test(window.location.protocol)) return undefined;
  const { location, history } = window;
  const changing = (how: 'pushState' | 'replaceState') => (href: string): void => {
    try {
      // The state of a host's own router is kept, for it may need it.
      history[how](history.state, '', href);
    } catch {
      // Where history is forbidden (sandboxed frames, too many changes in a row) the page works on without it: the view
      // has changed all the same; only the address does not show it.
    }
  };
  return {
    get href() {
      return location.href;
    },
    push: changing('pushState'),
    replace: changing('replaceState'),
    onMove(listener) {
      window.addEventListener('popstate', listener);
      return () => window.removeEventListener('popstate', listener);
    },
  };
}

type AddressParts = readonly [whole: string, path: string, query: string, fragment: string];

/** An address in its three parts; the fragment with its sign. */
function split(href: string): AddressParts {
  const [rest = ''] = href.split('#', 1);
  const [path = ''] = rest.split('?', 1);
  return [href, path, rest.slice(path.length + 1), href.slice(rest.length)];
}

/** What an address says about a list; invalid values are ignored. */
export function readView(href: string, key: string): ViewParams {
  const params = new URLSearchParams(split(href)[2]);
  const values: { [K in ParamName]?: string | null } = {};
  for (const name of PARAM_NAMES) values[name] = params.get(`${key}-${name}`);
  return parseViewParams(values);
}

const isOf = (key: string, part: string): boolean => {
  const params = new URLSearchParams(part);
  return PARAM_NAMES.some((name) => params.has(`${key}-${name}`));
};

/**
 * An address as it may be handed on, printed and filed: with what lists say in it and nothing else, for a host's own
 * parameters may let others in (tokens, tickets, sessions, also in the path or behind #).
 * @param keys the lists' prefixes
 */
export function sharedAddress(href: string, keys: readonly string[]): string {
  const [, path, query] = split(href);
  const own = query.split('&').filter((part) => keys.some((key) => isOf(key, part))).join('&');
  return path.replace(/;[^/]*/g, '').replace(/^(https?:\/\/)[^/]*@/i, '$1') + (own && '?' + own);
}

/**
 * The address of a view. What is as the settings have it is left out.
 * @param kind the kind shown where nobody has chosen one
 */
export function writeView(href: string, key: string, view: ViewParams, settings: ListSettings, kind: Kind): string {
  const [, path, query, fragment] = split(href);
  const own = new URLSearchParams();
  // A first kind without records gives way to another, so coming back to it has to be said.
  const defaults: ViewParams = { ...defaultViewParams(settings), ...(kind === settings.kinds[0] && { kind }) };
  const parts = query.split('&').filter((part) => part && !isOf(key, part));
  for (const name of PARAM_NAMES) {
    const value = view[name];
    if (value !== undefined && value !== defaults[name]) own.append(`${key}-${name}`, value);
  }
  const changed = [...parts, String(own)].filter(Boolean).join('&');
  return path + (changed && '?' + changed) + fragment;
}

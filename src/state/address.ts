/**
 * A list's view in the page's address, so that a search can be shared and Back works: `sgs-q`, `sgs-kind`, `sgs-page`,
 * `sgs-id`, `sgs-category`, `sgs-department`, `sgs-year`, `sgs-from`, `sgs-to`, `sgs-sort`. Other parameters and the
 * fragment stay as they are, byte for byte: a GBK site's own parameters are no UTF-8.
 */
import { isKind, type Kind } from '../model/kinds.js';
import type { ListSettings } from './list.js';
import { cleanFilters, cleanId, cleanPage, FILTER_NAMES, formatOrder, parseOrder, type View } from './view.js';

/** The page's address and history, as far as they can be used. */
export interface PageAddress {
  readonly href: string;
  push(href: string): void;
  replace(href: string): void;
  /** Calls back when the person goes back or forward, until the returned function is called. */
  onMove(listener: () => void): () => void;
}

/** Where history is forbidden (sandboxed frames, too many changes in a row) the page works on without it. */
function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // The view has changed all the same; only the address does not show it.
  }
}

/** The address of the page this runs in; undefined where there is none to change (Node, `about:srcdoc`, `file:`). */
export function currentPage(): PageAddress | undefined {
  if (typeof window === 'undefined' || !/^https?:$/.test(window.location.protocol)) return undefined;
  const { location, history } = window;
  return {
    get href() {
      return location.href;
    },
    // The state of a host's own router is kept, for it may need it.
    push: (href) => attempt(() => history.pushState(history.state, '', href)),
    replace: (href) => attempt(() => history.replaceState(history.state, '', href)),
    onMove(listener) {
      window.addEventListener('popstate', listener);
      return () => window.removeEventListener('popstate', listener);
    },
  };
}

const NAMES = [...FILTER_NAMES, 'kind', 'page', 'id', 'sort'] as const;

/** An address in its three parts; the fragment with its sign. */
function split(href: string): { path: string; query: readonly string[]; fragment: string } {
  const [whole] = href.split('#', 1) as [string];
  const [path] = whole.split('?', 1) as [string];
  return { path, query: whole.slice(path.length + 1).split('&').filter(Boolean), fragment: href.slice(whole.length) };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return undefined;
  }
}

/** The name of a list's parameter (`page` of `sgs-page`), undefined for foreign ones. */
function nameOf(part: string, key: string): (typeof NAMES)[number] | undefined {
  const name = decode(part.replace(/=.*/, ''));
  return NAMES.find((own) => name === `${key}-${own}`);
}

/** What an address says about a list; what can't be meant is ignored. */
export function readView(href: string, key: string): View {
  const values: Partial<Record<(typeof NAMES)[number], string>> = {};
  for (const part of split(href).query) {
    const name = nameOf(part, key);
    const equals = part.indexOf('=');
    const value = decode(equals < 0 ? '' : part.slice(equals + 1));
    if (name !== undefined && value !== undefined) values[name] ??= value;
  }
  const { kind } = values;
  const id = cleanId(values.id ?? '');
  const order = parseOrder(values.sort ?? '');
  return {
    filters: cleanFilters(values),
    page: cleanPage(Number(values.page)),
    ...(isKind(kind) && { kind }),
    ...(id !== undefined && { id }),
    ...(order && { order }),
  };
}

/**
 * The address that says a view. What is as the settings have it is left out.
 * @param kind the kind shown where nobody has chosen one
 */
export function writeView(href: string, key: string, view: View, settings: ListSettings, kind: Kind): string {
  const { path, query, fragment } = split(href);
  const parts = query.filter((part) => nameOf(part, key) === undefined);
  const put = (name: string, value: string | undefined, usual: string | undefined): void => {
    if (value !== undefined && value !== usual) parts.push(`${encodeURIComponent(`${key}-${name}`)}=${encodeURIComponent(value)}`);
  };
  // A first kind without records gives way to another, so coming back to it has to be said.
  put('kind', view.kind, kind === settings.kinds[0] ? kind : undefined);
  for (const name of FILTER_NAMES) put(name, view.filters[name], settings.filters[name]);
  put('sort', view.order && formatOrder(view.order), formatOrder(settings));
  put('page', String(view.page), '1');
  put('id', view.id, undefined);
  return path + (parts.length ? `?${parts.join('&')}` : '') + fragment;
}

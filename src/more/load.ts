/**
 * What few pages need is loaded when it is needed. Here, for bundlers, a part is a module of its own; the classic bundle
 * has `embed/parts.ts` in this file's place, and each part lies beside it as `sgs.<name>.js`.
 */
import type * as locales from './locales.js';
import type * as scale from './scale.js';
import type * as search from './search.js';
import type * as setup from './setup.js';
import type * as tools from './tools.js';

export interface Parts {
  /** For columns with a configuration or a big feed: checks it, asks a portal page by page, starts a worker. */
  readonly setup: typeof setup;
  /** Export, print, reading aloud, the column at a glance. */
  readonly tools: typeof tools;
  /** Languages beside the Chinese that everybody has. */
  readonly locales: typeof locales;
  /** For a feed that is too big for the page's own thread. */
  readonly scale: typeof scale;
  /** For a search that found nothing as it was typed: pinyin, traditional characters, other names of the same. */
  readonly search: typeof search;
}

const modules: { readonly [K in keyof Parts]: () => Promise<Parts[K]> } = {
  setup: () => import('./setup.js'),
  tools: () => import('./tools.js'),
  locales: () => import('./locales.js'),
  scale: () => import('./scale.js'),
  search: () => import('./search.js'),
};

/** A part; undefined where it can't be had. */
export const loadPart = async <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => {
  try {
    return await modules[name]();
  } catch {
    return undefined;
  }
};

/**
 * What few pages need is loaded when it is needed. Here, for bundlers, a part is a module of its own; the classic bundle
 * has `embed/parts.ts` in this file's place, and each part lies beside it as `sgs.<name>.js`.
 */
import type * as setup from './setup.js';

export interface Parts {
  /** For columns with a configuration: checks it, and asks a portal page by page. */
  readonly setup: typeof setup;
}

const modules: { readonly [K in keyof Parts]: () => Promise<Parts[K]> } = {
  setup: () => import('./setup.js'),
};

/** A part; undefined where it can't be had. */
export const loadPart = async <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => {
  try {
    return await modules[name]();
  } catch {
    return undefined;
  }
};

/**
 * The tag that this copy of the script runs from, what stands beside its file, what the host lets us do, and the parts
 * that have been loaded from there. One a page and version: the script makes it; its parts, its worker's starter and a
 * scorecard beside it find it, since a host allows one Trusted Types policy of our name.
 */
import { VERSION } from '../model/version.js';

/** Set by the build: the folder of the files beside the script, from its own (`0.1.0/`); '' where they lie beside it. */
declare const SGS_FOLDER: string;

export interface Policy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}

/** Modules by their path in src/ without the ending: `feed/pages`. */
export type Modules = Readonly<Record<string, object>>;

export interface ScriptContext {
  /** Under Trusted Types only a policy makes markup and script addresses; a host allows ours with `trusted-types sgs`. */
  readonly policy: Policy;
  /** What a host that allows scripts by nonce knows our files by. */
  readonly nonce: string;
  /** Whether the page has asked for our own file with CORS: then the bytes of another origin can be checked. */
  readonly crossOrigin: boolean;
  /** The address of a file that lies beside the script's own. */
  readonly beside: (file: string) => string;
  /** File name → integrity, as this build knows it. */
  readonly integrity: Record<string, string>;
  /** What the parts have handed over. */
  readonly modules: Record<string, object>;
  /** Parts under way, by file name. */
  readonly loading: Map<string, Promise<void>>;
}

/**
 * The tag that is running now. A page can have `<form name="currentScript">`, which shadows the property; and a module,
 * or a loader that evaluates the text, leaves it empty: then the last tag of ours that the selector finds is meant.
 */
export function ownScript(selector = 'script[src]'): HTMLScriptElement | undefined {
  const current: unknown = document.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  return [...document.querySelectorAll<HTMLScriptElement>(selector)].filter(({ src }) => /\bsgs\b[^/]*\.js/.test(src)).pop();
}

type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy } | undefined;

const unchanged = (text: string): string => text;

function createContext(): ScriptContext {
  // Asked while the script runs: afterwards the page no longer knows.
  const tag = ownScript();
  const rules: Policy = { createHTML: unchanged, createScriptURL: unchanged };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  // `tag.src` is empty for a script whose text stands in the page.
  const base = tag?.src ? tag.src : location.href;
  let policy: Policy | undefined;
  return {
    // Not before it is needed: a part of another version, which only hands its modules over, would ask for a second one.
    get policy() {
      return policy ??= trustedTypes?.createPolicy('sgs', rules) ?? rules;
    },
    nonce: tag?.nonce ?? '',
    crossOrigin: Boolean(tag?.crossOrigin),
    beside: (file) => new URL(SGS_FOLDER + file, base).href,
    integrity: {},
    modules: {},
    loading: new Map(),
  };
}

const KEY = Symbol.for(`sgs.context@${VERSION}`);
const page = globalThis as unknown as { [KEY]?: ScriptContext };

/** To be called first while the script runs; in a worker, which has no page, not at all. */
export const scriptContext = (): ScriptContext => (page[KEY] ??= createContext());

/**
 * A part hands its modules over; one of another version has a context of its own.
 * @public Called by the entries that scripts/parts.ts writes.
 */
export function deliver(modules: Modules): void {
  Object.assign(scriptContext().modules, modules);
}

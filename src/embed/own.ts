/** The tag that this copy of the script runs from, what stands beside its file, and what the host lets us do. */

/**
 * The tag that is running now. A page can have `<form name="currentScript">`, which shadows the property; and a module,
 * or a loader that evaluates the text, leaves it empty: then the last tag of ours that the selector finds is meant.
 */
export function ownScript(selector = 'script[src]'): HTMLScriptElement | undefined {
  const current: unknown = document.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  return [...document.querySelectorAll<HTMLScriptElement>(selector)].filter(({ src }) => /\bsgs\b[^/]*\.js/.test(src)).pop();
}

/** Asked while the script runs: afterwards the page no longer knows. */
export const tag = ownScript();

/** What a host that allows by nonce knows our files by. */
export const nonce = tag?.nonce || '';

/** The address of a file that lies beside the script's own. */
export const beside = (file: string): string => new URL(file, tag?.src || location.href).href;

export interface Policy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
const same = (text: string): string => text;

/** Under Trusted Types only a policy makes markup and script addresses; a host allows ours with `trusted-types sgs`. */
export const policy: Policy =
  (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes?.createPolicy('sgs', { createHTML: same, createScriptURL: same })
  || { createHTML: same, createScriptURL: same };

/** What the parts get of it (own-of-part.ts). */
export interface Own {
  readonly policy: Policy;
  readonly beside: typeof beside;
  readonly nonce: string;
}

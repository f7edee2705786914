/** The worker's way to its one part: a file beside its own. Stands in the place of `more/load.ts`. */
import { VERSION } from '../model/version.js';
import type { Parts } from '../more/load.js';
import type { Policy } from './own.js';

const same = (text: string): string => text;
const key = Symbol.for('sgs.parts@' + VERSION);
const world = globalThis as unknown as {
  [key: symbol]: ((part: Partial<Parts>) => void) & { readonly loadPart?: typeof loadPart } | undefined;
  importScripts(url: string): void;
  readonly location: { readonly href: string };
  readonly trustedTypes?: { createPolicy(name: string, rules: Pick<Policy, 'createScriptURL'>): Policy };
};
const received: Partial<Parts> = {};
let policy: Pick<Policy, 'createScriptURL'> | undefined;

/** A part; undefined where it can't be had. */
export const loadPart = <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => {
  // It may have to run in the page: then the page's script has a way of its own.
  const lender = world[key];
  if (lender?.loadPart) return lender.loadPart(name);
  try {
    if (!received[name]) {
      policy ||= world.trustedTypes?.createPolicy('sgs', { createScriptURL: same }) || { createScriptURL: same };
      world[key] = (part) => Object.assign(received, part);
      world.importScripts(policy.createScriptURL(new URL(`sgs.${name}.js`, world.location.href).href));
    }
  } catch {
    // It is as if nothing had been meant.
  }
  return Promise.resolve(received[name]);
};

/** A script that may stand alone has the parts it needs within itself. Stands in the place of `more/load.ts`. */
import { readPages } from '../feed/pages.js';
import { configProblem } from '../model/config-check.js';
import type { Parts } from '../more/load.js';

const HAVE: { readonly [name: string]: object } = { setup: { readPages, configProblem } };

export const loadPart = <K extends keyof Parts>(name: K): Promise<Parts[K] | undefined> => Promise.resolve(HAVE[name] as Parts[K] | undefined);

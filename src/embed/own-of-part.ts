/**
 * In a part, what own.ts has found out belongs to the script that has loaded it, and so do the other parts. Stands there
 * in the place of own.ts and of more/load.ts.
 */
import { VERSION } from '../model/version.js';
import type { loadPart as load } from '../more/load.js';
import type { Own } from './own.js';

type Lender = Own & { readonly loadPart: typeof load };

/** The names are those of own.ts and of more/load.ts, which this file stands for. */
export const { policy, beside, nonce, loadPart } = (globalThis as unknown as { [key: symbol]: Lender })[Symbol.for('sgs.parts@' + VERSION)] as Lender;

/** In a part, what own.ts has found out belongs to the script that has loaded it. Stands in own.ts's place there. */
import { VERSION } from '../model/version.js';
import type { Own } from './own.js';

export const { policy, beside, nonce }: Own = (globalThis as unknown as { [key: symbol]: Own })[Symbol.for('sgs.parts@' + VERSION)] as Own;

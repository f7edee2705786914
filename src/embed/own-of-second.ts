/**
 * In a script that may stand alone or beside `sgs.js`: a host allows one policy of our name, so that of `sgs.js` is taken
 * where it is there already. Stands in own.ts's place.
 */
import { VERSION } from '../model/version.js';
import type { Own, Policy } from './own.js';

const same = (text: string): string => text;

const makeOwn = (): Own => {
  const tag = document.currentScript as HTMLScriptElement | null;
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  const { href } = location;
  return {
    policy: trustedTypes?.createPolicy('sgs', { createHTML: same, createScriptURL: same }) ?? { createHTML: same, createScriptURL: same },
    beside: (file) => new URL(file, tag?.src ?? href).href,
    nonce: tag?.nonce ?? '',
  };
};

const found: Own = (globalThis as unknown as { [key: symbol]: Own | undefined })[Symbol.for('sgs.parts@' + VERSION)] ?? makeOwn();

export const { policy, nonce } = found;

/** Its style sheet, for Chromium before 73, is not that of the others. */
export const beside: Own['beside'] = (file) => found.beside(file === 'sgs.css' ? 'sgs.scorecard.css' : file);

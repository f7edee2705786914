/** 双公示目录 beside the records: whether it lends a record the basis it lacks, and codes that it does not have. */
import type { SgsRecord } from '../model/record.js';

export interface CatalogCheck {
  /** Takes an item of the list. */
  readonly add: (item: SgsRecord) => void;
  /** Whether a page shows the basis of an item with the record (source/catalog.ts says which item). To be asked at the end. */
  readonly lends: (record: SgsRecord) => boolean;
  /** Whether there is a list and the code is not in it. To be asked at the end. */
  readonly lacks: (code: string) => boolean;
}

const fold = (code: string): string => code.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

export function createCatalogCheck(): CatalogCheck {
  const codes = new Set<string>();
  /** Code → the departments that have a basis for it. */
  const lenders = new Map<string, Set<string | undefined>>();
  return {
    add: ({ catalogCode, basis, authority }) => {
      if (!catalogCode) return;
      const code = fold(catalogCode);
      codes.add(code);
      if (basis) lenders.set(code, (lenders.get(code) ?? new Set()).add(authority));
    },
    lends: ({ catalogCode = '', authority }) => {
      const from = lenders.get(fold(catalogCode));
      // Codes are a department's own: of several, another department's item may be something else.
      return from !== undefined && (from.has(authority) || from.size === 1);
    },
    lacks: (code) => code !== '' && codes.size > 0 && !codes.has(fold(code)),
  };
}

/** 双公示目录: the items that records may name, whichever of a department's feeds lists them. */
import type { SgsRecord } from '../model/record.js';

export interface CatalogItem {
  /** Whether the item states a 设定依据 or 执法依据, which its records take over. */
  readonly basis: boolean;
}

export interface Catalog {
  /** Takes a record; what is no item is passed over. */
  add(record: SgsRecord): void;
  /** The item that a record of an authority names; undefined where there is none. */
  itemOf(code: string, authority: string): CatalogItem | undefined;
  /** How many items there are. */
  size(): number;
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

export function createCatalog(): Catalog {
  const items = new Map<string, { readonly authority: string; readonly basis: boolean }[]>();
  return {
    add: ({ kind, catalogCode, authority = '', basis = '' }) => {
      if (kind !== 'catalog' || !catalogCode) return;
      const code = fold(catalogCode);
      items.set(code, [...items.get(code) ?? [], { authority: fold(authority), basis: basis !== '' }]);
    },
    itemOf: (code, authority) => {
      const all = items.get(fold(code)) ?? [];
      const own = all.filter((item) => item.authority === fold(authority));
      // Codes are a department's own: of several departments' items that of another is no help.
      const fitting = own.length || all.some((item) => item.authority !== all[0]?.authority) ? own : all;
      return fitting.find(({ basis }) => basis) ?? fitting[0];
    },
    size: () => items.size,
  };
}

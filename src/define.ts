/** Registers every element. Twice, or beside another copy, does no harm: who comes first stays. */
import { SgsColumn } from './elements/sgs-column/sgs-column.js';
import { SgsDetail } from './elements/sgs-detail/sgs-detail.js';
import { SgsList } from './elements/sgs-list/sgs-list.js';
import { SgsSearch } from './elements/sgs-search/sgs-search.js';

// Lists first: search boxes and details look for them.
const ELEMENTS: readonly (readonly [tag: string, element: CustomElementConstructor])[] = [
  ['sgs-list', SgsList],
  ['sgs-column', SgsColumn],
  ['sgs-search', SgsSearch],
  ['sgs-detail', SgsDetail],
];

for (const [tag, element] of ELEMENTS) {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.warn('sgs:', error);
  }
}

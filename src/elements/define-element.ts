import type { ElementTag } from '../model/tags.js';

/** Defines an element. Twice, or beside another copy, does no harm: who comes first stays. */
export function defineElement(tag: ElementTag, element: CustomElementConstructor): void {
  try {
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    console.warn('sgs:', error);
  }
}

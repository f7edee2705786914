/** Makes an element for a placeholder (a script tag, a div, a link), once, and keeps its attributes in step. */
import { guarded } from './guard.js';
import { attributeOf } from './options.js';

/** Marks a placeholder as done, for other copies of this script too. */
const MOUNTED = Symbol.for('sgs.mounted@1');

interface Placeholder extends Element {
  [MOUNTED]?: true;
}

const mirrors = new WeakMap<Node, Element>();

function copy(from: Element, to: Element, data: string): void {
  const name = attributeOf(to.localName, data);
  if (name === undefined) return;
  const value = from.getAttribute(data);
  if (value === null) to.removeAttribute(name);
  else to.setAttribute(name, value);
}

let observer: MutationObserver | undefined;
const attributes = (): MutationObserver => (observer ??= new MutationObserver((changes) => {
  guarded(() => {
    for (const { target, attributeName } of changes) {
      const element = mirrors.get(target);
      if (element && attributeName !== null) copy(target as Element, element, attributeName);
    }
  });
}));

/**
 * The element for a placeholder; undefined when there is one already, or when this browser could not define it, so
 * that what the placeholder shows stays. Its `data-*` are the element's attributes, now and later.
 */
export function mount(placeholder: Placeholder, tag: string): HTMLElement | undefined {
  if (placeholder[MOUNTED] || !customElements.get(tag)) return undefined;
  placeholder[MOUNTED] = true;
  const element = document.createElement(tag);
  for (const { name } of [...placeholder.attributes]) copy(placeholder, element, name);
  mirrors.set(placeholder, element);
  attributes().observe(placeholder, { attributes: true });
  return element;
}

/** Makes an element for a placeholder (a script tag, a div, a link), once, and keeps its attributes in step. */
import { FEED_TAGS } from '../model/tags.js';

const mounted = new WeakSet<Element>();

/**
 * The element with this name (`list`) for a placeholder; undefined when the placeholder has had its turn, or when this
 * browser could not define it, so that what the placeholder shows stays. Its `data-*` are the element's attributes, now
 * and later: only those the element itself reads, for a CMS lets its authors write any, and `data-onclick` must not
 * become a handler.
 */
export function mount(placeholder: Element, name: string): HTMLElement | undefined {
  if (mounted.has(placeholder)) return undefined;
  mounted.add(placeholder);
  const tag = 'sgs-' + name.trim().toLowerCase();
  const known = customElements.get(tag) as { readonly observedAttributes: readonly string[] } | undefined;
  if (!known) {
    console.warn(`sgs: data-sgs="${name}" is none of ${FEED_TAGS.map((known) => known.slice(4)).join(', ')}.`);
    return undefined;
  }
  const element = document.createElement(tag);
  const copy = (data: string): void => {
    const value = placeholder.getAttribute(data);
    const attribute = data.slice('data-'.length);
    if (value === null) element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
  };
  // `id` is what the `for` of a search box points at.
  const attributeFilter = [...new Set([...known.observedAttributes, 'id'])].map((attribute) => 'data-' + attribute);
  attributeFilter.forEach(copy);
  const observer = new MutationObserver((changes) => changes.forEach(({ attributeName }) => copy(attributeName as string)));
  observer.observe(placeholder, { attributeFilter });
  return element;
}

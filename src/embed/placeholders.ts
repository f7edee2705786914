/** Forms 3 and 4: `<div data-sgs="list" data-feed="…">` and `<a class="sgs-column" href="…">`, there from the start or added later. */
import { guarded } from './guard.js';
import { mount } from './mount.js';
import { LINK_TAGS, tagOf } from './options.js';

const LINKS = LINK_TAGS.map((tag) => `a.${tag}[href]`).join(',');
const PLACEHOLDERS = `[data-sgs]:not(script),${LINKS}`;

// MooTools and prototype.js put their own thing in the place of `Element`.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** Inside a widget: its fallback content, such as the link it was made of. */
const isFallback = (place: Element): boolean => place.closest('sgs-column,sgs-list,sgs-search,sgs-detail') !== null;

/** The widget goes into the div, and what the div held becomes the widget's fallback content. */
function fill(place: Element): void {
  const tag = tagOf(place.getAttribute('data-sgs') ?? '');
  // A copy of a div that was filled already, as `cloneNode` and editors make them, has its widget.
  if (!tag || place.querySelector(tag)) return;
  const element = mount(place, tag);
  if (!element) return;
  while (place.firstChild) element.appendChild(place.firstChild);
  place.appendChild(element);
}

/** The widget stands where the link stood, and the link in it until there is something better to show. */
function replaceLink(link: Element): void {
  const tag = LINK_TAGS.find((name) => link.classList.contains(name));
  const element = tag && link.parentNode ? mount(link, tag) : undefined;
  if (!element) return;
  if (!element.hasAttribute('feed')) element.setAttribute('feed', (link.getAttribute('href') ?? '').trim());
  link.parentNode?.replaceChild(element, link);
  element.appendChild(link);
}

function upgrade(place: Element): void {
  if (!place.matches(PLACEHOLDERS) || isFallback(place)) return;
  if (place.hasAttribute('data-sgs')) fill(place);
  else replaceLink(place);
}

/** Makes widgets of all placeholders in a part of the page. */
function upgradeIn(root: Document | Element): void {
  if (isElement(root)) guarded(() => upgrade(root));
  for (const place of [...root.querySelectorAll(PLACEHOLDERS)]) guarded(() => upgrade(place));
}

/** Upgrades what is there, and from now on what comes. The page must have been parsed: a div still open would fill on. */
export function watchPlaceholders(): void {
  upgradeIn(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of [...addedNodes]) {
        if (isElement(node) && node.isConnected) upgradeIn(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

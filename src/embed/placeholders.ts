/**
 * Forms 3 and 4: `<div data-sgs="list" data-feed="…">` and `<a class="sgs-column" href="…">`, there from the start or added
 * later. Some editors leave a link nothing but its address (CKEditor 4, wangEditor 5), so that can say it too:
 * `<a href="sgs.json#sgs-column">`.
 */
import { ALL_TAGS } from '../model/tags.js';
import { guarded } from './guard.js';
import { mount } from './mount.js';

const WIDGETS = ALL_TAGS.join();

const COLUMN = "a.sgs-column[href],a[href$='#sgs-column']";

function upgrade(place: Element): void {
  // Inside a widget: its fallback content, such as the link it was made of.
  if (place.closest(WIDGETS)) return;
  const name = place.getAttribute('data-sgs');
  if (name === null) {
    // The widget stands where the link stood, and the link in it until there is something better to show.
    const element = mount(place, place.matches(COLUMN) ? 'column' : 'list');
    if (!element) return;
    if (!element.hasAttribute('feed')) element.setAttribute('feed', (place.getAttribute('href') as string).replace(/#.*/, ''));
    place.replaceWith(element);
    element.append(place);
  } else if (!place.querySelector(WIDGETS)) {
    // The widget goes into the div, and what the div held becomes the widget's fallback content. A copy of a div that
    // was filled already, as `cloneNode` and editors make them, has its widget.
    const element = mount(place, name);
    if (!element) return;
    element.append(...place.childNodes);
    place.append(element);
  }
}

/** Makes widgets of all placeholders of the page that have none. */
function upgradeAll(): void {
  const places = document.querySelectorAll(`[data-sgs]:not(script),${COLUMN},a.sgs-list[href],a[href$='#sgs-list']`);
  for (const place of [...places]) guarded(() => upgrade(place));
}

/** Upgrades what is there, and from now on what comes. The page must have been parsed: a div still open would fill on. */
export function watchPlaceholders(): void {
  upgradeAll();
  new MutationObserver(upgradeAll).observe(document.documentElement, { childList: true, subtree: true });
}

/** Form 2: the script tag alone. Finds the tag this very copy runs from, and puts the widget where it stands. */
import { guarded } from './guard.js';
import { mount } from './mount.js';
import { ownScript } from './context.js';

/** Puts an element where the tag says, or where the tag stands; a tag in the head has no place of its own. */
function place(script: HTMLScriptElement, element: Element, selector: string | null): void {
  // A selector that is none names nothing.
  const target = selector && guarded(() => document.querySelector(selector));
  if (target) {
    target.append(element);
    return;
  }
  if (selector) console.warn(`sgs: data-target="${selector}" names no element.`);
  if (document.body.contains(script)) script.after(element);
  else document.body.append(element);
}

/**
 * The widget that the tag running now asks for with `data-feed` or `data-sgs`; the same file twice with different feeds
 * makes two.
 * @param whenParsed calls back when the whole page has been parsed
 */
export function mountScript(whenParsed: (work: () => void) => void): void {
  const script = ownScript('script[data-feed]');
  const name = script?.getAttribute('data-sgs');
  if (!script || (name === null && !script.hasAttribute('data-feed'))) return;
  const selector = script.getAttribute('data-target');
  // `<body>` is not there yet while the head is parsed: the type says otherwise.
  const body = document.body as HTMLElement | null;
  const start = (): void => {
    const element = mount(script, name ?? 'column');
    if (element) place(script, element, selector);
  };
  if (body?.contains(script) && !selector) start();
  else whenParsed(start);
}

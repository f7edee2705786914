/** Form 2: the script tag alone. Finds the tag this very copy runs from, and puts the widget where it stands. */
import { mount } from './mount.js';
import { tagOf } from './options.js';

/**
 * The tag that is running now. A page can have `<form name="currentScript">`, which shadows the property; and a loader
 * that evaluates the text leaves it empty: then the last tag of ours that asks for a widget and has none is meant.
 */
export function ownScript(): HTMLScriptElement | undefined {
  const current: unknown = document.currentScript;
  if (current instanceof HTMLScriptElement) return current;
  const candidates = [...document.querySelectorAll<HTMLScriptElement>('script[data-feed]')];
  return candidates.filter(({ src }) => /\bsgs\b[^/]*\.js(?:[?#]|$)/.test(src)).pop();
}

/** The place a selector names; a selector that is none names nothing. */
function find(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Puts an element where the tag says, or where the tag stands; a tag in the head has no place of its own. */
function place(script: HTMLScriptElement, element: Element): void {
  const selector = script.getAttribute('data-target');
  const target = selector === null ? undefined : find(selector);
  if (selector !== null && !target) console.warn(`sgs: data-target="${selector}" names no element of this page.`);
  if (target) target.appendChild(element);
  else if (script.parentNode && document.body.contains(script)) script.parentNode.insertBefore(element, script.nextSibling);
  else document.body.appendChild(element);
}

/**
 * The widget a script tag asks for with `data-feed` or `data-sgs`.
 * @param whenParsed calls back when the whole page has been parsed
 */
export function mountScript(script: HTMLScriptElement, whenParsed: (work: () => void) => void): void {
  if (!script.hasAttribute('data-feed') && !script.hasAttribute('data-sgs')) return;
  const name = script.getAttribute('data-sgs') ?? 'column';
  // `<body>` is not there yet while the head is parsed: the type says otherwise.
  const body = document.body as HTMLElement | null;
  const start = (): void => {
    const tag = tagOf(name || 'column');
    if (!tag) {
      console.warn(`sgs: data-sgs="${name}" is no element; there are column, list, search and detail.`);
      return;
    }
    const element = mount(script, tag);
    if (element) place(script, element);
  };
  if (body?.contains(script) && !script.hasAttribute('data-target')) start();
  else whenParsed(start);
}

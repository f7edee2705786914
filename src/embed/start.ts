/** What the classic script does when it runs; the page may run it several times, and in several versions. */
import { VERSION } from '../model/version.js';
import { guarded } from './guard.js';
import { watchPlaceholders } from './placeholders.js';
import { mountScript } from './script.js';

/** The version that watches this page's placeholders. */
const RUNNING = Symbol.for('sgs.embed@1');

function whenParsed(work: () => void): void {
  if (document.readyState !== 'loading') guarded(work);
  else document.addEventListener('DOMContentLoaded', () => guarded(work), { once: true });
}

/** @param script the tag this copy runs from, if it can be told */
export function start(script: HTMLScriptElement | undefined): void {
  guarded(() => {
    const page = globalThis as { [RUNNING]?: string };
    const running = page[RUNNING];
    if (running === undefined) {
      page[RUNNING] = VERSION;
      whenParsed(watchPlaceholders);
    } else if (running !== VERSION) {
      console.warn(`sgs: version ${running} is on this page already; ${VERSION} leaves it its elements.`);
    }
    // The same file twice with different feeds makes two widgets.
    if (script) mountScript(script, whenParsed);
  });
}

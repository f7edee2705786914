/** What the classic script does when it runs; the page may run it several times, and in several versions. */
import { VERSION } from '../model/version.js';
import { guarded } from './guard.js';
import { watchPlaceholders } from './placeholders.js';
import { mountScript, ownScript } from './script.js';

/**
 * What the first copy on a page leaves for those after it, whose version it is given. The build lets a later copy call
 * it instead of running at all (vite.config.ts), so its shape must stay.
 */
const FIRST = Symbol.for('sgs.embed@1');

function whenParsed(work: () => void): void {
  if (document.readyState !== 'loading') guarded(work);
  else document.addEventListener('DOMContentLoaded', () => guarded(work), { once: true });
}

/** The widget of the tag that is running now: the same file twice with different feeds makes two. */
function runTag(): void {
  guarded(() => {
    const script = ownScript();
    if (script) mountScript(script, whenParsed);
  });
}

/** To be called while the script runs: afterwards the page no longer knows which tag it came from. */
export function start(): void {
  const page = globalThis as { [FIRST]?: (version: string) => void };
  if (page[FIRST]) {
    page[FIRST](VERSION);
    return;
  }
  let warned = false;
  page[FIRST] = (version) => {
    if (version !== VERSION && !warned) {
      warned = true;
      console.warn(`sgs: version ${VERSION} is on this page already and serves the tags of ${version} too.`);
    }
    runTag();
  };
  whenParsed(watchPlaceholders);
  runTag();
}

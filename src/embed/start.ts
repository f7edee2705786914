/** What the classic script does when it runs; the page may run it several times, and in several versions. */
import { VERSION } from '../model/version.js';
import { guarded } from './guard.js';
import { watchPlaceholders } from './placeholders.js';
import { mountScript } from './script.js';

/**
 * What the first copy on a page leaves for those after it, whose version it is given. The build lets a later copy call
 * it instead of running at all (vite.config.ts), so its shape must stay.
 */
const FIRST = Symbol.for('sgs.embed@1');

function whenParsed(work: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => guarded(work));
  else guarded(work);
}

const runTag = (): void => guarded(() => mountScript(whenParsed));

/** To be called while the script runs: afterwards the page no longer knows which tag it came from. */
export function start(): void {
  let warned = false;
  (globalThis as { [FIRST]?: (version: string) => void })[FIRST] = (version) => {
    if (version !== VERSION && !warned) {
      warned = true;
      console.warn(`sgs: version ${VERSION} on this page serves ${version} too.`);
    }
    runTag();
  };
  whenParsed(watchPlaceholders);
  runTag();
}

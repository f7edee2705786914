/** Large print, chosen by the person: for every element of the page, and for the next visit. */
import { ALL_TAGS } from '../model/tags.js';

const KEY = 'sgs.elder';

/** Reads or writes the choice; undefined where nothing was chosen or the browser keeps nothing. */
function choice(chosen?: boolean): boolean | undefined {
  try {
    if (chosen !== undefined) localStorage.setItem(KEY, String(chosen));
    const saved = localStorage.getItem(KEY);
    return saved ? saved === 'true' : undefined;
  } catch {
    return undefined;
  }
}

/** What the person has chosen the last time. */
export const chosenElder = (): boolean | undefined => choice();

export function chooseElder(elder: boolean): void {
  // Some builds of Chromium 69 have no toggleAttribute.
  for (const element of document.querySelectorAll(ALL_TAGS.join())) {
    if (elder) element.setAttribute('elder', '');
    else element.removeAttribute('elder');
  }
  choice(elder);
}

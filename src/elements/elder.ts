/** Large print, chosen by the person: for every element of the page, and for the next visit. */
const KEY = 'sgs.elder';

/** What the person has chosen the last time; undefined: nothing, or the browser keeps nothing. */
export function chosenElder(): boolean | undefined {
  try {
    const said = localStorage.getItem(KEY);
    return said ? said === '1' : undefined;
  } catch {
    return undefined;
  }
}

export function chooseElder(elder: boolean): void {
  for (const element of document.querySelectorAll('sgs-column,sgs-list,sgs-search,sgs-detail')) element.toggleAttribute('elder', elder);
  try {
    localStorage.setItem(KEY, elder ? '1' : '0');
  } catch {
    // Then it is for this page.
  }
}

/**
 * The views of all lists in the title of the page: before the page's own, in the order in which the lists came, and gone with
 * them. All copies of the script on a page share it, for each would take what another has written for the page's own.
 */
interface PageTitle {
  /** The page's own title; what it was when it was last written from here. */
  own: string;
  written: string;
  readonly views: Map<object, string>;
}

const KEY = Symbol.for('sgs.page-title');

/** @param view what a list shows; empty: nothing to name */
export function nameView(list: object, view: string): void {
  const title = ((globalThis as { [KEY]?: PageTitle })[KEY] ??= { own: '', written: '', views: new Map<object, string>() });
  const { views } = title;
  // The page may have written its title meanwhile.
  if (!views.size || document.title !== title.written) title.own = document.title;
  if (view) views.set(list, view);
  else views.delete(list);
  document.title = [...views.values(), title.own].filter(Boolean).join(' - ');
  title.written = document.title;
}

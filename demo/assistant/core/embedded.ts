/** Files that stand in the page as inert text: the widget's own and the reader of tables. */

/** A file's text; '' where the page has none of the name. */
export const embeddedText = (name: string): string => document.querySelector(`script[data-file="${name}"]`)?.textContent ?? '';

/** Text of an XML part of a workbook. */

/** What XML 1.0 cannot hold, however written. */
const IMPOSSIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
/** A workbook reads `_x0041_` as an A: the underscore of one that is meant is written so itself (ECMA-376, ST_Xstring). */
const ESCAPE_LIKE = /_(?=x[\dA-Fa-f]{4}_)/g;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** In an element or a quoted attribute. */
export const xml = (text: string): string => text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, (sign) => MARKUP[sign] as string);

/** Excel calls a workbook broken in which a cell holds more UTF-16 units. */
const LONGEST = 32_767;

/** What any of the rules below is about, and white space: most texts have none of it. */
const SPECIAL = /[\0-\x08\s\x0e-\x1f&<>"_\ufffe\uffff]/;

/** The text of a cell, cut where it is too long. White space at its ends goes where nothing says that it is meant. */
export function cellText(text: string): string {
  return text.length <= LONGEST && !SPECIAL.test(text) ? `<t>${text}</t>` : `<t xml:space="preserve">${escaped(text)}</t>`;
}

function escaped(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const cut = lines.length > LONGEST ? `${lines.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : lines;
  return xml(cut.replace(ESCAPE_LIKE, '_x005F_'));
}

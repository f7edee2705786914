/**
 * Classes of what an element renders in: `narrow` where there is no place for a table, `no-font` where the page has
 * chosen none. `styles/base.ts` says, as the style of the probe's `::after`, what is too narrow, and which font is the
 * browser's own.
 */
export function layoutClass(element: Element, sizeProbe: Element): string {
  const { wordSpacing, fontFamily } = getComputedStyle(sizeProbe, '::after');
  const narrow = sizeProbe.clientWidth < parseFloat(wordSpacing);
  const noFont = fontFamily === getComputedStyle(element).fontFamily;
  return `sgs${narrow ? ' narrow' : ''}${noFont ? ' no-font' : ''}`;
}

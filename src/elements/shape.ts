/**
 * Classes of the room an element renders in: `narrow` where there is no place for a table, `no-font` where the page has
 * chosen none. `styles/base.ts` says, as the style of the ruler's `::after`, what is too narrow, and which font is the
 * browser's own.
 */
export const shapeOf = (element: Element, ruler: Element): string => {
  const { wordSpacing, fontFamily } = getComputedStyle(ruler, '::after');
  return `sgs${ruler.clientWidth < parseFloat(wordSpacing) ? ' narrow' : ''}${fontFamily === getComputedStyle(element).fontFamily ? ' no-font' : ''}`;
};

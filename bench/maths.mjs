// @ts-check
// What is made of measured numbers: medians with their spread, ratios, quantiles.

/** @typedef {{ median: number, min: number, max: number, n: number }} Spread */

/** @param {readonly number[]} values @param {number} part from 0 to 1 @returns {number} nearest rank; NaN of nothing */
export function quantile(values, part) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? NaN;
}

/** @param {readonly number[]} values @returns {number} of an even count the mean of the two in the middle; NaN of nothing */
export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (!sorted.length) return NaN;
  return sorted.length % 2 ? /** @type {number} */ (sorted[half]) : (/** @type {number} */ (sorted[half - 1]) + /** @type {number} */ (sorted[half])) / 2;
}

/** @param {readonly (number | undefined)[]} values what was not measured does not count @returns {Spread | undefined} */
export function spread(values) {
  const known = values.filter((value) => value !== undefined && Number.isFinite(value));
  const numbers = /** @type {number[]} */ (known);
  return numbers.length ? { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers), n: numbers.length } : undefined;
}

/** @param {number | undefined} measured @param {number | undefined} against @returns {number | undefined} none where there is nothing to divide by */
export const ratio = (measured, against) =>
  measured === undefined || against === undefined || !(against > 0) || !Number.isFinite(measured) ? undefined : measured / against;

/**
 * Ratios of what was measured in the same round, and their median: what hits the machine in a round hits both.
 * @param {readonly (number | undefined)[]} measured by round @param {readonly (number | undefined)[]} against by round
 * @returns {Spread | undefined}
 */
export const pairedRatio = (measured, against) => spread(measured.map((value, round) => ratio(value, against[round])));

/**
 * @typedef {'met' | 'missed' | 'not measured'} Verdict
 * @param {number | undefined} measured @param {number} most what it may be
 * @returns {{ verdict: Verdict, distance?: number }} `distance`: how many times the bar it is, where it is missed
 */
export function judge(measured, most) {
  if (measured === undefined || !Number.isFinite(measured)) return { verdict: 'not measured' };
  return measured <= most ? { verdict: 'met' } : { verdict: 'missed', ...(most > 0 && { distance: measured / most }) };
}

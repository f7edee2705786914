// @ts-check
// How figures are written.

/** @typedef {import('./maths.mjs').Spread} Spread */

/** @param {number} value */
export const number = (value) => (Math.abs(value) >= 100 ? String(Math.round(value)) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2));

/** Median, and where it was measured more than once its spread. @param {Spread | undefined} spread */
export const cell = (spread) => (!spread ? '–' : spread.n > 1 ? `${number(spread.median)} (${number(spread.min)}–${number(spread.max)})` : number(spread.median));
/** Long tasks are only told from 50 ms on. @param {Spread | undefined} spread */
export const task = (spread) => (spread?.median === 0 ? (spread.max ? `< 50 (–${number(spread.max)})` : '< 50') : cell(spread));

/** @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows */
export const table = (heads, rows) => [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

// @ts-check
// The cost as records grow, as a picture: three panels side by side, both scales logarithmic.
import { nameOf } from './options.mjs';

/**
 * @typedef {{ name: string, role: 'ours' | 'limit' | 'peer', points: (readonly [records: number, value: number])[] }} Line
 * @typedef {{ title: string, unit: string, lines: Line[] }} Panel
 */

const WIDE = 400;
const HIGH = 380;
const BOX = { left: 56, top: 46, width: 236, height: 280 };
/** Distinct for eyes that see colours differently, too: names stand at the lines, and limits are dashed. */
const COLOURS = { ours: '#b3261e', limit: '#444', peer: '#2f6f9f' };

const escape = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** 1, 10, 100 … around the values. @param {number} low @param {number} high */
function decades(low, high) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) ticks.push(10 ** power);
  return ticks;
}

/** @param {number} value */
const short = (value) => (value >= 1000 ? nameOf(value) : String(Number(value.toPrecision(2))));

/** @param {Panel} panel @param {number} at */
function draw({ title, unit, lines }, at) {
  const all = lines.flatMap(({ points }) => points);
  const inner = [`<text x="0" y="20" class="title">${escape(title)}</text>`, `<text x="0" y="36">${escape(unit)}, against records</text>`];
  if (all.length) {
    const counts = [...new Set(all.map(([records]) => records))].sort((a, b) => a - b);
    const values = decades(Math.min(...all.map(([, value]) => value)), Math.max(...all.map(([, value]) => value)));
    const [first = 1, last = 10] = [counts[0], counts.at(-1)];
    const [low = 1, high = 10] = [values[0], values.at(-1)];
    const x = (/** @type {number} */ records) => BOX.left + (first === last ? BOX.width / 2 : (BOX.width * Math.log(records / first)) / Math.log(last / first));
    const y = (/** @type {number} */ value) => BOX.top + BOX.height - (low === high ? 0 : (BOX.height * Math.log(value / low)) / Math.log(high / low));
    for (const value of values) inner.push(`<path class="grid" d="M${BOX.left} ${y(value).toFixed(1)}h${BOX.width}"/><text x="${BOX.left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${short(value)}</text>`);
    for (const count of counts) inner.push(`<text x="${x(count).toFixed(1)}" y="${BOX.top + BOX.height + 18}" text-anchor="middle">${nameOf(count)}</text>`);
    const ends = lines.filter(({ points }) => points.length).map((line) => {
      const points = [...line.points].sort(([a], [b]) => a - b);
      const colour = COLOURS[line.role];
      const dash = line.role === 'limit' ? ' stroke-dasharray="5 4"' : '';
      const width = line.role === 'ours' ? 3 : 1.5;
      inner.push(`<path d="M${points.map(([records, value]) => `${x(records).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/>`);
      for (const [records, value] of points) inner.push(`<circle cx="${x(records).toFixed(1)}" cy="${y(value).toFixed(1)}" r="${width}" fill="${colour}"/>`);
      const [lastX, lastY] = /** @type {readonly [number, number]} */ (points.at(-1));
      return { name: line.name, colour, x: x(lastX) + 8, y: y(lastY) + 4, bold: line.role === 'ours' };
    });
    // Names that would cover each other move apart.
    ends.sort((a, b) => a.y - b.y);
    ends.forEach((end, n) => {
      const above = ends[n - 1];
      if (above && end.y < above.y + 13) end.y = above.y + 13;
    });
    for (const end of ends) inner.push(`<text x="${end.x.toFixed(1)}" y="${end.y.toFixed(1)}" fill="${end.colour}"${end.bold ? ' class="own"' : ''}>${escape(end.name)}</text>`);
  } else inner.push(`<text x="${BOX.left}" y="${BOX.top + 20}">not measured</text>`);
  return `<g transform="translate(${16 + at * WIDE} 8)">${inner.join('')}</g>`;
}

/** @param {readonly Panel[]} panels @returns {string} an SVG of its own */
export const chart = (panels) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${panels.length * WIDE + 16} ${HIGH}" role="img" aria-label="Cost as records grow"><style>text{font:12px system-ui,sans-serif}.own{font-weight:bold}.title{font-size:15px;font-weight:bold}.grid{stroke:#ddd}</style><rect width="100%" height="100%" fill="#fff"/>${panels.map(draw).join('')}</svg>\n`;

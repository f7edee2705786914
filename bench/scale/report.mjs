// @ts-check
// What RESULTS.md says of the folder.
import { cell, number, table } from '../markdown.mjs';
import { nameOf } from '../options.mjs';
import { ROUNDS } from './figures.mjs';

/** @typedef {import('./figures.mjs').Scale} Scale */

const mb = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** @param {Scale} scale */
function made({ records, size, published }) {
  if (!size || !published) return '';
  const { seconds, cpuSeconds, memoryMb, oneCore, again, on } = published;
  return `**${nameOf(records)} records** as \`sgs shard\` publishes them: ${size.files} files, ${mb(size.bytes)}, of which ${mb(size.index)} are index. ${
    oneCore ? 'Kept on one core, it' : 'It'} took ${seconds.toFixed(1)} s by the clock, ${cpuSeconds.toFixed(1)} s of processor time and ${Math.round(memoryMb)} MB of memory${
    again ? ` (measured ${on.slice(0, 10)}, when the folder was made)` : ''}.`;
}

/** @param {Scale} scale */
function firstPage({ firstPage: first, shaping }) {
  if (!first || !shaping) return '';
  const scripts = Object.entries(first.scriptKb).map(([name, kb]) => `${name} ${kb.toFixed(1)}`).join(', ');
  return `**First page** in Chromium: ${number(first.kb)} kB of the folder in ${first.requests} requests (${number(first.plainKb)} kB from a server that does not compress), and the script, ${scripts} kB. Ten rows stand after ${
    cell(first.rowsMs)} ms, median and spread of ${first.rowsMs.n} cold visits. The line was slow for every request: none was answered in less than ${Math.floor(shaping.shortestMs)} ms, and a file that should take ${
    Math.round(shaping.askedMs)} ms took ${Math.round(shaping.tookMs)} ms.`;
}

/** @param {Scale} scale */
function queriesTable({ queries, browser }) {
  if (!queries) return '';
  const rows = queries.map(({ name, asked, right, totals, kb50, kb95, requests50, rounds50, roundsMost, tooMany }) => {
    const seen = browser?.find((each) => each.name === name);
    return [
      name, `${right}/${asked}`, `${totals}/${asked}`, number(kb50), number(kb95), String(requests50), `${rounds50}, ${roundsMost}${tooMany ? ` (${tooMany} over ${ROUNDS})` : ''}`,
      ...(seen ? [`${seen.right}/${seen.asked}`, number(seen.ms50), number(seen.ms95), String(seen.roundsMost), `${seen.same}/${seen.asked}`] : Array.from({ length: 5 }, () => '–')),
    ];
  });
  return `**Queries**: all of them through the page’s own source in Node, and a sample of each class in Chromium, in the columns that say so.\n\n${table([
    'queries', 'right first page', 'exact total at once', 'kB p50', 'kB p95', 'requests p50', 'rounds, median and most',
    'Chromium: right', 'Chromium: ms p50', 'Chromium: ms p95', 'Chromium: rounds, most', 'Chromium: bytes and requests as in Node',
  ], rows)}`;
}

/** @param {Scale} scale */
function daysTable({ days, later }) {
  if (!days) return '';
  const rows = days.map(({ day, added, corrected, withdrawn, files, bytes, part, seconds, cpuSeconds }) =>
    [`${day + 1}`, `${added}, ${corrected}, ${withdrawn}`, String(files), (bytes / 1e6).toFixed(2), `${(100 * part).toFixed(2)} %`, seconds.toFixed(1), cpuSeconds.toFixed(1)]);
  const after = later?.map(({ name, asked, right, kb50, kb95, rounds50, roundsMost }) => [name, `${right}/${asked}`, number(kb50), number(kb95), `${rounds50}, ${roundsMost}`]);
  return `**Days published after it** with \`--add\`, each into what the day before has left:\n\n${
    table(['day', 'new, corrected, withdrawn', 'files written', 'MB', 'of the index', 's', 's of processor'], rows)}${
    after ? `\n\nA part of the queries after these days, in Node:\n\n${table(['queries', 'right first page', 'kB p50', 'kB p95', 'rounds, median and most'], after)}` : ''}`;
}

/** @param {Scale} scale @returns {string[]} paragraphs */
export const scaleSection = (scale) => [
  made(scale), firstPage(scale), queriesTable(scale), daysTable(scale), scale.failed ? `Not measured to the end: ${scale.failed}.` : '',
].filter(Boolean);

export const SCALE_METHOD = `- **Static files**: \`sgs shard feed.json -o folder/\` as a process of its own (\`taskset -c 0\` where there is one), from one JSON document. All queries are asked in Node through the source that the page has, out of the published folder, each as somebody who has the first page and nothing else; each answer is held against a scan of every record. Bytes are those of a plain HTTP/1.1 server: the answer with its headers, files as they lie there (they are gzip), what is not packed zipped at level 6. **Rounds** are requests that wait for one another, the first page’s not among them. A sample of every class is asked again in Chromium with the built \`dist/sgs.js\` and \`<sgs-column>\`: a new context for each query, no cache, the line slowed to 10 Mbit/s and 40 ms by DevTools, no worker at work; the time is from pressing 查询 to the frame with the rows of the answer, and the bytes are those that the server’s socket has sent. Bars of bytes are held against the median of the dearest of their classes, the bar of rounds against the worst query of all, that of publishing against the clock. Pagefind is measured with 10,000 records at most: for 100,000 it needs minutes and gigabytes.`;

// @ts-check
// The bars that a run is held against, each with what was measured and what it may be. A bar is one entry.
import { bestPeer, firstRatio, loadSpread, nameOf, searchRatio } from './figures.mjs';
import { judge, pairedRatio } from './maths.mjs';
import { readingRatio } from './reading.mjs';
import { ROUNDS } from './scale/figures.mjs';
import { OURS } from './tables.mjs';

/**
 * @typedef {import('./figures.mjs').Figures} Figures
 * @typedef {object} Bar
 * @property {string} area
 * @property {string} bar what is asked
 * @property {number | undefined} measured in the unit of `most`
 * @property {number} most
 * @property {string} said the measured figure as it is written
 *
 * @typedef {Bar & { verdict: import('./maths.mjs').Verdict, distance?: number }} Judged
 */

const times = (/** @type {number | undefined} */ value) => (value === undefined ? '' : `${value.toFixed(value < 0.1 ? 3 : 2)}×`);
const ms = (/** @type {number | undefined} */ value) => (value === undefined ? '' : value === 0 ? '< 50 ms' : `${Math.round(value)} ms`);
const mb = (/** @type {number | undefined} */ value) => (value === undefined ? '' : `${(value / 1e6).toFixed(1)} MB`);
const kb = (/** @type {number | undefined} */ value) => (value === undefined ? '' : `${value.toFixed(1)} kB`);

/** What part of the best peer's time, by records and slow-down (`count cpu`). @type {Readonly<Record<string, number>>} */
const PEER_PARTS = { '1000 1': 1, '1000 4': 1, '10000 1': 1 / 4, '10000 4': 1 / 3, '100000 4': 1 / 15 };

/** @param {Figures} figures @returns {Bar[]} */
function sizeBars({ parts, sizes }) {
  if (!parts.includes('size')) return [];
  const measured = sizes?.find(({ name }) => name === 'ours')?.js;
  return [{ area: 'size', bar: 'dist/sgs.js ≤ 56 kB gzip', measured, most: 56_000, said: kb(measured && measured / 1000) }];
}

/** @param {string} name of a page of ours */
const ofFeed = (name) => (name === 'ours' ? '' : `, feed in ${name.replace('ours-', '')}`);

/** @param {Figures} figures @returns {Bar[]} */
function readingBars({ readings }) {
  return readings.map(({ spelling, reading }) => {
    const measured = readingRatio(reading, 'ours')?.median;
    return { area: 'reader', bar: `feed in ${spelling}: reader in Node ≤ 3× JSON.parse of the same text`, measured, most: 3, said: times(measured) };
  });
}

/** @param {Figures} figures @returns {Bar[]} */
function tableBars({ groups }) {
  return groups.flatMap((group) => {
    const { count, cpu, net } = group;
    const where = `${nameOf(count)}, CPU ${cpu}×, ${net}`;
    const blank = firstRatio(group, 'ours', 'blank');
    /** @type {Bar[]} */
    const bars = [{ area: 'first rows', bar: `${where}: ≤ ${cpu === 1 ? '1.25' : '1.5'}× blank`, measured: blank?.median, most: cpu === 1 ? 1.25 : 1.5, said: times(blank?.median) }];
    const part = PEER_PARTS[`${count} ${cpu}`];
    const best = bestPeer(group);
    if (part && best) {
      const first = loadSpread(group, 'ours', 'first')?.median;
      const measured = first === undefined ? undefined : first / best.first;
      bars.push({ area: 'first rows', bar: `${where}: ≤ ${part === 1 ? '1' : `1/${Math.round(1 / part)}`} of the best peer (${best.name})`, measured, most: part, said: times(measured) });
    }
    const limit = Math.max(50, loadSpread(group, 'blank', 'longest')?.median ?? 0);
    const most = cpu === 1 ? limit : 1.25 * limit;
    for (const name of OURS) {
      const longest = loadSpread(group, name, 'longest')?.median;
      if (name !== 'ours' && longest === undefined) continue;
      bars.push({
        area: 'main thread', bar: `${where}${ofFeed(name)}: longest task ≤ ${Math.round(most)} ms (${cpu === 1 ? '50 ms or the blank page’s' : '1.25× the blank page’s'})`, measured: longest, most, said: ms(longest),
      });
    }
    for (const name of net === 'loopback' && best ? OURS : []) {
      const ready = loadSpread(group, name, 'loaded')?.median;
      const measured = ready === undefined || !best ? undefined : ready / best.first;
      bars.push({ area: 'whole feed', bar: `${where}${ofFeed(name)}: all searchable ≤ 0.9× the best peer’s table (${best?.name})`, measured, most: 0.9, said: `${times(measured)} (${ms(ready)})` });
    }
    return bars;
  });
}

/** By records: ours, against what, at most. @type {readonly (readonly [count: number, ours: string, against: string, most: number, name: string])[]} */
const SEARCH = [
  [100_000, 'ours-scan', 'wasm', 2.5, 'p95 without index ≤ 2.5× the WASM SIMD scan'],
  [100_000, 'ours-index', 'wasm', 0.65, 'p95 with index ≤ 0.65× the WASM SIMD scan'],
  [100_000, 'ours-index', 'flexsearch-cjk', 0.2, 'p95 ≤ 0.2× FlexSearch CJK'],
  [100_000, 'ours-index', 'ufuzzy-unicode', 0.1, 'p95 ≤ 0.1× uFuzzy unicode'],
  // A feed of this size is more than BIG (src/feed/load.ts): the big engine has it, in a worker or in the page. The small
  // one has it on the day when the feed can't be read and its last good copy is shown.
  [10_000, 'ours-index', 'wasm', 1, 'p95 ≤ 1.0× the WASM SIMD scan'],
  [10_000, 'ours-small', 'wasm', 1, 'p95 ≤ 1.0× the WASM SIMD scan, last good copy'],
];

/** @param {Figures} figures @returns {Bar[]} */
function searchBars({ searches, exact: random }) {
  const ratios = SEARCH.flatMap(([count, ours, against, most, name]) => {
    const known = searches.find((each) => each.count === count);
    if (!known) return [];
    const measured = searchRatio(known, ours, against)?.median;
    return [{ area: 'search', bar: `${nameOf(count)}: ${name} (${ours})`, measured, most, said: times(measured) }];
  });
  const exact = searches.flatMap(({ count, found }) => Object.entries(found).filter(([name]) => name.startsWith('ours')).flatMap(([name, rounds]) => {
    const last = rounds.find((round) => round && !round.failed);
    if (!last) return [];
    const { checked = 0, exact: same = 0, firstRight = 0 } = last;
    const wrong = checked ? 2 * checked - same - firstRight : undefined;
    return [{ area: 'search', bar: `${nameOf(count)}: every hit and every first page as in a naive scan (${name})`, measured: wrong, most: 0, said: `${same} and ${firstRight} of ${checked} queries` }];
  }));
  const drawn = random.map(({ count, exactness: { queries, differs } }) => (
    { area: 'search', bar: `${nameOf(count)}: ${queries} random queries (terms, filters, orders, pages) as in a naive scan`, measured: differs ? 1 : 0, most: 0, said: differs ? `differs in ${differs}` : `${queries} of ${queries} queries` }));
  return [...ratios, ...exact, ...drawn];
}

/** @param {Figures} figures @returns {Bar[]} */
function memoryBars({ memories, mounts, searches }) {
  const bars = memories.flatMap(({ count, blank, parse, ours, alone }) => {
    const text = searches.find((each) => each.count === count)?.found['wasm']?.find(Boolean)?.textBytes;
    const ratio = pairedRatio([ours?.main], [blank?.main])?.median;
    /** @type {Bar[]} */
    const own = [{ area: 'memory', bar: `${nameOf(count)}: main thread ≤ 1.5× the blank page’s (${mb(blank?.main)})`, measured: ratio, most: 1.5, said: `${times(ratio)} (${mb(ours?.main)})` }];
    if (ours?.workers && text) {
      const most = 1.2 * text + 200 * count;
      own.push({ area: 'memory', bar: `${nameOf(count)}: worker ≤ 1.2× the searched text + 200 B a record = ${mb(most)}`, measured: ours.worker, most, said: mb(ours.worker) });
    } else own.push({ area: 'memory', bar: `${nameOf(count)}: worker ≤ 1.2× the searched text + 200 B a record`, measured: undefined, most: 1, said: ours?.workers === 0 ? 'no worker was started' : ours?.workers ? 'the part `search` knows the text' : '' });
    if (parse?.main !== undefined) {
      const most = parse.main + 1000 * count;
      own.push({ area: 'memory', bar: `${nameOf(count)}, no worker: ≤ the parsed document + 1 kB a record = ${mb(most)}`, measured: alone?.main, most, said: mb(alone?.main) });
    }
    return own;
  });
  if (mounts) {
    const { after10, after110, nodes10, nodes110 } = mounts;
    const each = after10 === undefined || after110 === undefined ? undefined : (after110 - after10) / 100 / 1000;
    const left = nodes10 === undefined || nodes110 === undefined ? undefined : nodes110 - nodes10;
    // A kilobyte is what the browser's own books (compiled code, counters) vary by; a forgotten record or element is more.
    bars.push({ area: 'memory', bar: '100 mounts and unmounts: ≤ 1 kB each', measured: each, most: 1, said: kb(each) });
    bars.push({ area: 'memory', bar: '100 mounts and unmounts: no DOM node left', measured: left, most: 0, said: left === undefined ? '' : `${left} nodes` });
  }
  return bars;
}

/** @param {number} value */
const percent = (value) => `${(100 * value).toFixed(1)} %`;

/** The bars of bytes, by the classes that count for them. @type {readonly (readonly [bar: import('./scale/queries.mjs').Bar, most: number, name: string])[]} */
const QUERY_BARS = [
  ['name2', 75, 'name query of 2 characters'],
  ['name4', 65, 'name query of 4 and more characters'],
  ['code', 30, 'credit code or document number'],
];

/** @param {Figures} figures @returns {Bar[]} */
function scaleBars({ parts, scale }) {
  if (!parts.includes('scale')) return [];
  const bar = (/** @type {string} */ text, /** @type {number | undefined} */ measured, /** @type {number} */ most, /** @type {string} */ said) =>
    ({ area: 'scale', bar: text, measured, most, said: measured === undefined ? '' : said });
  if (!scale) return [bar('1M from a static folder', undefined, 1, '')];
  const { records, firstPage, queries, later, browser, published, days } = scale;
  const where = `${nameOf(records)}${records < 1e6 ? ' instead of 1M' : ''}`;
  const cold = `${where}, static folder, cold, 10M`;
  const bytes = QUERY_BARS.map(([name, most, text]) => {
    // Of several classes the dearest counts.
    const [worst] = (queries ?? []).filter((each) => each.bar === name).sort((a, b) => b.kb50 - a.kb50);
    const after = later?.find(({ name: same }) => same === worst?.name)?.kb50;
    return bar(`${cold}: ${text} ≤ ${most} kB at the median`, worst?.kb50, most, `${kb(worst?.kb50)} (${worst?.name}; p95 ${kb(worst?.kb95)}${after === undefined ? '' : `; after ${days?.length} days more ${kb(after)}`})`);
  });
  const rounds = queries && Math.max(...queries.map(({ roundsMost }) => roundsMost));
  const tooMany = (queries ?? []).reduce((sum, each) => sum + each.tooMany, 0);
  /** @type {(readonly [readonly { asked: number, right: number }[] | undefined, string])[]} */
  const compared = [[queries, ''], [later, ` after ${days?.length} days more`], [browser, ' in Chromium']];
  const checks = compared.flatMap(([all, name]) => (all ? [{ name, asked: all.reduce((sum, { asked }) => sum + asked, 0), right: all.reduce((sum, { right }) => sum + right, 0) }] : []));
  const part = days?.length ? Math.max(...days.map((day) => day.part)) : undefined;
  return [
    bar(`${cold}: first page ≤ 20 kB, script apart`, firstPage?.kb, 20, kb(firstPage?.kb)),
    ...bytes,
    bar(`${cold}: ≤ ${ROUNDS} sequential round trips, every query`, rounds, ROUNDS, `${rounds}${tooMany ? `; more than ${ROUNDS} in ${tooMany} of ${checks[0]?.asked} queries` : ''}`),
    bar(`${cold}: first page as in a full scan, every query`, checks.length ? checks.reduce((sum, { asked, right }) => sum + asked - right, 0) : undefined, 0, checks.map(({ name, asked, right }) => `${right} of ${asked}${name}`).join(', ')),
    bar(`${where}: published in ≤ 60 s on one core`, published?.seconds, 60, `${published?.seconds.toFixed(0)} s by the clock, ${published?.cpuSeconds.toFixed(0)} s of the processor`),
    bar(`${where}: a day’s publication writes ≤ 5 % of the index`, part, 0.05, `${percent(part ?? NaN)}, the most of ${days?.length} days`),
  ];
}

/** Every bar that the run has anything to say about. @param {Figures} figures @returns {Judged[]} */
export const judged = (figures) =>
  [sizeBars, readingBars, tableBars, searchBars, memoryBars, scaleBars].flatMap((bars) => bars(figures)).map((bar) => ({ ...bar, ...judge(bar.measured, bar.most) }));

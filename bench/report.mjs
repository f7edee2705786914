// @ts-check
// RESULTS.md and its chart, of what one run has measured.
import { judged } from './bars.mjs';
import { chart } from './chart.mjs';
import { bestPeer, figuresOf, firstRatio, foundSpread, loadSpread, searchRatio } from './figures.mjs';
import { cell, number, table, task } from './markdown.mjs';
import { nameOf } from './options.mjs';
import { SCALE_METHOD, scaleSection } from './scale/report.mjs';
import { ENGINES } from './search.mjs';
import { OURS, PAGES, PEERS } from './tables.mjs';

/** @typedef {import('./maths.mjs').Spread} Spread */

/** How many times the bar; what is missed by a hair does not look like met. @param {number} times */
const distance = (times) => (times > 1 && times < 1.005 ? times.toFixed(4) : times.toFixed(2));

/** @param {import('./figures.mjs').Figures} figures */
function barsTable(figures) {
  const all = judged(figures);
  if (!all.length) return 'What this run has measured has no bar.';
  const met = all.filter(({ verdict }) => verdict === 'met').length;
  const missed = all.filter(({ verdict }) => verdict === 'missed').length;
  return `${met} met, ${missed} missed, ${all.length - met - missed} not measured.\n\n${table(
    ['area', 'bar', 'measured', 'verdict'],
    all.map(({ area, bar, said, verdict, measured, most }) => [
      area, bar, said || '–', `${verdict === 'missed' ? '**missed**' : verdict}${verdict !== 'not measured' && measured && most > 0 ? `, ${distance(measured / most)}× the bar` : ''}`,
    ]),
  )}`;
}

/** @param {import('./figures.mjs').Group} group */
function groupTable(group) {
  const { count, cpu, net } = group;
  const best = bestPeer(group);
  const rows = PAGES.filter(({ name }) => group.loads[name]?.some(Boolean)).map(({ name }) => {
    const at = (/** @type {Exclude<keyof import('./tables.mjs').Load, 'failed'>} */ key) => loadSpread(group, name, key);
    const failed = group.loads[name]?.find((load) => load?.failed)?.failed;
    return [
      OURS.includes(name) ? `**${name}**` : name, cell(at('first')), cell(firstRatio(group, name, 'blank')), cell(at('loaded')), task(at('longest')), cell(at('tbt')), cell(at('kb')), cell(at('heap')),
      at('nodes') ? number(/** @type {Spread} */ (at('nodes')).median) : '–', cell(at('search')), failed ?? String(at('first')?.n ?? 0),
    ].map(String);
  });
  return `**${nameOf(count)} records, CPU ${cpu}×, ${net === '10M' ? '10 Mbit/s / 40 ms' : 'loopback'}**${best ? ` (best peer: ${best.name}, ${Math.round(best.first)} ms)` : ''}\n\n${table(
    ['page', 'first rows ms', '× blank', 'all searchable ms', 'longest task ms', 'TBT ms', 'kB on wire', 'heap MB', 'DOM nodes', 'search → paint ms', 'rounds'], rows,
  )}`;
}

/** @param {import('./figures.mjs').Searches} searches */
function searchTable(searches) {
  const rows = ENGINES.filter(({ name }) => searches.found[name]?.some(Boolean)).map(({ name, role }) => {
    const at = (/** @type {Exclude<keyof import('./search.mjs').Found, 'failed'>} */ key) => foundSpread(searches, name, key);
    const first = searches.found[name]?.find(Boolean);
    if (first?.failed) return [name, role, first.failed, '', '', '', '', '', '', '', '', ''];
    const memory = at('memory');
    return [
      role === 'ours' ? `**${name}**` : name, role, cell(at('build')), memory ? number(memory.median / 1e6) : '–', cell(at('p50')), cell(at('p95')), cell(searchRatio(searches, name, 'wasm')), cell(at('max')),
      String(first?.queries ?? '–'), (first?.recall ?? NaN).toFixed(3), (first?.precision ?? NaN).toFixed(3), `${first?.exact}/${first?.checked}`,
    ];
  });
  return `**${nameOf(searches.count)} records**\n\n${table(['engine', 'role', 'build ms', 'memory MB', 'p50 ms', 'p95 ms', 'p95 × wasm', 'max ms', 'queries', 'recall', 'precision', 'exact sets'], rows)}`;
}

/** @param {import('./figures.mjs').Figures} figures */
function memoryTable({ memories, mounts }) {
  const mb = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? '–' : (bytes / 1e6).toFixed(1));
  const rows = memories.map(({ count, blank, parse, ours, alone }) => [
    nameOf(count), mb(blank?.main), mb(parse?.main), ours?.failed ?? mb(ours?.main), ours?.workers ? mb(ours.worker) : 'none started', alone?.failed ?? mb(alone?.main),
  ]);
  return `${table(['records', 'blank', 'parsed document', 'ours, main thread', 'ours, workers', 'ours, worker forbidden'], rows)}\n\n(MB of JavaScript after a collection: objects, strings, buffers.)${
    mounts ? `\n\n100 mounts and unmounts of the column with 1k records: ${mounts.failed ?? `${mb(mounts.after10)} MB and ${mounts.nodes10} DOM nodes after 10, ${mb(mounts.after110)} MB and ${mounts.nodes110} after 110.`}` : ''}`;
}

/** @param {import('./figures.mjs').Figures['pagefinds']} all */
const pagefindTable = (all) => all.map(({ count, pagefind: { built = NaN, files, rows = [], failed } }) =>
  `**Pagefind, ${nameOf(count)} records**: ${failed ?? `built in ${(built / 1000).toFixed(1)} s, ${files} files`}${rows.length ? `\n\n${table(
    ['queries', 'ms p50', 'ms p95', 'kB p50', 'kB p95', 'right counts'], rows.map(({ kind, ms50, ms95, kb50, kb95, counts }) => [kind, ...[ms50, ms95, kb50, kb95].map(number), counts]),
  )}` : ''}`).join('\n\n');

/** @param {import('./figures.mjs').Figures} figures @returns {import('./chart.mjs').Panel[]} */
export function panels({ groups, searches, memories }) {
  // The hardest of what was measured: slow processor, slow line.
  const hardest = groups.reduce((/** @type {import('./figures.mjs').Group | undefined} */ worst, group) => (!worst || group.cpu > worst.cpu || (group.cpu === worst.cpu && group.net === '10M') ? group : worst), undefined);
  const same = groups.filter(({ cpu, net }) => cpu === hardest?.cpu && net === hardest.net);
  const roleOf = (/** @type {string} */ name) => (OURS.includes(name) ? 'ours' : PEERS.includes(name) ? 'peer' : 'limit');
  /** @param {(group: import('./figures.mjs').Group, name: string) => number | undefined} value @returns {import('./chart.mjs').Line[]} */
  const lines = (value) => PAGES.map(({ name }) => ({
    name, role: roleOf(name),
    points: same.flatMap((group) => {
      const known = value(group, name);
      return known ? [/** @type {const} */ ([group.count, known])] : [];
    }),
  }));
  const firstRows = lines((group, name) => loadSpread(group, name, 'first')?.median);
  const chosen = ENGINES.filter(({ name }) => /^ours|^wasm$|^giant$|^flexsearch-cjk|^ufuzzy-unicode|^fuse-extended|^minisearch$/.test(name));
  return [
    { title: `First rows, CPU ${hardest?.cpu ?? ''}×, ${hardest?.net ?? ''}`, unit: 'ms', lines: firstRows },
    { title: 'Search, p95', unit: 'ms', lines: chosen.map(({ name, role }) => ({
      name, role, points: searches.flatMap((each) => {
        const p95 = foundSpread(each, name, 'p95')?.median;
        return p95 ? [/** @type {const} */ ([each.count, p95])] : [];
      }),
    })) },
    { title: 'Memory of the main thread', unit: 'MB', lines: [
      ...lines((group, name) => (OURS.includes(name) && memories.length ? undefined : loadSpread(group, name, 'heap')?.median)),
      { name: 'ours', role: 'ours', points: memories.flatMap(({ count, ours }) => (ours?.main ? [/** @type {const} */ ([count, ours.main / 1e6])] : [])) },
    ] },
  ];
}

const METHOD = `- **Records** are invented (\`bench/records.mjs\`): seeded, 70 % licences, 30 % penalties, newest first. Texts are made of templates and pack better than real ones.
- **Pages**: each loads the same gzipped feed in a new browser context of a headless Chromium. \`ours\` is \`dist/sgs.js\` with \`<sgs-column page-size="20">\`; it reads, gates, redacts, counts facets and has a detail view, which the peers do not. The peers are bundled minified from their modules, with the parts a list with search and pages needs, \`fetch().json()\` and their documented options; six columns, 20 rows a page. Where a peer waits before it searches, the wait is set to 0. \`blank\` is the least that shows 20 rows of a file of 50 records; \`parse\` reads the whole feed with \`JSON.parse\`, shows 20 rows and keeps the document.
- **First rows**: the frame in which 20 rows are in the DOM, before it is presented. **Longest task** and TBT: until the whole feed is loaded and no task over 50 ms has run for 400 ms; tasks under 50 ms are not told by the browser. **Search → paint**: from setting the field (and pressing 查询) to the frame whose first row holds the term. **kB**: bodies as sent.
- Pages of a group take turns within each round, engines too. Ratios to \`blank\` and to \`wasm\` are medians of the ratios of each round. Spread in brackets is least–most.
- **CPU 4×** is Chromium's throttling: it slows the main thread, not workers. **10 Mbit/s / 40 ms** is made in the server: rate and round trips, no slow start, no TLS, HTTP/1.1. At 100k over the slow line the peers are measured once.
- **Search**: Node, a process per engine; 26 classes × 6 queries over the same folded text; three passes (peers that are far off: one), the middle counts. Each must give the count and the first 20, by date or by name. Ours gives records ready to show, all others positions. \`wasm\` is a SIMD scan of UTF-16 text, \`giant\` indexOf on one string, \`joined\` and \`naive\` a string per record and per field. \`ours-small\` is the engine of small feeds, \`ours-scan\` that of big ones before it has an index, \`ours-index\` after. Memory is what is held beyond the records and texts that were there. Slow peers are cut off after 12 s of queries; \`queries\` says how many they were asked.
- **Random queries** (\`bench/exact.mjs\`): terms, filters, dates, orders and pages drawn from the records and beside them; count, pages and rows of the engine of big feeds against a scan that looks at each record. \`npm test\` does the same with 10,000.
- Recall and precision are weighted by hits. Of ours, queries with over 1,000 hits are checked by count, first page and a page in the middle, all others hit by hit.
${SCALE_METHOD}
- A shared machine's absolute times say little: compare within one table.`;

/**
 * @param {object} of
 * @param {{ get: (key: string) => any, run: { started: string, finished?: string } }} of.store
 * @param {import('./options.mjs').Options} of.options
 * @param {ReturnType<typeof import('./machine.mjs').machine>} of.machine
 * @returns {{ markdown: string, svg: string }}
 */
export function report({ store, options, machine }) {
  const figures = figuresOf(store, options);
  const { sizes, groups, searches, pagefinds, scale } = figures;
  const peers = Object.entries(machine.peers).filter(([name]) => name !== 'wabt').map(([name, version]) => `${name} ${version}`).join(', ');
  const parts = [
    `# Bench`,
    `${store.run.started.slice(0, 10)}${options.whole ? '' : ', part of a run'}; ${options.reps} round${options.reps === 1 ? '' : 's'}. ${machine.cpu}, ${machine.memory}; Node ${machine.node}, Chromium ${machine.browser}; load average when it began: ${machine.load.toFixed(1)} (far under 1 on a quiet machine). Peers: ${peers}.`,
    `\`npm run bench\` writes this file. The records are invented. Figures are medians, with the least and the most of the rounds in brackets; behind each verdict stands how many times the bar the figure is. How all this is measured stands [at the end](#method).`,
    `## Bars`, barsTable(figures),
    `## As records grow`, '![Cost as records grow](chart.svg)',
  ];
  if (sizes) parts.push('## Size', table(['page', 'script, gzip kB', 'style, gzip kB'], sizes.map(({ name, js, css }) => [name, (js / 1000).toFixed(1), css ? (css / 1000).toFixed(1) : '–'])));
  if (groups.length) parts.push('## Pages', ...groups.map(groupTable));
  if (searches.length) parts.push('## Search', ...searches.map(searchTable));
  if (figures.memories.length) parts.push('## Memory', memoryTable(figures));
  if (scale || pagefinds.length) parts.push('## Static files', ...(scale ? scaleSection(scale) : []), ...(pagefinds.length ? [pagefindTable(pagefinds)] : []));
  parts.push('## Method', METHOD);
  return { markdown: `${parts.join('\n\n')}\n`, svg: chart(panels(figures)) };
}


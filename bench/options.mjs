// @ts-check
// What a run measures.

export const USAGE = `npm run bench                            everything, about an hour on two quiet cores; writes bench/RESULTS.md and chart.svg
npm run bench -- --quick                 a look at a few cells, about 4 minutes; without pagefind and scale
npm run bench -- --only tables,search    some parts: size, reading, scale, tables, search, exact, memory, pagefind
npm run bench -- --only scale --quick    a folder of 100,000 records instead of a million
npm run bench -- --records 1k,10k --reps 5   other sizes (not of scale) and more rounds
npm run bench -- --built                 with the dist/ that is there, whatever it was built of
npm run bench -- --again 'ours'          measures those cells of the last run again whose name holds the text
npm run bench -- --report                writes the report of the last run again, measures nothing
npm run bench -- --fresh                 begins anew where an interrupted run would go on

The same command goes on where it was interrupted. What is not a whole run is written to bench/.cache/.`;

export const PARTS = /** @type {const} */ (['size', 'reading', 'scale', 'tables', 'search', 'exact', 'memory', 'pagefind']);
/** @typedef {(typeof PARTS)[number]} Part */

/**
 * @typedef {object} Options
 * @property {Part[]} parts
 * @property {number[]} records
 * @property {number[]} cpus slow-down of the main thread
 * @property {Net[]} nets
 * @property {number} reps
 * @property {boolean} quick
 * @property {boolean} fresh
 * @property {boolean} report
 * @property {boolean} built
 * @property {string | undefined} again
 * @property {boolean} whole whether it is the run that RESULTS.md is made of
 *
 * @typedef {'loopback' | '10M'} Net
 */

/** `10k` → 10000. @param {string} text */
export function countOf(text) {
  const [, digits, unit = ''] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  const count = Number(digits) * ({ k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1);
  if (!(count >= 100)) throw new Error(`--records: ${text} is no number of records (100 or more; 1k, 10k, 1M)`);
  return count;
}

/** 10000 → `10k`. @param {number} count */
export const nameOf = (count) => (count % 1_000_000 === 0 ? `${count / 1_000_000}M` : count % 1000 === 0 ? `${count / 1000}k` : String(count));

/** @param {readonly string[]} args @returns {Options} */
export function readOptions(args) {
  const known = new Set(['--quick', '--fresh', '--report', '--built']);
  const valued = new Set(['--only', '--records', '--reps', '--again']);
  /** @type {Map<string, string>} */
  const given = new Map();
  for (let at = 0; at < args.length; at++) {
    const name = String(args[at]);
    if (known.has(name)) given.set(name, '');
    else if (valued.has(name) && args[at + 1] !== undefined) given.set(name, String(args[++at]));
    else throw new Error(`bench: ${name} ${valued.has(name) ? 'needs a value' : 'is not understood'}.\n\n${USAGE}`);
  }
  const list = (/** @type {string} */ name) => given.get(name)?.split(',').filter(Boolean);
  const quick = given.has('--quick');
  const parts = list('--only') ?? (quick ? PARTS.filter((part) => part !== 'pagefind' && part !== 'scale') : PARTS);
  const odd = parts.find((part) => !PARTS.includes(/** @type {Part} */ (part)));
  if (odd) throw new Error(`--only: there is no part ${odd}. There are: ${PARTS.join(', ')}`);
  const reps = Number(given.get('--reps') ?? (quick ? 1 : 5));
  if (!(reps >= 1 && reps <= 99)) throw new Error('--reps: a number from 1 to 99');
  return {
    parts: /** @type {Part[]} */ ([...parts]),
    records: list('--records')?.map(countOf) ?? (quick ? [10_000] : [1000, 10_000, 100_000]),
    cpus: [1, 4],
    nets: quick ? ['10M'] : ['loopback', '10M'],
    reps,
    quick,
    fresh: given.has('--fresh'),
    report: given.has('--report'),
    built: given.has('--built'),
    again: given.get('--again'),
    whole: !['--quick', '--only', '--records', '--reps'].some((name) => given.has(name)),
  };
}

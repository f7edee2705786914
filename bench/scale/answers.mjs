// @ts-check
// Whether the answers of a folder are right, and what they took, by class.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from '../maths.mjs';
import { ask } from './asked.mjs';
import { ROUNDS } from './figures.mjs';
import { CLASSES } from './queries.mjs';
import { siteOf } from './site.mjs';
import { scan } from './truth.mjs';

/** Rows of a page. */
export const PAGE = 10;

/** @typedef {import('./asked.mjs').Answer & { query: import('./queries.mjs').Query, right: boolean }} Judged */

/**
 * Asks them all of a folder, each held against a full scan.
 * @param {typeof import('./ours.js')} ours @param {string} folder @param {import('./truth.mjs').Entries} entries
 * @param {readonly import('./queries.mjs').Query[]} asked @param {(text: string) => void} say
 * @returns {Promise<Judged[]>}
 */
export async function answersOf(ours, folder, entries, asked, say) {
  const site = siteOf(folder, () => undefined);
  const manifest = readFileSync(join(folder, 'sgs.json'), 'utf8');
  const all = [];
  for (const query of asked) {
    const answer = await ask(ours, site, manifest, query, PAGE);
    const truth = scan(ours, entries, query, PAGE);
    const right = answer.ids.join() === truth.ids.join() && (answer.complete ? answer.total === truth.total : answer.total <= truth.total);
    if (!right) say(`WRONG: ${query.class}, ${query.kind}, ${query.q}: ${answer.total} instead of ${truth.total}`);
    all.push({ ...answer, query, right });
    if (all.length % 100 === 0) say(`${all.length} of ${asked.length} queries held against a full scan, ${all.filter((one) => one.right).length} right`);
  }
  return all;
}

/** @param {readonly Judged[]} all @returns {import('./figures.mjs').Class[]} */
export function classesOf(all) {
  return CLASSES.flatMap(({ name, bar }) => {
    const own = all.filter(({ query }) => query.class === name);
    if (!own.length) return [];
    const [hardest] = [...own].sort((a, b) => b.rounds - a.rounds || b.bytes - a.bytes);
    const { query, rounds, bytes } = /** @type {Judged} */ (hardest);
    const at = (/** @type {'bytes' | 'requests' | 'rounds'} */ key, /** @type {number} */ part) => quantile(own.map((answer) => answer[key]), part);
    return [{
      name, ...(bar && { bar }), asked: own.length, right: own.filter(({ right }) => right).length, totals: own.filter(({ complete }) => complete).length,
      kb50: at('bytes', 0.5) / 1000, kb95: at('bytes', 0.95) / 1000, kbMost: at('bytes', 1) / 1000,
      requests50: at('requests', 0.5), rounds50: at('rounds', 0.5), roundsMost: at('rounds', 1),
      tooMany: own.filter((answer) => answer.rounds > ROUNDS).length, hardest: { q: query.q, kind: query.kind, rounds, kb: bytes / 1000 },
    }];
  });
}

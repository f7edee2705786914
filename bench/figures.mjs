// @ts-check
// The cells of a run, put together: what tables, bars and chart are made of.
import { exactKey } from './exactness.mjs';
import { nameOf } from './options.mjs';
import { ratio, spread } from './maths.mjs';
import { memoryKey } from './memory.mjs';
import { pagefindKey } from './pagefind.mjs';
import { readingKey } from './reading.mjs';
import { ENGINES, searchKey } from './search.mjs';
import { SPELLINGS } from './spellings.mjs';
import { PAGES, PEERS, tableKey } from './tables.mjs';

/**
 * @typedef {import('./tables.mjs').Load} Load
 * @typedef {import('./search.mjs').Found} Found
 * @typedef {import('./memory.mjs').Memory} Memory
 * @typedef {import('./scale/figures.mjs').Scale} Scale
 * @typedef {{ count: number, cpu: number, net: import('./options.mjs').Net, loads: Record<string, (Load | undefined)[]> }} Group loads by page, in rounds
 * @typedef {{ count: number, found: Record<string, (Found | undefined)[]> }} Searches
 *
 * @typedef {object} Figures
 * @property {readonly import('./options.mjs').Part[]} parts that were asked for
 * @property {import('./size.mjs').Size[] | undefined} sizes
 * @property {{ spelling: string, reading: import('./reading.mjs').Reading }[]} readings
 * @property {Group[]} groups
 * @property {Searches[]} searches
 * @property {{ count: number, exactness: import('./exactness.mjs').Exactness }[]} exact
 * @property {{ count: number, pagefind: import('./pagefind.mjs').Pagefind }[]} pagefinds
 * @property {{ count: number, blank?: Memory, parse?: Memory, ours?: Memory, alone?: Memory }[]} memories `alone`: without a worker
 * @property {import('./memory.mjs').Mounts | undefined} mounts
 * @property {Scale | undefined} scale
 */

/** @param {{ get: (key: string) => any }} store @param {import('./options.mjs').Options} options @returns {Figures} */
export function figuresOf(store, { parts, records, cpus, nets, reps }) {
  const rounds = Array.from({ length: reps }, (_, round) => round);
  const groups = records.flatMap((count) => nets.flatMap((net) => cpus.map((cpu) => ({
    count, cpu, net, loads: Object.fromEntries(PAGES.map(({ name }) => [name, rounds.map((round) => store.get(tableKey(count, cpu, net, name, round)))])),
  }))));
  return {
    parts,
    sizes: store.get('size'),
    readings: SPELLINGS.flatMap((spelling) => {
      const reading = store.get(readingKey(spelling));
      return reading ? [{ spelling, reading }] : [];
    }),
    groups: groups.filter(({ loads }) => Object.values(loads).flat().some(Boolean)),
    searches: records.map((count) => ({
      count, found: Object.fromEntries(ENGINES.map(({ name }) => [name, rounds.map((round) => store.get(searchKey(count, name, round)))])),
    })).filter(({ found }) => Object.values(found).flat().some(Boolean)),
    exact: records.flatMap((count) => {
      const exactness = store.get(exactKey(count));
      return exactness ? [{ count, exactness }] : [];
    }),
    pagefinds: records.flatMap((count) => {
      const pagefind = store.get(pagefindKey(count));
      return pagefind ? [{ count, pagefind }] : [];
    }),
    memories: records.map((count) => ({
      count, blank: store.get(memoryKey(count, 'blank', false)), parse: store.get(memoryKey(count, 'parse', false)),
      ours: store.get(memoryKey(count, 'ours', false)), alone: store.get(memoryKey(count, 'ours', true)),
    })).filter(({ ours }) => ours),
    mounts: store.get('memory mounts'),
    scale: store.get('scale'),
  };
}

/** A figure of a page over the rounds. @param {Group | undefined} group @param {string} name @param {Exclude<keyof Load, 'failed'>} key */
export const loadSpread = (group, name, key) => spread(group?.loads[name]?.map((load) => load?.[key]) ?? []);

/** The peer that shows rows first. @param {Group} group @returns {{ name: string, first: number } | undefined} */
export function bestPeer(group) {
  const known = PEERS.flatMap((name) => {
    const first = loadSpread(group, name, 'first')?.median;
    return first === undefined ? [] : [{ name, first }];
  });
  return known.sort((a, b) => a.first - b.first)[0];
}

/** Rounds of two pages against each other. @param {Group} group @param {string} name @param {string} other */
export const firstRatio = ({ loads }, name, other) =>
  spread(loads[name]?.map((load, round) => ratio(load?.first, loads[other]?.[round]?.first)) ?? []);

/** @param {Searches | undefined} searches @param {string} name @param {Exclude<keyof Found, 'failed'>} key */
export const foundSpread = (searches, name, key) => spread(searches?.found[name]?.map((found) => found?.[key]) ?? []);

/** p95 of two engines against each other, by rounds. @param {Searches | undefined} searches @param {string} name @param {string} other */
export const searchRatio = (searches, name, other) =>
  spread(searches?.found[name]?.map((found, round) => ratio(found?.p95, searches.found[other]?.[round]?.p95)) ?? []);

export { nameOf };

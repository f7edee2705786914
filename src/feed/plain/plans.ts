/** The plans of a feed's rows, found again by their keys. */
import { TABLE_NAME } from '../row.js';
import type { PlainReaderOptions } from '../record-rules.js';
import type { PlainObject } from '../../model/config.js';
import type { CellReaders } from './cells.js';
import { planOf, type Plan } from './plan.js';

/** Rows of so many shapes have none: then a plan costs more than it saves. */
const MOST = 500;

/** Plans that are tried before a key is made of all that a row's plan depends on. */
const MOST_RECENT = 6;

interface Known {
  /** undefined: these rows go the long way. */
  readonly plan: Plan | undefined;
  readonly keys: readonly string[];
  readonly path: string;
  /** Values that may name the row's kind, by their places. */
  readonly hints: readonly (readonly [place: number, value: unknown])[];
}

export interface Plans {
  /** The values of the row that was asked for last, by their places in the plan. */
  readonly values: readonly unknown[];
  of(entry: PlainObject, path: readonly string[]): Plan | undefined;
}

export function createPlans(
  { readers, describe, isLeft, learnt }: Pick<PlainReaderOptions, 'describe' | 'isLeft' | 'learnt'> & { readonly readers: CellReaders },
): Plans {
  const values: unknown[] = [];
  const known = new Map<string, Known>();
  let recent: Known[] = [];
  let made = 0;
  let seen = learnt();
  let lastPath: readonly string[] | undefined;
  let route = '';

  const hintOf = (value: unknown): string => (typeof value === 'string' ? value : '');

  /** Takes the values of a row whose keys are those of a plan. */
  const fits = ({ keys, path, hints }: Known, entry: PlainObject): boolean => {
    if (path !== route) return false;
    let place = 0;
    for (const key in entry) {
      if (key !== keys[place]) return false;
      values[place++] = entry[key];
    }
    if (place !== keys.length) return false;
    for (const [at, value] of hints) if (hintOf(values[at]) !== value) return false;
    return true;
  };

  const make = (entry: PlainObject, path: readonly string[], keys: readonly string[], hints: Known['hints']): Known => {
    const row = made++ < MOST && isLeft(keys, path) ? describe(entry, path) : undefined;
    return { plan: row && planOf(keys, row.kind, row.columns, readers), keys, path: route, hints };
  };

  const find = (entry: PlainObject, path: readonly string[]): Known => {
    const keys = Object.keys(entry);
    const hints = keys.flatMap((key, place) => (TABLE_NAME.test(key) ? [[place, hintOf(entry[key])] as const] : []));
    const name = JSON.stringify([route, keys, hints]);
    const before = known.get(name);
    if (before) return before;
    const one = make(entry, path, keys, hints);
    if (made <= MOST) known.set(name, one);
    return one;
  };

  return {
    values,
    of: (entry, path) => {
      // What columns are called may have been told meanwhile.
      if (seen !== learnt()) {
        seen = learnt();
        known.clear();
        recent = [];
      }
      if (path !== lastPath) {
        lastPath = path;
        route = path.join('\0');
      }
      for (let at = 0; at < recent.length; at++) {
        const one = recent[at] as Known;
        if (!fits(one, entry)) continue;
        if (at > 0) {
          recent[at] = recent[0] as Known;
          recent[0] = one;
        }
        return one.plan;
      }
      if (made > MOST) return undefined;
      const one = find(entry, path);
      recent.unshift(one);
      if (recent.length > MOST_RECENT) recent.pop();
      fits(one, entry);
      return one.plan;
    },
  };
}

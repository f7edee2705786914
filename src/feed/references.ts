/** fastjson writes an object that comes again as `{"$ref": "$.rows[0].dept"}`: the way to where it stood first. */
import { isPlainObject } from '../model/config.js';
import { parseLenient } from './lenient-json.js';

/** Characters of entries kept: those that others refer to are among the first. */
const MOST_KEPT = 4e6;

const ROUTE = /^\$(?:\.[^.[\]]{1,100}|\[\d{1,9}\]){1,20}$/;
const STEP = /[^.[\]$]+|\[\d+/g;

export interface References {
  /** Takes each entry in turn, as text; several at once as a list of `count`. */
  keep(text: string, path: readonly string[], count?: number): void;
  /** What an address leads to; undefined where nothing is known there. */
  resolve(address: string): unknown;
}

/** The text of an entry, or of a list of several. */
interface Piece {
  readonly text: string;
  readonly count: number | undefined;
}

export function createReferences(): References {
  /** The entries of each list, by the keys that lead to it. */
  const lists = new Map<string, Piece[]>();
  let size = 0;
  const find = (keys: string, index: number): unknown => {
    let before = 0;
    for (const { text, count } of lists.get(keys) ?? []) {
      if (index < before + (count ?? 1)) {
        const value = parseLenient(text);
        return count === undefined ? value : (value as readonly unknown[])[index - before];
      }
      before += count ?? 1;
    }
    return undefined;
  };
  return {
    keep: (text, path, count) => {
      size += text.length;
      if (size > MOST_KEPT) return;
      const key = path.join('.');
      const list = lists.get(key);
      if (list) list.push({ text, count });
      else lists.set(key, [{ text, count }]);
    },
    resolve: (address) => {
      if (!ROUTE.test(address)) return undefined;
      const steps = (address.match(STEP) as RegExpMatchArray).map((step) => (step.startsWith('[') ? Number(step.slice(1)) : step));
      const first = steps.findIndex((step) => typeof step === 'number');
      if (first < 0) return undefined;
      return steps.slice(first + 1).reduce<unknown>(
        (at, step) => (Array.isArray(at) || isPlainObject(at) ? (at as Readonly<Record<string, unknown>>)[step] : undefined),
        find(steps.slice(0, first).join('.'), steps[first] as number),
      );
    },
  };
}

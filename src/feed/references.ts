/** fastjson writes an object that comes again as `{"$ref": "$.rows[0].dept"}`: the way to where it stood first. */
import { isPlainObject } from '../model/config.js';
import { parseLenient } from './lenient-json.js';

/** Characters of entries kept: those that others refer to are among the first. */
const MOST_KEPT = 4e6;

const ROUTE = /^\$(?:\.[^.[\]]{1,100}|\[\d{1,9}\]){1,20}$/;
const STEP = /[^.[\]$]+|\[\d+/g;

export interface References {
  /** Takes each entry in turn, as text. */
  keep(text: string, path: readonly string[]): void;
  /** What an address leads to; undefined where nothing is known there. */
  resolve(address: string): unknown;
}

export function createReferences(): References {
  /** The entries of each list, by the keys that lead to it. */
  const lists = new Map<string, string[]>();
  let size = 0;
  return {
    keep: (text, path) => {
      size += text.length;
      if (size > MOST_KEPT) return;
      const key = path.join('.');
      const list = lists.get(key);
      if (list) list.push(text);
      else lists.set(key, [text]);
    },
    resolve: (address) => {
      if (!ROUTE.test(address)) return undefined;
      const steps = (address.match(STEP) as RegExpMatchArray).map((step) => (step.startsWith('[') ? Number(step.slice(1)) : step));
      const first = steps.findIndex((step) => typeof step === 'number');
      const text = lists.get(steps.slice(0, first).join('.'))?.[steps[first] as number];
      if (first < 0 || text === undefined) return undefined;
      return steps.slice(first + 1).reduce<unknown>(
        (at, step) => (Array.isArray(at) || isPlainObject(at) ? (at as Readonly<Record<string, unknown>>)[step] : undefined),
        parseLenient(text),
      );
    },
  };
}

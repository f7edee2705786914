/** What a value of a gate column says, whatever a serialiser has wrapped it in. */
import { isPlainObject } from '../../model/config.js';

const TEXT_KEYS = ['name', 'label', 'text', 'title', 'dictText', 'desc', 'value', 'val', 'code', 'id'];

/** Lists in lists: nobody writes a flag deeper, and a hostile feed may. */
const DEEPEST = 8;

/** The words a value holds; undefined where it can't be read. Of a code and its name the name counts. */
export function wordsIn(value: unknown, depth = 0): readonly string[] | undefined {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return [String(value)];
  if (Array.isArray(value)) {
    if (depth > DEEPEST) return undefined;
    const words: string[] = [];
    for (const entry of value) {
      const some = wordsIn(entry, depth + 1);
      if (!some) return undefined;
      words.push(...some);
    }
    return words;
  }
  const key = isPlainObject(value) ? TEXT_KEYS.find((name) => typeof value[name] === 'string' || typeof value[name] === 'number')
    : undefined;
  return key === undefined ? undefined : [String((value as Readonly<Record<string, unknown>>)[key])];
}

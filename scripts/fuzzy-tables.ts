// Makes src/query/fuzzy/*-table.ts from the data of pinyin-pro and opencc-js, which are too large for a page.
//
//   npx tsx scripts/fuzzy-tables.ts
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
// @ts-expect-error -- the dictionaries have no types
import traditional from 'opencc-js/dict/TSCharacters';
import { pinyin } from 'pinyin-pro';
import { packNumbers } from '../src/query/fuzzy/numbers.js';

/** CJK unified ideographs: those of GBK, and everything in the names of companies and most people. */
const FIRST = 0x4e00;
const LAST = 0x9fa5;

/** Sounds (嗯, 呒, 誒), not syllables anybody types; `n` and `ng` would also make every word ambiguous. */
const SOUNDS = ['n', 'm', 'ng', 'hm', 'hng', 'ê'];

const deltas = (sorted: readonly number[]): number[] => sorted.map((value, at) => value - (sorted[at - 1] ?? 0));

/** Syllables without tones (ü as v, but lüe as lue), each followed by the characters that may be read so: `a … ai …`. */
function readings(): string {
  const characters = new Map<string, number[]>();
  for (let code = FIRST; code <= LAST; code++) {
    const all = pinyin(String.fromCharCode(code), { multiple: true, toneType: 'none', type: 'array', v: true });
    for (const syllable of new Set(all.map((one) => one.replace('ve', 'ue')))) {
      if (/^[a-z]+$/.test(syllable) && !SOUNDS.includes(syllable)) characters.set(syllable, [...(characters.get(syllable) ?? []), code - FIRST]);
    }
  }
  return [...characters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, codes]) => `${syllable} ${packNumbers(deltas(codes))}`).join(' ');
}

/** Pairs of a traditional character (distance to the one before) and its simplified one (distance to it, 2n or 2n - 1). */
function simplified(): string {
  const pairs = (traditional as string).split('|').flatMap((entry): [number, number][] => {
    const [from = '', to = ''] = entry.split(' ');
    return from.length === 1 && to.length === 1 && from !== to ? [[from.charCodeAt(0), to.charCodeAt(0)]] : [];
  });
  pairs.sort(([a], [b]) => a - b);
  const steps = deltas(pairs.map(([from]) => from));
  return packNumbers(pairs.flatMap(([from, to], at) => [steps[at]!, to > from ? 2 * (to - from) : 2 * (from - to) - 1]));
}

const file = (name: string, says: string, table: string): string => `/*! ${says} */
// Written by scripts/fuzzy-tables.ts.
// eslint-disable-next-line @typescript-eslint/no-inferrable-types -- its declaration would hold the whole table
export const ${name}: string = '${table}';
`;

/** The generated files, by path. */
export const tables = (): Record<string, string> => ({
  'src/query/fuzzy/pinyin-table.ts': file('PINYIN', 'Readings from pinyin-pro (c) zh-lx, MIT.', readings()),
  'src/query/fuzzy/simplified-table.ts': file('SIMPLIFIED', 'Characters from OpenCC (c) Carbo Kuo and contributors, Apache-2.0, by way of opencc-js (c) nk2028, MIT; packed.', simplified()),
});

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, text] of Object.entries(tables())) writeFileSync(path, text);
}

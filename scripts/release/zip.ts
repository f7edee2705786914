// Archives whose bytes depend on nothing but what is in them and one date.
import { zipSync } from 'fflate';

/** A file of an archive: its path with `/`, and what it holds. */
export type Entry = readonly [path: string, content: string | Uint8Array];

const LEVEL = 9;

/** An archive of Unix: unzip takes names of an archive of DOS for its code page, whatever the flag for UTF-8 says. */
const UNIX = 3;
/** A file that everybody reads and its owner writes, where an archive of Unix has it. */
const READABLE = 0o100644 * 2 ** 16;

/**
 * An archive holds local time. When clocks change, an hour of the night is skipped or doubled somewhere, noon nowhere: so
 * the same day at noon is written the same in every time zone.
 * @param day YYYY-MM-DD
 */
const noonOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
};

/** Paths by their code units, whatever language the machine speaks. */
const byPath = ([a]: Entry, [b]: Entry): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @param entries in any order
 * @param day when all of them were made, YYYY-MM-DD
 */
export function zipOf(entries: readonly Entry[], day: string): Uint8Array {
  const utf8 = new TextEncoder();
  const sorted = [...entries].sort(byPath);
  const twice = sorted.find(([path], at) => path === sorted[at + 1]?.[0]);
  if (twice) throw new Error(`${twice[0]} is in the archive twice`);
  const files = Object.fromEntries(sorted.map(([path, content]) => [path, typeof content === 'string' ? utf8.encode(content) : content]));
  return zipSync(files, { level: LEVEL, mtime: noonOf(day), os: UNIX, attrs: READABLE });
}

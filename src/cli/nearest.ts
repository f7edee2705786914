/** What somebody may have meant who typed something else. */

/** Letters that have to be added, left out, replaced or exchanged with their neighbour. */
function distance(a: string, b: string): number {
  let [last, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (last[j - 2] as number) + 1);
      next.push(least);
    }
    [last, row] = [row, next];
  }
  return row[b.length] as number;
}

/** Longer words are no slips of the finger. */
const LONGEST = 40;

/** The nearest of the words, or undefined where none is near: at most one letter in three is another. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const word = typed.slice(0, LONGEST).toLowerCase();
  const [best] = words.map((one) => [distance(word, one.toLowerCase()), one] as const).sort(([a], [b]) => a - b);
  return best && best[0] <= Math.max(1, Math.floor(Math.min(word.length, best[1].length) / 3)) ? best[1] : undefined;
}

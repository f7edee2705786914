/** Text with separators → rows (RFC 4180, and what spreadsheets save as “Unicode text”). */

const SEPARATORS = ['\t', ',', ';', '，'] as const;

/** The separator that the first lines have most of. */
const separatorOf = (text: string): string => {
  const head = text.slice(0, 10_000).split(/\r?\n/, 5).join('\n');
  const [best] = SEPARATORS.map((separator) => [head.split(separator).length, separator] as const).sort(([a], [b]) => b - a);
  return (best as readonly [number, string])[1];
};

/** Cells are text; an empty one is `null`. */
export const rowsOfText = (text: string): readonly (readonly (string | null)[])[] => {
  const separator = separatorOf(text);
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = 0;
  const end = (cell: string): void => { row.push(cell === '' ? null : cell); };
  while (at < text.length) {
    if (text[at] === '"') {
      let cell = '';
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
      // What stands between the closing quote and the separator belongs to the cell, however odd.
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') cell += text[at++];
      end(cell);
    } else {
      let to = at;
      while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to++;
      end(text.slice(at, to).trim());
      at = to;
    }
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      end('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    rows.push(row);
    row = [];
  }
  return rows;
};

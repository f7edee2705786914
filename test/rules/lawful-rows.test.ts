// Nothing lawful disappears: what the example feeds, the demonstration and the bench publish today passes the stricter gate,
// but for penalties that are older than the law allows.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { feedText } from '../../bench/records.mjs';
import { createTextStream } from '../../src/feed/decode.js';
import { parseDate, endOfPeriod } from '../../src/feed/dates.js';
import type { MappedRow } from '../../src/feed/mapping.js';
import { createReader } from '../../src/feed/reader.js';
import { isLongTerm } from '../../src/model/record.js';
import { endOfPublicity } from '../../src/rules/end-of-publicity.js';
import { fieldOfLabel, labelClass } from '../../src/rules/labels.js';
import { gateColumn, gateColumnOfField } from '../../src/rules/standing/columns.js';
import { standingOfRow } from '../../src/rules/standing/row.js';
import type { Standard } from '../../src/rules/status.js';

const today = '2026-11-22';
const root = new URL('../../', import.meta.url);
const filesIn = (folder: string): string[] => readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json')
  && !name.endsWith('.expect.json')).map((name) => folder + name);
const FEEDS = [...filesIn('test/fixtures/feeds/'), 'demo/data/sgs.json', 'demo/data/sgs.canonical.json', 'demo/data/example.json',
  ...filesIn('demo/data/departments/')];

/** The rows of a feed that are shown today, and the standard of their codes. */
const shownIn = (bytes: Uint8Array): { rows: MappedRow[]; standard: Standard | null } => {
  const rows: MappedRow[] = [];
  const text = createTextStream();
  const reader = createReader({
    today, onRecords: () => undefined,
    onRow: (row, built) => {
      if ('record' in built && built.record && !built.withheld) rows.push(row);
    },
  });
  reader.push(text.push(bytes));
  reader.push(text.end());
  const { standard } = reader.end();
  return { rows, standard: standard === 'any' ? null : standard };
};

/** What the stricter rules say of a row: its standing, its end and its unknown columns. */
const stricter = (row: MappedRow, standard: Standard | null): string[] => {
  const cells = [...row.cells].flatMap(([field, list]) => list.map(({ key, value }) => ({ label: key, value, gate: gateColumn(key)
    ?? gateColumnOfField(field) })));
  const decidedOn = parseDate(row.cells.get('decidedOn')?.[0]?.value) ?? undefined;
  const standing = standingOfRow([...cells, ...row.extra.map(({ key, value }) => ({ label: key, value }))],
    { today, standard, decidedOn, parseDate, endOfPeriod });
  const said = standing.notices.map(({ column, value, rule, what }) => `${column}=${String(value)} ${rule} ${what}`);
  if (row.kind === 'penalty') {
    const { publicUntil } = endOfPublicity({ today, decidedOn, statedEnd: standing.publicUntil });
    if (publicUntil && publicUntil < today) said.push('expired');
  }
  for (const { key } of row.extra) if (!fieldOfLabel(row.kind, key) && labelClass(key) !== 'plain') said.push(`${key} ${labelClass(key)}`);
  return said;
};

describe('what is published today', () => {
  it('stays so in the example feeds and the demonstration', () => {
    const came: string[] = [];
    let rows = 0;
    for (const file of FEEDS) {
      const shown = shownIn(readFileSync(new URL(file, root)));
      rows += shown.rows.length;
      for (const row of shown.rows) came.push(...stricter(row, shown.standard).map((said) => `${file}: ${said}`));
    }
    assert.ok(rows > 600, String(rows));
    assert.deepEqual(came, []);
  });
  it('stays so in the bench, but for penalties of more than three years ago', () => {
    const { rows, standard } = shownIn(new TextEncoder().encode(feedText(2000)));
    assert.equal(rows.length, 2000);
    for (const row of rows) {
      const decidedOn = parseDate(row.cells.get('decidedOn')?.[0]?.value) ?? '';
      assert.ok(!isLongTerm(decidedOn));
      assert.deepEqual(stricter(row, standard), row.kind === 'penalty' && decidedOn < '2023-11-22' ? ['expired'] : [], decidedOn);
    }
  });
});

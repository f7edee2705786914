/** 每周汇总: how many decisions of which kind each office made in a week or month, with the list of them, for filing. */
import type { SgsRecord } from '../model/record.js';
import { KIND_DEFS, KINDS, type Kind } from '../model/kinds.js';
import { recordTables, type CellTable } from './table.js';

export interface DigestOptions {
  readonly unit: 'week' | 'month';
  /** Any day of the period, ISO; default: every period that has records. */
  readonly day?: string | undefined;
  /** The day by which a decision belongs to a period, ISO, '' where it has none; default: that of the decision. */
  readonly dayOf?: ((record: SgsRecord) => string) | undefined;
}

export interface DigestRow {
  readonly period: string;
  readonly kind: Kind;
  /** 科室; '' where the records don't say. */
  readonly office: string;
  readonly authority: string;
  readonly count: number;
  /** Of these, the ones withdrawn since: a notice of one names no money. */
  readonly revoked: number;
  /** 万元 */
  readonly fines: number;
  readonly confiscated: number;
}

export interface Digest {
  readonly rows: readonly DigestRow[];
  /** By kind, of all periods. */
  readonly totals: Readonly<Partial<Record<Kind, number>>>;
  readonly count: number;
  readonly records: readonly SgsRecord[];
  /** Records without a day, which are in no period. */
  readonly undated: number;
}

const DAY = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** `2026-11` or `2026-11-16—2026-11-22`: weeks begin on Monday. */
export function periodOf(date: string, unit: DigestOptions['unit']): string {
  if (unit === 'month') return date.slice(0, 7);
  const time = Date.parse(`${date}T00:00:00Z`);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;
  return `${isoDay(monday)}—${isoDay(monday + 6 * DAY)}`;
}

const sixDecimals = (sum: number): number => Math.round(sum * 1e6) / 1e6;

export function digestOf(
  records: readonly SgsRecord[], { unit, day, dayOf = ({ decidedOn = '' }) => decidedOn }: DigestOptions,
): Digest {
  const wanted = day === undefined ? undefined : periodOf(day, unit);
  const groups = new Map<string, { -readonly [K in keyof DigestRow]: DigestRow[K] }>();
  const totals: Partial<Record<Kind, number>> = {};
  const own: SgsRecord[] = [];
  let undated = 0;
  for (const record of records) {
    // A list of items is decided by nobody.
    if (record.kind === 'catalog') continue;
    const dated = dayOf(record);
    if (!dated) {
      undated++;
      continue;
    }
    const period = periodOf(dated, unit);
    if (wanted !== undefined && period !== wanted) continue;
    own.push(record);
    const { kind, office = '', authority = '', fineAmount = 0, confiscatedAmount = 0 } = record;
    const key = JSON.stringify([period, kind, office, authority]);
    const row = groups.get(key) ?? { period, kind, office, authority, count: 0, revoked: 0, fines: 0, confiscated: 0 };
    groups.set(key, row);
    row.count++;
    row.revoked += Number(record.status === 'revoked');
    row.fines = sixDecimals(row.fines + fineAmount);
    row.confiscated = sixDecimals(row.confiscated + confiscatedAmount);
    totals[kind] = (totals[kind] ?? 0) + 1;
  }
  const rows = [...groups.values()].sort((a, b) => b.period.localeCompare(a.period) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
    || a.office.localeCompare(b.office, 'zh') || a.authority.localeCompare(b.authority, 'zh'));
  return { rows, totals, count: own.length, records: own, undated };
}

/** For a sentence, after how many there are. */
export const revokedOf = ({ rows }: Digest): string => {
  const revoked = totalOf(rows, 'revoked');
  return revoked ? `，其中撤销 ${revoked} 件` : '';
};

const COLUMNS: CellTable['columns'] = [
  ['期间', 'text'],
  ['公示类型', 'text'],
  ['科室', 'text'],
  ['决定机关', 'text'],
  ['件数', 'amount'],
  ['其中撤销', 'amount'],
  ['罚款合计（万元）', 'amount'],
  ['没收合计（万元）', 'amount'],
];

const totalOf = (rows: readonly DigestRow[], of: 'count' | 'revoked' | 'fines' | 'confiscated'): number =>
  sixDecimals(rows.reduce((sum, row) => sum + row[of], 0));

/** The summary, and the records that it counts, a sheet a kind: read back they are the same records. */
export function digestTables({ rows, records, undated }: Digest): readonly CellTable[] {
  const cells = rows.map(({ period, kind, office, authority, count, revoked, fines, confiscated }) => [
    period,
    KIND_DEFS[kind].label,
    office || '未注明',
    authority,
    count,
    revoked,
    fines,
    confiscated,
  ]);
  return [
    {
      name: '汇总',
      columns: COLUMNS,
      rows: [
        ...cells,
        ['合计', '', '', '', totalOf(rows, 'count'), totalOf(rows, 'revoked'), totalOf(rows, 'fines'), totalOf(rows, 'confiscated')],
        ...(undated ? [['没有决定日期，未计入', '', '', '', undated, '', '', '']] : []),
      ],
    },
    ...recordTables(records),
  ];
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string | number): string => String(text).replace(/[&<>"]/g, (sign) => MARKUP[sign] as string);

/** A page to print and file: no script, no address outside. @param more tables beside the summary and the records */
export function digestHtml(digest: Digest, title: string, made: string, more: readonly CellTable[] = []): string {
  const tables = [...digestTables(digest), ...more].map(({ name, columns, rows }, at) => {
    const head = columns.map(([label]) => `<th scope="col">${html(label)}</th>`).join('');
    const body = rows
      .map(
        (row) =>
          `<tr>${row.map((cell, i) => `<td${columns[i]?.[1] === 'amount' ? ' class="number"' : ''}>${html(cell)}</td>`).join('')}</tr>`,
      )
      .join('\n');
    const table = `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
    return `<section${at ? ' class="list"' : ''}>\n<h2>${html(name)}</h2>\n${table}\n</section>`;
  });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="sgs">
<title>${html(title)}</title>
<style>
body { font: 14px/1.6 "SimSun", "宋体", serif; margin: 2em; color: #000; background: #fff; }
h1 { font-size: 22px; text-align: center; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #000; padding: 4px 6px; text-align: left; vertical-align: top; }
.number { text-align: right; }
@media print { .list { break-before: page; } thead { display: table-header-group; } tr { break-inside: avoid; } body { margin: 0; } }
</style>
</head>
<body>
<h1>${html(title)}</h1>
<p>共 ${digest.count} 件${revokedOf(digest)}${digest.undated ? `；另有 ${digest.undated} 件没有决定日期，未计入` : ''}。制表日期：${html(made)}</p>
${tables.join('\n')}
</body>
</html>
`;
}

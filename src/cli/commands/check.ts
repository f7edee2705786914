/** `sgs check`: what a page would make of a feed or a table, what keeps records from it, and what is wrong with them. */
import { createExaminer } from '../../check/examine.js';
import type { FindingCode } from '../../check/finding.js';
import { createReport, type CheckReport } from '../../check/report.js';
import type { PlacedNotice } from '../../check/notice-words.js';
import { totalIn } from '../../feed/envelope.js';
import { standardOf as rootStandard } from '../../feed/feed-meta.js';
import type { FeedReport } from '../../feed/feed.js';
import { isPlainObject } from '../../model/config.js';
import { KIND_DEFS, KINDS } from '../../model/kinds.js';
import { CliError, EXIT, type Run } from '../command.js';
import { findingLines, junit, qualityLines } from '../findings.js';
import type { SheetReading } from '../../import/sheet.js';
import { readFeed } from '../input.js';
import type { Io } from '../io.js';
import { asksForWord, noticeLines } from '../notices.js';
import { peek, readTableFile, tableOptions, type TableOptions } from '../tables.js';
import { REJECTED, WITHHELD } from '../words.js';

interface Checked extends Pick<FeedReport, 'rows' | 'total' | 'kinds' | 'withheld' | 'rejected' | 'unplaced'> {
  /** What was withheld, masked or not understood: where, and by which rule. */
  readonly notices: readonly PlacedNotice[];
  readonly feed: string;
  readonly standard: FeedReport['standard'] | undefined;
  readonly meta?: FeedReport['meta'];
  readonly check: CheckReport;
}

const noTable = (sheets: readonly SheetReading[]): string => {
  const has = (code: FindingCode): boolean => sheets.some(({ findings }) => findings.some((finding) => finding.code === code));
  if (has('vertical-form')) return '是竖排的表格（一行一个项目），请改成一行一条记录、第一行是列名的表格。';
  if (has('sheet-hidden')) return '有数据的工作表是隐藏的，要读取请用 --sheet 写明名称。';
  return '没有找到表头，不是双公示的表格。表头一行应当有“行政相对人名称”“决定书文号”等列名。';
};

/** Of a table that is not published yet. */
async function checkTable(feed: string, settings: TableOptions): Promise<Checked> {
  const { report: check, standard, notices, sheets } = await readTableFile(feed, settings);
  // A table of something else, or a form: nothing of it was examined.
  if (!sheets.some(({ header }) => header)) throw new CliError(`${feed}：${noTable(sheets)}`);
  const { rows, kinds, withheld, rejected } = check;
  return { feed, rows, kinds, withheld, rejected, unplaced: {}, notices, standard, check };
}

/** Of a feed: the file itself is the publication. Nothing of it is kept but counts and a sample. */
async function checkFeed(
  feed: string,
  { config, today, sample }: TableOptions,
  standard: TableOptions['config']['standard'],
  io: Io,
): Promise<Checked> {
  const found = createReport(sample);
  let total: number | undefined;
  let declared: TableOptions['config']['standard'];
  const examiner = createExaminer({ today, config, standard, awaits: true }, found.add);
  const {
    rows,
    kinds,
    withheld,
    rejected,
    unplaced,
    notices,
    meta,
    standard: known,
  } = await readFeed(feed, {
    isPart: true, config, today, onRecords: () => undefined, onRow: examiner.onRow,
    onRoot: (root) => {
      declared = rootStandard(root);
      if (!isPlainObject(root) || root['shards'] === undefined) total = totalIn(root, config.response?.total);
    },
  }, io);
  examiner.end(rows, declared);
  return {
    feed, rows, ...(total !== undefined && { total }), kinds, withheld, rejected, unplaced, notices, meta, standard: known,
    check: found.end(),
  };
}

export const run: Run = async ([places], options, io) => {
  const settings = await tableOptions(options);
  const all: Checked[] = [];
  for (const place of places as readonly string[]) {
    const { table, standard } = await peek(place);
    all.push(table ? await checkTable(place, settings) : await checkFeed(place, settings, standard, io));
  }
  if (options['json'] && !options['junit']) await io.json(all);
  else await io.out(options['junit'] ? junit(all) : all.map((one) => inWords(one, options['all'] === true)).join('\n\n'));
  const bad = ({ rejected, unplaced, notices, check }: Checked): boolean =>
    Object.keys(rejected).length > 0
    || Object.keys(unplaced).length > 0
    || check.errors > 0
    || asksForWord(notices)
    || (Boolean(options['strict']) && check.warnings > 0);
  return all.some(bad) ? EXIT.found : EXIT.ok;
};

const sum = (counts: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);

/** `, a 3、b 1`: what a number is made of. */
const parts = <K extends string>(counts: Readonly<Partial<Record<K, number>>>, words: Readonly<Record<K, string>>): string => {
  const entries = Object.entries(counts) as [K, number][];
  return entries.length ? `（${entries.map(([key, count]) => `${words[key]} ${count}`).join('、')}）` : '';
};

function inWords({ feed, rows, total = 0, kinds, withheld, rejected, unplaced, notices, meta, check }: Checked, all: boolean): string {
  const keys = Object.entries(unplaced);
  return [
    feed,
    `  共 ${rows} 条${meta ? `，数据日期 ${meta.updated || '未注明'}` : ''}`,
    ...(total > rows ? [`  数据自称共 ${total} 条，只取到 ${rows} 条：请用配置项 request.page 说明怎样翻页`] : []),
    ...KINDS.flatMap((kind) => (kinds[kind] ? [`  ${KIND_DEFS[kind].label}：${kinds[kind]} 条`] : [])),
    `  不公示：${sum(withheld)} 条${parts(withheld, WITHHELD)}`,
    `  有误、未采用：${sum(rejected)} 条${parts(rejected, REJECTED)}`,
    ...(keys.length ? [`  未识别的列：${keys.map(([key, count]) => `${key}（${count}）`).join('、')}；请在配置项 mapping 中说明`] : []),
    ...noticeLines(notices, all),
    ...qualityLines(check),
    ...findingLines(check, all),
  ].join('\n');
}

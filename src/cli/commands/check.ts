/** `sgs check`: what a page would make of a feed, and what keeps records from it. */
import type { FeedReport } from '../../feed/feed.js';
import { KIND_DEFS, KINDS } from '../../model/kinds.js';
import { CliError, EXIT, type Run } from '../command.js';
import { readConfigFile } from '../config.js';
import { readFeed } from '../input.js';
import { REJECTED, WITHHELD } from '../words.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const run: Run = async ([places], options, io) => {
  const { today, json } = options;
  if (today !== undefined && !DATE.test(String(today))) throw new CliError('--today 应为 YYYY-MM-DD。');
  const config = await readConfigFile(options['config']);
  const reports: (FeedReport & { readonly feed: string })[] = [];
  for (const place of places as readonly string[]) {
    const report = await readFeed(place, { ...(config && { config }), ...(today !== undefined && { today: String(today) }), onRecords: () => undefined }, io);
    reports.push({ feed: place, ...report });
  }
  await io.out(json ? JSON.stringify(reports, null, 2) : reports.map(inWords).join('\n\n'));
  return reports.some(({ rejected, unplaced }) => Object.keys(rejected).length || Object.keys(unplaced).length) ? EXIT.found : EXIT.ok;
};

const sum = (counts: Readonly<Partial<Record<string, number>>>): number => Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);

/** `, a 3、b 1`: what a number is made of. */
const parts = <K extends string>(counts: Readonly<Partial<Record<K, number>>>, words: Readonly<Record<K, string>>): string => {
  const entries = Object.entries(counts) as [K, number][];
  return entries.length ? `（${entries.map(([key, count]) => `${words[key]} ${count}`).join('、')}）` : '';
};

function inWords({ feed, rows, kinds, withheld, rejected, unplaced, meta }: FeedReport & { readonly feed: string }): string {
  const keys = Object.entries(unplaced);
  return [
    feed,
    `  共 ${rows} 条，数据日期 ${meta.updated || '未注明'}`,
    ...KINDS.flatMap((kind) => (kinds[kind] ? [`  ${KIND_DEFS[kind].label}：${kinds[kind]} 条`] : [])),
    `  不公示：${sum(withheld)} 条${parts(withheld, WITHHELD)}`,
    `  有误、未采用：${sum(rejected)} 条${parts(rejected, REJECTED)}`,
    ...(keys.length ? [`  未识别的列：${keys.map(([key, count]) => `${key}（${count}）`).join('、')}；请在配置项 mapping 中说明`] : []),
  ].join('\n');
}

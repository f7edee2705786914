/** `sgs index`: a feed into a search engine, beside what is there, and then in its place. */
import type { SgsRecord } from '../../model/record.js';
import { todayInChina } from '../../rules/gate.js';
import { CliError, EXIT, type Run } from '../command.js';
import { readConfigFile } from '../config.js';
import { readFeed } from '../input.js';
import { createSortKeys } from '../search/collation.js';
import { aboutDocument, documentOf } from '../search/document.js';
import { createEngineClient } from '../search/engine.js';
import { indexTemplate } from '../search/template.js';

export const run: Run = async ([feeds], options, io) => {
  const { to, user = process.env['SGS_INDEX_USER'], shards = 1, templateOnly } = options;
  const [place, ...others] = feeds as readonly string[];
  if (!Number.isInteger(Number(shards)) || Number(shards) < 1) throw new CliError('--shards 应为正整数。');
  if (to === undefined) {
    if (!templateOnly) throw new CliError('请用 --to 说明写入哪里，例如 --to http://127.0.0.1:9200/sgs');
    await io.document(JSON.stringify(indexTemplate({ name: 'sgs', shards: Number(shards) }), null, 2));
    return EXIT.ok;
  }
  if (!/^https?:\/\/[^/]+\/./i.test(String(to))) throw new CliError('--to 应为“http://主机:9200/索引名”。');
  const engine = createEngineClient({ to: String(to), user: user === undefined ? undefined : String(user) });
  const config = await readConfigFile(options['config']);
  if (!templateOnly && (!place || others.length)) throw new CliError('请给出一个数据文件或地址。用法：sgs index <feed> --to <url>');
  await engine.putTemplate(Number(shards));
  if (templateOnly || !place) {
    io.say(`已写入索引模板 ${engine.name}。`);
    return EXIT.ok;
  }
  const collationKey = createSortKeys();
  const next = await engine.create();
  /** How often each id has come: no two documents share one. */
  const ids = new Map<string, number>();
  let at = 0;
  const onRecords = (records: readonly SgsRecord[]): void => {
    for (const record of records) {
      const times = (ids.get(record.id) ?? 0) + 1;
      ids.set(record.id, times);
      next.add(documentOf(record, { id: times > 1 ? `${record.id}~${times}` : record.id, at: at++, collationKey }));
    }
    io.progress(`写入 ${next.index} … ${at} 条`);
  };
  try {
    const report = await readFeed(place, { ...(config && { config }), today: todayInChina(), onRecords, drain: () => next.ready() }, io);
    next.add(aboutDocument(report));
    await next.publish();
    const kept = Object.values(report.withheld).reduce((sum, count) => sum + count, 0);
    const rejected = Object.values(report.rejected).reduce((sum, count) => sum + count, 0);
    io.say(`已写入 ${at} 条（${next.index}，别名 ${engine.name}）；不公示 ${kept} 条，有误 ${rejected} 条。`);
    return rejected ? EXIT.found : EXIT.ok;
  } catch (error) {
    await next.discard().catch(() => undefined);
    throw error;
  }
};

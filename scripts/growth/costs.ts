/**
 * What a month costs at each size, and where each ends: sizes as measured (docs/growth.md, bench/ENGINES.md, `npm run test -- --only
 * size`), visits and prices as assumptions that a reader replaces. `node --import tsx scripts/growth/costs.ts` writes the tables
 * into docs/growth.md; the site has them in both languages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type CostLanguage = 'en' | 'zh';
type Words = Readonly<Record<CostLanguage, string>>;

const PAGE = 'docs/growth.md';
const HOURS = 730;
/** A month; each with an empty cache, and each searches once. */
const VISITS = 10_000;

interface Price {
  readonly yuan: number;
  readonly unit: Words;
  readonly what: Words;
  /** Where a copy of the price list was seen on 2026-11-30: about right, never a promise. */
  readonly seen: Words;
}

const OSS: Words = { en: 'Alibaba Cloud OSS, as told in kandaoni.com/news/26917.html', zh: '阿里云 OSS，转载于 kandaoni.com/news/26917.html' };
const ECI: Words = { en: 'Alibaba Cloud ECI by use, a copy of its documentation', zh: '阿里云 ECI 按量计费，其文档的转载' };

export const PRICES = {
  storage: { yuan: 0.12, unit: { en: 'GB and month', zh: 'GB·月' }, what: { en: 'object storage', zh: '对象存储' }, seen: OSS },
  egress: { yuan: 0.5, unit: { en: 'GB', zh: 'GB' }, what: { en: 'traffic out of it (8 to 24 h; at night 0.25)', zh: '外网流出流量（8–24 时；夜间 0.25）' }, seen: OSS },
  cdn: {
    yuan: 0.2, unit: { en: 'GB', zh: 'GB' }, what: { en: 'traffic out of a CDN, first 10 TB', zh: 'CDN 流量，10 TB 以内' },
    seen: { en: 'Huawei Cloud CDN, as told in yun.lzdv.com/yun/903.html', zh: '华为云 CDN，转载于 yun.lzdv.com/yun/903.html' },
  },
  core: { yuan: 0.1764, unit: { en: 'core and hour', zh: '核·小时' }, what: { en: 'processor', zh: '处理器' }, seen: ECI },
  memory: { yuan: 0.0221, unit: { en: 'GB and hour', zh: 'GB·小时' }, what: { en: 'memory', zh: '内存' }, seen: ECI },
  disk: {
    yuan: 0.0008, unit: { en: 'GB and hour', zh: 'GB·小时' }, what: { en: 'disk of a server', zh: '云盘' },
    seen: { en: 'Alibaba Cloud, as told in 67wa.com/84534.html', zh: '阿里云，转载于 67wa.com/84534.html' },
  },
} as const satisfies Readonly<Record<string, Price>>;

/** kB as sent, rounded: sgs.js 56 and sgs.rules.js 84 for all, sgs.setup.js 24 for a search. */
const SCRIPTS = 56 + 84 + 24;
const SCALE = 15;
const WORKER = 100;

interface Servers {
  readonly count: number;
  readonly cores: number;
  readonly memoryGb: number;
  /** Of all together. */
  readonly diskGb: number;
}

interface Size {
  readonly records: number;
  readonly how: Words;
  /** In object storage. */
  readonly storedGb: number;
  readonly scriptsKb: number;
  readonly dataKb: number;
  readonly servers?: Servers;
  readonly ends: Words;
}

export const SIZES: readonly Size[] = [
  {
    records: 500, how: { en: 'one file', zh: '一个文件' }, storedGb: 0.00047, scriptsKb: SCRIPTS, dataKb: 54,
    ends: {
      en: 'at 1 MB as sent, some 10,000 records, a worker takes over by itself',
      zh: '压缩后约 1 MB（一万条上下）自动改由后台线程读取',
    },
  },
  {
    records: 50_000, how: { en: 'one file, in a worker', zh: '一个文件，后台线程读取' }, storedGb: 0.047, scriptsKb: SCRIPTS + SCALE + WORKER, dataKb: 4731,
    ends: {
      en: 'every reader fetches 4.7 MB, and the search is whole when all is read (36 s on a busy machine): go on to a folder from here',
      zh: '每位读者要下载 4.7 MB，读完（繁忙的电脑上 36 秒）才能查全：从这里起改用文件夹',
    },
  },
  {
    records: 1_000_000, how: { en: 'a folder', zh: '一个文件夹' }, storedGb: 0.295, scriptsKb: SCRIPTS + SCALE, dataKb: 4.2 + 74,
    ends: {
      en: 'where the command no longer fits: 3,000,000 took 964 MB of memory and 21 minutes; ten million were not measured (2.6 GB at that slope)',
      zh: '生成文件夹的电脑放不下为止：三百万条用了 964 MB 内存、21 分钟；一千万条未测（按此推算约 2.6 GB）',
    },
  },
  {
    // 16.9 GB × 2 for the copies, and thrice that for merges and the new index beside the old.
    records: 10_000_000, how: { en: 'an OpenSearch of two nodes', zh: '两个节点的 OpenSearch' }, storedGb: 0, scriptsKb: SCRIPTS, dataKb: 11 + 3.8,
    servers: { count: 2, cores: 4, memoryGb: 16, diskGb: 101 },
    ends: {
      en: 'with the nodes’ memory and disks, then more nodes; measured with nodes of 1.5 GB on one machine of two cores (loaded in 41 minutes, a search in 0.9 s; index 16.9 GB without copies); nodes for many readers at once are an estimate',
      zh: '节点的内存和磁盘，不够时加节点；在一台双核电脑上用两个 1.5 GB 内存的节点实测（写入 41 分钟，检索 0.9 秒，索引不含副本 16.9 GB）；供许多读者同时查询的节点配置是推算',
    },
  },
];

export interface Month {
  readonly trafficGb: number;
  readonly storage: number;
  readonly egress: number;
  readonly cdn: number;
  readonly servers: number;
  readonly total: number;
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

/** All in yuan, rounded to the fen, so that the sums in the table are right as they stand; `total` without a CDN. */
export function monthOf({ storedGb, scriptsKb, dataKb, servers }: Size, visits = VISITS): Month {
  const trafficGb = visits * (scriptsKb + dataKb) / 1e6;
  const storage = cents(storedGb * PRICES.storage.yuan);
  const egress = cents(trafficGb * PRICES.egress.yuan);
  const cdn = cents(trafficGb * PRICES.cdn.yuan);
  const node = servers ? servers.cores * PRICES.core.yuan + servers.memoryGb * PRICES.memory.yuan : 0;
  const rented = servers ? cents((servers.count * node + servers.diskGb * PRICES.disk.yuan) * HOURS) : 0;
  return { trafficGb, storage, egress, cdn, servers: rented, total: cents(storage + egress + rented) };
}

const money = (yuan: number): string => (yuan < 0.005 ? '0' : yuan < 100 ? yuan.toFixed(2) : Math.round(yuan).toLocaleString('en'));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  return [row(head), row(head.map(() => '---')), ...body.map(row)].join('\n');
};

const HEAD: Readonly<Record<CostLanguage, readonly string[]>> = {
  en: ['records', 'how', `traffic of ${VISITS.toLocaleString('en')} visits`, 'storage + traffic + servers', '元 a month', 'traffic through a CDN instead', 'ends where'],
  zh: ['多少条', '怎样放', `${VISITS.toLocaleString('en')} 次访问的流量`, '存储＋流量＋服务器', '每月（元）', '流量改走 CDN', '到哪里为止'],
};

/** The arithmetic of each size, so that it can be done again. */
export const costTable = (language: CostLanguage): string => table([HEAD[language], ...SIZES.map((size) => {
  const { trafficGb, storage, egress, cdn, servers, total } = monthOf(size);
  const { records, how, storedGb, scriptsKb, dataKb, servers: nodes } = size;
  const rented = nodes ? ` + (${nodes.count} × (${nodes.cores} × ${PRICES.core.yuan} + ${nodes.memoryGb} × ${PRICES.memory.yuan}) + `
    + `${nodes.diskGb} × ${PRICES.disk.yuan}) × ${HOURS} = ${money(storage)} + ${money(egress)} + ${money(servers)}` : ` = ${money(storage)} + ${money(egress)}`;
  return [
    records.toLocaleString('en'), how[language],
    `${VISITS.toLocaleString('en')} × (${scriptsKb} + ${Math.round(dataKb)}) kB = ${trafficGb.toFixed(2)} GB`,
    `${storedGb} × ${PRICES.storage.yuan} + ${trafficGb.toFixed(2)} × ${PRICES.egress.yuan.toFixed(2)}${rented}`,
    money(total), money(cdn), size.ends[language],
  ];
})]);

const ABOUT: Words = { en: ' (about; a copy seen on 2026-11-30, to be checked)', zh: '（约，按2026年公开价目的转载，须自查）' };

export const priceTable = (language: CostLanguage): string => table([
  language === 'zh' ? ['单价', '元', '每', '出处'] : ['price', '元', 'per', 'where from'],
  ...Object.values(PRICES).map(({ what, yuan, unit, seen }) => [what[language], String(yuan), unit[language], seen[language] + ABOUT[language]]),
]);

/** Both, as they stand in a page. */
export const costTables = (language: CostLanguage): string => `${costTable(language)}\n\n${priceTable(language)}`;

/** docs/growth.md with the tables as they are now. */
export const withCosts = (page: string): string =>
  page.replace(/(<!-- costs -->\n)[^]*?(\n<!-- \/costs -->)/, (_all, before: string, after: string) => before + costTables('en') + after);

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, withCosts(readFileSync(PAGE, 'utf8')));

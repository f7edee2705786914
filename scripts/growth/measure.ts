// npm run growth: how a column grows, measured end to end: the feed is made, the command run, the folder served as a web
// server does (gzip), the page opened and searched in a real browser. `-- 500 50000 1000000` says which sizes; `-- --write`
// puts the figures into docs/growth.md. A size that is not measured keeps the row it has.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inEngine } from './engine.js';
import { sgs, writeFeed } from './feed.js';
import { visit, type Visited } from './visit.js';

const PAGE = 'docs/growth.md';
/** From so many records on the feed becomes a folder. */
const FOLDER_FROM = 100_000;
const MINUTES = 25;
/** And from so many on a search engine’s. */
const ENGINE_FROM = 2_000_000;

interface Figures extends Visited {
  readonly count: number;
  readonly how: string;
  readonly command: string;
  /** Of the command; undefined where there is none. */
  readonly seconds?: number | undefined;
  readonly peakMegabytes?: number | undefined;
  readonly files: string;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());

/** As a server that keeps what it has compressed. */
const visitFolder = (folder: string, name: string): Promise<Visited> => {
  const zipped = new Map<string, Buffer>();
  const zip = (file: string): Buffer => {
    const body = zipped.get(file) ?? gzipSync(readFileSync(file), { level: 6 });
    zipped.set(file, body);
    return body;
  };
  zip(join(folder, 'sgs.json'));
  return visit('<sgs-column feed="/data/sgs.json"></sgs-column>', (_request, response, path, sent) => {
    if (!path.startsWith('/data/')) return false;
    const body = zip(join(folder, path.slice('/data/'.length)));
    sent(body.length);
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', 'cache-control': 'no-store' }).end(body);
    return true;
  }, name);
};

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

const measureFolder = async (count: number, scratch: string, feed: string, name: string): Promise<Figures> => {
  const isFolder = count >= FOLDER_FROM;
  const folder = join(scratch, isFolder ? 'data' : 'feed');
  const ran = isFolder ? await sgs(['shard', feed, '-o', folder], MINUTES) : undefined;
  const files = filesIn(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  const zipped = files.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 6 }).length, 0) / 1e6;
  return {
    count, how: isFolder ? 'a folder' : bytes > 1 ? 'one file, read in a worker' : 'one file',
    command: isFolder ? '`sgs shard sgs.json -o data/`' : '–', seconds: ran?.seconds, peakMegabytes: ran?.peakMegabytes,
    files: `${files.length.toLocaleString('en')}, ${short(bytes)} MB (${isFolder ? 'compressed already' : `${short(zipped)} MB gzip`})`,
    ...(await visitFolder(folder, name)),
  };
};

const measureEngine = async (count: number, feed: string, name: string): Promise<Figures> => {
  const { ran, megabytes, nodes, ...visited } = await inEngine(feed, name);
  return {
    count, how: `an OpenSearch of ${nodes === 2 ? 'two' : String(nodes)} nodes`, command: '`sgs index sgs.json --to http://host:9200/sgs --shards 2`',
    ...ran, files: `index ${short(megabytes)} MB, without copies`, ...visited,
  };
};

async function measure(count: number): Promise<Figures> {
  const scratch = mkdtempSync(join(tmpdir(), 'sgs-growth-'));
  try {
    const feed = join(scratch, 'feed', 'sgs.json');
    mkdirSync(join(scratch, 'feed'));
    const name = await writeFeed(feed, count);
    return await (count >= ENGINE_FROM ? measureEngine(count, feed, name) : measureFolder(count, scratch, feed, name));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const rowOf = (one: Figures): string => `| ${[
  one.count.toLocaleString('en'), one.how, one.command,
  one.seconds === undefined ? '–' : `${short(one.seconds)} s, ${short(one.peakMegabytes ?? 0)} MB of memory`, one.files,
  `${short(one.firstRowMs)} ms`, `${short(one.completeMs)} ms, ${short(one.loadedKilobytes)} kB`, `${short(one.searchMs)} ms, ${short(one.searchKilobytes)} kB`,
].join(' | ')} |`;

const args = process.argv.slice(2);
const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
for (const count of counts.length ? counts : [500, 50_000, 1_000_000]) {
  const row = rowOf(await measure(count));
  console.log(row);
  console.log(`${cpus().length} processors, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}, Node ${process.versions.node}`);
  const text = readFileSync(PAGE, 'utf8');
  const renewed = text.replace(/(<!-- figures -->\n)([^]*?)(<!-- \/figures -->)/, (_all, head: string, rows: string, tail: string) => {
    const before = rows.split('\n').find((line) => line.startsWith(`| ${count.toLocaleString('en')} |`));
    return head + (before ? rows.replace(before, () => row) : `${rows}${row}\n`) + tail;
  });
  if (args.includes('--write')) writeFileSync(PAGE, renewed);
}

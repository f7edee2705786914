// npm run growth: how a column grows, measured end to end: the feed is made, the command run, the folder served as a web
// server does (gzip), the page opened and searched in a real browser. `-- 500 50000 1000000` says which sizes; `-- --write`
// puts the figures into docs/growth.md. A size that is not measured keeps the row it has.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { feedPieces, records } from '../../bench/records.mjs';
import { chromiumArgs, ensureChromium } from '../chromium.mjs';
import { scriptMounts, serve } from '../serve.mjs';

const PAGE = 'docs/growth.md';
/** From so many records on the feed becomes a folder. */
const FOLDER_FROM = 100_000;
const MINUTES = 25;

interface Figures {
  readonly count: number;
  readonly command: string;
  /** Of the command; undefined where there is none. */
  readonly seconds?: number | undefined;
  readonly peakMegabytes?: number | undefined;
  readonly files: number;
  readonly megabytes: number;
  readonly zippedMegabytes: number;
  readonly firstRowMs: number;
  readonly completeMs: number;
  readonly loadedKilobytes: number;
  readonly searchMs: number;
  readonly searchKilobytes: number;
}

const since = (start: number): number => performance.now() - start;

/** Writes the feed. @returns a name that is in it once or a few times, far from its beginning */
async function writeFeed(file: string, count: number): Promise<string> {
  const out = createWriteStream(file);
  for (const piece of feedPieces(count)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  let at = 0;
  for (const record of records(count)) {
    const name = String(record['subjectName']);
    if (++at > count * 0.1 && record['kind'] === 'license' && name.endsWith("公司")) return name;
  }
  throw new Error('no company');
}

/** Runs `sgs`. @returns seconds, and the most memory that it held (Linux says it) */
async function sgs(args: readonly string[]): Promise<{ readonly seconds: number; readonly peakMegabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/cli/sgs.js', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 500);
  const late = setTimeout(() => child.kill(), MINUTES * 60_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  clearTimeout(late);
  // 1: something was found that somebody has to look at.
  if (code !== 0 && code !== 1) throw new Error(`sgs ${args.join(' ')} ended with ${String(code)}`);
  return { seconds: since(start) / 1000, peakMegabytes: peak / 1024 };
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());

async function inBrowser(folder: string, name: string): Promise<Pick<Figures, 'firstRowMs' | 'completeMs' | 'loadedKilobytes' | 'searchMs' | 'searchKilobytes'>> {
  const page = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><script src="/sgs.js" defer></script><sgs-column feed="/data/sgs.json"></sgs-column>';
  const zipped = new Map<string, Buffer>();
  let sent = 0;
  const { url, close } = await serve({
    mounts: scriptMounts(),
    before: (_request, response, { pathname }) => {
      if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(page) && true;
      if (!pathname.startsWith('/data/')) return false;
      const file = join(folder, pathname.slice('/data/'.length));
      const body = zipped.get(file) ?? gzipSync(readFileSync(file), { level: 6 });
      zipped.set(file, body);
      sent += body.length;
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', 'cache-control': 'no-store' }).end(body);
      return true;
    },
  });
  // As a server that keeps what it has compressed.
  const whole = readFileSync(join(folder, 'sgs.json'));
  zipped.set(join(folder, 'sgs.json'), gzipSync(whole, { level: 6 }));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  try {
    const tab = await browser.newPage();
    const start = performance.now();
    await tab.goto(url);
    await tab.getByRole('table').getByRole('link').first().waitFor({ timeout: 120_000 });
    const firstRowMs = since(start);
    await tab.getByText(/^第 1–10 条，共 [\d,]+ 条$/).first().waitFor({ timeout: 300_000 });
    const completeMs = since(start);
    const loadedKilobytes = sent / 1000;
    sent = 0;
    await tab.getByRole('searchbox').fill(name);
    const asked = performance.now();
    await tab.getByRole('button', { name: '查询' }).click();
    await tab.getByRole('table').getByText(name).first().waitFor({ timeout: 120_000 });
    return { firstRowMs, completeMs, loadedKilobytes, searchMs: since(asked), searchKilobytes: sent / 1000 };
  } finally {
    await browser.close();
    await close();
  }
}

async function measure(count: number): Promise<Figures> {
  const scratch = mkdtempSync(join(tmpdir(), 'sgs-growth-'));
  try {
    const feed = join(scratch, 'feed', 'sgs.json');
    mkdirSync(join(scratch, 'feed'));
    const name = await writeFeed(feed, count);
    const isFolder = count >= FOLDER_FROM;
    const folder = join(scratch, isFolder ? 'data' : 'feed');
    const ran = isFolder ? await sgs(['shard', feed, '-o', folder]) : undefined;
    const files = filesIn(folder);
    const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
    const zipped = files.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 6 }).length, 0);
    return {
      count, command: isFolder ? '`sgs shard sgs.json -o data/`' : '–', seconds: ran?.seconds, peakMegabytes: ran?.peakMegabytes,
      files: files.length, megabytes: bytes / 1e6, zippedMegabytes: zipped / 1e6, ...(await inBrowser(folder, name)),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

const rowOf = (one: Figures): string => `| ${[
  one.count.toLocaleString('en'), one.count >= FOLDER_FROM ? 'a folder' : one.megabytes > 1 ? 'one file, read in a worker' : 'one file', one.command,
  one.seconds === undefined ? '–' : `${short(one.seconds)} s, ${short(one.peakMegabytes ?? 0)} MB of memory`,
  `${one.files.toLocaleString('en')}, ${short(one.megabytes)} MB (${short(one.zippedMegabytes)} MB gzip)`,
  `${short(one.firstRowMs)} ms`, `${short(one.completeMs)} ms, ${short(one.loadedKilobytes)} kB`, `${short(one.searchMs)} ms, ${short(one.searchKilobytes)} kB`,
].join(' | ')} |`;

const args = process.argv.slice(2);
const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
for (const count of counts.length ? counts : [500, 50_000, 1_000_000]) {
  const row = rowOf(await measure(count));
  console.log(row);
  console.log(`${cpus().length} processors, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}, Node ${process.versions.node}`);
  const text = readFileSync(PAGE, 'utf8');
  const before = new RegExp(`^\\| ${count.toLocaleString('en')} \\|.*$`, 'm');
  const renewed = before.test(text) ? text.replace(before, () => row) : text.replace('<!-- /figures -->', () => `${row}\n<!-- /figures -->`);
  if (args.includes('--write')) writeFileSync(PAGE, renewed);
}

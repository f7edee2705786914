// npm run test:hosts: the release in hosts of others, as far as Debian has them, in a real browser; `-- --write` puts what was
// seen into docs/hosts.md. Hosts that are not installed are named and left out; `-- nginx hugo` tries only these.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../chromium.mjs';
import { lacking, openWorkshop, type Host, type Running, type Seen, type Trial } from './host.js';
import { hugo } from './hugo.js';
import { mediawiki } from './mediawiki.js';
import { SERVERS } from './servers.js';
import { wordpress } from './wordpress.js';

const HOSTS: readonly Host[] = [...SERVERS, hugo, wordpress, mediawiki];
const PAGE = 'docs/hosts.md';

/** What a person sees; a column that comes later than this is none. */
async function look(browser: Browser, { url, cache = {} }: Trial): Promise<{ readonly seen: Seen; readonly faults: readonly string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const faults: string[] = [];
  try {
    const page = await context.newPage();
    await page.goto(url);
    const inner = page.locator('iframe').first();
    const within = (await inner.count()) ? inner.contentFrame() : page;
    const [row, told] = [within.getByRole('table').getByRole('link').first(), page.getByText('以下供网站管理员查看')];
    await row.or(told).first().waitFor({ timeout: 15_000 }).catch(() => undefined);
    const isThere = await row.isVisible();
    for (const [path, wanted] of Object.entries(cache)) {
      const got = (await context.request.get(new URL(path, url).href)).headers()['cache-control'] ?? 'none';
      if (got !== wanted) faults.push(`${path}: Cache-Control ${got}, not ${wanted}`);
    }
    const link = page.locator('a[href*="sgs.json"]').first();
    return { seen: isThere ? 'column' : (await told.isVisible()) ? 'told' : (await link.isVisible()) ? 'link' : 'nothing', faults };
  } finally {
    await context.close();
  }
}

interface Row {
  readonly host: string;
  readonly version: string;
  readonly way: string;
  readonly seen: Seen;
  readonly good: boolean;
}

async function tryHost(host: Host, browser: Browser): Promise<{ readonly rows: readonly Row[]; readonly notes: readonly string[] }> {
  const { workshop, close } = openWorkshop();
  try {
    const running: Running = await host.run(workshop);
    const rows: Row[] = [];
    for (const trial of running.trials) {
      const { seen, faults } = await look(browser, trial);
      const good = seen === trial.expected && !faults.length;
      console.log(`${good ? 'ok' : 'NOT OK'}: ${host.name} ${running.version}: ${trial.way}: ${seen}${good ? '' : ` (expected ${trial.expected})`}`);
      for (const fault of faults) console.log(`  ${fault}`);
      rows.push({ host: host.name, version: running.version, way: trial.way, seen, good });
    }
    return { rows, notes: running.notes ?? [] };
  } finally {
    await close();
  }
}

const SEEN: Readonly<Record<Seen, string>> = {
  column: 'the column', link: 'only the link to the data', nothing: 'nothing: stripped', told: 'what is wrong, for the webmaster',
};

const tableOf = (rows: readonly Row[], notes: readonly string[], day: string): string => [
  '| host | version | how | what is seen | tried on |', '| --- | --- | --- | --- | --- |',
  ...rows.map(({ host, version, way, seen }) => `| ${host} | ${version} | ${way} | ${SEEN[seen]} | ${day} |`),
  '', ...notes.map((note) => `- ${note}`), '',
].join('\n');

async function main(args: readonly string[]): Promise<boolean> {
  const names = args.filter((arg) => !arg.startsWith('--')).map((name) => name.toLowerCase());
  const chosen = HOSTS.filter(({ name }) => !names.length || names.some((part) => name.toLowerCase().includes(part)));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  const rows: Row[] = [];
  const notes: string[] = [];
  let good = true;
  try {
    for (const host of chosen) {
      const reason = lacking(host);
      if (reason) {
        console.log(`skipped: ${host.name}: ${reason}`);
        continue;
      }
      try {
        const result = await tryHost(host, browser);
        rows.push(...result.rows);
        notes.push(...result.notes);
      } catch (error) {
        // What one host can't show does not cost the others.
        console.log(`NOT OK: ${host.name}: ${error instanceof Error ? error.message : String(error)}`);
        good = false;
      }
    }
  } finally {
    await browser.close();
  }
  if (args.includes('--write')) {
    const day = new Date().toISOString().slice(0, 10);
    const text = readFileSync(PAGE, 'utf8');
    writeFileSync(PAGE, text.replace(/(<!-- trials -->\n)[^]*(<!-- \/trials -->)/, (_all, begin: string, end: string) => `${begin}${tableOf(rows, notes, day)}${end}`));
  }
  return good && rows.every((row) => row.good);
}

process.exit((await main(process.argv.slice(2))) ? 0 : 1);

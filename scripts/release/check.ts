// Does the archive work where it is unpacked? The code of its own guide, pasted into an article in UTF-8 and into one in GBK
// without a charset, on a plain server, in a real browser; then with parts of another version, and a script not its own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';
import { gbkOf } from './gbk.js';

/** The code under an id of 读我.html, as a person copies it. */
export function pastedFrom(guide: string, id: string): string {
  const text = new RegExp(`<pre id="${id}"><code>([^]*?)</code>`).exec(guide)?.[1] ?? '';
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
}

/** An article, two folders deep, as a CMS keeps them: an address that is relative to it would be wrong. */
const article = (code: string, charset = ''): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head>${charset}<title>双公示</title></head><body><h1>双公示</h1>\n${code}\n</body></html>`;

const UTF8 = '<meta charset="utf-8">';
const ARTICLE = 'news/2026';

/** The example of the demo: invented. */
const EXAMPLE = 'demo/data/example.json';

interface Trial {
  /** The page's file below the site, whose root it is. */
  readonly path: string;
  readonly page: string | Uint8Array;
  /** Done to the site before. */
  readonly prepare?: (site: string) => void;
  /** Whether what is seen, and said in the console, is right. */
  readonly shows: (page: Page, said: readonly string[]) => Promise<boolean>;
}

const seen = async (page: Page, text: string): Promise<boolean> =>
  page.getByText(text).first().waitFor({ timeout: 10_000 }).then(() => true, () => false);

const rows = async (page: Page): Promise<boolean> =>
  page.getByRole('table').getByRole('link').first().waitFor({ timeout: 10_000 }).then(() => true, () => false);

/** What a browser says of a script that is refused. */
const refused = (said: readonly string[]): boolean => said.some((line) => /integrity/i.test(line));

function trials(guide: string, version: string): Readonly<Record<string, Trial>> {
  const pasted = (id: string): string => pastedFrom(guide, id);
  const fill = (site: string): void => writeFileSync(join(site, 'sgs/sgs.json'), readFileSync(EXAMPLE));
  const rules = (site: string): string => join(site, `sgs/${version}/sgs.rules.js`);
  const withFeed = (id: string, name: string): Trial => ({
    path: `${ARTICLE}/${name}.html`, page: article(pasted(id), UTF8), prepare: fill, shows: async (page, said) => await rows(page) && !refused(said),
  });
  return {
    'just unpacked, the column says that nothing is published yet': {
      path: `${ARTICLE}/empty.html`, page: article(pasted('fixed'), UTF8), shows: (page) => seen(page, '暂无公示信息'),
    },
    'with data, the fixed address shows it': withFeed('fixed', 'fixed'),
    'with data, the pinned version shows it and its integrity holds': withFeed('pinned', 'pinned'),
    'with data, the script alone shows it': withFeed('script', 'script'),
    'with data, the link shows it': withFeed('link', 'link'),
    'with data, a frame shows it': {
      path: `${ARTICLE}/frame.html`, page: article(pasted('frame'), UTF8), prepare: fill,
      shows: (page) => page.locator('iframe').contentFrame().getByRole('table').getByRole('link').first().waitFor({ timeout: 10_000 }).then(() => true, () => false),
    },
    'a page in GBK without a charset shows it': {
      path: `${ARTICLE}/gbk.html`, page: gbkOf(article(pasted('pinned'), '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')),
      prepare: fill, shows: async (page, said) => await rows(page) && !refused(said),
    },
    'parts of another version: it says so, and still lists': {
      path: `${ARTICLE}/mixed.html`, page: article(pasted('fixed'), UTF8),
      prepare: (site) => {
        fill(site);
        writeFileSync(rules(site), readFileSync(rules(site), 'utf8').replace(`sgs-widgets ${version}`, 'sgs-widgets 0.0.9').replaceAll(`"${version}"`, '"0.0.9"'));
      },
      shows: async (page, said) => await rows(page) && said.some((line) => line.includes('版本不一致') && line.includes('0.0.9')),
    },
    'a pinned script that is not ours does not run, and the link to the data stays': {
      path: `${ARTICLE}/tampered.html`, page: article(pasted('pinned'), UTF8),
      prepare: (site) => {
        const file = join(site, `sgs/${version}/sgs.js`);
        writeFileSync(file, `${readFileSync(file, 'utf8')};document.title="tampered";`);
      },
      shows: async (page, said) => await seen(page, '双公示数据') && refused(said) && (await page.title()) !== 'tampered',
    },
  };
}

const unpack = (files: Readonly<Record<string, Uint8Array>>, site: string): void => {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), bytes);
  }
};

async function passes(browser: Browser, files: Readonly<Record<string, Uint8Array>>, { path, page: text, prepare, shows }: Trial): Promise<boolean> {
  const site = mkdtempSync(join(tmpdir(), 'sgs-release-'));
  unpack(files, site);
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
  prepare?.(site);
  const { url, close } = await serve({ mounts: { '/': site } });
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(url + path);
    const right = await shows(page, said);
    if (!right) console.error([await page.locator('body').innerText(), ...said].join('\n'));
    return right;
  } finally {
    await context.close();
    await close();
    rmSync(site, { recursive: true });
  }
}

/** @returns whether all is as it should be; each trial is a line on the console */
export async function checkRelease(archive: string, version: string): Promise<boolean> {
  const files = unzipSync(readFileSync(archive));
  const guide = new TextDecoder().decode(files['sgs/读我.html']);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  let good = true;
  try {
    for (const [what, trial] of Object.entries(trials(guide, version))) {
      const right = await passes(browser, files, trial);
      console.log(`${right ? 'ok' : 'NOT OK'}: ${what}`);
      good &&= right;
    }
  } finally {
    await browser.close();
  }
  return good;
}

// The assistant as tests drive it: opened from a file, without network.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { createReader } from '../../src/feed/reader.js';
import type { SgsRecord } from '../../src/model/record.js';
import { todayInChina } from '../../src/rules/gate.js';
import { openBrowser } from '../helpers/browser.js';

type Test = Parameters<typeof openBrowser>[0];

interface Assistant {
  readonly page: Page;
  readonly faults: () => string[];
  /** Addresses asked for, but those of the page itself. */
  readonly requests: string[];
}

export const open = async (t: Test, { width = 1280, axe: withAxe = false } = {}): Promise<Assistant> => {
  // Evaluating axe needs a page without a policy; that nothing breaks the policy is what the other tests see.
  const { page, context, faults } = await openBrowser(t, { viewport: { width, height: 900 }, acceptDownloads: true, bypassCSP: withAxe });
  await context.setOffline(true);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL('dist/assistant.html').href);
  requests.length = 0;
  return { page, faults, requests };
};

export const choose = async (page: Page, ...files: { name: string; buffer: Buffer }[]): Promise<void> =>
  page.getByLabel('选择文件').setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));

export const go = async (page: Page, step: string): Promise<void> => {
  await page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: step }).click();
  await page.getByRole('heading', { level: 2, name: step }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
};

export const textOf = async (download: Promise<Download>): Promise<string> => readFileSync(await (await download).path(), 'utf8');

export const saved = async (page: Page): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 sgs.json' }).click();
  return textOf(download);
};

/** What the column reads in a document. */
export const read = (json: string): SgsRecord[] => {
  const records: SgsRecord[] = [];
  const reader = createReader({ today: todayInChina(), onRecords: (some) => records.push(...some) });
  reader.push(json);
  reader.end();
  return records;
};

/** A column in a real browser, opened and searched as a citizen does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../chromium.mjs';
import { scriptMounts, serve } from '../serve.mjs';

export interface Visited {
  readonly firstRowMs: number;
  readonly completeMs: number;
  readonly loadedKilobytes: number;
  readonly searchMs: number;
  readonly searchKilobytes: number;
}

/** Answers what is asked below the page; false where it is not for it. `sent` counts the bytes of the data. */
export type Answer = (request: IncomingMessage, response: ServerResponse, path: string, sent: (bytes: number) => void) => boolean;

const since = (start: number): number => performance.now() - start;

/** @param tag the column's own tag @param name a company whose name is searched for */
export async function visit(tag: string, answer: Answer, name: string): Promise<Visited> {
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><script src="/sgs.js" defer></script>${tag}`;
  let sent = 0;
  const { url, close } = await serve({
    mounts: scriptMounts(),
    before: (request, response, { pathname }) => {
      if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(page) && true;
      return answer(request, response, pathname, (bytes) => { sent += bytes; });
    },
  });
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

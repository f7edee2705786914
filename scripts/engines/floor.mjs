// @ts-check
// An engine that can't read the script: QtWebKit of 2016 (Safari 10), which Debian's wkhtmltopdf carries. The fallback
// content must stay.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apt, onPath } from './engines.mjs';
import { within } from './driver.mjs';

/** What is asked in the page, in the JavaScript of those years. */
const question = 'console.log("fallback " + document.querySelector(".fallback").offsetHeight + " " + (typeof customElements))';

/** @returns {Promise<(url: string) => Promise<void>>} opens a page and throws what is wrong; throws itself where there is no such engine */
export async function floorEngine() {
  const reason = onPath('wkhtmltopdf') ? '' : apt(['wkhtmltopdf']);
  const file = onPath('wkhtmltopdf');
  if (!file) throw new Error(`wkhtmltopdf is not installed, and ${reason}`);
  return async (url) => {
    const scratch = mkdtempSync(join(tmpdir(), 'sgs-floor-'));
    const child = spawn(file, ['--debug-javascript', '--run-script', question, url, join(scratch, 'page.pdf')], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    try {
      await within(new Promise((done, fail) => child.once('exit', done).once('error', fail)), 30_000, 'print the page');
    } finally {
      child.kill();
      rmSync(scratch, { recursive: true, force: true });
    }
    if (!/sgs\.js:\d+ SyntaxError/.test(said)) throw new Error(`it could read the script, or did not try: ${said.slice(-300)}`);
    const height = Number(/fallback (\d+) undefined/.exec(said)?.[1] ?? 0);
    if (!height) throw new Error(`the fallback content is not shown: ${said.slice(-300)}`);
  };
}

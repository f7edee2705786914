// @ts-check
// A citizen's walk through a page with the widget, in whatever engine: with a real mouse and keyboard, looking at what is
// to be seen.
import { seen, spot } from './page.mjs';

/** @typedef {import('../../scripts/engines/driver.mjs').Driver} Driver */
/** @typedef {{ text: string, rows: number, fallback: boolean, styled: boolean, wide: number, faults: string[] }} Sight */

const LIMIT = 10_000;

/** Not the page's doing: a picture that the browser looks for by itself, and a word of the policy that it does not know yet. */
const notOurs = /favicon\.ico|Unrecognized Content-Security-Policy directive/;

/** Asks a function of page.mjs, in the frame where there is one. @param {Driver} driver @param {(...given: any[]) => string} question @param {string[]} given @returns {Promise<string>} */
async function ask(driver, question, ...given) {
  const direct = `(${question})(${given.map((value) => JSON.stringify(value)).join()})`;
  const words = JSON.stringify([question.name, ...given].join('|'));
  return String(await driver.run(`document.querySelector('iframe') ? sgsAsk(document.querySelector('iframe'), ${words}) : ${direct}`));
}

/** @param {Driver} driver @returns {Promise<Sight>} */
async function look(driver) {
  const [text = '', rows, fallback, styled, wide, faults] = (await ask(driver, seen)).split('\u0001');
  return { text, rows: Number(rows), fallback: Boolean(fallback), styled: Boolean(styled), wide: Number(wide), faults: faults ? faults.split('\u0002') : [] };
}

/**
 * Waits until what is seen is as it should be.
 * @param {Driver} driver @param {string} what @param {(sight: Sight) => boolean} expected @returns {Promise<Sight>}
 */
async function until(driver, what, expected) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const sight = await look(driver);
    if (expected(sight)) return sight;
    if (Date.now() > end) throw new Error(`${what}: not seen, but: ${sight.text.replace(/\s+/g, ' ').slice(0, 200) || 'nothing'}${sight.faults.length ? `; ${sight.faults.join('; ')}` : ''}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** @param {Driver} driver @param {Parameters<typeof spot>} target */
async function click(driver, ...target) {
  const end = Date.now() + LIMIT;
  let before = '';
  for (;;) {
    const place = await ask(driver, spot, .../** @type {string[]} */ (target));
    const [, x, y] = /^([\d.]+),([\d.]+)$/.exec(place) ?? [];
    // Nobody clicks on what is still moving: a style sheet that has just come, a width that is measured after it.
    if (x !== undefined && place === before) return driver.click(Number(x), Number(y));
    if (Date.now() > end) throw new Error(place);
    before = place;
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** @param {string} text */
const shows = (text) => (/** @type {Sight} */ sight) => sight.text.includes(text);

/** Lists, pages, searches, opens and returns. @param {Driver} driver @returns {Promise<void>} */
async function useIt(driver) {
  const first = await until(driver, 'the list', shows('第 1–10 条，共 12 条'));
  // A style sheet that is a file comes when it comes.
  await until(driver, 'the styles', (sight) => sight.styled);
  if (first.rows !== 10) throw new Error(`${first.rows} rows instead of 10`);
  if (first.fallback) throw new Error('the fallback content is still there');
  if (first.wide) throw new Error(`sticks out by ${first.wide} px`);
  await click(driver, 'link', '下一页');
  const second = await until(driver, 'the second page', shows('第 11–12 条，共 12 条'));
  if (second.rows !== 2 || !second.text.includes('（第12项）') || second.text.includes('（第1项）')) throw new Error(`the second page shows ${second.text.replace(/\s+/g, ' ').slice(0, 200)}`);
  await click(driver, 'link', '上一页');
  await until(driver, 'the first page again', shows('第 1–10 条，共 12 条'));
  await click(driver, 'searchbox');
  await driver.type('丙字');
  await click(driver, 'button', '查询');
  const found = await until(driver, 'the search', shows('第 1–1 条，共 1 条'));
  if (found.rows !== 1 || !found.text.includes('青岚市丙字食品有限公司')) throw new Error(`the search shows ${found.text.replace(/\s+/g, ' ').slice(0, 200)}`);
  await click(driver, 'opener');
  await until(driver, 'the record', (sight) => sight.text.includes('青市监许准〔2026〕3号') && sight.text.includes('返回列表'));
  await click(driver, 'link', '返回列表');
  await until(driver, 'the list again', (sight) => sight.rows === 1 && sight.text.includes('第 1–1 条，共 1 条'));
  await click(driver, 'button', '重置');
  await until(driver, 'the whole list', shows('第 1–10 条，共 12 条'));
}

/**
 * Leaves for another page and comes back: where the browser should keep the page alive, until it has. It keeps none that is
 * left while it still stores something, as ours does when its list is there.
 * @param {Driver} driver @param {string} base @param {boolean} kept
 */
async function leaveAndReturn(driver, base, kept) {
  for (let tries = kept ? 3 : 1; tries > 0; tries--) {
    await until(driver, 'the list', shows('第 1–10 条'));
    await driver.run('window.sgsLeaving = true');
    await driver.goto(`${base}hosts/other.html`);
    await driver.back();
    await until(driver, 'the page again', (sight) => sight.rows > 0);
    if ((await driver.run('window.sgsKept')) === 'kept') return;
  }
  if (kept) throw new Error('the page was not kept alive');
}

/** Visits the page again on a day when its feed has gone. @param {Driver} driver @param {string} url */
async function returnWhenDown(driver, url) {
  await until(driver, 'the list', shows('第 1–10 条'));
  const end = Date.now() + LIMIT;
  while ((await driver.run('document.body.className')) !== 'stored') {
    if (Date.now() > end) throw new Error('the browser has stored no copy');
    await new Promise((done) => setTimeout(done, 25));
  }
  await driver.goto(`${url}?down`);
}

/**
 * Opens a host's page and does there what can be done. Throws what is wrong.
 * @param {Driver} driver @param {string} base of the server, ends in `/` @param {import('../../scripts/hosts.mjs').Host} host @param {string} engine its key
 */
export async function walk(driver, base, host, engine) {
  const url = `${base}hosts/${host.id}.html`;
  await driver.goto(url);
  if (host.kept) await leaveAndReturn(driver, base, host.kept.includes(engine));
  if (host.down) await returnWhenDown(driver, url);
  if (host.shows === 'fallback') await until(driver, 'the fallback content', (sight) => sight.fallback && sight.rows === 0);
  else if (host.shows === 'refused') await until(driver, 'why there is nothing', (sight) => sight.fallback && sight.text.includes('被网页的安全策略禁止') && sight.text.includes('重试'));
  else await useIt(driver);
  const refused = (/** @type {string} */ fault) => fault.startsWith('error: did not load') && Boolean(host.blocked?.test(fault));
  const { faults } = await until(driver, host.says ?? 'the end', (sight) => sight.text.includes(host.says ?? '') && (!host.blocked || sight.faults.some(refused)));
  const wrong = [...faults, ...driver.faults()].filter((fault) => !notOurs.test(fault) && !host.blamed?.test(fault) && !refused(fault));
  if (wrong.length) throw new Error([...new Set(wrong)].join('; '));
}

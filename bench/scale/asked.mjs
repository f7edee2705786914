// @ts-check
// Queries through the page's own source, in Node: which rows come, how many bytes and rounds it takes. A file takes one
// tick of a clock that stands still otherwise, so that a round is what waits for an answer, whatever the machine does.

/**
 * @typedef {{ ids: string[], total: number, complete: boolean, bytes: number, requests: number, rounds: number }} Answer
 * `bytes`: on the wire
 */

let visitors = 0;

/**
 * One query of somebody who has the first page and nothing else.
 * @param {typeof import('./ours.js')} ours @param {ReturnType<typeof import('./site.mjs').siteOf>} site
 * @param {string} manifest @param {import('./queries.mjs').Query} query @param {number} size of a page
 * @returns {Promise<Answer>}
 */
export async function ask({ openFolder, queryOf }, site, manifest, { kind, q }, size) {
  // Files are kept by their addresses: each visitor has addresses of his own.
  const base = `https://visitor-${++visitors}.example`;
  let bytes = 0;
  let requests = 0;
  let rounds = 0;
  /** @type {(() => void)[]} */
  let waiting = [];
  /** Answers of one tick come together, before anything that waits for them goes on: one timer, however slow the disk is. */
  const tick = () => new Promise((/** @type {(value?: undefined) => void} */ done) => {
    if (waiting.push(done) > 1) return;
    setTimeout(() => {
      const all = waiting;
      waiting = [];
      for (const answer of all) answer();
    });
  });
  const source = openFolder(`${base}/data/sgs.json`, manifest, async (url) => {
    const mine = rounds + 1;
    const found = site.answer(url.slice(base.length));
    requests++;
    if (found) bytes += site.wire(found);
    await tick();
    rounds = Math.max(rounds, mine);
    return found && new Uint8Array(found.body);
  });
  const { rows, total, complete } = await source.query(queryOf(kind, q, size));
  return { ids: rows.map(({ id }) => id), total, complete, bytes, requests, rounds };
}

// @ts-check
// What `node bench/scale.mjs --json <file>` leaves in its file, step by step; bars and report read it from there.
// Everything is cold, kB are 1000 bytes on the wire, headers of the answers included.

/**
 * @typedef {import('./publish.mjs').Used} Used
 * @typedef {import('./days.mjs').Day} Day
 * @typedef {import('../maths.mjs').Spread} Spread
 *
 * @typedef {object} Scale of a feed in a static folder
 * @property {number} records
 * @property {{ files: number, bytes: number, index: number }} [size] of the folder; `index`: bytes of what a search reads but rows
 * @property {Used & { on: string, again?: boolean }} [published] `again`: the folder was there, made by the same tool
 * @property {Day[]} [days] publications of a day, one after the other
 * @property {Class[]} [queries] all queries, through the page's own source in Node
 * @property {Class[]} [later] a part of them, after those days
 * @property {FirstPage} [firstPage] in Chromium
 * @property {Asked[]} [browser] a sample of the queries, in Chromium
 * @property {Shaping} [shaping]
 * @property {string} [failed] what could not be measured, and why
 *
 * @typedef {object} Class one class of queries
 * @property {string} name
 * @property {import('./queries.mjs').Bar} [bar] that it counts for
 * @property {number} asked @property {number} right whose first page was that of a full scan
 * @property {number} totals whose total was exact at once
 * @property {number} kb50 @property {number} kb95 @property {number} kbMost
 * @property {number} requests50
 * @property {number} rounds50 requests one after another @property {number} roundsMost @property {number} tooMany queries with more than ROUNDS
 * @property {{ q: string, kind: string, rounds: number, kb: number }} hardest the query with the most rounds, of these the one with the most bytes
 *
 * @typedef {object} Asked one class of queries, as pages asked them
 * @property {string} name
 * @property {number} asked @property {number} right
 * @property {number} ms50 @property {number} ms95 from pressing 查询 to the frame with the rows of the answer
 * @property {number} kb50 @property {number} requests50 @property {number} roundsMost
 * @property {number} same that took as many requests and bytes as in Node
 *
 * @typedef {object} FirstPage a visit until nothing more is asked for
 * @property {number} kb of the folder's files @property {number} plainKb where the server does not compress
 * @property {number} requests for these
 * @property {Readonly<Record<string, number>>} scriptKb by file
 * @property {Spread} rowsMs from asking for the page to the frame with ten rows
 *
 * @typedef {object} Shaping proof that the line was slow for every request
 * @property {number} askedMs what a known number of bytes should take @property {number} tookMs
 * @property {number} shortestMs the fastest of all requests for files of the folder
 */

/** What the bar allows one query. */
export const ROUNDS = 4;

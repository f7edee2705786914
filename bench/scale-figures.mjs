// @ts-check
// What `node bench/scale.mjs --json <file>` leaves in its file; bars and report read it from there.

/**
 * @typedef {object} Scale of a feed in a static folder, cold, 10 Mbit/s, 40 ms; medians
 * @property {number} records
 * @property {number} [firstPageKb] on the wire until the first page stands, in kB
 * @property {number} [firstRowsMs]
 * @property {number} [name2Kb] a name query of two characters @property {number} [name4Kb] of four and more
 * @property {number} [codeKb] a credit code or a document number
 * @property {number} [roundTrips] one after another, the most of any query
 * @property {number} [asked] queries compared with a full scan @property {number} [right] whose first page was equal
 * @property {number} [publishSeconds] on one core
 * @property {number} [rewritten] part of the index that a day's publication writes, 0 to 1
 * @property {{ name: string, ms50: number, ms95: number, kb50: number, kb95: number, requests?: number }[]} [rows] by class of query
 * @property {string} [failed]
 */

export {};

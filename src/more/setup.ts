/**
 * What a column needs that has a configuration, several feeds or a catalogue, reads its feed again and again,
 * is searched, or has something to say to the webmaster.
 */
export { portalSource } from '../source/api.js';
export { compile } from '../source/compile.js';
export { poll } from '../elements/poll.js';
export { logFeedReport } from '../elements/log-feed-report.js';
export { configProblem } from '../model/config-check.js';
export { findRanges } from '../query/ranges.js';
export { readPages } from '../feed/pages.js';
export { mergeReports } from '../feed/reports.js';

/** What only a column with a configuration needs. */
export { configProblem } from '../model/config-check.js';
export { readPages } from '../feed/pages.js';

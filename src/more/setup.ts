/** What a column needs that has a configuration, several feeds or a catalogue, or reads its feed again and again. */
export { compile } from '../source/compile.js';
export { poll } from '../elements/poll.js';
export { configProblem } from '../model/config-check.js';
export { readPages } from '../feed/pages.js';

/** What a person may do with the records, loaded with the first tool that is asked for. */
export { copyLink } from '../elements/tools/clipboard.js';
export { printElement } from '../elements/tools/paper.js';
export { show } from '../elements/tools/show.js';
export { readAloud } from '../elements/tools/speak.js';

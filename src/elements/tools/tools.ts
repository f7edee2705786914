/** What a person may do with the records, loaded with the first tool that is asked for. */
export { copyLink } from './clipboard.js';
export { printElement } from './paper.js';
export { show } from './show.js';
export { readAloud } from './speak.js';

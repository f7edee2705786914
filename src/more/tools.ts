/** What a person may do with the records, loaded with the first tool that is asked for. */
export { runAction } from '../elements/tools/actions.js';

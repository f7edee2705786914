/** What must be known before the first element is defined: one that stands in the page is made at once. */
import { setStyleSheet } from '../elements/style-sheet.js';
import { scriptContext } from './context.js';

/** Set by the build: the integrity of the files that stand beside the script, by their names. */
declare const SGS_INTEGRITY: Readonly<Record<string, string>>;

const { beside, integrity, nonce } = scriptContext();
Object.assign(integrity, SGS_INTEGRITY);
setStyleSheet(beside('sgs.css'), nonce);

/** The scorecard's script stands alone or beside `sgs.js`, whose styles are not its own. */
import { setStyleSheet } from '../elements/style-sheet.js';
import { scriptContext } from './context.js';

const { beside, nonce } = scriptContext();
setStyleSheet(beside('sgs.scorecard.css'), nonce);

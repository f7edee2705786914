/** What the assistant adds to the styles that it shares with the elements; later ones win. */
import { controls } from './styles/controls.js';
import { media } from './styles/media.js';
import { page } from './styles/page.js';
import { tables } from './styles/tables.js';

export const styles = [page, tables, controls, media];

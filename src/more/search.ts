/** The second file for searching, loaded when a search found nothing as it was typed. */
import { createForgiving } from '../query/forgiving/forgiving.js';

/** What the file brings. */
export const searching = { createForgiving } as const;
export type Searching = typeof searching;

/** What writer and reader of the gram files agree on. */
import { hashOf } from '../feed/hash.js';

/** A place in a text that is not remembered: too far, or the gram occurs more than once. */
export const ANYWHERE = 255;

/** How a term's records are listed: one by one, or how many of each file of rows; here or in files of its own. */
export const LISTED = 0, COUNTED = 1, OWN = 2;

/** A file of a frequent term. @param block of its list, where that is cut */
export const ownFile = (term: string, block = 0): string => `b/${hashOf(term)}${block ? `-${block}` : ''}.json`;

/** Addresses in which a personal number stands (`…?id=999999…`) are no links for the public. */
import { findPersonalNumbers } from './find.js';

const decode = (link: string): string => {
  try {
    return decodeURIComponent(link);
  } catch {
    // No address of a page, but perhaps one of a file in another charset.
    return link;
  }
};

/** Long numbers of pages and articles look like bank accounts; ways and places in them are no one's home. */
const HARMLESS: ReadonlySet<string> = new Set(['bank', 'address', 'plate']);

/** Whether a link may be shown. */
export const mayShowLink = (link: string): boolean =>
  findPersonalNumbers(decode(link), { office: true }).every(({ kind }) => HARMLESS.has(kind));

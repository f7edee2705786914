/** What a feed says about itself, from what stands around its records. */
import { isPlainObject, type SgsConfig } from '../model/config.js';
import type { Standard } from '../rules/status.js';
import type { FeedMeta } from './feed.js';
import type { FeedShapes } from './record-rules.js';
import { cleanText } from './text.js';

export const standardOf = (root: unknown): Standard | undefined => {
  const value = isPlainObject(root) ? String(root['standard']) : '';
  return value === '2015' || value === '2018' ? value : undefined;
};

/** The site's own texts come before the feed's. */
export const metaOf = (root: unknown, config: SgsConfig, { readDate }: Pick<FeedShapes, 'readDate'>): FeedMeta => {
  const source = isPlainObject(root) ? root : {};
  const { publisher } = source;
  const updated = readDate(source['updated'] || source['updateTime']);
  const notice = config.texts?.notice ?? cleanText(source['notice']);
  const remedy = config.texts?.remedy ?? cleanText(source['remedy']);
  return {
    ...(updated && { updated }),
    ...(isPlainObject(publisher) && {
      publisher: { name: cleanText(publisher['name']), code: cleanText(publisher['code']), url: cleanText(publisher['url']) },
    }),
    ...(notice && { notice }),
    ...(remedy && { remedy }),
  };
};

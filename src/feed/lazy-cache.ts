/** The last good copies, for a page: comes with the rules, for before them there is nothing to keep. */
import { importOptional } from '../model/import-optional.js';
import type { FeedCache } from './cache.js';

const cache = async (): Promise<FeedCache | undefined> => (await importOptional(() => import('./cache.js')))?.feedCache;

export const lazyCache: FeedCache = {
  read: async (url, config) => (await cache())?.read(url, config),
  save: async (url, config, copy) => (await cache())?.save(url, config, copy),
};

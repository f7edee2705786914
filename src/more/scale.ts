/** For feeds that are too big for a page: a folder of small files is read as it is searched. */
export { openShards } from '../source/shards.js';

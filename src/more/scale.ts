/** For feeds that are too big for a page: a worker reads and searches them, or a folder of small files is read as it is searched. */
export { openWorker } from '../source/open.js';
export { openShards } from '../source/shards.js';

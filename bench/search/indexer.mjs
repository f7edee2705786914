// Unchecked, as peers.mjs: types are checked where the peers are not installed, too.
import * as pagefind from 'pagefind';

export const indexer = pagefind;

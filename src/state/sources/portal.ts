/** A portal that searches itself: it is asked page by page, so that there is nothing to read beforehand. */
import type { FeedCache } from '../../feed/cache.js';
import { read } from '../../feed/load.js';
import type { SgsConfig } from '../../model/config.js';
import type { Kind } from '../../model/kinds.js';
import { importOptional } from '../../model/import-optional.js';
import type { RecordSource } from '../../source/source.js';
import type { FeedState } from '../feed-state.js';

export interface PortalOptions {
  readonly url: string;
  readonly config: SgsConfig;
  /** Kinds the lists show, as they are when an answer comes. */
  readonly kinds: Iterable<Kind>;
  readonly cache: FeedCache;
  readonly onState: (state: FeedState) => void;
}

/**
 * Asked where the configuration has a `request`. undefined: it is a feed that is read as a whole. Without the part that asks
 * a portal, its first answer is all there is.
 */
export async function openPortal(
  { url, config, kinds, cache, onState }: PortalOptions,
): Promise<RecordSource | undefined> {
  const api = await importOptional(() => import('../../source/api.js'));
  return api?.portalSource({ url, config, kinds, read, cache, onState });
}

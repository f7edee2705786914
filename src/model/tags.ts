/** Names of the elements, in the order in which they are defined: search boxes and details look for the lists. */
export const LIST_TAGS = ['sgs-list', 'sgs-column'] as const;

/** Elements that show a feed: those of `sgs.js`. */
export const FEED_TAGS = [...LIST_TAGS, 'sgs-search', 'sgs-detail'] as const;

/** Every element; the scorecard has a script of its own. */
export const ALL_TAGS = [...FEED_TAGS, 'sgs-scorecard'] as const;

export type FeedTag = (typeof FEED_TAGS)[number];
export type ElementTag = (typeof ALL_TAGS)[number];

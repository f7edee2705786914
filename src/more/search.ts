/** For a search that found nothing as it was typed. */
export { createFuzzyMatcher } from '../query/fuzzy/matcher.js';
export { searchFallback } from '../state/search-fallback.js';

/** Registers every element that shows a feed. */
import { defineElement } from './elements/define-element.js';
import { SgsColumn } from './elements/sgs-column/sgs-column.js';
import { SgsDetail } from './elements/sgs-detail/sgs-detail.js';
import { SgsList } from './elements/sgs-list/sgs-list.js';
import { SgsSearch } from './elements/sgs-search/sgs-search.js';
import { FEED_TAGS, type FeedTag } from './model/tags.js';

const ELEMENTS: Readonly<Record<FeedTag, CustomElementConstructor>> = {
  'sgs-list': SgsList,
  'sgs-column': SgsColumn,
  'sgs-search': SgsSearch,
  'sgs-detail': SgsDetail,
};

for (const tag of FEED_TAGS) defineElement(tag, ELEMENTS[tag]);

/** Everything an application may import. Importing it changes nothing: `sgs-widgets/define` registers the elements. */
export { SgsColumn } from './elements/sgs-column/sgs-column.js';
export { SgsDetail } from './elements/sgs-detail/sgs-detail.js';
export { SgsList } from './elements/sgs-list/sgs-list.js';
export { SgsScorecard } from './elements/sgs-scorecard/sgs-scorecard.js';
export { SgsScoreEvent } from './elements/sgs-scorecard/event.js';
export { SgsSearch } from './elements/sgs-search/sgs-search.js';
export { SgsErrorEvent, SgsLoadEvent, SgsPageEvent, SgsSearchEvent, SgsSelectEvent, type LoadDetail } from './elements/events.js';

export { registerLocale } from './locale/locale.js';
export { en } from './locale/en.js';
export { zhCN } from './locale/zh-CN.js';
export { zhHant } from './locale/zh-Hant.js';
export type { Messages } from './locale/messages.js';

export type { SgsConfig } from './model/config.js';
export type { Failure, FailureCode } from './model/failure.js';
export { KIND_DEFS, KINDS, type Kind, type KindDef } from './model/kinds.js';
export { officialLabel, type FieldName } from './model/fields.js';
export type { ExtraField, SgsRecord, Status } from './model/record.js';
export type { Filters, Query, SortField } from './query/query.js';
export type { Facet, Facets, Page } from './source/source.js';
export type { Department } from './score/departments.js';
export type { Scored } from './score/points.js';
export type { DepartmentScore, Scorecard } from './score/score.js';
export type { ScoreSettings } from './score/settings.js';
export type { Fix } from './score/tally.js';
export type { FeedMeta, FeedReport } from './feed/feed.js';
export type { ListRequest, ListSettings, ListSnapshot, ListStore } from './state/list.js';

/**
 * Chinese for what the manifest says in English of elements, events, methods and slots, for the site and for Storybook's tables;
 * attributes and the like are in stories/guide/words.ts.
 */

export const ELEMENTS: Readonly<Record<string, string>> = {
  'sgs-column': '整个专栏：分类标签、查询、列表、详情。',
  'sgs-list': '列表，一页一页显示；打开的信息显示在原处。',
  'sgs-search': '查询框，可以放在页面任意位置：由 `for` 指定列表，不写时找同一数据的列表，或者页面上唯一的列表。',
  'sgs-detail': '一条信息：由 `record` 指定，或者是列表中打开的、地址栏里写明的那一条。',
  'sgs-scorecard': '给监督人员：各部门公示得是否及时、完整、准确、不中断。在网页中读取列表中各部门的数据，不向外发送任何内容。由 `sgs.scorecard.js` 提供。',
};

export const EVENTS: Readonly<Record<string, string>> = {
  'sgs-load': '数据已读完。`detail`：`total` 公示条数、`rejected` 有误条数、`withheld` 未公示条数、`updated` 更新日期',
  'sgs-error': '数据或配置读不到。`detail.failure`：`code`、`detail`（给网站管理员的说明）、`url`、`status`，见“排查”',
  'sgs-search': '读者查询、筛选或者重置了。`detail`：`query`',
  'sgs-page': '换了一页。`detail`：`page`',
  'sgs-select': '读者打开一条信息。`detail`：`record`。调用 `preventDefault()` 后列表不打开，由网页自己处理',
  'sgs-score': '各部门都已读取，或者换了月份。`detail`：`scorecard`',
};

export const METHODS: Readonly<Record<string, string>> = {
  refresh: '重新读取数据', goTo: '显示某一页；超出的显示最后一页',
  focus: '把焦点移到打开的信息、查询框或者条数一行',
};

export const PROPERTIES_ONLY: Readonly<Record<string, string>> = {
  store: '自己有数据的应用：用它代替由 `feed` 读取的数据', readings: '自己读取了各部门数据的应用：各部门的情况，不再读取 `departments`',
};

export const SLOT: readonly [zh: string, en: string] = [
  '标签里面的内容是后备内容：专栏显示之前、数据读取失败又没有旧数据时，读者看到的就是它。', 'What stands inside the tag is fallback content: visible until the first records are shown, and when the feed fails with no older copy.',
];

/** What the manifest says of an attribute, a member, a slot, an event. */
export interface Member {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly kind?: string;
  readonly privacy?: string;
  readonly attribute?: string;
}

/** Public methods of ours, and properties that are no attributes: both are documented in the manifest by their descriptions. */
export const ownMembers = <T extends Member>(all: readonly T[] = []): readonly T[] =>
  all.filter(({ privacy = 'public', description, attribute, name = '' }) =>
    privacy === 'public' && description && !attribute && (name in METHODS || name in PROPERTIES_ONLY));

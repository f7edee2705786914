/** What stands around every page of the site, in its two languages. */

export type Language = 'zh' | 'en';

export interface SiteWords {
  /** As the page declares it. */
  readonly tag: string;
  readonly site: string;
  readonly skip: string;
  readonly menu: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly here: string;
  readonly footer: string;
  /** The other language's name for itself. */
  readonly other: string;
  readonly groups: Readonly<Record<string, string>>;
}

export const SITE_WORDS: Readonly<Record<Language, SiteWords>> = {
  zh: {
    tag: 'zh-CN', site: 'sgs 双公示专栏组件', skip: '跳到正文', menu: '目录', search: '搜索', searchLabel: '搜索本站', here: '本页内容',
    footer: 'MIT 许可。本站的单位、人员和数据均为虚构；可以离线使用，不向任何网站发送内容。', other: 'English',
    groups: { start: '开始', guides: '指南', reference: '参考', help: '帮助' },
  },
  en: {
    tag: 'en', site: 'sgs: licences and penalties', skip: 'Skip to the content', menu: 'Contents', search: 'Search', searchLabel: 'Search this site',
    here: 'On this page',
    footer: 'MIT licence. All departments, people and records here are invented. Works offline and sends nothing anywhere.', other: '中文',
    groups: { start: 'Start', guides: 'Guides', reference: 'Reference', help: 'Help' },
  },
};

/** Every page, in the order of the menu: its name (a file of each language in docs/site) and its group. */
export const PAGES: readonly (readonly [name: string, group: string])[] = [
  ['index', 'start'], ['start', 'start'], ['configurator', 'start'], ['hosting', 'start'],
  ['webmaster', 'guides'], ['clerk', 'guides'], ['designer', 'guides'], ['supervisor', 'guides'], ['developer', 'guides'], ['growth', 'guides'],
  ['elements', 'reference'], ['feed', 'reference'], ['config', 'reference'], ['commands', 'reference'], ['rules', 'reference'],
  ['troubleshooting', 'help'], ['faq', 'help'], ['search', 'help'],
];

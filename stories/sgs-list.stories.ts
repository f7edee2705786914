import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { NO_FILTERS } from '../src/query/query.js';
import type { ListStore } from '../src/state/list.js';
import { changedStore, storeOf } from '../test/fixtures/elements/stores.js';
import { appear, commonArgs, commonArgTypes, once, type CommonArgs } from './shared.js';

interface Args extends CommonArgs {
  columns: string;
  detail: string;
  exports: string;
}

const story = (make: () => ListStore, given: Partial<StoryObj<Args>> = {}): StoryObj<Args> => {
  const store = once(make);
  return {
    render: ({ theme, elder, lang, headingLevel, columns, detail, exports }) => html`<sgs-list
      .store=${store()} theme=${theme} ?elder=${elder} lang=${lang} heading-level=${headingLevel} columns=${columns} detail=${detail} exports=${exports}
    ></sgs-list>`,
    ...given,
  };
};

const meta: Meta<Args> = {
  title: '列表 sgs-list',
  component: 'sgs-list',
  args: { ...commonArgs, columns: '', detail: 'inline', exports: 'csv xlsx print' },
  argTypes: { ...commonArgTypes, detail: { control: 'text' }, columns: { control: 'text' }, exports: { control: 'text' } },
};
// Storybook reads the meta from the default export.
export default meta;

export const Licenses = story(() => storeOf({ kinds: ['license'] }), { name: '行政许可' });
export const Penalties = story(() => storeOf({ kinds: ['penalty'] }), { name: '行政处罚' });
export const Tabs = story(() => storeOf({ kinds: ['license', 'penalty', 'honor', 'blacklist', 'notice', 'catalog'] }), { name: '多个栏目' });

export const Paging = story(() => storeOf({ kinds: ['penalty'] }), {
  name: '翻页',
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-list', '[aria-label="第 2 页"]')).click();
    await appear(canvasElement, 'sgs-list', '[aria-label="第 2 页"][aria-current]');
    const range = await appear(canvasElement, 'sgs-list', '#range');
    await expect(range.textContent).toBe('第 11–20 条，共 133 条');
    await expect(range.getRootNode()).toHaveProperty('activeElement', range);
  },
});

export const Opened = story(() => storeOf({ kinds: ['penalty'] }), {
  name: '打开一条',
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-list', 'tbody a')).click();
    const heading = await appear(canvasElement, 'sgs-list', '#record');
    await expect(heading.textContent).toContain('预包装食品案');
  },
});

export const Found = story(() => storeOf({ kinds: ['penalty'], filters: { ...NO_FILTERS, q: '食品' } }), { name: '查询结果' });
export const Narrow = story(() => storeOf({ kinds: ['penalty'], size: 5 }), {
  name: '手机',
  decorators: [(inner) => html`<div class="narrow">${inner()}</div><style>.narrow { max-width: 358px }</style>`],
});
export const Elder = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5 }), { name: '大字版', args: { elder: true } });
export const Red = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5 }), { name: '红色', args: { theme: 'red' } });
export const Plain = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5 }), { name: '素色', args: { theme: 'plain' } });
export const Dark = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5 }), {
  name: '深色',
  decorators: [(inner) => html`<div class="dark">${inner()}</div><style>.dark { color-scheme: dark; background: #15191e; margin: -1rem; padding: 1rem }</style>`],
});
export const English = story(() => storeOf({ kinds: ['license', 'penalty'], size: 5 }), { name: 'English', args: { lang: 'en' } });
export const Empty = story(() => storeOf({ records: [] }), { name: '暂无公示信息' });
export const NoResult = story(() => storeOf({ kinds: ['penalty'], filters: { ...NO_FILTERS, q: '没有这样的公司' } }), { name: '没有查询到' });
export const Loading = story(() => storeOf({ hangs: true }), { name: '正在加载' });
export const Failed = story(() => storeOf({ failure: { code: 'timeout', detail: '15 秒内没有收到数据。' } }), { name: '获取失败' });
export const Stale = story(() => changedStore(storeOf({ kinds: ['penalty'], size: 5 }), () => ({ stale: '2025-10-20' })), { name: '旧数据' });
export const Arriving = story(
  () => changedStore(storeOf({ kinds: ['penalty'], size: 5 }), ({ page }) => (page ? { page: { ...page, complete: false } } : {})),
  { name: '仍在载入' },
);

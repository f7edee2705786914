import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { NO_FILTERS } from '../src/query/query.js';
import { bare, blacklist, disputed, honors, long, notices, person, revoked, unsure } from '../test/fixtures/elements/records.js';
import { changedStore, storeOf } from '../test/fixtures/elements/stores.js';
import { appear, argTypes, as, named, says, storeIn, type Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: '列表 sgs-list',
  id: 'list',
  component: 'sgs-list',
  argTypes,
  render: (args, context) => html`<sgs-list .store=${storeIn(context)} ${as(args, context)}></sgs-list>`,
};
// Storybook reads the meta from the default export.
export default meta;

export const Playground: Story = {
  name: '可调属性',
  args: { feed: 'data/sgs.json', 'url-key': '' },
  render: (args, context) => html`<sgs-list ${as(args, context)}><p>正在读取数据，请稍候。</p></sgs-list>`,
  play: async ({ canvasElement }) => {
    await appear(canvasElement, 'sgs-list', 'table');
  },
};

// Kinds
export const Licenses: Story = { name: '行政许可', parameters: { store: () => storeOf({ kinds: ['license'] }) } };
export const Penalties: Story = { name: '行政处罚', tags: ['visual'], parameters: { store: () => storeOf({ kinds: ['penalty'] }) } };
export const Honors: Story = { name: '表彰奖励', tags: ['!autodocs'], parameters: { store: () => storeOf({ kinds: ['honor'], records: honors }) } };
export const Blacklist: Story = { name: '质量诚信黑榜', tags: ['!autodocs'], parameters: { store: () => storeOf({ kinds: ['blacklist'], records: blacklist }) } };
export const Notices: Story = { name: '制度发布与宣传', tags: ['!autodocs'], parameters: { store: () => storeOf({ kinds: ['notice'], records: notices }) } };
export const Catalog: Story = { name: '双公示目录', tags: ['!autodocs'], parameters: { store: () => storeOf({ kinds: ['catalog'] }) } };
export const Tabs: Story = {
  name: '多个栏目',
  parameters: { store: () => storeOf({ kinds: ['license', 'penalty', 'honor', 'blacklist', 'notice', 'catalog'] }) },
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-list', '#tab-honor')).click();
    await says(canvasElement, 'sgs-list', '第六届青岚市市长质量奖');
  },
};

// What a person does
export const Paging: Story = {
  name: '翻页',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty'] }) },
  play: async ({ canvasElement }) => {
    (await named(canvasElement, 'sgs-list', '第 2 页')).click();
    await says(canvasElement, 'sgs-list', '第 11–20 条，共 133 条');
    const range = await appear(canvasElement, 'sgs-list', '#range');
    await expect(range.getRootNode()).toHaveProperty('activeElement', range);
  },
};
export const Opened: Story = {
  name: '打开一条',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty'] }) },
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-list', 'tbody a')).click();
    const heading = await appear(canvasElement, 'sgs-list', '#record');
    await expect(heading.textContent).toContain('预包装食品案');
    await named(canvasElement, 'sgs-list', '返回列表');
    await named(canvasElement, 'sgs-list', '朗读');
  },
};

// What comes of a search
export const Found: Story = { name: '查询结果', parameters: { store: () => storeOf({ kinds: ['penalty'], filters: { ...NO_FILTERS, q: '食品' } }) } };
export const NoResult: Story = {
  name: '没有查询到',
  parameters: { store: () => storeOf({ kinds: ['penalty'], filters: { ...NO_FILTERS, q: '没有这样的公司' } }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '没有查询到相关信息'),
};
export const RemoteReader: Story = {
  name: '在别的栏目里查询到',
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license', 'honor'], filters: { ...NO_FILTERS, q: '电梯安装' } }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '行政许可中有'),
};
export const Guessed: Story = {
  name: '按拼音查询到（scjd）',
  parameters: { store: () => storeOf({ kinds: ['penalty'], size: 5, filters: { ...NO_FILTERS, q: 'scjd' } }) },
  play: async ({ canvasElement }) => {
    await says(canvasElement, 'sgs-list', '没有完全匹配的信息，以下为相近结果');
    await expect((await appear(canvasElement, 'sgs-list', 'mark')).textContent).toBe('市场监督');
  },
};
export const GuessedSmall: Story = { ...Guessed, name: '按拼音查询到，320', tags: ['!autodocs', 'w320'], globals: { viewport: { value: 'w320' } } };

// How records come
export const Loading: Story = {
  name: '正在加载',
  parameters: { store: () => storeOf({ hangs: true }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '正在加载'),
};
export const LoadingWithFallback: Story = {
  name: '正在加载，显示备用内容',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ hangs: true }) },
  render: (args, context) => html`<sgs-list .store=${storeIn(context)} ${as(args, context)}><p><a href="https://www.example.gov.cn/sgs/">双公示信息（网页版）</a></p></sgs-list>`,
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '正在加载'),
};
export const Arriving: Story = {
  name: '仍在载入',
  parameters: { store: () => changedStore(storeOf({ kinds: ['penalty'], size: 5 }), ({ page }) => (page ? { page: { ...page, complete: false } } : {})) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '已载入 133 条'),
};
export const Empty: Story = {
  name: '暂无公示信息',
  parameters: { store: () => storeOf({ records: [] }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '暂无公示信息'),
};
export const Failed: Story = {
  name: '获取失败',
  parameters: { store: () => storeOf({ failure: { code: 'timeout', detail: '15 秒内没有收到数据。' } }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '暂时无法获取公示信息'),
};
export const NoAddress: Story = {
  name: '尚未设置数据来源',
  tags: ['!autodocs'],
  render: (args, context) => html`<sgs-list ${as(args, context)}></sgs-list>`,
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '尚未设置数据来源'),
};
export const Stale: Story = {
  name: '旧数据',
  parameters: { store: () => changedStore(storeOf({ kinds: ['penalty'], size: 5 }), () => ({ stale: '2025-10-20' })) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', '当前显示的是 2025年10月20日 的数据'),
};
export const OneMissing: Story = {
  name: '几个来源中缺一个',
  parameters: {
    store: () => changedStore(storeOf({ kinds: ['penalty'], size: 5 }), () => ({ failures: [{ code: 'network', detail: '', url: 'https://www.example.gov.cn/sgs/yjglj.json' }] })),
  },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-list', 'yjglj.json'),
};

// What records are like
export const Kinds: Story = {
  name: '撤销、异议、自然人、缺项、超长',
  tags: ['visual', 'visual-390'],
  parameters: { store: () => storeOf({ kinds: ['penalty'], records: [revoked, disputed, unsure, person, bare, long] }) },
  play: async ({ canvasElement }) => {
    for (const text of ['已撤销', '异议处理中', '状态待核实', '张某', '—']) await says(canvasElement, 'sgs-list', text);
  },
};
export const OwnColumns: Story = {
  name: '自选的列，不可打开',
  tags: ['!autodocs'],
  args: { columns: 'subjectName creditCode result decidedOn', detail: 'none', exports: '', 'heading-level': 3 },
  parameters: { store: () => storeOf({ kinds: ['penalty'], size: 3 }) },
};
export const OwnColours: Story = {
  name: '自定颜色与字体',
  tags: ['!autodocs'],
  args: { '--sgs-accent': '#0b5345', '--sgs-surface': '#eef6f3', '--sgs-radius': '12px', '--sgs-font-size': '18px', '--sgs-padding': '16px' },
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'], size: 3 }) },
};

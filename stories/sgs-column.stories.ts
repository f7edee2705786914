import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { NO_FILTERS } from '../src/query/query.js';
import { changedStore, storeOf } from '../test/fixtures/elements/stores.js';
import { appear, argTypes, as, named, says, storeIn, type, type Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: '专栏 sgs-column',
  id: 'column',
  component: 'sgs-column',
  argTypes,
  render: (args, context) => html`<sgs-column .store=${storeIn(context)} ${as(args, context)}></sgs-column>`,
};
// Storybook reads the meta from the default export.
export default meta;

export const Playground: Story = {
  name: '可调属性',
  args: { feed: 'data/sgs.json', 'url-key': '' },
  render: (args, context) => html`<sgs-column ${as(args, context)}><p>正在读取数据，请稍候。</p></sgs-column>`,
  play: async ({ canvasElement }) => {
    await appear(canvasElement, 'sgs-column', 'table');
  },
};
export const Column: Story = { name: '双公示专栏', parameters: { store: () => storeOf() } };
export const Notice: Story = {
  name: '栏目说明',
  parameters: {
    store: () => storeOf({ kinds: ['penalty', 'license', 'honor'], config: { texts: { notice: '本栏目信息在作出决定后7个工作日内发布。\n若当月未公布信息，则表明当月无此类案件。' } } }),
  },
};
export const Filtered: Story = {
  name: '多个条件',
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'], filters: { ...NO_FILTERS, q: '青岚市', category: '罚款', year: '2025' } }) },
  play: async ({ canvasElement }) => {
    (await named(canvasElement, 'sgs-column', '更多条件')).click();
    await appear(canvasElement, 'sgs-column', '#more');
  },
};
export const SearchAndOpen: Story = {
  name: '查询并打开',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'] }) },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'sgs-column', '虚假广告');
    (await named(canvasElement, 'sgs-column', '查询')).click();
    await appear(canvasElement, 'sgs-column', 'mark');
    (await appear(canvasElement, 'sgs-column', 'tbody a[data-id=penalty-8]')).click();
    const heading = await appear(canvasElement, 'sgs-column', '#record');
    await expect(heading.getRootNode()).toHaveProperty('activeElement', heading);
  },
};
export const Guessed: Story = {
  name: '按拼音查询（scjd）',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'], size: 5 }) },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'sgs-column', 'scjd');
    (await named(canvasElement, 'sgs-column', '查询')).click();
    await says(canvasElement, 'sgs-column', '没有完全匹配的信息，以下为相近结果');
  },
};
export const RemoteReader: Story = {
  name: '在别的栏目里查询到',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'], filters: { ...NO_FILTERS, q: '电梯安装' } }) },
  play: async ({ canvasElement }) => {
    await says(canvasElement, 'sgs-column', '行政许可中有');
  },
};
export const Loading: Story = {
  name: '正在加载',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ hangs: true }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '正在加载'),
};
export const Empty: Story = {
  name: '暂无公示信息',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ records: [] }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '暂无公示信息'),
};
export const Failed: Story = {
  name: '获取失败，显示备用内容',
  parameters: { store: () => storeOf({ failure: { code: 'network', detail: '没有网络。' } }) },
  render: (args, context) => html`<sgs-column .store=${storeIn(context)} ${as(args, context)}><p><a href="https://www.example.gov.cn/sgs/">双公示信息（网页版）</a></p></sgs-column>`,
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '请检查网络后重试'),
};
export const Withheld: Story = {
  name: '不明确、已修复的不公示',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'], size: 3, report: { withheld: { unclear: 3, repaired: 2 } } }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '第 1–3 条'),
};
export const ExpiredWhileOpen: Story = {
  name: '打开时公示期满',
  tags: ['!autodocs'],
  parameters: { store: () => changedStore(storeOf({ size: 3 }), ({ phase }) => (phase === 'ready' ? { opened: null } : {})) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '没有找到这条信息，可能已过公示期限'),
};
export const FewerThanAnnounced: Story = {
  name: '收到的比声明的少',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ failure: { code: 'truncated', detail: '数据声明有 132 条，只收到 40 条。' } }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '暂时无法获取公示信息'),
};
export const Stale: Story = {
  name: '旧数据',
  tags: ['!autodocs'],
  parameters: { store: () => changedStore(storeOf({ size: 3 }), () => ({ stale: '2025-10-20' })) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-column', '当前显示的是 2025年10月20日 的数据'),
};

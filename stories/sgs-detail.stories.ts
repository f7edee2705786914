import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Kind } from '../src/model/kinds.js';
import { bare, blacklist, records, unsure } from '../test/fixtures/elements/records.js';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, argTypes, as, says, storeIn, type Args } from './shared.js';

type Story = StoryObj<Args>;

const kinds: readonly Kind[] = ['license', 'penalty', 'honor', 'blacklist', 'notice', 'catalog'];

const meta: Meta<Args> = {
  title: '详情 sgs-detail',
  id: 'detail',
  component: 'sgs-detail',
  argTypes,
  parameters: {
    store: () => storeOf({ kinds, records: [...records, ...blacklist, bare, unsure] }),
  },
  render: (args, context) => html`<sgs-detail .store=${storeIn(context)} ${as(args, context)}></sgs-detail>`,
  play: async ({ canvasElement }) => {
    await appear(canvasElement, 'sgs-detail', '#record');
  },
};
// Storybook reads the meta from the default export.
export default meta;

export const License: Story = { name: '行政许可', args: { record: 'license-1' } };
export const Penalty: Story = { name: '行政处罚', tags: ['visual'], args: { record: 'penalty-1' } };
export const Honor: Story = { name: '表彰奖励', tags: ['!autodocs'], args: { record: 'honor-1' } };
export const Blacklist: Story = { name: '质量诚信黑榜', tags: ['!autodocs'], args: { record: 'blacklist-1' } };
export const Policy: Story = { name: '制度文件', tags: ['!autodocs'], args: { record: 'notice-1' } };
export const Catalog: Story = { name: '双公示目录', tags: ['!autodocs'], args: { record: 'catalog-1' } };

export const Revoked: Story = {
  name: '已撤销',
  tags: ['visual'],
  args: { record: 'penalty-revoked' },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '依法予以撤销'),
};
export const Disputed: Story = { name: '异议处理中', args: { record: 'penalty-disputed' }, play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '异议处理中') };
export const Unsure: Story = { name: '状态待核实', tags: ['!autodocs'], args: { record: 'penalty-unsure' } };
export const Person: Story = { name: '自然人', tags: ['!autodocs'], args: { record: 'penalty-person' }, play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '张某') };
export const Long: Story = { name: '很长的内容', tags: ['!autodocs'], args: { record: 'penalty-long' } };
export const Bare: Story = { name: '缺少的内容', args: { record: 'penalty-bare' }, play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '—') };
export const Help: Story = {
  name: '异议申请与信用修复',
  tags: ['!autodocs'],
  args: { record: 'penalty-1' },
  parameters: {
    store: () => storeOf({
      kinds,
      config: { texts: { contact: '咨询电话：0000-12345678', objection: 'https://www.example.gov.cn/yiyi', repair: 'https://www.example.gov.cn/xiufu' } },
    }),
  },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '信用修复'),
};
export const NotFound: Story = { name: '没有这条信息', args: { record: 'gone' }, play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '没有找到这条信息') };
export const Loading: Story = {
  name: '正在加载',
  tags: ['!autodocs'],
  args: { record: 'penalty-1' },
  parameters: { store: () => storeOf({ hangs: true }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '正在加载'),
};
export const Failed: Story = {
  name: '获取失败',
  tags: ['!autodocs'],
  args: { record: 'penalty-1' },
  parameters: { store: () => storeOf({ failure: { code: 'http', detail: '服务器返回 404。', status: 404 } }) },
  play: async ({ canvasElement }) => says(canvasElement, 'sgs-detail', '暂时无法获取公示信息'),
};

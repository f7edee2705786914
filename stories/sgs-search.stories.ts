import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { NO_FILTERS } from '../src/query/query.js';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, argTypes, as, named, storeIn, type, type Args } from './shared.js';

type Story = StoryObj<Args>;

// A search form and the list it searches, which may stand anywhere on the page.
const meta: Meta<Args> = {
  title: '查询 sgs-search',
  id: 'search',
  component: 'sgs-search',
  argTypes: { ...argTypes, for: { control: false } },
  parameters: {
    store: () => storeOf({ kinds: ['penalty', 'license'], size: 3 }),
  },
  render: (args, context) => html`
    <sgs-search ${as({ ...args, for: context.id }, context)}></sgs-search>
    <sgs-list id=${context.id} .store=${storeIn(context)} ${as({}, context)}></sgs-list>
  `,
};
// Storybook reads the meta from the default export.
export default meta;

export const Search: Story = { name: '查询' };
export const Unfolded: Story = {
  name: '更多条件',
  play: async ({ canvasElement }) => {
    (await named(canvasElement, 'sgs-search', '更多条件')).click();
    await appear(canvasElement, 'sgs-search', '#more');
  },
};
export const Live: Story = {
  name: '边输边查',
  args: { live: true },
  play: async ({ canvasElement }) => {
    await appear(canvasElement, 'sgs-list', 'table');
    await type(canvasElement, 'sgs-search', '望江');
    const mark = await appear(canvasElement, 'sgs-list', 'mark');
    await expect(mark.textContent).toBe('望江');
  },
};
export const Chips: Story = {
  name: '已选条件',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license'], size: 3, filters: { ...NO_FILTERS, year: '2025', category: '罚款' } }) },
  play: async ({ canvasElement }) => {
    await named(canvasElement, 'sgs-search', '移除年份：2025年');
  },
};
export const KeywordOnly: Story = { name: '只有关键词', args: { fields: 'q' } };
export const Alone: Story = {
  name: '页面上没有列表',
  tags: ['!autodocs'],
  render: (args, context) => html`<sgs-search ${as({ ...args, for: 'nowhere' }, context)}></sgs-search>`,
  play: async ({ canvasElement }) => {
    await named(canvasElement, 'sgs-search', '查询');
  },
};
export const Elder: Story = { name: '大字版', tags: ['!autodocs'], globals: { elder: 'large' } };

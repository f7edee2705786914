/** A record in every look. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, as, storeIn, type Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: '外观/详情',
  id: 'looks-detail',
  tags: ['!autodocs'],
  args: { record: 'penalty-disputed' },
  parameters: {
    store: () => storeOf({ kinds: ['penalty', 'license'], config: { texts: { contact: '咨询电话：0000-12345678', objection: 'https://www.example.gov.cn/yiyi' } } }),
    controls: { disable: true },
  },
  render: (args, context) => html`<sgs-detail .store=${storeIn(context)} ${as(args, context)}></sgs-detail>`,
  play: async ({ canvasElement }) => {
    await appear(canvasElement, 'sgs-detail', '#record');
  },
};
// Storybook reads the meta from the default export.
export default meta;

export const Red: Story = { name: '红色', globals: { theme: 'red', scheme: 'light' } };
export const Plain: Story = { name: '素色', globals: { theme: 'plain', scheme: 'light' } };
export const BlueDark: Story = { name: '蓝色，深色', tags: ['visual'], globals: { theme: 'blue', scheme: 'dark' } };
export const RedDark: Story = { name: '红色，深色', globals: { theme: 'red', scheme: 'dark' } };
export const PlainDark: Story = { name: '素色，深色', globals: { theme: 'plain', scheme: 'dark' } };
export const Phone: Story = { name: '手机', tags: ['w390', 'visual'], args: { record: 'penalty-long' }, globals: { viewport: { value: 'w390' } } };
export const Large: Story = { name: '大字版', globals: { elder: 'large' } };
export const LargeSmall: Story = { name: '大字版，320', tags: ['w320'], args: { record: 'penalty-long' }, globals: { elder: 'large', viewport: { value: 'w320' } } };
export const English: Story = { name: 'English', args: { record: 'license-1' }, globals: { locale: 'en' } };
export const Traditional: Story = { name: '繁體', args: { record: 'license-1' }, globals: { locale: 'zh-Hant' } };
export const Forced: Story = { name: '强制颜色（Windows 高对比度）', tags: ['forced-colors'] };
export const MoreContrast: Story = { name: '系统要求更高对比度', tags: ['more-contrast'] };

/** What a person may do with the records: the buttons above the list and above a record. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, as, named, says, storeIn, type Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: '工具',
  id: 'tools',
  tags: ['!autodocs'],
  parameters: { store: () => storeOf({ kinds: ['penalty', 'license', 'honor'], size: 4 }), controls: { disable: true } },
  render: (args, context) => html`<sgs-column .store=${storeIn(context)} ${as(args, context)}></sgs-column>`,
};
// Storybook reads the meta from the default export.
export default meta;

const openGlance = async (canvas: HTMLElement, name = '数据概览'): Promise<void> => {
  (await named(canvas, 'sgs-column', name)).click();
  await appear(canvas, 'sgs-column', '.bars path');
};

export const Glance: Story = {
  name: '数据概览',
  tags: ['visual', 'visual-390'],
  play: async ({ canvasElement }) => {
    await openGlance(canvasElement);
    await says(canvasElement, 'sgs-column', '7个工作日');
  },
};
export const GlanceDark: Story = { name: '数据概览，深色', globals: { scheme: 'dark', theme: 'red' }, play: async ({ canvasElement }) => openGlance(canvasElement) };
export const GlanceLarge: Story = { name: '数据概览，大字版，320', tags: ['w320'], globals: { elder: 'large', viewport: { value: 'w320' } }, play: async ({ canvasElement }) => openGlance(canvasElement) };
export const GlanceEnglish: Story = { name: '数据概览，English', globals: { locale: 'en' }, play: async ({ canvasElement }) => openGlance(canvasElement, 'At a glance') };
export const GlanceForced: Story = { name: '数据概览，强制颜色', tags: ['forced-colors'], play: async ({ canvasElement }) => openGlance(canvasElement) };

export const Export: Story = {
  name: '导出',
  tags: ['visual'],
  play: async ({ canvasElement }) => {
    (await named(canvasElement, 'sgs-column', '导出')).click();
    await named(canvasElement, 'sgs-column', 'CSV 表格');
    await says(canvasElement, 'sgs-column', '导出当前查询结果，共 133 条');
  },
};
export const ExportLarge: Story = {
  name: '导出，大字版，390',
  tags: ['w390'],
  globals: { elder: 'large', viewport: { value: 'w390' } },
  play: async ({ canvasElement }) => {
    (await named(canvasElement, 'sgs-column', '导出')).click();
    await named(canvasElement, 'sgs-column', 'Excel 表格');
  },
};
export const Large: Story = {
  name: '按下大字版',
  play: async ({ canvasElement }) => {
    (await named(canvasElement, 'sgs-column', '大字版')).click();
    await appear(canvasElement, 'sgs-column', '[aria-pressed=true]');
    await expect(canvasElement.querySelector('sgs-column')).toHaveAttribute('elder');
  },
  // The next story is not for whoever chose it here.
  beforeEach: () => () => localStorage.removeItem('sgs.elder'),
};
export const Open: Story = {
  name: '打开的信息：打印、复制链接、朗读',
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-column', 'tbody a')).click();
    await appear(canvasElement, 'sgs-column', '#record');
    for (const name of ['返回列表', '打印', '复制链接', '朗读', '大字版']) await named(canvasElement, 'sgs-column', name);
  },
};
export const OpenPhone: Story = { ...Open, name: '打开的信息，手机', tags: ['w390'], globals: { viewport: { value: 'w390' } } };

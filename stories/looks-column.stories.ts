/** The column in every look: chosen so that each differs from the others in what it could break. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { NO_FILTERS } from '../src/query/query.js';
import { bare, disputed, licenses, long, penalties, person, revoked } from '../test/fixtures/elements/records.js';
import { changedStore, storeOf } from '../test/fixtures/elements/stores.js';
import { appear, as, storeIn, type Args } from './shared.js';

type Story = StoryObj<Args>;

/** Colours that nothing else shows together: links, marks, chips, a notice, a banner, every status, all fields of the form. */
const everything = () => changedStore(
  storeOf({
    kinds: ['penalty', 'license'],
    size: 6,
    records: [revoked, disputed, person, bare, long, ...penalties.slice(0, 30), ...licenses],
    filters: { ...NO_FILTERS, q: '青岚', year: '2025' },
    config: { texts: { notice: '本栏目信息在作出决定后7个工作日内发布。' } },
  }),
  () => ({ stale: '2025-10-20' }),
);

const meta: Meta<Args> = {
  title: '外观/专栏',
  id: 'looks-column',
  tags: ['!autodocs'],
  parameters: { store: everything, controls: { disable: true } },
  render: (args, context) => html`<sgs-column .store=${storeIn(context)} ${as(args, context)}></sgs-column>`,
  play: async ({ canvasElement }) => {
    const fold = await appear(canvasElement, 'sgs-column', '.fold');
    fold.click();
    await appear(canvasElement, 'sgs-column', '#more');
  },
};
// Storybook reads the meta from the default export.
export default meta;

export const Blue: Story = { name: '蓝色', tags: ['visual', 'visual-390'], globals: { theme: 'blue', scheme: 'light' } };
export const Red: Story = { name: '红色', tags: ['visual'], globals: { theme: 'red', scheme: 'light' } };
export const Plain: Story = { name: '素色', globals: { theme: 'plain', scheme: 'light' } };
export const BlueDark: Story = { name: '蓝色，深色', tags: ['visual'], globals: { theme: 'blue', scheme: 'dark' } };
export const RedDark: Story = { name: '红色，深色', globals: { theme: 'red', scheme: 'dark' } };
export const PlainDark: Story = { name: '素色，深色', globals: { theme: 'plain', scheme: 'dark' } };
export const Large: Story = { name: '大字版', globals: { elder: 'large' } };
export const LargePhone: Story = { name: '大字版，手机', tags: ['w390', 'visual'], globals: { elder: 'large', viewport: { value: 'w390' } } };
export const LargeSmall: Story = { name: '大字版，320', tags: ['w320'], globals: { elder: 'large', viewport: { value: 'w320' } } };
export const Small: Story = { name: '320', tags: ['w320'], globals: { viewport: { value: 'w320' } } };
export const Tablet: Story = { name: '768', tags: ['w768', 'visual'], globals: { viewport: { value: 'w768' } } };
export const English: Story = { name: 'English', globals: { locale: 'en' } };
export const EnglishSmall: Story = { name: 'English, 320', tags: ['w320'], globals: { locale: 'en', viewport: { value: 'w320' } } };
export const Traditional: Story = { name: '繁體', globals: { locale: 'zh-Hant' } };
export const Forced: Story = { name: '强制颜色（Windows 高对比度）', tags: ['forced-colors', 'visual'] };
export const MoreContrast: Story = { name: '系统要求更高对比度', tags: ['more-contrast'] };

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { NO_FILTERS } from '../src/query/query.js';
import type { ListStore } from '../src/state/list.js';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, commonArgs, commonArgTypes, once, type CommonArgs } from './shared.js';

const story = (make: () => ListStore, given: Partial<StoryObj<CommonArgs>> = {}): StoryObj<CommonArgs> => {
  const store = once(make);
  return {
    render: ({ theme, elder, lang, headingLevel }) => html`<sgs-column
      .store=${store()} theme=${theme} ?elder=${elder} lang=${lang} heading-level=${headingLevel}
    ></sgs-column>`,
    ...given,
  };
};

const meta: Meta<CommonArgs> = { title: '专栏 sgs-column', component: 'sgs-column', args: commonArgs, argTypes: commonArgTypes };
// Storybook reads the meta from the default export.
export default meta;

export const Column = story(() => storeOf(), { name: '双公示专栏' });
export const Notice = story(
  () => storeOf({ kinds: ['penalty', 'license', 'honor'], config: { texts: { notice: '本栏目信息在作出决定后7个工作日内发布。\n若当月未公布信息，则表明当月无此类案件。' } } }),
  { name: '栏目说明' },
);
export const Filtered = story(() => storeOf({ kinds: ['penalty', 'license'], filters: { ...NO_FILTERS, q: '青岚市', category: '罚款', year: '2025' } }), {
  name: '多个条件',
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-column', '.fold')).click();
    await appear(canvasElement, 'sgs-column', '#more');
  },
});
export const SearchAndOpen = story(() => storeOf({ kinds: ['penalty', 'license'] }), {
  name: '查询并打开',
  play: async ({ canvasElement }) => {
    const input = await appear<HTMLInputElement>(canvasElement, 'sgs-column', '#q');
    input.value = '虚假广告';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    (await appear(canvasElement, 'sgs-column', '[type=submit]')).click();
    await appear(canvasElement, 'sgs-column', 'mark');
    (await appear(canvasElement, 'sgs-column', 'tbody a[data-id=penalty-8]')).click();
    const heading = await appear(canvasElement, 'sgs-column', '#record');
    await expect(heading.getRootNode()).toHaveProperty('activeElement', heading);
  },
});
export const Narrow = story(() => storeOf({ size: 5 }), {
  name: '手机',
  decorators: [(inner) => html`<div class="narrow">${inner()}</div><style>.narrow { max-width: 358px }</style>`],
});
export const Elder = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5 }), { name: '大字版', args: { elder: true } });
export const Red = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5, filters: { ...NO_FILTERS, q: '食品' } }), { name: '红色', args: { theme: 'red' } });
export const Dark = story(() => storeOf({ kinds: ['penalty', 'license'], size: 5, filters: { ...NO_FILTERS, q: '食品' } }), {
  name: '深色',
  decorators: [(inner) => html`<div class="dark">${inner()}</div><style>.dark { color-scheme: dark; background: #15191e; margin: -1rem; padding: 1rem }</style>`],
});

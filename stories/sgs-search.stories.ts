import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, commonArgs, commonArgTypes, once, type CommonArgs } from './shared.js';

interface Args extends CommonArgs {
  fields: string;
  live: boolean;
}

/** A search form and the list it searches, which may stand anywhere on the page. */
function story(id: string, given: Partial<StoryObj<Args>> = {}): StoryObj<Args> {
  const store = once(() => storeOf({ kinds: ['penalty', 'license'], size: 3 }));
  return {
    render: ({ theme, elder, lang, headingLevel, fields, live }) => html`
      <sgs-search for=${id} theme=${theme} ?elder=${elder} lang=${lang} fields=${fields} ?live=${live}></sgs-search>
      <sgs-list id=${id} .store=${store()} theme=${theme} ?elder=${elder} lang=${lang} heading-level=${headingLevel}></sgs-list>
    `,
    ...given,
  };
}

const meta: Meta<Args> = {
  title: '查询 sgs-search',
  component: 'sgs-search',
  args: { ...commonArgs, fields: '', live: false },
  argTypes: { ...commonArgTypes, fields: { control: 'text' }, live: { control: 'boolean' } },
};
// Storybook reads the meta from the default export.
export default meta;

export const Search = story('search-plain', { name: '查询' });
export const Unfolded = story('search-unfolded', {
  name: '更多条件',
  play: async ({ canvasElement }) => {
    (await appear(canvasElement, 'sgs-search', '.fold')).click();
    await appear(canvasElement, 'sgs-search', '#more');
  },
});
export const Live = story('search-live', {
  name: '边输边查',
  args: { live: true },
  play: async ({ canvasElement }) => {
    const input = await appear<HTMLInputElement>(canvasElement, 'sgs-search', '#q');
    await appear(canvasElement, 'sgs-list', 'table');
    input.value = '望江';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const mark = await appear(canvasElement, 'sgs-list', 'mark');
    await expect(mark.textContent).toBe('望江');
  },
});
export const KeywordOnly = story('search-keyword', { name: '只有关键词', args: { fields: 'q' } });
export const Elder = story('search-elder', { name: '大字版', args: { elder: true } });

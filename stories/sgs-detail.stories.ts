import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Kind } from '../src/model/kinds.js';
import { storeOf } from '../test/fixtures/elements/stores.js';
import { appear, commonArgs, commonArgTypes, once, type CommonArgs } from './shared.js';

const kinds: readonly Kind[] = ['license', 'penalty', 'honor', 'notice', 'catalog'];

const story = (id: string, given: Partial<StoryObj<CommonArgs>> = {}): StoryObj<CommonArgs> => {
  const store = once(() => storeOf({ kinds }));
  return {
    render: ({ theme, elder, lang, headingLevel }) => html`<sgs-detail
      .store=${store()} record=${id} theme=${theme} ?elder=${elder} lang=${lang} heading-level=${headingLevel}
    ></sgs-detail>`,
    play: async ({ canvasElement }) => {
      await appear(canvasElement, 'sgs-detail', '#record');
    },
    ...given,
  };
};

const meta: Meta<CommonArgs> = { title: '详情 sgs-detail', component: 'sgs-detail', args: commonArgs, argTypes: commonArgTypes };
// Storybook reads the meta from the default export.
export default meta;

export const License = story('license-1', { name: '行政许可' });
export const Penalty = story('penalty-1', { name: '行政处罚' });
export const Revoked = story('penalty-revoked', { name: '已撤销' });
export const Disputed = story('penalty-disputed', { name: '异议处理中' });
export const Person = story('penalty-person', { name: '自然人' });
export const Long = story('penalty-long', { name: '很长的内容' });
export const Honor = story('honor-1', { name: '表彰奖励' });
export const Policy = story('notice-1', { name: '制度文件' });
export const NotFound = story('gone', { name: '没有这条信息' });
export const Narrow = story('penalty-long', {
  name: '手机',
  decorators: [(inner) => html`<div class="narrow">${inner()}</div><style>.narrow { max-width: 358px }</style>`],
});
export const Elder = story('penalty-1', { name: '大字版', args: { elder: true } });
export const Dark = story('penalty-1', {
  name: '深色',
  decorators: [(inner) => html`<div class="dark">${inner()}</div><style>.dark { color-scheme: dark; background: #15191e; margin: -1rem; padding: 1rem }</style>`],
});

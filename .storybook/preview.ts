/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ArgTypesEnhancer, InputType } from 'storybook/internal/types';
import { forStorybook, type Manifest } from './manifest.js';
import { showContrast, type Contrast } from './media.js';
import './page.css';

// A glob, because the manifest is made by the build (scripts/storybook.mjs) and types are checked before it.
const [manifest] = Object.values(import.meta.glob<Manifest>('../dist/custom-elements.json', { eager: true, import: 'default' }));
if (manifest) setCustomElementsManifest(forStorybook(manifest));

const width = (pixels: number, name: string) => ({ name: `${name} ${pixels}`, styles: { width: `${pixels}px`, height: '800px' } });

/** What the manifest knows of a name decides how it is tried out: colours have no default of their own, the theme has. */
const controlOf = ({ name, table }: InputType): InputType['control'] => {
  if (table?.category === 'attributes') return undefined;
  if (table?.category !== 'css custom properties') return false;
  // Of a colour the default says what it is in each theme.
  return /#[0-9a-f]{3}/.test(table.defaultValue?.summary ?? '#000') && name !== '--sgs-font' ? 'color' : 'text';
};

const withControls: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([key, argType]) => {
    const control = controlOf(argType);
    return [key, { ...argType, ...(control !== undefined && { control }) }];
  }));

const preview: Preview = {
  argTypesEnhancers: [withControls],
  tags: ['autodocs'],
  decorators: [(story, { globals }) => {
    const contrast = globals['contrast'] as Contrast;
    showContrast(contrast);
    return html`<div class=${['sgs-page', globals['scheme'] === 'dark' && 'dark', contrast === 'forced' && 'forced'].filter(Boolean).join(' ')}>${story()}</div>`;
  }],
  globalTypes: {
    theme: { description: '配色', toolbar: { title: '配色', icon: 'paintbrush', dynamicTitle: true, items: [{ value: 'blue', title: '蓝色' }, { value: 'red', title: '红色' }, { value: 'plain', title: '素色' }] } },
    scheme: { description: '深浅', toolbar: { title: '深浅', icon: 'contrast', dynamicTitle: true, items: [{ value: 'light', title: '浅色' }, { value: 'dark', title: '深色' }] } },
    contrast: { description: '对比度', toolbar: { title: '对比度', icon: 'accessibility', dynamicTitle: true, items: [{ value: 'normal', title: '标准对比度' }, { value: 'more', title: '更高对比度' }, { value: 'forced', title: '强制颜色（模拟）' }] } },
    elder: { description: '字号', toolbar: { title: '字号', icon: 'zoom', dynamicTitle: true, items: [{ value: 'normal', title: '标准字号' }, { value: 'large', title: '大字版' }] } },
    locale: { description: '语言', toolbar: { title: '语言', icon: 'globe', dynamicTitle: true, items: [{ value: 'zh-CN', title: '简体中文' }, { value: 'zh-Hant', title: '繁體中文' }, { value: 'en', title: 'English' }] } },
  },
  initialGlobals: { theme: 'blue', scheme: 'light', contrast: 'normal', elder: 'normal', locale: 'zh-CN' },
  parameters: {
    layout: 'fullscreen',
    viewport: { options: { w320: width(320, '最窄'), w390: width(390, '手机'), w768: width(768, '平板'), w1280: width(1280, '电脑') } },
    // The toolbar sets the ground, with the colour scheme.
    backgrounds: { disable: true },
    options: { storySort: { order: ['指南', ['网站管理员', '监督人员', '设计师'], '专栏 sgs-column', '列表 sgs-list', '查询 sgs-search', '详情 sgs-detail', '考核 sgs-scorecard', '工具', '外观'] } },
    a11y: {
      test: 'error',
      // The same rules as npm test (scripts/stories.mjs): the panel and the check agree.
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    docs: { codePanel: true },
  },
};

export default preview;

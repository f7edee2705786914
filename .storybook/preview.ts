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
  if (table?.category !== 'css custom properties') return { disable: true };
  // Of a colour the default says what it is in each theme.
  return /#[0-9a-f]{3}/.test(table.defaultValue?.summary ?? '#000') && name !== '--sgs-font' ? { type: 'color' } : { type: 'text' };
};

/** Storybook's groups of a table, in the order of the site's reference, with their Chinese. */
const GROUPS: readonly (readonly [category: string, chinese: string])[] = [
  ['attributes', '属性'], ['events', '事件'], ['methods', '方法'], ['properties', '只能用脚本设置的属性'], ['slots', '插槽'],
  ['css custom properties', '样式变量'], ['css shadow parts', '部件'],
];

const groupOf = ({ name, table }: InputType): number => {
  const category = table?.category === 'properties' && name?.endsWith('()') ? 'methods' : table?.category;
  return GROUPS.findIndex(([known]) => known === category);
};

/** Storybook asks once for an element and once more for each story of it: what has its group by then stays as it is. */
const inGroups: ArgTypesEnhancer = ({ argTypes }) => {
  const all = Object.entries(argTypes).map(([key, argType]) => ({ key, argType, group: groupOf(argType) }));
  if (!all.some(({ group }) => group >= 0)) return argTypes;
  return Object.fromEntries(all.sort((a, b) => a.group - b.group).map(({ key, argType, group }) => {
    const [control, category] = [controlOf(argType), GROUPS[group]?.[1]];
    return [key, { ...argType, ...(control !== undefined && { control }), ...(category && { table: { ...argType.table, category } }) }];
  }));
};

const preview: Preview = {
  argTypesEnhancers: [inGroups],
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
    // What an attribute says stands beside it, in Chinese.
    controls: { expanded: true },
    options: { storySort: { order: ['指南', ['网站管理员', '监督人员', '设计师'], '专栏 sgs-column', '列表 sgs-list', '查询 sgs-search', '详情 sgs-detail', '考核 sgs-scorecard', '工具', '外观'] } },
    a11y: {
      test: 'error',
      // The same rules as npm test (scripts/stories.mjs): the panel and the check agree.
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    docs: { codePanel: true, lang: 'zh-CN' },
  },
};

export default preview;

/** For webmasters: what to paste and what can be set. Names and defaults come from the manifest and the table of the configuration. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { CONFIG_SHAPE, type Shape } from '../src/model/config-check.js';
import { elements, merged } from './guide/manifest.js';
import { code, grid, mono, page, section, unmatched } from './guide/page.js';
import { ATTRIBUTES, SETTINGS } from './guide/words.js';
import type { Args } from './shared.js';

type Story = StoryObj<Args>;

const meta: Meta<Args> = { title: '指南/网站管理员', id: 'guide-site', tags: ['!autodocs'], parameters: { controls: { disable: true } } };
// Storybook reads the meta from the default export.
export default meta;

const FORMS: readonly (readonly [when: string, text: string])[] = [
  ['一般网页', '<script src="sgs.js" defer></script>\n<sgs-column feed="sgs.json"></sgs-column>'],
  ['只能贴一行代码：显示在代码所在的位置', '<script src="sgs.js" data-feed="sgs.json" data-kind="penalty"></script>'],
  ['编辑器会删掉不认识的标签', '<script src="sgs.js" defer></script>\n<div data-sgs="list" data-feed="sgs.json"></div>'],
  ['编辑器连 data- 属性也会删掉：没有脚本时仍是可用的链接', '<script src="sgs.js" defer></script>\n<a class="sgs-column" href="sgs.json">双公示</a>'],
  ['用打包工具的网站', "import 'sgs-widgets/define';"],
];

const THEMING = `sgs-column {
  --sgs-accent: #0b5345;
  --sgs-on-accent: #fff;
  --sgs-font-size: 18px;
}
sgs-column::part(heading) { text-align: center }`;

/** Values in the manifest are code: `'sgs'`. */
const plain = (value: string | undefined): unknown => (value === undefined || value === "''" ? '—' : mono(value.replace(/^'(.*)'$/, '$1')));

const attributes = ({ tagName, attributes: own }: (typeof elements)[number]): TemplateResult =>
  grid(`<${tagName}>`, ['属性', '默认值', '说明'], own.map((each) => [mono(each.name), plain(each.default), ATTRIBUTES[each.name]]));

const KINDS_OF_VALUE: Readonly<Record<string, string>> = { text: '文字', flag: 'true 或 false', number: '数', map: '名称与文字的对照' };

const isGroup = (shape: Shape): shape is Readonly<Record<string, Shape>> => typeof shape === 'object' && !Array.isArray(shape);

/** Path and values of every setting. */
const settings = (shape: Shape = CONFIG_SHAPE, path = ''): readonly (readonly [path: string, value: string])[] =>
  isGroup(shape)
    ? Object.entries(shape).flatMap(([key, inner]) => settings(inner, path ? `${path}.${key}` : key))
    : [[path, typeof shape === 'string' ? (KINDS_OF_VALUE[shape] ?? shape) : Object.values(shape).join(' 或 ')]];

const EXAMPLE = JSON.stringify({ labels: { blacklist: '失信主体名单' }, texts: { contact: '咨询电话：0000-12345678' }, mapping: { 处罚单号: 'documentNumber' } }, null, 2);

export const Embed: Story = {
  name: '嵌入网页',
  render: () => page('嵌入网页', '把 sgs.js 与数据放到网站上，再贴一段代码。不需要数据库，也不向外发送任何内容。', html`
    ${FORMS.map(([when, text]) => section(when, code(when, text)))}
    ${section('样子', html`<p>配色用 theme 属性选择；颜色、字号等用 --sgs-* 属性设置，见“设计师”各页。</p>${code('样式示例', THEMING)}`)}`),
};

export const Attributes: Story = {
  name: '属性',
  render: () => page('属性', '写在标签上，网页打开以后修改也立即生效。第 2、3 种嵌入方式写作 data- 加属性名。', html`${elements.map((element) => section(element.tagName, attributes(element)))}`),
  play: async () => {
    await expect(elements.length).toBeGreaterThanOrEqual(4);
    await expect(unmatched(merged('attributes').map(({ name }) => name), ATTRIBUTES)).toEqual([]);
  },
};

export const Config: Story = {
  name: '配置文件',
  render: () => page('配置文件', '一个 JSON 文件，地址写在 config 属性里。每一项都可以不写；写错的项会在浏览器控制台里说明。', html`
    ${section('示例', code('配置示例', EXAMPLE))}
    ${section('全部配置项', grid('配置项', ['配置项', '值', '说明'], settings().map(([path, value]) => [mono(path), value, SETTINGS[path]])))}`),
  play: async () => {
    await expect(unmatched(settings().map(([path]) => path), SETTINGS)).toEqual([]);
  },
};

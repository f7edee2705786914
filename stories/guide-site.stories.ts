/** For webmasters: what to paste and what can be set. Names and defaults come from the manifest and the table of the configuration. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { toJSONSchema, type JSONSchema } from 'zod/v4/core';
import { configSchema } from '../src/model/config-schema.js';
import { REPAIRED, WEBMASTER } from './guide/commands.js';
import { elements, merged } from './guide/manifest.js';
import { code, grid, mono, page, section, step, unmatched } from './guide/page.js';
import { RULES } from './guide/rules.js';
import { CLERK } from './guide/steps.js';
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

const KINDS_OF_VALUE: Readonly<Record<string, string>> = { string: '文字', boolean: 'true 或 false', number: '数', object: '名称与文字的对照', array: '列名的列表' };

/** Path and values of every setting, from the schema that the configuration is checked with. */
const settings = (
  { type, properties, enum: values }: JSONSchema.BaseSchema = toJSONSchema(configSchema(), { io: 'input', unrepresentable: 'any' }), path = '',
): readonly (readonly [path: string, value: string])[] =>
  properties
    ? Object.entries(properties).flatMap(([key, inner]) => settings(inner as JSONSchema.BaseSchema, path ? `${path}.${key}` : key))
    : [[path, values?.join(' 或 ') ?? KINDS_OF_VALUE[String(type)] ?? String(type)]];

const EXAMPLE = JSON.stringify({ labels: { blacklist: '失信主体名单' }, texts: { contact: '咨询电话：0000-12345678' }, mapping: { 处罚单号: 'documentNumber' } }, null, 2);

const SETTLED = JSON.stringify({ values: { 公示状态: { 3: 'public', 7: 'repaired' } }, mapping: { 经办科室意见: 'ignore', 检查人数: 'extra' }, extra: 'mask' }, null, 2);

export const TenMinutes: Story = {
  name: '十分钟：从 Excel 到专栏',
  render: () => page('十分钟：从 Excel 到专栏', '需要：本单位的双公示台账（.xlsx、.xls、.csv 都可以），一台装有浏览器（Chrome、Edge 86 或更高，360 等用极速模式）的电脑。不需要联网，不需要安装软件。', html`
    ${CLERK.map(step())}
    ${section('用命令行做同样的事', html`<p>装有 Node.js 20.19 或更高版本时，可以写成脚本定时运行。在本项目的文件夹里运行；在别的文件夹里用时，先在那里运行一次 ${mono('npm install 本项目的路径')}。没有安装就运行 npx 会去网上寻找同名的包，请勿这样做。</p>${code('命令行', WEBMASTER)}`)}`),
};

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

export const Rules: Story = {
  name: '把关规则',
  render: () => page('把关规则', '公开是原则，秘密和隐私是例外。看不懂的不公示：每一处都提示列、值和行，由本单位说明一次，以后自动套用。', html`
    ${section('哪些不公示', grid('把关规则', ['内容', '默认', '依据', '怎样改变（配置项）'], RULES.map(({ what, standard, source, change }) => [what, standard, source, change])))}
    ${section('看看有哪些', html`<p>${mono('sgs check')}、${mono('sgs convert')} 和助手的第 3 步按表、行、列列出不公示和隐去的内容及其规则，不显示个人信息。</p>`)}
    ${section('说明一次', html`<p>在助手第 4 步“需要您说明的列和值”里选“这个值表示”“这一列是”；或者写进配置文件：</p>${code('配置示例', SETTLED)}`)}
    ${section('信用修复以后', html`<p>在助手第 5 步填写文号；或者用命令行。不要写成“撤销”：决定没有错，只是不再公示。加上 ${mono('--history')}，以后的旧表格也不会让它再次公示。</p>${code('命令行', REPAIRED)}`)}`),
  play: async () => {
    const known = settings().map(([path]) => path);
    await expect(RULES.flatMap((rule) => rule.settings).filter((path) => !known.includes(path))).toEqual([]);
    await expect(known.filter((path) => /^gate\.|^privacy\./.test(path) && !RULES.some((rule) => rule.settings.includes(path)))).toEqual([]);
  },
};

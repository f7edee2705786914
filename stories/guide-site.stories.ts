/** For webmasters: what to paste and what can be set. Names and defaults come from the manifest and the table of the configuration. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import { toJSONSchema, type JSONSchema } from 'zod/v4/core';
import { ConfigSchema } from '../src/model/config-schema.js';
import { REPAIRED, WEBMASTER } from './guide/commands.js';
import { elements, merged } from './guide/manifest.js';
import { code, grid, mono, page, picture, section, unmatched } from './guide/page.js';
import { RULES } from './guide/rules.js';
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
  { type, properties, enum: values }: JSONSchema.BaseSchema = toJSONSchema(ConfigSchema, { io: 'input', unrepresentable: 'any' }), path = '',
): readonly (readonly [path: string, value: string])[] =>
  properties
    ? Object.entries(properties).flatMap(([key, inner]) => settings(inner as JSONSchema.BaseSchema, path ? `${path}.${key}` : key))
    : [[path, values?.join(' 或 ') ?? KINDS_OF_VALUE[String(type)] ?? String(type)]];

const EXAMPLE = JSON.stringify({ labels: { blacklist: '失信主体名单' }, texts: { contact: '咨询电话：0000-12345678' }, mapping: { 处罚单号: 'documentNumber' } }, null, 2);

const SETTLED = JSON.stringify({ values: { 公示状态: { 3: 'public', 7: 'repaired' } }, mapping: { 经办科室意见: 'ignore', 检查人数: 'extra' }, extra: 'mask' }, null, 2);

export const TenMinutes: Story = {
  name: '十分钟：从 Excel 到专栏',
  render: () => page('十分钟：从 Excel 到专栏', '需要：本单位的双公示台账（.xlsx、.xls、.csv 都可以），一台装有浏览器（Chrome、Edge 86 或更高，360 等用极速模式）的电脑。不需要联网，不需要安装软件。', html`
    ${section('准备', html`<p>把 ${mono('assistant.html')} 拷到电脑上（也可以放在 U 盘里），双击打开。它在本项目的 ${mono('dist')} 文件夹里；没有时请技术人员运行 ${mono('npm run build')} 生成。这一个文件就是“双公示数据助手”，它不能连接网络，数据不会离开这台电脑。没有台账时，先点“用示例试一试”。</p>`)}
    ${section('第 1 步：导入', html`<p>把台账拖进虚线框，或者点“选择文件”。国家 2015 版、2018 版模板和自己设计的表格都能读；标题、合并的表头、空行、合计不用删。</p>${picture('import', '第 1 步：虚线框中的“选择文件”按钮，下面列出已导入的表格')}`)}
    ${section('第 2 步：核对列', html`<p>看“对应的栏目”对不对，不对就改。证件号码、电话等列标为“不读取”。“按原名显示”的列会原样公示，不想公示的改为“不采用”；标为“不公示”的列涉及个人或内部工作。同样的表头下个月自动套用。</p>${picture('columns', '第 2 步：每一列的识别结果、对应的栏目和样例')}`)}
    ${section('第 3 步：看检查报告', html`<p>报告指出每个问题在哪张表、第几行、第几列。“错误”请回原表补正后重新导入；报告可以下载、打印，转给承办科室。</p>${picture('report', '第 3 步：记录数、完整率、及时率和逐条的问题')}`)}
    ${section('第 4 步：处理', html`<p>点“一键处理”：不得公开的列不写入，文字里的证件号码、电话、住址隐去，自然人姓名改为“张某”，公示期满和重复的记录剔除。看不出含义的列和值列在最前面，由您说明“这个值表示”什么、“这一列是”什么；不说明就不公示。每一处都列在下面，可以撤销；撤销的记录不会写入。</p>${picture('fix', '第 4 步：一键处理以后，每一处改动都可以撤销')}`)}
    ${section('第 5 步：合并', html`<p>第一次做专栏，直接下一步。以后更新，打开网站上现有的 ${mono('sgs.json')}，核对新增和更正；被撤销的决定在这里填写原因，表格里已标为撤销的会自动列出。已修复或者终止公示的，填写文号移除，不要写成撤销。</p>${picture('merge', '第 5 步：“打开现有的 sgs.json”按钮')}`)}
    ${section('第 6 步：外观与嵌入', html`<p>选配色、条数、大字版，预览就是真实的专栏。在“网站用什么编辑”里选本单位的编辑器，复制代码。</p>${picture('preview', '第 6 步：用将要下载的数据显示的专栏')}`)}
    ${section('第 7 步：下载和上传', html`<p>第一次点“下载全部文件”，解压后全部上传到网站的同一个文件夹，再把第 6 步的代码粘贴到网页里，用网址打开网页就能看到专栏（在电脑上直接双击不显示）。以后更新只换 ${mono('sgs.json')}。当天上传的，勾选“写上今天”，考核及时性时按它计算。每周汇总表和报送表也在这里下载。</p>${picture('download', '第 7 步：下载全部文件、sgs.json、汇总与报送表')}`)}
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

/**
 * The configurator of the tag, as data: its fields (attributes of `sgs-column`, their words from the tables of the guides)
 * and the places to paste. `page/configurator.ts` makes the code in the page, with the same writers as `sgs snippet`.
 */
import { KIND_DEFS, KINDS } from '../../src/model/kinds.js';
import { en } from '../../src/locale/en.js';
import { VERSION } from '../../src/model/version.js';
import { EDITORS } from '../../src/prerender/editors.js';
import { FORMS } from '../../src/prerender/snippet.js';
import { ATTRIBUTES } from '../../stories/guide/words.js';
import { elements } from '../editor-data.mjs';
import { escapeHtml } from './markdown.js';
import type { Language } from './words.js';

type Control = 'text' | 'number' | 'flag' | readonly string[];

/** Attributes that the form offers, in its order; a test holds them against the manifest. */
export const OFFERED: readonly (readonly [attribute: string, control: Control])[] = [
  ['theme', ['blue', 'red', 'plain']], ['lang', ['zh-CN', 'en', 'zh-Hant']], ['page-size', 'number'], ['heading-level', ['2', '3', '4', '5', '6']],
  ['detail', ['inline', 'none']], ['sort', ['-decidedOn', 'decidedOn', 'subjectName']], ['department', 'text'], ['q', 'text'], ['config', 'text'],
  ['url-key', 'text'], ['refresh', 'number'], ['elder', 'flag'],
];

/** What stands first in each list is the default and writes no attribute, but for the heading, which follows the page. */
const NONE: Readonly<Record<Language, string>> = { zh: '不写', en: 'not set' };

const words = (language: Language, name: string): string => (language === 'zh'
  ? ATTRIBUTES[name] ?? ''
  : elements().find(({ tagName }) => tagName === 'sgs-column')?.attributes?.find((each) => each.name === name)?.description ?? '');

const plain = (text: string): string => escapeHtml(text.replace(/`/g, ''));

function control(language: Language, name: string, kind: Control): string {
  const id = `set-${name}`;
  const label = `<code>${name}</code>`;
  const hint = `<span class="hint" id="${id}-hint">${plain(words(language, name))}</span>`;
  const shared = `id="${id}" data-attribute="${name}" aria-describedby="${id}-hint"`;
  if (kind === 'flag') return `<div><label class="check" for="${id}"><input type="checkbox" ${shared}>${label}</label>${hint}</div>`;
  const field = typeof kind === 'string'
    ? `<input type="${kind}"${kind === 'number' ? ' min="1" inputmode="numeric"' : ''} ${shared}>`
    : `<select ${shared}><option value="">${NONE[language]}</option>${kind.map((value) => `<option>${value}</option>`).join('')}</select>`;
  return `<div><label for="${id}">${label}</label>${field}${hint}</div>`;
}

const TEXTS = {
  zh: {
    where: '放在哪里', folder: 'sgs.js 所在的文件夹', folderHint: '以 / 开头，如 /sgs/', feed: '数据文件的地址', feedHint: '以 / 开头，这样粘贴在哪个栏目、哪篇文章里都对',
    integrity: '锁定版本，带完整性校验（integrity）', integrityHint: '脚本被改动时浏览器不运行它；升级时要重新复制代码', kinds: '显示哪些', look: '外观和功能', place: '粘贴到哪里', editor: '网站或编辑器',
    html: '能改模板的网页（HTML）', line: '只能贴一行代码', bundler: '用打包工具的网站（Vite、webpack）', frame: '不许用脚本：内嵌框架（iframe）', static: '不许用脚本，也不许用框架：静态网页', outcome: '要粘贴的代码', preview: '预览', template: '脚本写进网站模板，一次就够：', article: '内容编辑器里粘贴（源代码模式）：', file: '压缩包里的 column.html 换成下面的内容，上传为 ', frameCode: '文章里粘贴（源代码模式），编辑器要允许 iframe：',
    command: '每次发布以后运行一次，生成的网页上传到这个文件夹：', link: '文章里粘贴一个普通的链接：',
    name: '代码', plainLink: '这个编辑器只保留链接的网址，其他设置请写进配置文件（<code>config</code>），或者用能改模板的写法。', noscript: '需要浏览器允许运行脚本。代码的写法见“网站管理员”。',
  },
  en: {
    where: 'Where the files are', folder: 'Folder of sgs.js', folderHint: 'Begins with /, such as /sgs/', feed: 'Address of the feed',
    feedHint: 'Begins with /, so that it is right in every section and article', integrity: 'This version only, with integrity',
    integrityHint: 'A browser does not run a changed script; copy the code again after an upgrade', kinds: 'What is shown', look: 'Looks and behaviour', place: 'Where you paste it', editor: 'Site or editor',
    html: 'A page whose template you can change (HTML)', line: 'One line of code only', bundler: 'A site made by a bundler (Vite, webpack)', frame: 'No scripts: a frame', static: 'Neither scripts nor frames: static pages', outcome: 'The code to paste', preview: 'Preview',
    template: 'The script, once, in the template of the site:', article: 'In the editor, in its source mode:', file: 'Put this in place of the archive’s column.html and upload it as ', frameCode: 'In the article (source mode); the editor has to allow iframes:',
    command: 'Run this after every publication and upload what it makes to this folder:', link: 'In the article, a plain link:', name: 'Code',
    plainLink: 'This editor leaves a link nothing but its address: put other settings into the configuration, or use a form that needs the template.',
    noscript: 'Needs a browser that runs scripts. The forms are in the guide for webmasters.',
  },
} as const;

/** Of the texts, what the page's script says. */
const SAID = ['template', 'article', 'plainLink', 'file', 'frameCode', 'command', 'link'] as const;

/** What the page's script needs to know. @param integrity of `sgs.js` */
const settingsOf = (language: Language, integrity: string): string => JSON.stringify({
  integrity, version: VERSION,
  words: Object.fromEntries(SAID.map((name) => [name, TEXTS[language][name]])),
}).replace(/</g, '\\u003c');

export function configurator(language: Language, integrity: string, example: string): string {
  const text = TEXTS[language];
  const kindBoxes = KINDS.map((kind) => `<label class="check" for="kind-${kind}"><input type="checkbox" id="kind-${kind}" data-kind="${kind}"${
    kind === 'license' || kind === 'penalty' ? ' checked' : ''}>${escapeHtml(language === 'zh' ? KIND_DEFS[kind].label : en.kind(kind))}</label>`);
  const editors = EDITORS.map(([name, form]) => `<option value="${form}">${escapeHtml(name)}</option>`);
  const known = (number: number): string => escapeHtml(language === 'zh' ? FORMS.find((form) => form.number === number)?.when ?? '' : '');
  return `<form class="settings" id="form" data-settings="${escapeHtml(settingsOf(language, integrity))}">
<fieldset><legend>1. ${text.where}</legend><div class="fields fields--wide">
<div><label for="form-folder">${text.folder}</label><input type="text" id="form-folder" value="/sgs/" aria-describedby="form-folder-hint"><span class="hint" id="form-folder-hint">${text.folderHint}</span></div>
<div><label for="form-feed">${text.feed}</label><input type="text" id="form-feed" value="/sgs/sgs.json" aria-describedby="form-feed-hint"><span class="hint" id="form-feed-hint">${text.feedHint}</span></div>
<div><label class="check" for="form-integrity"><input type="checkbox" id="form-integrity" aria-describedby="form-integrity-hint">${text.integrity}</label><span class="hint" id="form-integrity-hint">${text.integrityHint}</span></div>
</div></fieldset>
<fieldset><legend>2. ${text.kinds}</legend><div class="fields">${kindBoxes.join('\n')}</div></fieldset>
<fieldset><legend>3. ${text.look}</legend><div class="fields">
${OFFERED.map(([name, kind]) => control(language, name, kind)).join('\n')}
</div></fieldset>
<fieldset><legend>4. ${text.place}</legend><div class="fields fields--wide">
<div><label for="form-editor">${text.editor}</label><select id="form-editor" title="${known(1)}"><option value="1">${text.html}</option><option value="2">${text.line}</option>${editors.join('')}<option value="5">${text.bundler}</option><option value="frame">${text.frame}</option><option value="static">${text.static}</option></select></div>
</div></fieldset>
</form>
<h2 id="outcome">${text.outcome}</h2>
<noscript><p>${text.noscript}</p></noscript>
<div class="outcome" id="form-code" aria-live="polite"></div>
<h2 id="preview">${text.preview}</h2>
<div class="live" id="form-live"><sgs-column feed="${example}" lang="${language === 'zh' ? 'zh-CN' : 'en'}" url-key="" heading-level="3"></sgs-column></div>`;
}

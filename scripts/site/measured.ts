/** What scripts have measured into docs/hosts.md and docs/growth.md, in the two languages of the site. */
import { readFileSync } from 'node:fs';
import type { Language } from './words.js';

/** The table between two marks of a file. */
const between = (file: string, mark: string): string =>
  new RegExp(`<!-- ${mark}[^>]*-->\\n([^]*?)\\n<!-- /${mark} -->`).exec(readFileSync(file, 'utf8'))?.[1] ?? '';

type Pairs = readonly (readonly [english: string, zh: string])[];

/** Longer ones first; what has no words here stays English. */
const HOST_WORDS: Pairs = [
  ['| host | version | how | what is seen | tried on |', '| 网站 | 版本 | 怎样贴 | 看到 | 日期 |'],
  ['what is wrong, for the webmaster', '哪里不对（给网站管理员）'], ['nothing: stripped', '没有：被去掉'], ['| the column |', '| 专栏 |'],
  ['as IIS 7 answers (a stand-in)', '像 IIS 7 那样应答的服务器'], ['| none |', '| — |'], ['administrator: ', '管理员：'], ['editor: ', '编辑：'], ['author: ', '作者：'],
  ['a Markdown link to', 'Markdown 链接'], ['an external link', '外部链接'], ['script in the template', '脚本在模板里'], ['script in the theme', '脚本在主题里'],
  ['script in ', '脚本在 '], ['script and tag', '脚本和标签'], ['the script alone', '只有脚本'], ['in Markdown', '写在 Markdown 里'], ['in a GBK JSP', '在 GBK 的 JSP 里'],
  ['in a UTF-8 JSP', '在 UTF-8 的 JSP 里'], ['in a page', '在页面里'], ['defaults (HTML is left out)', '默认设置（不输出 HTML）'], ['defaults', '默认设置'],
  ['no charset in the header', '响应头没有编码'], ['no charset', '没有编码'], ['GBK page', 'GBK 网页'], ['the same', '同上'],
  ['of the release (its MIME type)', '（压缩包里的，含 MIME 类型）'], [' of the release', '（压缩包里的）'], ['no MIME type for `.json`', '没有 `.json` 的类型'],
  ['an `iframe` of', '`iframe`'], ['the `div`', '`div`'], ['the link', '链接'], ['the tag', '标签'],
];

const GROWTH_WORDS: Pairs = [
  ['| records | how | command | command takes | files | first rows | all read | search for a name |', '| 多少条 | 怎样放 | 命令 | 命令用时 | 文件 | 第一页 | 全部读完 | 按名称查询 |'],
  ['one file, read in a worker', '一个文件，后台线程读取'], ['one file', '一个文件'], ['a folder', '一个文件夹'], ['an OpenSearch of two nodes', '两个节点的 OpenSearch'],
  ['index ', '索引 '], ['without copies', '没有副本'], ['in Chromium; a query alone', '在 Chromium 里；单是查询'], ['(median)', '（中位数）'],
];

const inWords = (text: string, language: Language, words: Pairs): string =>
  (language === 'zh' ? words.reduce((result, [english, zh]) => result.replaceAll(english, zh), text) : text);

export const hostTrials = (language: Language): string => inWords(between('docs/hosts.md', 'trials'), language, HOST_WORDS);
export const growthFigures = (language: Language): string => inWords(between('docs/growth.md', 'figures'), language, GROWTH_WORDS);

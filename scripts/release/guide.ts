// 读我.html of the archive: from nothing to a running column, for somebody who may only upload files and edit a page.
import { Markup, markup } from '../../src/prerender/markup.js';
import { FORMS, type Form, type SnippetOptions } from '../../src/prerender/snippet.js';

/** The site's folder that everything is written for. */
export const FOLDER = '/sgs/';

export interface GuideFacts {
  readonly version: string;
  readonly day: string;
  /** Of `<version>/sgs.js`. */
  readonly integrity: string;
}

const form = (number: Form['number'], options: SnippetOptions): string =>
  (FORMS.find((one) => one.number === number) as Form).write(options).text;

const FEED = `${FOLDER}sgs.json`;
const FIXED = { src: `${FOLDER}sgs.js`, feed: FEED };

/** The code that the guide tells to paste, by the id under which it stands there. */
export const snippetsOf = ({ version, integrity }: GuideFacts): Readonly<Record<string, string>> => ({
  fixed: form(1, FIXED),
  pinned: form(1, { src: `${FOLDER}${version}/sgs.js`, feed: FEED, integrity }),
  script: form(2, FIXED),
  link: form('link', FIXED),
  frame: `<iframe src="${FOLDER}column.html" title="双公示" width="100%" height="900"></iframe>`,
});

/** A page with the column alone: for a frame where scripts are forbidden, and to look whether everything is in its place. */
export const columnPage = (): string => markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>双公示</title>
</head>
<body>
${new Markup(form(1, { src: 'sgs.js', feed: 'sgs.json' }))}
</body>
</html>
`.text;

const STYLE = 'body{max-width:50em;margin:0 auto;padding:1em;font:16px/1.7 "PingFang SC","Microsoft YaHei",sans-serif;color:#1c2127;background:#fff}'
  + 'pre{padding:1em;overflow-x:auto;background:#f1f5fa;white-space:pre-wrap;overflow-wrap:anywhere}'
  + 'table{border-collapse:collapse}th,td{padding:.4em .6em;border:1px solid #68727d;text-align:left;vertical-align:top}';

/** What is seen, why, and what helps. */
const TROUBLE: readonly (readonly [seen: string, why: string, cure: string])[] = [
  ['什么也没有', '脚本没有加载：路径不对，或编辑器把标签删掉了', `在浏览器打开 https://您的网站${FOLDER}sgs.js：应当看到一屏英文。再看网页源代码里还有没有粘贴的代码；被删掉的，用上面“编辑器会删代码”的写法`],
  ['只有“双公示数据”一个链接', '脚本没有加载，或浏览器太旧（Chromium 69、Safari 14 以下）', '同上；旧浏览器里链接照样能打开'],
  ['“暂时无法获取公示信息”', '数据文件读不到：路径不对、服务器不发 .json、被防火墙拦截', '在网页地址后面加 ?sgs-debug 再打开：栏目下面会写明读的是哪个地址、服务器怎样回答、怎么办'],
  ['“暂无公示信息”', 'sgs.json 里还没有记录', '这个压缩包里的 sgs.json 是空的：用 assistant.html 做一份，换掉它'],
  ['控制台里有“版本不一致”', '只换了一部分文件，或缓存里是旧文件', '把新版本的文件夹和 sgs.js 一起上传，旧的版本文件夹先不要删'],
  ['控制台里有 integrity', 'sgs.js 换了版本，网页里还是旧的校验值', '用“锁定版本”写法的，升级时重新复制代码'],
];

const code = (id: string, text: string): Markup => markup`<pre id="${id}"><code>${text}</code></pre>`;

export function guideOf(facts: GuideFacts): string {
  const { version, day } = facts;
  const { fixed = '', pinned = '', script = '', link = '', frame = '' } = snippetsOf(facts);
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>双公示专栏 ${version}：读我</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<h1>双公示专栏 ${version}：读我</h1>
<p>${day}。不需要数据库，不需要在服务器上安装软件，只要能上传文件、能改一个网页。</p>
<h2>三步上线</h2>
<ol>
<li><strong>上传。</strong>把整个 sgs 文件夹上传到网站的根目录，使 https://您的网站${FOLDER}sgs.json 能打开。放在别处的，把下面代码里的 ${FOLDER} 换成那个文件夹。</li>
<li><strong>做数据。</strong>双击打开 assistant.html（不联网，数据不离开您的电脑），导入双公示表格（手边没有表格，点“用示例试一试”），按提示处理，下载 sgs.json，换掉网站上 sgs 文件夹里空的那一份。</li>
<li><strong>贴代码。</strong>把下面的代码贴进专栏网页的源代码，保存，打开网页。</li>
</ol>
<p>固定地址（推荐）：以后升级不用再改网页。</p>
${code('fixed', fixed)}
<p>锁定版本：脚本被改动时浏览器不会运行它；升级时要重新复制。</p>
${code('pinned', pinned)}
<p>只能贴一行代码：</p>
${code('script', script)}
<p>编辑器会删代码：请管理员把第一行放进网站模板，编辑只要“插入链接”，地址填第二行里的网址。</p>
${code('link', link)}
<p>网页里不许用脚本，但可以放框架页：高度按需要改。</p>
${code('frame', frame)}
<p>框架页也不许用：用 sgs prerender 生成静态网页，或只放一个指向 ${FOLDER}column.html 的链接。</p>
<h2>文件夹里有什么</h2>
<table>
<tr><th scope="row">sgs.js</th><td>固定地址的脚本；它要用的文件都在 ${version} 文件夹里</td></tr>
<tr><th scope="row">${version}</th><td>这个版本的全部脚本、样式、许可文本，内容永不改变；sri.json 是各脚本的校验值</td></tr>
<tr><th scope="row">sgs.json</th><td>数据，现在是空的</td></tr>
<tr><th scope="row">sgs.config.json</th><td>配置，现在是空的；需要时在标签里加 config="${FOLDER}sgs.config.json"</td></tr>
<tr><th scope="row">column.html</th><td>只有专栏的网页：打开它就知道文件放得对不对</td></tr>
<tr><th scope="row">assistant.html</th><td>数据助手，在自己的电脑上打开；不必上传</td></tr>
<tr><th scope="row">sgs.scorecard.js</th><td>考核看板的脚本，供监管部门；用不到的可以不管</td></tr>
<tr><th scope="row">服务器配置</th><td>nginx、Apache、IIS、Tomcat 的缓存设置；不必上传</td></tr>
</table>
<h2>缓存</h2>
<p>版本文件夹可以长期缓存（Cache-Control: public, max-age=31536000, immutable），sgs.js、sgs.json、sgs.config.json
每次向服务器询问（Cache-Control: no-cache，没有变化时服务器只回答 304）。写法见“服务器配置”文件夹。
不设置也能用，只是更新要等浏览器的缓存过期。</p>
<h2>升级</h2>
<ol>
<li>下载新版本的 sgs-widgets-版本-upgrade.zip（其中没有 sgs.json 和 sgs.config.json，不会盖掉您的数据）。</li>
<li>先上传新的版本文件夹，再换 sgs.js。正在浏览的人不受影响：旧脚本读旧文件夹，新脚本读新文件夹，两个版本不会混在一起。</li>
<li>旧的版本文件夹过一个月再删。用“锁定版本”写法的，到新的读我.html 重新复制代码。</li>
</ol>
<h2>看不到怎么办</h2>
<table>
<thead><tr><th scope="col">看到的</th><th scope="col">原因</th><th scope="col">怎么办</th></tr></thead>
<tbody>
${TROUBLE.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>
<p>网页是 GBK 编码也可以：脚本只有 ASCII 字符。双击打开自己电脑上的网页（地址以 file: 开头）看不到专栏，要用网址打开。</p>
</body>
</html>
`.text;
}

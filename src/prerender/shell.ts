/** The frame of every page: what its head says, in our own plain page or in the site's template. */
import { escapeText, jsonLd, markup, type Markup } from './markup.js';
import { addressOf, type Site } from './site.js';

export const STYLE_PATH = 'sgs-static.css';

export interface Content {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Names and contents of `<meta>`; empty ones are left out. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  /** schema.org data. */
  readonly data: unknown;
  readonly body: Markup;
  /** Atom feeds that tell of what is on it: title and path. */
  readonly feeds?: readonly (readonly [title: string, path: string])[];
  /** Whether the widget takes it over. */
  readonly widget?: boolean;
}

/** A page of the site with `{{title}}`, `{{head}}` and `{{content}}` in it. */
export type Template = string;

const PLAIN: Template =
  '<!doctype html>\n<html lang="zh-CN">\n<head>\n{{head}}\n<title>{{title}}</title>\n</head>\n'
  + '<body>\n<main>\n{{content}}\n</main>\n</body>\n</html>\n';

/** What is wrong with a template, for a person (Chinese); '' where nothing is. */
export const templateProblem = (template: string): string => {
  const missing = ['title', 'head', 'content'].filter((name) => !template.includes(`{{${name}}}`));
  if (missing.length) return `模板中缺少 ${missing.map((name) => `{{${name}}}`).join('、')}`;
  const charset = /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(template)?.[1];
  return charset && !/^utf-?8$/i.test(charset) ? `模板的编码是 ${charset}，生成的网页为 UTF-8，请修改模板` : '';
};

/** One address of a page counts for search engines, however it was reached. */
export function pageOf(site: Site, content: Content, template: Template = PLAIN): string {
  const { path, title, description, meta, data, body, widget, feeds = [] } = content;
  const { siteName = '', siteId = '' } = site;
  const up = '../'.repeat(path.split('/').length - 1);
  const url = addressOf(site, path);
  const names: readonly (readonly [string, string])[] = [
    ['SiteName', siteName], ['SiteDomain', siteName && new URL(site.base).host], ['SiteIDCode', siteId],
    ...meta, ...(meta.some(([name]) => name === 'Description') ? [] : [['description', description] as const]), ['Url', url],
  ];
  const metas = names.filter(([, content]) => content).map(([name, content]) => markup`<meta name="${name}" content="${content}">\n`);
  const head = markup`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${metas}<link rel="canonical" href="${url}">
${feeds.map(([name, feed]) => markup`<link rel="alternate" type="application/atom+xml" title="${name}" href="${up}${feed}">\n`)}${
    markup`<link rel="stylesheet" href="${up}${STYLE_PATH}">\n`}${jsonLd(data)}${widget ? site.script : undefined}`;
  const parts: Readonly<Record<string, string>> = { title: escapeText(title), head: head.text, content: body.text };
  // In one go: what a record says is never looked through for places to fill in.
  return template.replace(/\{\{(title|head|content)\}\}/g, (_, name: string) => parts[name] as string);
}

/** Readable without it; contrast 7:1. The widget's own line about loading would push down what it is about to replace. */
export const STYLE = `main{max-width:72em;margin:0 auto;padding:1em;
font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1c2127;background:#fff;overflow-wrap:anywhere}
a{color:#0a4a8c}
sgs-column{display:block}
sgs-column .sgs-static>:first-child{margin-top:0}
sgs-column::part(loading){position:absolute;clip:rect(0 0 0 0)}
.sgs-static table{width:100%;border-collapse:collapse}
.sgs-static caption{padding:.5em 0;font-weight:700;text-align:left}
.sgs-static th,.sgs-static td{padding:.5em;border:1px solid #d3dae2;text-align:left;vertical-align:top}
.sgs-static thead th,.sgs-static dt{background:#f1f5fa}
.sgs-static dl{margin:1em 0}
.sgs-static dt{padding:.25em .5em;font-weight:600}
.sgs-static dd{margin:0;padding:.5em;white-space:pre-line}
.sgs-static nav a{display:inline-block;min-height:44px;margin-right:1em;line-height:44px}
@media print{.sgs-static nav{display:none}}
`;

/** One page of the site around its content. */
import { escapeHtml, plainText, type Heading } from './markdown.js';
import { PAGES, SITE_WORDS, type Language } from './words.js';

export interface Page {
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  /** The other language has it too. */
  readonly translated: boolean;
}

/** From a page of a language to the site's own folder. */
export const rootOf = (language: Language): string => (language === 'zh' ? '' : '../');

/** Scripts of the page, beside the menu's: the live column reads `live.js` first (scripts/site/page/live.js). */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  index: ['live.js', 'sgs/sgs.js'],
  configurator: ['live.js', 'sgs/sgs.js', 'configurator.js'],
  search: ['@search-index.js', 'search.js'],
};

function menu({ name, language }: Page, titles: ReadonlyMap<string, string>): string {
  const words = SITE_WORDS[language];
  const groups = Object.entries(words.groups).map(([group, label]) => {
    const items = PAGES.filter(([page, of]) => of === group && titles.has(page)).map(([page]) =>
      `<li><a href="${page}.html"${page === name ? ' aria-current="page"' : ''}>${escapeHtml(titles.get(page) ?? '')}</a></li>`);
    return `<h2>${escapeHtml(label)}</h2><ul>${items.join('')}</ul>`;
  });
  return `<nav id="menu" class="menu" aria-label="${words.menu}">${groups.join('')}</nav>`;
}

function contents({ headings, language }: Page): string {
  const shown = headings.filter(({ level }) => level === 2);
  if (shown.length < 3) return '';
  const items = shown.map(({ id, text }) => `<li><a href="#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`);
  return `<nav class="here" aria-label="${SITE_WORDS[language].here}"><h2>${SITE_WORDS[language].here}</h2><ul>${items.join('')}</ul></nav>`;
}

/** @param titles of the pages of its language @param version of the package */
export function documentOf(page: Page, titles: ReadonlyMap<string, string>, version: string): string {
  const { name, language, title, html, translated } = page;
  const words = SITE_WORDS[language];
  const root = rootOf(language);
  const other = language === 'zh' ? 'en/' : '../';
  const scripts = ['menu.js', ...SCRIPTS[name] ?? []].map((file) =>
    `<script src="${file.startsWith('@') ? file.slice(1) : root + file}" defer></script>`).join('\n');
  // What the page is for stands first, then what is on it.
  const lead = /^[^]*?<\/h1>\s*(?:<p>[^]*?<\/p>)?/.exec(html)?.[0] ?? '';
  const rest = html.slice(lead.length);
  const head = name === 'index' ? title : `${title} - ${words.site}`;
  return `<!DOCTYPE html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(plainText(lead.replace(/^[^]*<\/h1>/, '')).slice(0, 150))}">
<title>${escapeHtml(head)}</title>
<link rel="icon" href="${root}mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}site.css">
${scripts}
</head>
<body class="page page--${name}">
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<div class="top__row">
<a class="brand" href="index.html"><img src="${root}mark.svg" alt="" width="40" height="40"><span>${escapeHtml(words.site)}</span></a>
<form class="find" action="search.html" method="get" role="search" aria-label="${words.searchLabel}">
<label class="unseen" for="find">${words.searchLabel}</label>
<input id="find" type="search" name="q" autocomplete="off" placeholder="${words.searchLabel}"><button type="submit">${words.search}</button>
</form>
<a class="language" href="${other}${translated ? name : 'index'}.html" lang="${language === 'zh' ? 'en' : 'zh-CN'}">${words.other}</a>
<button class="menu-button" type="button" aria-expanded="false" aria-controls="menu" hidden>${words.menu}</button>
</div>
</header>
<div class="body">
${menu(page, titles)}
<main id="main" tabindex="-1">
${lead}${contents(page)}${rest}
</main>
</div>
<footer class="foot"><p>sgs-widgets ${version}　${escapeHtml(words.footer)}</p></footer>
</body>
</html>
`;
}

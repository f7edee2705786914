/**
 * dist-site/: the documentation as static pages, Chinese at the top and English in en/. `<!-- made: name -->` on a line of its
 * own in a source of docs/site stands for what `generators` makes of the code's tables.
 */
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../src/model/version.js';
import { configurator } from './configurator.js';
import { elementReference, partReference, propertyReference } from './elements.js';
import { failureOverview, failureReference, findingReference, noticeReference, rejectedReference, withheldReference } from './help.js';
import { codeBlock } from './markdown-table.js';
import { plainText, renderMarkdown, type Heading } from './markdown.js';
import { commandReference, configReference, editorReference, fieldReference, fileReference, ruleReference, ruleSources, serverReference } from './reference.js';
import { documentOf, rootOf, type Page } from './template.js';
import { costTables } from '../growth/costs.js';
import { growthFigures, hostTrials } from './measured.js';
import { clerkSteps, guideCode, questions, supervisorSteps } from './guides.js';
import { PAGES, SITE_WORDS, type Language } from './words.js';

const OUT = 'dist-site';
export const LANGUAGES = ['zh', 'en'] as const;
const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Readonly<Record<string, string>>;

/** Markdown, or HTML that is put in as it stands. */
type Made = string | { readonly html: string };

const live = (language: Language): Made => ({
  html: `<div class="live"><sgs-column feed="${rootOf(language)}example.json" lang="${SITE_WORDS[language].tag}" page-size="5" heading-level="3">`
    + `<p><a href="${rootOf(language)}example.json">${language === 'zh' ? '双公示数据（JSON）' : 'The records (JSON)'}</a></p></sgs-column></div>`,
});

/** A part of a page in another language than the page's own. */
const foreign = (tag: string, markdown: string, label: string): Made => ({ html: `<div lang="${tag}">${renderMarkdown(markdown, label).html}</div>` });

const generators: Readonly<Record<string, (language: Language) => Made>> = {
  live,
  configurator: (language) => ({ html: configurator(language, sri['sgs.js'] ?? '', `${rootOf(language)}example.json`) }),
  elements: elementReference, parts: partReference, properties: propertyReference, config: configReference, fields: fieldReference, commands: commandReference,
  rules: ruleReference, 'rule-sources': (language) => (language === 'en' ? ruleSources() : foreign('en', ruleSources(), '规则的来源')), files: fileReference, editors: editorReference, failures: failureReference,
  'failure-overview': failureOverview, withheld: withheldReference, rejected: rejectedReference, notices: noticeReference, findings: findingReference,
  servers: serverReference, steps: clerkSteps, 'supervisor-steps': supervisorSteps, questions, growth: growthFigures, costs: costTables, hosts: hostTrials,
  assistant: (language) => ({ html: `<p><a class="button" href="${rootOf(language)}assistant.html">${language === 'zh' ? '打开双公示数据助手' : 'Open the assistant (Chinese)'}</a></p>` }),
  hits: () => ({ html: '<p id="hits-status" role="status" tabindex="-1"></p><ol class="hits" id="hits"></ol>' }),
  cards: (language) => ({ html: cards(language) }),
  example: () => codeBlock(readFileSync('demo/data/example.json', 'utf8').slice(0, 1200).replace(/\n[^\n]*$/, '\n  …'), 'json'),
  ...guideCode,
};

/** The readers of the start page, each with a way in: title and first sentence of their page. */
function cards(language: Language): string {
  const items = ['start', 'configurator', 'clerk', 'supervisor', 'developer', 'growth'].map((name) => {
    const source = readFileSync(`docs/site/${language}/${name}.md`, 'utf8');
    const [, title = '', lead = ''] = /^# (.*)\n+([^\n]*)/.exec(source) ?? [];
    return `<li><a href="${name}.html"><strong>${plainText(renderMarkdown(title, '').html)}</strong>${plainText(renderMarkdown(lead, '').html)}</a></li>`;
  });
  return `<ul class="cards">${items.join('')}</ul>`;
}

interface Section {
  readonly heading: string;
  readonly anchor: string;
  readonly text: string;
}

/** Text of a page by its headings, for the search. */
function sectionsOf(html: string, headings: readonly Heading[]): readonly Section[] {
  const [before = '', ...parts] = html.split(/<h[123] id="[^"]*">/);
  const found = parts.map((part, at) => ({ heading: headings[at]?.text ?? '', anchor: at ? headings[at]?.id ?? '' : '', text: plainText(part.replace(/^[^]*?<\/h\d>/, '')) }));
  return before.trim() ? [{ heading: '', anchor: '', text: plainText(before) }, ...found] : found;
}

export function makePage(name: string, language: Language): Page {
  const file = `docs/site/${language}/${name}.md`;
  const source = readFileSync(file, 'utf8');
  const pieces: string[] = [];
  const text = source.replace(/^<!-- made: ([\w-]+) -->$/gm, (_all, key: string) => {
    const generator = generators[key];
    if (!generator) throw new Error(`${file}: nothing makes “${key}”.`);
    const made = generator(language);
    if (typeof made === 'string') return made;
    return `@@${pieces.push(made.html) - 1}@@`;
  });
  const [, title = ''] = /^# (.*)/m.exec(text) ?? [];
  const { html, headings } = renderMarkdown(text, title);
  const other = language === 'zh' ? 'en' : 'zh';
  return {
    name, language, title: headings[0]?.text ?? title, headings, translated: existsSync(`docs/site/${other}/${name}.md`),
    html: html.replace(/<p>@@(\d+)@@<\/p>/g, (_all, at: string) => pieces[Number(at)] ?? ''),
  };
}

function writeLanguage(language: Language): void {
  const folder = language === 'zh' ? OUT : `${OUT}/${language}`;
  mkdirSync(folder, { recursive: true });
  const pages = PAGES.filter(([name]) => existsSync(`docs/site/${language}/${name}.md`)).map(([name]) => makePage(name, language));
  const titles = new Map(pages.map(({ name, title }) => [name, name === 'index' ? (language === 'zh' ? '首页' : 'Home') : title]));
  for (const page of pages) writeFileSync(`${folder}/${page.name}.html`, documentOf(page, titles, VERSION));
  const index = pages.filter(({ name }) => name !== 'search').flatMap(({ name, title, html, headings }) =>
    sectionsOf(html, headings).map(({ heading, anchor, text }) => [name, title, anchor, heading, text]));
  writeFileSync(`${folder}/search-index.js`, `self.sgsSiteIndex = ${JSON.stringify(index).replace(/</g, '\\u003c')};\n`);
}

async function writeAssets(): Promise<void> {
  mkdirSync(`${OUT}/sgs`, { recursive: true });
  mkdirSync(`${OUT}/img`, { recursive: true });
  for (const file of readdirSync('dist').filter((name) => /^sgs(\.\w+)?\.(js|css)$|^sri\.json$|\.schema\.json$|\.licenses\.md$/.test(name))) copyFileSync(`dist/${file}`, `${OUT}/sgs/${file}`);
  for (const file of ['menu.js', 'live.js', 'search.js', 'site.css']) copyFileSync(`scripts/site/page/${file}`, `${OUT}/${file}`);
  for (const file of readdirSync('stories/guide/pictures')) copyFileSync(`stories/guide/pictures/${file}`, `${OUT}/img/${file}`);
  copyFileSync('dist/assistant.html', `${OUT}/assistant.html`);
  copyFileSync('demo/img/mark.svg', `${OUT}/mark.svg`);
  const records = readFileSync('demo/data/sgs.canonical.json', 'utf8');
  writeFileSync(`${OUT}/example.json`, records);
  writeFileSync(`${OUT}/example.js`, `self.sgsExample = ${JSON.stringify(records).replace(/</g, '\\u003c')};\n`);
  await build({
    entryPoints: ['scripts/site/page/configurator.ts'], outfile: `${OUT}/configurator.js`, bundle: true, format: 'iife', target: 'chrome69', charset: 'ascii', logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  rmSync(OUT, { recursive: true, force: true });
  for (const language of LANGUAGES) writeLanguage(language);
  await writeAssets();
  console.log(`built ${OUT} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

// The site and the READMEs name what is there: links, anchors, commands, options, attributes, events, settings, failures.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { COMMANDS } from '../../src/cli/commands.js';
import { KINDS } from '../../src/model/kinds.js';
import { WITHHELD_REASONS } from '../../src/model/outcome.js';
import { FORMS } from '../../src/prerender/snippet.js';
import { elements } from '../../scripts/editor-data.mjs';
import { node } from '../../scripts/process.mjs';
import { COMMANDS_EN } from '../../scripts/site/commands-en.js';
import { OFFERED } from '../../scripts/site/configurator.js';
import { ELEMENTS, EVENTS, METHODS } from '../../scripts/site/element-words.js';
import { FAILURES } from '../../scripts/site/failures.js';
import { codeOf, partsOf } from '../../scripts/site/page/configurator.js';
import { settings } from '../../scripts/site/reference.js';
import { SETTINGS_EN } from '../../scripts/site/settings-en.js';
import { PAGES } from '../../scripts/site/words.js';
import { PARTS } from '../../scripts/parts.js';
import { FILES } from '../../stories/guide/files.js';
import { ATTRIBUTES, SETTINGS } from '../../stories/guide/words.js';

const SITE = 'dist-site';
const languages = ['zh', 'en'] as const;

before(async () => {
  assert.equal(await node(['--import', 'tsx', 'scripts/site/build.ts']), 0);
});

/** Those of the site; the assistant beside them is a program of its own. */
const pages = (): readonly string[] => ['', 'en/'].flatMap((folder) =>
  readdirSync(join(SITE, folder)).filter((name) => name.endsWith('.html') && name !== 'assistant.html').map((name) => folder + name));
const pageText = (page: string): string => readFileSync(join(SITE, page), 'utf8');
const idsOf = (page: string): ReadonlySet<string> => new Set([...pageText(page).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));

/** What people read: sources of the site, and the READMEs. */
const texts: readonly (readonly [file: string, text: string])[] = [
  ...languages.flatMap((language) => readdirSync(`docs/site/${language}`).map((name) => `docs/site/${language}/${name}`)), 'README.md', 'README.zh-CN.md',
].map((file) => [file, readFileSync(file, 'utf8')] as const);

const fences = (text: string): readonly string[] => [...text.matchAll(/```\w*\n([^]*?)```/g)].map(([, code = '']) => code);
const inline = (text: string): readonly string[] => [...text.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

describe('the site', () => {
  test('has every page in both languages, and no other', () => {
    for (const language of languages) assert.deepEqual(readdirSync(`docs/site/${language}`).sort(), PAGES.map(([name]) => `${name}.md`).sort(), language);
    assert.equal(pages().length, 2 * PAGES.length);
  });

  test('every link leads somewhere within the site, to an anchor that is there', () => {
    const wrong: string[] = [];
    for (const page of pages()) {
      for (const [, link = ''] of pageText(page).replace(/<code>[^]*?<\/code>/g, '').matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
        const [path = '', anchor] = link.split('#');
        const target = path ? normalize(join(dirname(page), path)) : page;
        if (/^[a-z]+:|^\//i.test(link) || !existsSync(join(SITE, target))) wrong.push(`${page}: ${link}`);
        else if (anchor && target.endsWith('.html') && !idsOf(target).has(decodeURIComponent(anchor))) wrong.push(`${page}: ${link}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  test('has each id once', () => {
    for (const page of pages()) {
      const ids = [...pageText(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], page);
    }
  });

  test('asks no other host, has no script or style in the page, and no module', () => {
    for (const page of pages()) {
      const text = pageText(page);
      assert.doesNotMatch(text, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+="|type="module"/, page);
    }
  });

  test('its index has every page, and each section with its anchor', () => {
    for (const [language, folder] of [['zh', ''], ['en', 'en/']] as const) {
      const [, json = '[]'] = /^self\.sgsSiteIndex = (.*);\n$/.exec(readFileSync(join(SITE, folder, 'search-index.js'), 'utf8')) ?? [];
      const index = JSON.parse(json) as readonly (readonly [page: string, title: string, anchor: string, heading: string, text: string])[];
      assert.deepEqual([...new Set(index.map(([page]) => page))], PAGES.map(([name]) => name).filter((name) => name !== 'search'), language);
      for (const [page, , anchor] of index) if (anchor) assert.ok(idsOf(`${folder}${page}.html`).has(anchor), `${page}#${anchor}`);
    }
  });

  test('tells of every failure, reason, command, setting, kind and element, in both languages', () => {
    for (const folder of ['', 'en/']) {
      const help = pageText(`${folder}troubleshooting.html`);
      for (const code of [...Object.keys(FAILURES), ...WITHHELD_REASONS]) assert.ok(help.includes(`<code>${code}</code>`), code);
      const commands = pageText(`${folder}commands.html`);
      for (const { usage, options } of COMMANDS) {
        assert.ok(commands.includes(`>sgs ${usage.split(' ')[0] ?? ''}</h2>`), usage);
        for (const [flags] of options) assert.ok(commands.includes(`<code>${flags.replace(/</g, '&lt;').replace(/>/g, '&gt;')}</code>`), flags);
      }
      for (const [path] of settings('zh')) assert.ok(pageText(`${folder}config.html`).includes(`<code>${path}</code>`), path);
      for (const kind of KINDS) assert.ok(pageText(`${folder}feed.html`).includes(kind), kind);
      const reference = pageText(`${folder}elements.html`);
      for (const { tagName, attributes = [], cssParts = [], cssProperties = [] } of elements()) {
        assert.ok(reference.includes(`>${tagName}</h2>`), tagName);
        for (const { name = '' } of attributes) assert.ok(reference.includes(`<code>${name}</code>`), name);
        for (const { name = '' } of cssProperties) assert.ok(reference.includes(`<code>${name}</code>`), name);
        for (const { name = '' } of cssParts) assert.ok(reference.includes(`<code>::part(${name})</code>`), name);
      }
      // A cell without words is a name that nobody has explained.
      assert.doesNotMatch(reference + help + pageText(`${folder}config.html`), /<td[^>]*><\/td>/);
    }
  });

  test('has words for every name, and none for what is gone', () => {
    const events = elements().flatMap(({ events: all = [] }) => all.flatMap(({ name }) => (name?.startsWith('sgs-') ? [name] : [])));
    assert.deepEqual(Object.keys(EVENTS).sort(), [...new Set(events)].sort());
    assert.deepEqual(Object.keys(ELEMENTS).sort(), elements().map(({ tagName }) => tagName).sort());
    // What has no English yet is shown in Chinese.
    for (const path of Object.keys(SETTINGS_EN)) assert.ok(path in SETTINGS, path);
    for (const name of Object.keys(COMMANDS_EN)) assert.ok(COMMANDS.some(({ usage }) => usage.split(' ')[0] === name), name);
    const methods = new Set(elements().flatMap(({ members = [] }) => members.flatMap(({ kind, name }) => (kind === 'method' ? [name] : []))));
    for (const name of Object.keys(METHODS)) assert.ok(methods.has(name), name);
  });

  test('the files to upload are those of the build', () => {
    const named = FILES.flatMap(([files]) => files);
    for (const file of named) assert.ok(existsSync(`dist/${file}`), file);
    for (const part of Object.keys(PARTS)) assert.ok(named.includes(`sgs.${part}.js`), part);
  });
});

describe('the configurator', () => {
  const options = { src: '/sgs/sgs.js', feed: '/sgs/sgs.json', kind: 'penalty' };

  test('offers attributes of the column, with their words', () => {
    const known = elements().find(({ tagName }) => tagName === 'sgs-column')?.attributes?.map(({ name }) => name) ?? [];
    for (const [name] of OFFERED) assert.ok(known.includes(name) && ATTRIBUTES[name], name);
  });

  for (const { number, write } of FORMS) {
    test(`form ${number}: the code of sgs snippet, with what was chosen`, () => {
      const plain = codeOf(number, [], options);
      assert.equal(plain, write(options).text);
      const code = codeOf(number, [['theme', 'red'], ['elder', '']], options);
      assert.equal(code.replace(/ (?:data-)?(?:theme="red"|elder(?:="")?)/g, ''), plain);
      if (number !== 'link') assert.match(code, number === 1 || number === 5 ? /<sgs-column [^>]* theme="red" elder/ : /<[^>]* data-theme="red" data-elder=""/);
      assert.equal(partsOf(number, code).join('\n'), code);
    });
  }
});

test('the switch for webmasters is in the code', () => {
  assert.match(readFileSync('src/elements/store-controller.ts', 'utf8'), /sgs-debug/);
});

describe('what is named in the site and the READMEs', () => {
  const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
  const byTag = new Map(elements().map(({ tagName, attributes = [] }) => [tagName, new Set(attributes.map(({ name }) => name))] as const));
  const anyAttribute = new Set([...byTag.values()].flatMap((names) => [...names]));
  const known = new Set([
    ...byTag.keys(), ...Object.keys(EVENTS), ...elements().flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
  ]);
  const optionsOf = (name: string): readonly string[] =>
    COMMANDS.find(({ usage }) => usage.split(' ')[0] === name)?.options.flatMap(([flags]) => flags.match(/--?[a-z][\w-]*/g) ?? []) ?? [];
  const anyOption = new Set([...COMMANDS.flatMap(({ usage }) => optionsOf(usage.split(' ')[0] ?? '')), '--help', '--version']);

  for (const [file, text] of texts) {
    test(`${file}: commands and their options`, () => {
      const lines = [...fences(text).flatMap((code) => code.split('\n')), ...inline(text)];
      for (const line of lines) {
        for (const [, name = '', rest = ''] of line.matchAll(/(?:^|&& |npx )sgs ([a-z]+)([^#]*)/g)) {
          assert.ok(name === 'command' || COMMANDS.some(({ usage }) => usage.split(' ')[0] === name), line);
          for (const option of rest.match(/(?<= )--?[a-z][\w-]*/g) ?? []) assert.ok(name === 'command' || [...optionsOf(name), '--help'].includes(option), `${line}: ${option}`);
        }
        for (const [, script = ''] of line.matchAll(/\bnpm run ([\w:-]+)/g)) assert.ok(script in scripts, line);
        for (const [, entry = ''] of line.matchAll(/'sgs-widgets(\/[\w.-]+)?'/g)) assert.ok(`.${entry}` in exports, line);
        if (/^--[a-z]/.test(line) && !line.startsWith('--sgs-')) assert.ok(anyOption.has(/^--[\w-]+/.exec(line)?.[0] ?? ''), line);
      }
    });

    test(`${file}: elements, attributes, events, custom properties, settings, files`, () => {
      const code = [...fences(text), ...inline(text)].join('\n');
      for (const [, tag = '', attributes = ''] of code.matchAll(/<(sgs-\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)) {
        const names = byTag.get(tag);
        assert.ok(names, tag);
        for (const [, name = ''] of attributes.matchAll(/\s([\w-]+)(?:="[^"]*")?/g)) assert.ok(names.has(name) || name === 'class', `<${tag} ${name}>`);
      }
      for (const [, name = ''] of code.matchAll(/ data-([\w-]+)=/g)) assert.ok(anyAttribute.has(name) || ['sgs', 'target'].includes(name), `data-${name}`);
      for (const [name = ''] of code.matchAll(/(?<![\w./@:-])(?:--)?sgs-[a-z]+(?:-[a-z]+)*(?![\w./-])/g)) assert.ok(known.has(name) || ['sgs-widgets', 'sgs-debug'].includes(name), name);
      for (const [, path = ''] of code.matchAll(/^((?:request|response|gate|privacy|texts)\.[\w.]+)$/gm)) assert.ok(settings('zh').some(([setting]) => setting.startsWith(path)), path);
      for (const [, name = ''] of code.matchAll(/(?<![\w/.])dist\/([\w.-]+\.\w+)/g)) assert.ok(existsSync(`dist/${name}`), `dist/${name}`);
      for (const [name] of code.matchAll(/(?<![\w/])sgs\.[a-z]+\.(?:js|css)\b/g)) assert.ok(existsSync(`dist/${name}`), name);
    });
  }

  for (const file of ['README.md', 'README.zh-CN.md']) {
    test(`${file}: its links, anchors and pictures`, () => {
      const text = readFileSync(file, 'utf8');
      const headings = [...text.replace(/```[^]*?```/g, '').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title.toLowerCase().replace(/`/g, '').replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
      for (const [, link = ''] of text.replace(/```[^]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)) {
        if (link.startsWith('#')) assert.ok(headings.includes(decodeURIComponent(link.slice(1))), link);
        else if (!/^https?:/.test(link)) assert.ok(existsSync(new URL(link.replace(/#.*/, ''), pathToFileURL(`${process.cwd()}/`))), link);
      }
    });
  }
});

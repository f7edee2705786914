// The tables of both READMEs: in English from the manifest, in Chinese from stories/guide/words.ts. `node --import tsx
// scripts/readme.ts` writes them after a build; a test fails when they are old.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ATTRIBUTES, PROPERTIES } from '../stories/guide/words.js';
import { elements } from './editor-data.mjs';

/** A word that breaks no table. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

interface Row {
  readonly name: string;
  readonly about: string;
  readonly default: string;
  /** Tags that have it. */
  readonly tags: readonly string[];
}

/** What several elements have stands once, with their names. */
function rows(kind: 'attributes' | 'cssProperties'): readonly Row[] {
  const found = new Map<string, { about: string; default: string; tags: string[] }>();
  for (const { tagName, [kind]: items = [] } of elements()) {
    for (const { name = '', description = '', default: preset = '' } of items) {
      const row = found.get(name) ?? { about: description, default: preset.replace(/^'|'$/g, ''), tags: [] };
      row.tags.push(tagName);
      found.set(name, row);
    }
  }
  return [...found].map(([name, row]) => ({ name, ...row }));
}

const tagsOf = ({ tags }: Row, all: number, every: string): string => (tags.length === all ? every : tags.map((tag) => `\`${tag.slice(4)}\``).join(' '));

/** @returns marker → the table that stands behind it */
function tables(language: 'en' | 'zh'): Readonly<Record<string, string>> {
  const count = elements().length;
  const zh = language === 'zh';
  const value = (text: string): string => (text ? `\`${cell(text)}\`` : '');
  const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
    [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
  return {
    attributes: table(zh ? ['属性', '作用', '标签'] : ['attribute', 'says', 'of'], rows('attributes').map((row) =>
      [`\`${row.name}\``, cell(zh ? ATTRIBUTES[row.name] ?? '' : row.about), tagsOf(row, count, zh ? '全部' : 'all')])),
    properties: table(zh ? ['样式变量', '作用', '默认值'] : ['custom property', 'sets', 'default'], rows('cssProperties').map((row) =>
      [`\`${row.name}\``, cell(zh ? PROPERTIES[row.name] ?? '' : row.about), value(row.default)])),
  };
}

/** A README with its tables as they should be. */
export const renewed = (text: string, language: 'en' | 'zh'): string =>
  Object.entries(tables(language)).reduce((result, [name, table]) =>
    result.replace(new RegExp(`(<!-- ${name}: [^>]*-->\n)[^]*?(<!-- /${name} -->)`), (_all, begin: string, end: string) => `${begin}${table}\n${end}`), text);

export const READMES = [['README.md', 'en'], ['README.zh-CN.md', 'zh']] as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, language] of READMES) writeFileSync(file, renewed(readFileSync(file, 'utf8'), language));
}

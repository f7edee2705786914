// The tables of both READMEs: from the manifest, stories/guide and the generators of the site. `node --import tsx
// scripts/readme.ts` writes them after a build; a test fails when they are old. The Chinese table of editors is measured, and
// written by scripts/editors.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ATTRIBUTES, PROPERTIES } from '../stories/guide/words.js';
import { elements } from './editor-data.mjs';
import { mono, table } from './site/markdown-table.js';
import { editorReference, fileReference, ruleReference } from './site/reference.js';

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
  return {
    attributes: table(zh ? ['属性', '作用', '标签'] : ['attribute', 'says', 'of'], rows('attributes').map((row) =>
      [mono(row.name), zh ? ATTRIBUTES[row.name] ?? '' : row.about, tagsOf(row, count, zh ? '全部' : 'all')])),
    properties: table(zh ? ['样式变量', '作用', '默认值'] : ['custom property', 'sets', 'default'], rows('cssProperties').map((row) =>
      [mono(row.name), zh ? PROPERTIES[row.name] ?? '' : row.about, mono(row.default)])),
    files: fileReference(language),
    rules: ruleReference(language),
    ...(!zh && { editors: editorReference('en') }),
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

/**
 * Which way to embed each editor leaves alone with its default settings, measured by `scripts/editors.mjs`; a test holds
 * this table against the one that it writes into README.zh-CN.md. `link`: the fourth, with its name in the address only.
 */
export const EDITORS: readonly (readonly [name: string, form: 1 | 2 | 3 | 4 | 'link'])[] = [
  ['UEditor 1.4.3', 4],
  ['KindEditor 4.1.10', 4],
  ['wangEditor 4.7.15', 'link'],
  ['wangEditor 5.1.23', 'link'],
  ['TinyMCE 4.9.11', 3],
  ['TinyMCE 8.9.2', 3],
  ['CKEditor 4.22.1', 'link'],
  ['DOMPurify 3.4.18', 3],
  ['WordPress 6.1 KSES', 3],
];

/** Editors whose name and version begin so, in any case: `ckeditor`, `TinyMCE 8`. */
export const editorsNamed = (name: string): typeof EDITORS =>
  EDITORS.filter(([known]) => known.toLowerCase().startsWith(name.trim().toLowerCase()));

// @ts-check
// What the analyzer is told. It walks folders as they answer, and what it finds depends on the order of the files: the
// same sources would give another manifest, and other tables in the READMEs, on another day.
import { readFileSync } from 'node:fs';

export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/define-scorecard.ts'],
  litelement: true,
  packagejson: false,
  /** @param {{ ts: typeof import('typescript'), globs: string[] }} found */
  overrideModuleCreation: ({ ts, globs }) => globs.sort().map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2015, true)),
};

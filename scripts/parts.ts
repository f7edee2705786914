// What the classic script loads when it is needed: one row a file beside it. In src/ these are plain `import()`; here they
// become calls of the part loader, and the modules a file each, since a script tag that is pasted anywhere is no module.
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';

/** Part → its modules, by their paths in src/. `dist/sgs.<part>.js` runs those of `first` and delivers the others. */
export const PARTS: Readonly<Record<string, { readonly modules: readonly string[]; readonly first?: readonly string[] }>> = {
  /** For columns with a configuration, several feeds or a catalogue, that read again and again, or that are searched. */
  setup: { modules: [
    'elements/log-feed-report', 'elements/failure-note', 'elements/poll', 'feed/pages', 'model/config-schema', 'query/ranges', 'source/api', 'source/compile', 'state/beside',
    'elements/page-title', 'elements/views/record-parts',
  ] },
  /** The law and privacy in full, loaded with the first feed; without them only what needs no judgement is shown, and none is kept. */
  rules: { modules: ['feed/full-rules', 'feed/cache'], first: ['embed/learn-enforcement'] },
  /** Export, print, reading aloud, the column at a glance. */
  tools: { modules: ['elements/tools/actions'] },
  /** Languages beside the Chinese that everybody has. */
  locales: { modules: ['locale/others'] },
  /** For a feed that is too big for the page's own thread. */
  scale: { modules: ['state/hand-over', 'source/shards'], first: ['embed/worker-beside'] },
  /** For a search that found nothing as it was typed: pinyin, traditional characters, other names of the same. */
  search: { modules: ['query/fuzzy/matcher', 'state/search-fallback'] },
};

export const SCRIPT = 'sgs.js';

/**
 * Modules that the script has anyway and delivers (src/embed/shared.ts): parts take them from it instead of a copy of their own, so
 * that a page loads, evaluates and keeps them once, and what one learns all know.
 */
const SHARED = ['model/fields', 'model/kinds', 'model/aliases', 'feed/text', 'elements/html', 'locale/zh-CN'];

/** What parts use of libraries that the script has. */
const SHARED_LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  lit: ['css', 'nothing', 'render'],
  'lit/directives/if-defined.js': ['ifDefined'],
};

/** Tables that the script goes without until the rules have come (src/embed/learn-enforcement.ts). */
const LEARNT = { module: 'model/enforcement', instead: 'export const ENFORCEMENT = {};' };

const SRC = resolve('src');

/** `/…/src/feed/pages.ts` → `feed/pages`. */
const nameOf = (file: string): string => relative(SRC, file).replaceAll('\\', '/').replace(/\.[jt]s$/, '');

const partOf = (module: string): string | undefined =>
  Object.keys(PARTS).find((part) => PARTS[part]?.modules.includes(module));

interface ImportNode {
  readonly start: number;
  readonly end: number;
  readonly source: { readonly value?: unknown };
}

/** The `import()` expressions below a node of the syntax tree. */
function findImports(node: unknown, found: ImportNode[] = []): ImportNode[] {
  if (typeof node !== 'object' || node === null) return found;
  if ((node as { type?: unknown }).type === 'ImportExpression') found.push(node as ImportNode);
  for (const inner of Object.values(node)) findImports(inner, found);
  return found;
}

/**
 * `import('./pages.js')` → `importPart("setup", "feed/pages")`. What no part has is an error here, not on a webmaster's page.
 * @param loader the module with `importPart`, from the project's root
 */
export function lazyParts(loader: string): Plugin {
  return {
    name: 'sgs:lazy-parts',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(SRC) || !code.includes('import(')) return null;
      const imports = findImports(this.parse(code)).sort((a, b) => b.start - a.start);
      if (!imports.length) return null;
      let result = code;
      for (const { start, end, source } of imports) {
        const module = nameOf(resolve(dirname(id), String(source.value)));
        const part = partOf(module);
        if (!part) this.error(`${id} loads src/${module}.ts when it is needed, but no part has it: add it to scripts/parts.ts.`);
        result = `${result.slice(0, start)}importPart(${JSON.stringify(part)}, ${JSON.stringify(module)})${result.slice(end)}`;
      }
      return { code: `import { importPart } from ${JSON.stringify(resolve(loader))};\n${result}`, map: null };
    },
  };
}

/** For the script: tables that come with the rules are empty. */
export const learntLater = (): Plugin => ({
  name: 'sgs:learnt-later',
  enforce: 'pre',
  load: (id) => (id.startsWith(SRC) && nameOf(id) === LEARNT.module ? LEARNT.instead : null),
});

/** What a module says `export` of that is there when it runs. */
function exportedNames(file: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []));
    return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
  });
}

/** For a part: what it shares with the script comes from there. */
const sharedWithScript = (): Plugin => ({
  name: 'sgs:shared-with-script',
  enforce: 'pre',
  resolveId: (id) => (id in SHARED_LIBRARIES ? `\0${id}` : null),
  load(id) {
    const module = id.startsWith(SRC) ? nameOf(id) : id.slice(1);
    const names = SHARED.includes(module) ? exportedNames(id) : SHARED_LIBRARIES[module];
    return names && `import { scriptContext } from '/src/embed/context.ts';
export const { ${names.join(', ')} } = scriptContext().modules[${JSON.stringify(module)}];`;
  },
});

/** The entry of a part: its modules, handed over to the script that has asked for them. */
export function partEntry(part: string): { readonly entry: string; readonly plugins: Plugin[] } {
  const entry = `virtual:sgs-part-${part}`;
  const { modules = [], first = [] } = PARTS[part] ?? {};
  const file = (module: string): string => JSON.stringify(`/src/${module}.ts`);
  const code = [
    ...first.map((module) => `import ${file(module)};`),
    ...modules.map((module, n) => `import * as module${n} from ${file(module)};`),
    `import { deliver } from '/src/embed/context.ts';`,
    `deliver({ ${modules.map((module, n) => `${JSON.stringify(module)}: module${n}`).join(', ')} });`,
  ].join('\n');
  return {
    entry,
    plugins: [sharedWithScript(), {
      name: 'sgs:part',
      resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null),
      load: (id) => (id === `\0${entry}` ? code : null),
    }],
  };
}

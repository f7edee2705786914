// What the build does to the classic script and its parts beyond bundling: older syntax, fewer bytes, pure ASCII.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { minify, type MinifyOptions } from 'terser';
import ts from 'typescript';
import type { Plugin } from 'vite';

/** The oldest browser promised. */
export const oldest = 'chrome69';

/** What marks a name that nobody outside its class and those made of it knows, so that the minifier may shorten it. */
const PRIVATE = /^_sgs_/;
const MARK = '_sgs_';

const parse = (code: string): ts.SourceFile => ts.createSourceFile('module.ts', code, ts.ScriptTarget.ESNext, true);

/** The names of a class's members with one of these modifiers. */
const membersWith = (body: ts.ClassLikeDeclaration, ...modifiers: ts.SyntaxKind[]): readonly ts.Identifier[] =>
  body.members.flatMap((member) => {
    const has = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => modifiers.includes(kind));
    return has && member.name && ts.isIdentifier(member.name) ? [member.name] : [];
  });

/** Protected members of all elements: those made of others know them by the same name. */
const shared = new Set<string>();
for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /^(?:elements|embed)\b.*\.ts$/.test(name))) {
  const find = (node: ts.Node): void => {
    if (ts.isClassLike(node)) for (const { text } of membersWith(node, ts.SyntaxKind.ProtectedKeyword)) shared.add(text);
    node.forEachChild(find);
  };
  find(parse(readFileSync(join('src', file), 'utf8')));
}

/** Marks the private and protected members of the classes in a module: where they are declared, at `this` and `super`, and as Lit's properties. */
function markPrivate(code: string): string {
  const source = parse(code);
  const marks: { readonly at: number; readonly text: string }[] = [];
  const mark = (node: ts.Node, text = MARK): void => void marks.push({ at: node.getStart(), text });

  const inClass = (body: ts.ClassLikeDeclaration): void => {
    const names = new Set(shared);
    for (const name of membersWith(body, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword)) {
      names.add(name.text);
      mark(name);
    }
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && [ts.SyntaxKind.ThisKeyword, ts.SyntaxKind.SuperKeyword].includes(node.expression.kind) && names.has(node.name.text)) mark(node.name);
      // const { a } = this
      if (ts.isVariableDeclaration(node) && node.initializer?.kind === ts.SyntaxKind.ThisKeyword && ts.isObjectBindingPattern(node.name)) {
        for (const { name, propertyName } of node.name.elements) if (!propertyName && ts.isIdentifier(name) && names.has(name.text)) mark(name, `${MARK}${name.text}: `);
      }
      if (ts.isGetAccessorDeclaration(node) && node.name.getText() === 'properties') {
        const inDeclarations = (inner: ts.Node): void => {
          if (ts.isPropertyAssignment(inner) && ts.isIdentifier(inner.name) && names.has(inner.name.text)) mark(inner.name);
          else inner.forEachChild(inDeclarations);
        };
        inDeclarations(node);
      }
      node.forEachChild(visit);
    };
    body.members.forEach(visit);
  };
  const find = (node: ts.Node): void => {
    if (ts.isClassLike(node)) inClass(node);
    node.forEachChild(find);
  };
  find(source);
  return marks.sort((a, b) => b.at - a.at).reduce((result, { at, text }) => result.slice(0, at) + text + result.slice(at), code);
}

export const minifying: MinifyOptions = {
  ecma: 2018,
  compress: { passes: 5, ecma: 2018, unsafe_comps: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
  mangle: { properties: { regex: PRIVATE } },
  format: { ascii_only: true, comments: /^!/ },
};

/** What the minifier has left it makes a little smaller still. */
export function onceMore(): Plugin {
  return {
    name: 'sgs:once-more',
    enforce: 'post',
    renderChunk: {
      order: 'post',
      async handler(code) {
        // One way to declare is smaller than two after gzip; no text of ours has the word in it.
        const { code: smaller = code, map } = await minify(code.replace(/\bconst (?=[\w$[{])/g, 'let '), { ...minifying, sourceMap: true });
        return typeof map === 'string' ? { code: smaller, map } : smaller;
      },
    },
  };
}

/** Down to what Chromium 69 reads. esbuild writes `??` and `?.` shorter than the bundler does, which then finds nothing left to do. */
export function lowered(): Plugin {
  return {
    name: 'sgs:lowered',
    transform: {
      order: 'pre',
      async handler(code, id) {
        const loader = id.endsWith('.ts') ? 'ts' : 'js';
        const { code: lower, map } = await transform(loader === 'ts' ? markPrivate(code) : code, { loader, target: oldest, sourcefile: id, sourcemap: true, tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } } });
        return { code: lower, map };
      },
    },
  };
}

/**
 * Style sheets and templates are text to a minifier. White space in a style sheet says nothing between rules; in a
 * template a line break with its indent says no more than a space. Quotes and zeros go where nobody needs them.
 */
export function smallerTemplates(): Plugin {
  const style = (text: string): string =>
    text.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1').replace(/: /g, ':').replace(/;\}/g, '}')
      .replace(/([\s:(,-])0\./g, '$1.').replace(/\[([\w-]+)='([a-z]+)'\]/g, '[$1=$2]').trim();
  return {
    name: 'sgs:smaller-templates',
    transform(code, id) {
      if (!/\/src\/(?:styles|elements)\//.test(id)) return null;
      return {
        code: code.replace(/\bcss`([^`]*)`/g, (_, text: string) => `css\`${style(text)}\``).replace(/\bhtml`[^`]*`/g, (text) => text.replace(/\s*\n\s*/g, ' '))
          // A word needs no quotes. Code has none of this: its own are set apart from the sign.
          .replace(/ ([a-z-]+)="([\w-]+)"(?=[\s>])/g, ' $1=$2'),
        map: null,
      };
    },
  };
}

/**
 * A page in GBK reads a script without a charset as GBK, and the bytes of UTF-8 then break it. Escapes are the same
 * characters to every reader of cooked strings; `String.raw` is not one, hence lint forbids it.
 * The bundler's own `charset: 'ascii'` leaves tagged templates and comments alone.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'sgs:ascii-only',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          // Code unit by code unit, so a character beyond the BMP becomes the pair of escapes JavaScript expects.
          file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
        }
      },
    },
  };
}

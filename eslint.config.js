import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// The rooms of src/ and what each may import. Data flows one way: feed → source → state → elements; nothing reaches back.
/** @type {Record<string, { rooms: string[], packages?: string[] }>} */
const rooms = {
  model: { rooms: [], packages: ['zod/mini'] },
  rules: { rooms: ['model'] },
  feed: { rooms: ['rules', 'model'] },
  query: { rooms: ['model'] },
  // A big feed as a folder: what both sides know of its files, what a page reads of them, what a tool writes.
  format: { rooms: ['feed', 'query', 'rules', 'model'] },
  read: { rooms: ['format', 'feed', 'query', 'rules', 'model'], packages: ['fflate'] },
  write: { rooms: ['format', 'feed', 'query', 'rules', 'model'] },
  source: { rooms: ['read', 'format', 'feed', 'rules', 'query', 'model'] },
  state: { rooms: ['source', 'query', 'feed', 'model'] },
  styles: { rooms: [], packages: ['lit'] },
  locale: { rooms: ['model'] },
  export: { rooms: ['model', 'locale', 'query', 'source'], packages: ['fflate', 'uqr'] },
  elements: { rooms: ['score', 'feed', 'state', 'styles', 'locale', 'export', 'query', 'model'], packages: ['lit'] },
  embed: { rooms: ['define', 'elements', 'source', 'locale', 'feed', 'model'], packages: ['lit'] },

  // These stand apart: they are for whoever keeps the data (a webmaster, a supervisor), in the command line and the
  // assistant, and never enter `sgs.js`. No room above may import one. The single exception is `score`, which the
  // element of `sgs.scorecard.js`, a script of its own, shows; `check` comes into that script with it.
  check: { rooms: ['feed', 'rules', 'model'] },
  import: { rooms: ['check', 'feed', 'rules', 'model'], packages: ['read-excel-file/universal', '@e965/xlsx', 'fflate'] },
  publication: { rooms: ['import', 'check', 'export', 'query', 'feed', 'rules', 'model', 'locale'] },
  // Pure but for json.ts and department.ts, which read: counts → points. `check` says what is wrong with a row, `import` reads a ledger.
  score: { rooms: ['import', 'check', 'feed', 'query', 'rules', 'export', 'locale', 'model'], packages: ['@noble/hashes/sha2.js'] },
  // Pure: clean records → pages of HTML.
  prerender: { rooms: ['score', 'locale', 'rules', 'model'] },

  cli: { rooms: ['write', 'format', 'prerender', 'score', 'publication', 'import', 'check', 'export', 'source', 'locale', 'model', 'rules', 'feed', 'query'], packages: ['node:*', 'cac'] },
};

// The one file that knows the network, and the files at the top of src/, which belong to no room.
/** @type {{ files: string[], room?: string, rooms?: string[], packages: string[] }[]} */
const doors = [
  { files: ['src/feed/request.ts'], room: 'feed', packages: ['ky'] },
  { files: ['src/define.ts', 'src/define-scorecard.ts'], rooms: ['elements', 'model'], packages: [] },
  { files: ['src/index.ts'], rooms: Object.keys(rooms).filter((name) => !['embed', 'cli', 'check', 'import', 'publication', 'prerender', 'write'].includes(name)), packages: [] },
];

/** Browser globals, kept out of everything that must also run in Node and in a worker. */
const pageGlobals = ['document', 'window', 'HTMLElement', 'location', 'history'];
const pageFiles = ['src/state/address.ts', 'src/elements/**', 'src/embed/**', 'src/define*.ts'];

const syntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]', message: 'Trusted Types hosts forbid it, and it is how feeds would inject markup.' },
  { selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', message: 'It can erase the host page.' },
  { selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic)$/]', message: 'A feed is text, never markup.' },
  { selector: 'ImportSpecifier[imported.name="styleMap"]', message: 'Inline styles are forbidden under a strict style-src: use classes.' },
  { selector: 'TemplateElement[value.raw=/\\sstyle\\s*=/]', message: 'Inline styles are forbidden under a strict style-src: use classes.' },
  { selector: 'TaggedTemplateExpression[tag.object.name="String"][tag.property.name="raw"]', message: 'The bundle escapes non-ASCII characters, which String.raw would show.' },
  { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: 'Safari before 16.4 refuses the whole script for a lookbehind.' },
  { selector: 'ImportSpecifier[imported.name="customElement"]', message: 'A class does not register itself: src/define.ts does, guarded.' },
];

/**
 * @param {string} name of the place, for the message
 * @param {string[]} allowed rooms
 * @param {string[]} [packages] allowed; `lit` includes its modules, `node:*` means Node's own
 * @param {string} [self] the room itself
 */
function imports(name, allowed, packages = [], self = '') {
  const others = [...Object.keys(rooms), 'define', 'index'].filter((room) => room !== self && !allowed.includes(room));
  const known = packages.map((entry) => (entry === 'node:*' ? 'node:.+' : entry === 'lit' ? 'lit(?:/.+)?' : entry));
  // From inside a room the way out starts with `../`; from the top of src/ it starts with `./`.
  const elsewhere = `^(?:${self ? '(?:\\.\\./)+' : '\\./'})(?:${others.join('|')})(?:/|\\.js$)`;
  const message = `${name} may only import from: ${allowed.join(', ') || 'nothing else in src/'}.`;
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: elsewhere, message },
          {
            regex: `^(?!\\.{1,2}/)${known.length ? `(?!(?:${known.join('|')})$)` : ''}`,
            message: `${name} may only import these packages: ${packages.join(', ') || 'none'}.`,
          },
        ],
      },
    ],
    // What is loaded when it is needed keeps to the table, too.
    'no-restricted-syntax': ['error', ...syntax, { selector: `ImportExpression[source.value=/${elsewhere.replaceAll('/', '\\/')}/]`, message }],
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'dist-release/', 'dist-site/', 'coverage/', 'storybook-static/', 'node_modules/', 'demo/*', '!demo/assistant/', 'test/fixtures/', 'bench/.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.tools.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A record type with known keys and a Map are different things; both are used where they fit.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // It asks for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `row['label']` says that the key is data of somebody else's feed, `row.label` that it is ours.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Code points are what Chinese names and masks are counted in.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `interface X {}` for HTMLElementTagNameMap and the like.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // `||` with a string, a number or a flag may well mean what is empty, 0 or false, too.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
    },
  },

  {
    files: ['src/**/*.ts', 'demo/assistant/**/*.ts'],
    plugins: { regexp },
    rules: {
      // A feed's text may be made to keep an expression busy for minutes.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...syntax],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*-table.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-len': ['error', { code: 140, ignoreUrls: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [...pageFiles, 'src/cli/**'],
    rules: {
      'no-restricted-globals': ['error', ...pageGlobals.map((name) => ({ name, message: 'This room also runs in Node and in a worker.' }))],
      'no-restricted-properties': [
        'error',
        ...['globalThis', 'self'].flatMap((object) => pageGlobals.map((property) => ({ object, property, message: 'This room also runs in Node and in a worker.' }))),
      ],
    },
  },
  ...Object.entries(rooms).map(([name, { rooms: allowed, packages }]) => ({
    files: [`src/${name}/**/*.ts`],
    rules: imports(`src/${name}/`, allowed, packages, name),
  })),
  ...doors.map(({ files, room, rooms: allowed, packages }) => ({
    files,
    rules: imports(files.join(', '), allowed ?? (room ? rooms[room]?.rooms : undefined) ?? [], [...packages, ...((room && rooms[room]?.packages) || [])], room),
  })),

  {
    files: ['src/{elements,styles,embed}/**/*.ts', 'src/define*.ts', 'demo/assistant/**/*.ts', 'stories/**/*.ts', 'test/{elements,styles}/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'SgsElement', 'FeedElement', 'ListAttributes', 'ListElement'] }, litHtmlSources: false },
    rules: {
      ...wc.configs['flat/best-practice'].rules,
      ...lit.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/value-after-constraints': 'error',
      'lit/ban-attributes': ['error', 'style', 'onclick', 'onchange', 'onsubmit', 'onload', 'onerror'],
    },
  },
  {
    // Lit answers render() with any of several values, and its own hooks are protected methods called by name.
    files: ['src/elements/**/*.ts', 'demo/assistant/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },

  {
    // Tests and stories try what types forbid, and read what they have just written.
    files: ['test/**/*.ts', 'stories/**/*.ts', '.storybook/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', '*.config.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      // node:test returns promises that its runner awaits itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] }] },
      ],
    },
  },
  // open-wc types every chai assertion as a promise, so the rule cannot tell the one that is (`accessible()`).
  { files: ['test/{elements,locale,styles}/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  { files: ['test/**/*.ts', 'stories/**/*.ts'], rules: { 'lit-a11y/anchor-is-valid': 'off', 'lit/ban-attributes': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: 'error', '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
);

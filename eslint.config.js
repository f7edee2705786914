import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// The rooms of src/ and what each may import. Data flows one way: feed → source → state → elements; nothing reaches back.
/** @type {Record<string, { rooms: string[], packages?: string[] }>} */
const rooms = {
  model: { rooms: [], packages: ['zod/mini'] },
  rules: { rooms: ['model'] },
  feed: { rooms: ['rules', 'model', 'more'] },
  // For whoever keeps the data: what is wrong with rows, tables to rows, feeds kept up to date. No page needs them.
  check: { rooms: ['feed', 'rules', 'model'] },
  intake: { rooms: ['check', 'feed', 'rules', 'model'], packages: ['read-excel-file/universal', '@e965/xlsx', 'fflate'] },
  ledger: { rooms: ['intake', 'check', 'export', 'query', 'feed', 'rules', 'model', 'locale'] },
  query: { rooms: ['model'] },
  // A big feed as a folder: what both sides know of its files, what a page reads of them, what a tool writes.
  format: { rooms: ['feed', 'query', 'rules', 'model'] },
  read: { rooms: ['format', 'feed', 'query', 'rules', 'model'], packages: ['fflate'] },
  write: { rooms: ['format', 'feed', 'query', 'rules', 'model'] },
  source: { rooms: ['read', 'format', 'feed', 'rules', 'query', 'model', 'more'] },
  state: { rooms: ['source', 'query', 'feed', 'model', 'more'] },
  styles: { rooms: [], packages: ['lit'] },
  locale: { rooms: ['model'] },
  export: { rooms: ['model', 'locale', 'query', 'source'], packages: ['fflate', 'uqr'] },
  elements: { rooms: ['score', 'state', 'styles', 'locale', 'export', 'query', 'model', 'more'], packages: ['lit'] },
  // What is loaded when it is needed; whoever needs it imports its one door, load.ts.
  more: { rooms: ['elements', 'locale', 'state', 'source', 'export', 'query', 'feed', 'model'] },
  // Pure but for its two doors, json.ts and department.ts: counts → points. `check` says what is wrong with a row.
  score: { rooms: ['check', 'feed', 'rules', 'export', 'locale', 'model'] },
  // Pure: clean records → pages of HTML.
  prerender: { rooms: ['score', 'locale', 'model'] },
  embed: { rooms: ['define', 'more', 'source', 'model'] },
  cli: { rooms: ['write', 'format', 'prerender', 'score', 'ledger', 'intake', 'check', 'export', 'source', 'locale', 'model', 'rules', 'feed', 'query'], packages: ['node:*', 'cac'] },
};

// Single files that may import a package their room may not, and files at the top of src/.
/** @type {{ files: string[], room?: string, rooms?: string[], packages: string[] }[]} */
const exceptions = [
  // The one door to the network, and the one description of the configuration.
  { files: ['src/feed/request.ts'], room: 'feed', packages: ['ky'] },
  { files: ['src/feed/config*.ts'], room: 'feed', packages: ['zod/mini'] },
  { files: ['src/define.ts', 'src/define-scorecard.ts'], rooms: ['elements'], packages: [] },
  // What a script that stands alone needs of what others load as parts.
  { files: ['src/embed/parts-of-second.ts'], room: 'embed', rooms: ['feed', 'more', 'model'], packages: [] },
  { files: ['src/index.ts'], rooms: Object.keys(rooms).filter((name) => !['more', 'embed', 'cli', 'check', 'intake', 'ledger', 'prerender', 'write'].includes(name)), packages: [] },
];

/** Browser globals, kept out of everything that must also run in Node and in a worker. */
const pageGlobals = ['document', 'window', 'HTMLElement', 'location', 'history'];
const pageFiles = ['src/state/address.ts', 'src/elements/**', 'src/embed/**', 'src/define*.ts'];

/**
 * @param {string} name of the place, for the message
 * @param {string[]} allowed rooms
 * @param {string[]} [packages] allowed; `lit` includes its modules, `node:*` means Node's own
 * @param {string} [self] the room itself
 */
function imports(name, allowed, packages = [], self = '') {
  const others = [...Object.keys(rooms), 'define', 'index'].filter((room) => room !== self && !allowed.includes(room));
  // What is loaded when it is needed has one door.
  if (allowed.includes('more')) others.push('more/(?!load\\.js$).+');
  const known = packages.map((entry) => (entry === 'node:*' ? 'node:.+' : entry === 'lit' ? 'lit(?:/.+)?' : entry));
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // From inside a room the way out starts with `../`; from the top of src/ it starts with `./`.
            regex: `^(?:${self ? '(?:\\.\\./)+' : '\\./'})(?:${others.join('|')})(?:/|\\.js$)`,
            message: `${name} may only import from: ${allowed.join(', ') || 'nothing else in src/'}.`,
          },
          {
            regex: `^(?!\\.{1,2}/)${known.length ? `(?!(?:${known.join('|')})$)` : ''}`,
            message: `${name} may only import these packages: ${packages.join(', ') || 'none'}.`,
          },
        ],
      },
    ],
  };
}

const syntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ImportExpression', message: 'No dynamic import: the classic bundle is one file, and a strict host loads nothing else.' },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]', message: 'Trusted Types hosts forbid it, and it is how feeds would inject markup.' },
  { selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', message: 'It can erase the host page.' },
  { selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic)$/]', message: 'A feed is text, never markup.' },
  { selector: 'ImportSpecifier[imported.name="styleMap"]', message: 'Inline styles are forbidden under a strict style-src: use classes.' },
  { selector: 'TemplateElement[value.raw=/\\sstyle\\s*=/]', message: 'Inline styles are forbidden under a strict style-src: use classes.' },
  { selector: 'TaggedTemplateExpression[tag.object.name="String"][tag.property.name="raw"]', message: 'The bundle escapes non-ASCII characters, which String.raw would show.' },
  { selector: 'VariableDeclarator[init.type="ThisExpression"] > ObjectPattern > Property > ObjectPattern', message: 'The build shortens private names, and does not look into nested patterns of `this`.' },
  { selector: 'ImportSpecifier[imported.name="customElement"]', message: 'A class does not register itself: src/define.ts does, guarded.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'storybook-static/', 'node_modules/', 'demo/*', '!demo/assistant/', 'test/fixtures/', 'bench/.cache/'] },
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
      // Before an object `||` says what `??` says, and survives the way to Chromium 69 without a variable: 250 bytes in all.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },

  {
    files: ['src/**/*.ts', 'demo/assistant/**/*.ts'],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...syntax],
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
  {
    // Node loads its parts when a command needs them, and a bundler those of src/more.
    files: ['src/cli/**/*.ts', 'src/more/load.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax.filter(({ selector }) => selector !== 'ImportExpression')] },
  },

  ...Object.entries(rooms).map(([name, { rooms: allowed, packages }]) => ({
    files: [`src/${name}/**/*.ts`],
    rules: imports(`src/${name}/`, allowed, packages, name),
  })),
  ...exceptions.map(({ files, room, rooms: allowed, packages }) => ({
    files,
    rules: imports(files.join(', '), allowed ?? (room ? rooms[room]?.rooms : undefined) ?? [], [...packages, ...((room && rooms[room]?.packages) || [])], room),
  })),

  {
    files: ['src/{elements,styles,embed}/**/*.ts', 'src/define*.ts', 'demo/assistant/**/*.ts', 'stories/**/*.ts', 'test/{elements,styles}/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'SgsElement'] }, litHtmlSources: ['lit'] },
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

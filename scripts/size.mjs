// @ts-check
// Checks the classic bundle and its parts as they lie on disk: small, pure ASCII, nothing a strict host forbids.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

/** Bytes after `gzip -9`, with every element, zh-CN, Lit and ky. What would grow past it goes into a part. */
const bar = 56_000;

const { SyntaxKind } = ts;
/** Syntax that came after Chromium 69; what the build puts before the bundle (scripts/safe-document.ts) is not lowered. */
const TOO_NEW = new Set([
  SyntaxKind.QuestionDotToken, SyntaxKind.QuestionQuestionToken, SyntaxKind.QuestionQuestionEqualsToken, SyntaxKind.BarBarEqualsToken,
  SyntaxKind.AmpersandAmpersandEqualsToken, SyntaxKind.PropertyDeclaration, SyntaxKind.PrivateIdentifier, SyntaxKind.BigIntLiteral,
  SyntaxKind.ClassStaticBlockDeclaration,
]);

/** Where a script that old browsers must read is too new for them; undefined where it is not. @param {string} code @returns {number | undefined} */
function tooNewAt(code) {
  /** @param {ts.Node} node @returns {number | undefined} */
  const visit = (node) => (TOO_NEW.has(node.kind) ? node.pos : ts.forEachChild(node, visit));
  return visit(ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
}

/** What the script loads when it is needed has no bar, but the same hosts. */
const files = readdirSync('dist').filter((file) => /^sgs(\.\w+)?\.js$/.test(file));
let faulty = false;

for (const file of files) {
  const bytes = readFileSync(`dist/${file}`);
  const code = bytes.toString('latin1');
  const zipped = gzipSync(bytes, { level: 9 }).length;
  const most = file === 'sgs.js' ? bar : Infinity;
  /** @type {string[]} */
  const faults = [];
  if (zipped > most) faults.push(`${zipped - most} bytes over the bar`);
  const foreign = bytes.findIndex((byte) => byte > 0x7f);
  if (foreign >= 0) faults.push(`not ASCII at byte ${foreign}`);
  for (const [what, pattern] of /** @type {const} */ ([
    ['eval', /\beval\s*\(/],
    ['new Function', /\bnew\s+Function\b|(?<![.\w$])Function\s*\(|=\s*Function\b/],
    ['dynamic import', /(?<![.\w$])import\s*\(/],
    ['a named source map', /sourceMappingURL/],
    // Safari before 16.4 refuses the whole script.
    ['a lookbehind', /\(\?<[=!]/],
    // Functions that came after Chromium 69, the oldest browser promised, but for those that src/embed/polyfills.ts brings.
    ['a function newer than Chromium 69', /\.(?:replaceAll|matchAll|findLast|findLastIndex|toSorted|toReversed|allSettled|replaceChildren)\(|\b(?:queueMicrotask|structuredClone)\(|AbortSignal\.timeout/],
  ])) {
    const at = code.search(pattern);
    if (at >= 0) faults.push(`${what}: …${code.slice(Math.max(0, at - 40), at + 60)}…`);
  }
  const tooNew = tooNewAt(code);
  if (tooNew !== undefined) faults.push(`syntax newer than Chromium 69: …${code.slice(Math.max(0, tooNew - 40), tooNew + 60)}…`);
  console.log(`dist/${file}: ${bytes.length} bytes, ${zipped} gzipped${file === 'sgs.js' ? ` (bar ${bar})` : ''}`);
  for (const fault of faults) console.error(`dist/${file}: ${fault}`);
  faulty ||= faults.length > 0;
}
process.exit(faulty ? 1 : 0);

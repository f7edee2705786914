// What the build does to the classic scripts beyond bundling, lowering and minifying.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The oldest browser promised. */
export const OLDEST = 'chrome69';

const LIT_HTML = '/lit-html/lit-html.js';
/** As Lit's production build has it. */
const LIT_POLICY = 's?s.createPolicy("lit-html",{createHTML:t=>t}):void 0';
/** Where it lets go of a template: the one place that needs the document itself (scripts/safe-document.ts). */
const LIT_RESET = '.currentNode=l,';

/**
 * A host allows one Trusted Types policy, ours; Lit's own, `lit-html`, would collide with that of a Lit the host brings
 * itself. So Lit takes the one that the script has made.
 */
export function ourPolicy(): Plugin {
  return {
    name: 'sgs:our-policy',
    transform(code, id) {
      if (!id.endsWith(LIT_HTML)) return null;
      if (code.split(LIT_POLICY).length !== 2) this.error('Lit makes its policy in another way now: adapt scripts/classic.ts.');
      if (code.split(LIT_RESET).length !== 2) this.error('Lit leaves its templates in another way now: adapt scripts/classic.ts.');
      const ours = code.replace(LIT_POLICY, 'scriptContext().policy').replace(LIT_RESET, '.currentNode=self.document,');
      return { code: `import { scriptContext } from '/src/embed/context.ts';\n${ours}`, map: null };
    },
  };
}

/** The prelude only helps what is evaluated after it. */
export function preludeFirst(entry: string): Plugin {
  return {
    name: 'sgs:prelude-first',
    buildStart() {
      const [first] = readFileSync(entry, 'utf8').split('\n');
      if (first !== "import './polyfills.js';") this.error(`${entry} must begin with: import './polyfills.js';`);
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

/**
 * What our elements use of Lit, and no more. The classic bundle is built with this folder in the place of `lit`, for
 * 4 kB less of the 40 that one script tag may weigh; the module build uses Lit itself. The element tests run on both,
 * and `test/elements/lit.test.ts` holds both to what Lit promises.
 */
export { LitElement } from './element.js';
export { css, html, ifDefined, nothing, render } from './template.js';

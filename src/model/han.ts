/**
 * Chinese characters, for patterns: `[${HAN}]` with the flag u. Written as ranges (Unicode's Scripts.txt, Han; unassigned places between
 * the extensions included), since a browser takes a millisecond of the first rows' time for each `\p{Script=Han}` that it compiles,
 * and a tenth for these.
 */
export const HAN = '\\u2e80-\\u2e99\\u2e9b-\\u2ef3\\u2f00-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff'
  + '\\uf900-\\ufa6d\\ufa70-\\ufad9\\u{16fe2}-\\u{16fe3}\\u{16ff0}-\\u{16ff6}\\u{20000}-\\u{2fa1f}\\u{30000}-\\u{3347f}';

const ONE = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9]|[\ud840-\ud888][\udc00-\udfff]/;
// Not a template: the build would keep it in scripts that have no use for it.
const ALL = /* @__PURE__ */ new RegExp('^[' + HAN + ']+$', 'u');

/** Whether a text has a Chinese character; of the rare ones those of the extensions. */
export const hasHan = (text: string): boolean => ONE.test(text);

/** Whether a text is nothing but Chinese characters, and at least one of them. */
export const isHan = (text: string): boolean => ALL.test(text);

const ORDINARY = /^[\dA-Za-z\u4e00-\u9fff]*$/;
const NOT_TELLING = /[^\p{L}\p{N}]/gu;

/** The letters, digits and Chinese characters of a text. */
export function lettersAndDigits(text: string): string {
  // Mostly these are all: to compile the other pattern takes a browser some milliseconds of the first rows' time.
  const plain = text.replace(/[ -/:-@[-`{-~]/g, '');
  return ORDINARY.test(plain) ? plain : plain.replace(NOT_TELLING, '');
}

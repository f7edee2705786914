/** Texts that were written in one encoding and read in another on the server's side: no reader can put them right for certain. */

/** What Windows shows for the bytes 80 to 9F. */
const WINDOWS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** UTF-8 read as Latin-1 (é’å²›), GBK read as Latin-1 (Çàµº), UTF-8 that went through a system that did not know it (锟斤拷). */
const GARBLED = new RegExp(`(?:[\\u00e3-\\u00ef][\\u0080-\\u00bf${WINDOWS}]{2}){2}`
  + '|(?:[\\u00b0-\\u00f7][\\u00a1-\\u00fe]){4}|锟斤拷|\\ufffd{4}');

/** Characters of a text that are looked at. */
const LOOKED_AT = 400;

export const isGarbled = (text: string): boolean => GARBLED.test(text.slice(0, LOOKED_AT));

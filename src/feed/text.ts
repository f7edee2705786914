/** Values as departments write them → clean text: entities, tags, full-width digits, the many ways to write “nothing”. */

// What editors put into Chinese text, name by name and character by character.
const ENTITY_NAMES = 'nbsp lt gt amp quot apos ldquo rdquo lsquo rsquo middot hellip mdash ndash times deg plusmn yen permil'.split(' ');
const ENTITY_CHARACTERS = ' <>&"\'“”‘’·…—–×°±¥‰';

const ENTITY = /&(?:#(\d{1,7});?|#x([\da-f]{1,6});?|([a-z]{2,8});)/gi;

const codePoint = (n: number): string => (n > 0 && n <= 0x10ffff && (n < 0xd800 || n > 0xdfff) ? String.fromCodePoint(n) : '');

const decodeEntities = (text: string): string => text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
  if (!name) return codePoint(decimal ? Number(decimal) : parseInt(hex as string, 16));
  const index = ENTITY_NAMES.indexOf(name.toLowerCase());
  return index < 0 ? all : ENTITY_CHARACTERS.charAt(index);
});

const BLOCK_END = /<(?:br|\/(?:p|div|li|tr))\s*\/?>/gi;
// A tag's name is ASCII and ends at a space or a bracket: “甲醛<0.08mg/m3” is none (domain §6.5).
const TAG = /<(?:\/?[a-z][a-z\d:-]*(?:\s[^<>]*)?\/?|!--[^]*?--)>/gi;
const SCRIPT = /<(script|style)\b[^]*?<\/\1\s*>/gi;

/** Control characters and bidi overrides: nothing a publication needs, and a way to disguise text. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Words for “nothing”; “空” is the official one of 2015/16. */
const EMPTY = /^(?:空|无|暂无|不详|未知|null|undefined|nan|n\/?a|none|[\s/\\\-—–_*＊.。、~]*)$/i;

/** Whether a text stands for “nothing”. */
export const isEmptyWord = (text: string): boolean => EMPTY.test(text.trim());

const UNTIDY = /[<&\s\u0000-\u001f\u007f-\u009f\u200b-\u2069\ufeff\uff10-\uff5a]/;

const tidy = (text: string): string => {
  let result = text;
  // Most values are tidy as they come.
  if (!UNTIDY.test(text)) return text;
  if (result.includes('<')) result = result.replace(SCRIPT, '').replace(BLOCK_END, '\n').replace(TAG, '');
  if (result.includes('&')) {
    // Some systems escape twice.
    result = decodeEntities(decodeEntities(result));
  }
  return result
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => char.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** Any value of a row as clean text; '' where there is none. Lists are joined; objects say nothing. */
export const cleanText = (value: unknown): string => {
  if (typeof value === 'string') {
    const text = tidy(value);
    return isEmptyWord(text) ? '' : text;
  }
  if (Array.isArray(value)) return value.map(cleanText).filter(Boolean).join('；');
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : '';
};

/** Codes: no spaces, capital letters, half-width; '' for the placeholders. */
export const normalizeCode = (text: string): string => text.normalize('NFKC').replace(/[\s\-—]/g, '').toUpperCase();

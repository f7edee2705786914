/** Values as departments write them → clean text: entities, tags, full-width digits, the many ways to write “nothing”. */

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’',
  middot: '·', bull: '•', hellip: '…', mdash: '—', ndash: '–', laquo: '«', raquo: '»', times: '×', divide: '÷', deg: '°', plusmn: '±',
  permil: '‰', micro: 'µ', sup2: '²', sup3: '³', le: '≤', ge: '≥', ne: '≠', yen: '¥', copy: '©', reg: '®', trade: '™', sect: '§', zwnj: '', zwj: '',
};

const ENTITY = /&(?:#(\d{1,7});?|#[xX]([\da-fA-F]{1,6});?|([a-zA-Z]{2,8}\d?);)/g;

const codePoint = (n: number): string => (n > 0 && n <= 0x10ffff && (n < 0xd800 || n > 0xdfff) ? String.fromCodePoint(n) : '');

const decodeEntities = (text: string): string => text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
  if (decimal) return codePoint(Number(decimal));
  if (hex) return codePoint(parseInt(hex, 16));
  return ENTITIES[name as string] ?? ENTITIES[(name as string).toLowerCase()] ?? all;
});

const BLOCK_END = /<(?:br|\/p|\/div|\/li|\/tr|hr)\s*\/?>/gi;
// A tag's name is ASCII and ends at a space or a bracket: “甲醛<0.08mg/m3” is none (domain §6.5).
const TAG = /<(?:\/?[a-zA-Z][a-zA-Z0-9:-]*(?:\s[^<>]*)?\/?|!--[^]*?--|![A-Za-z][^<>]*)>/g;
const SCRIPT = /<(script|style)\b[^]*?<\/\1\s*>/gi;

/** Control characters and bidi overrides: nothing a publication needs, and a way to disguise text. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const toHalfWidth = (text: string): string => text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Words for “nothing”; “空” is the official one of 2015/16. */
const EMPTY = /^(?:空|无|暂无|不详|未知|null|undefined|nan|n\/?a|none|[\s/\\\-—–_*＊.。、~]*)$/i;

/** Whether a text stands for “nothing”. */
export const isEmptyWord = (text: string): boolean => EMPTY.test(text.trim());

const tidy = (text: string): string => {
  let result = text;
  if (result.includes('<')) result = result.replace(SCRIPT, '').replace(BLOCK_END, '\n').replace(TAG, '');
  if (result.includes('&')) {
    result = decodeEntities(result);
    // Some systems escape twice.
    if (/&(?:[a-z]{2,6}|#\d{2,5});/i.test(result)) result = decodeEntities(result);
  }
  return toHalfWidth(result).replace(INVISIBLE, '').replace(/\r\n?/g, '\n').replace(/[ \t\u00a0\u3000]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
};

/** Any value of a row as clean text; '' where there is none. Lists are joined; objects say nothing. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') {
    const text = tidy(value);
    return isEmptyWord(text) ? '' : text;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('；');
  return '';
};

/** Codes: no spaces, capital letters, half-width; '' for the placeholders. */
export const codeOf = (text: string): string => text.normalize('NFKC').replace(/[\s\-—]/g, '').toUpperCase();

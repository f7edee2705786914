/** Values as departments write them → clean text: entities, tags, full-width digits, the many ways to write “nothing”. */

import { isCreditCode } from '../rules/codes.js';

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
// Cells of a table stay apart: 100 and 50 are not 10050.
const CELL_END = /<\/t[dh]\s*>/gi;
// A tag's name is ASCII and ends at a space or a bracket: “甲醛<0.08mg/m3” is none (domain §6.5).
const TAG = /<\/?[a-z][a-z\d:-]*(?:\s[^<>]*)?\/?>/gi;

const HIDDEN = /<(script\b|style\b|!--)/gi;
const HIDDEN_ENDS: Readonly<Record<string, RegExp>> = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi, '!--': /-->/g };

/** A text without scripts, styles and comments. Each is gone through once, however many begin and never end. */
const withoutHidden = (text: string): string => {
  let result = '';
  let at = 0;
  const endless = new Set<string>();
  HIDDEN.lastIndex = 0;
  for (let begin = HIDDEN.exec(text); begin; begin = HIDDEN.exec(text)) {
    const name = (begin[1] as string).toLowerCase();
    if (endless.has(name)) continue;
    const end = HIDDEN_ENDS[name] as RegExp;
    end.lastIndex = HIDDEN.lastIndex;
    if (end.exec(text)) {
      result += text.slice(at, begin.index);
      at = end.lastIndex;
      HIDDEN.lastIndex = at;
    } else {
      endless.add(name);
    }
  }
  return result + text.slice(at);
};

/** What spreadsheets put before a number so that it stays a text: ', `, and ="…". */
const withoutGuard = (text: string): string => {
  const first = text.charAt(0);
  if (first === '=') return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
  return (first === "'" || first === '`') && !text.includes(first, 1) ? text.slice(1) : text;
};

/** Control characters and bidi overrides: nothing a publication needs, and a way to disguise text. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Words for “nothing”; “空” is the official one of 2015/16. */
const EMPTY = /^(?:空|无|暂无|不详|未知|null|undefined|nan|#?n\/?a|none|#[A-Z\d/]+[!?]|[\s/\\\-—–_*＊.。、~]*)$/i;

/** Whether a text stands for “nothing”. */
export const isEmptyWord = (text: string): boolean => EMPTY.test(text.trim());

/** Characters that a text is tidied for. */
export const UNTIDY = /[<&\s\u0000-\u001f\u007f-\u009f\u200b-\u2069\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

const tidy = (text: string): string => {
  let result = text;
  // Most values are tidy as they come.
  if (!UNTIDY.test(text)) return withoutGuard(text);
  if (result.includes('<')) result = withoutHidden(result).replace(BLOCK_END, '\n').replace(CELL_END, ' ').replace(TAG, '');
  if (result.includes('&')) {
    // Some systems escape twice.
    result = decodeEntities(decodeEntities(result));
  }
  return withoutGuard(result
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => char.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim());
};

/** Lists within lists beyond this hold no text. */
const MOST_DEPTH = 8;

/** Any value of a row as clean text; '' where there is none. Lists are joined; objects say nothing. */
export function cleanText(value: unknown, depth = 0): string {
  if (typeof value === 'string') {
    const text = tidy(value);
    return isEmptyWord(text) ? '' : text;
  }
  if (Array.isArray(value)) {
    return depth > MOST_DEPTH ? '' : value.map((item) => cleanText(item, depth + 1)).filter(Boolean).join('；');
  }
  // Of an integer beyond 2^53 the last digits are lost: it is no code any more.
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return typeof value === 'boolean' || isExact ? String(value) : '';
}

// 9.13703E+17 and 913703000000000000: what a spreadsheet leaves of a code of 18 digits.
const SPOILT = /^\d(?:\.\d+)?E\+?\d+$|^[1-9]\d{14}000$/;

/** Codes: no spaces, capital letters, half-width; '' for the placeholders and for what a spreadsheet has spoilt. */
export function normalizeCode(text: string): string {
  const code = text.normalize('NFKC').replace(/[\s\-—]/g, '').toUpperCase();
  return SPOILT.test(code) && !isCreditCode(code) ? '' : code;
}

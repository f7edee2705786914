/** Spellings that make no difference between two labels or two values at the gate. */
import { lettersAndDigits } from '../../model/han.js';

// Traditional characters of the words of standing, each followed by its simplified form; the rest of a text does not matter.
const TRADITIONAL = '開开銷销復复刪删顯显發发佈布審审無无關关內内態态狀状終终結结對对屬属範范圍围類类級级網网隱隐過过變变廢废權权請请異异議议處处罰罚許许決决標标誌志記记識识啟启'
  + '為为個个號号單单稱称執执證证當当監监詳详繳缴間间傳传數数據据時时條条國国祕秘敏敏線线動动機机構构準准則则輕轻嚴严違违長长齡龄業业係系員员別别護护診诊經经錄录辦办舉举報报備备註注'
  + '從从應应約约後后';

const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i < TRADITIONAL.length; i += 2) SIMPLIFIED.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1));
const TO_SIMPLIFY = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

const TAGS = /<[^<>]*>|&nbsp;/g;
// White space, control and format characters: some editors leave them, and they can disguise a word.
const INVISIBLE = /[\s\p{C}]/gu;
/** Most words have nothing that would have to be folded: no width, no mark, no sign that is not seen. */
const ORDINARY = /^[\da-z\u4e00-\u9fff]*$/;
const VISIBLE = /^[!-~\u4e00-\u9fff]*$/;

/** Longer labels are looked at by their ends: none has more to say, and the work stays linear. */
const LONGEST = 100;
const trim = (label: string): string => (label.length > LONGEST ? label.slice(0, LONGEST / 2) + label.slice(-LONGEST / 2) : label);

/** Half-width and without invisible characters. */
const visible = (text: string): string => (VISIBLE.test(text) ? text : text.normalize('NFKC').replace(/\p{C}/gu, ''));

/** Half-width, simplified, without tags, white space and invisible characters, in small letters. */
export const foldWord = (text: string): string => (ORDINARY.test(text) ? text
  : text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(TAGS, ''))
  .replace(TO_SIMPLIFY, (char) => SIMPLIFIED.get(char) as string);

/** The words of a key in any style (isPublic, IS_PUBLIC, is public), in small letters. */
export function wordsOfKey(key: string): string[] {
  const markup = /<[^<>]*>|&nbsp;/gi;
  const text = visible(key).replace(markup, ' ').trim();
  // Letters set apart are one word.
  const whole = /^(?:\S\s+)+\S$/.test(text) ? text.replace(/\s/g, '') : text;
  return trim(whole.replace(markup, ' ')).replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+/).filter(Boolean);
}

/** A label without what stands in its brackets (“是否公开（1是0否）”), unless that is all of it; letters, digits and Chinese characters only. */
export function foldLabel(label: string): string {
  const text = foldWord(label);
  const outside = text.replace(/[([{【〔〈《「][^)\]}】〕〉》」]*[)\]}】〕〉》」]?/g, '');
  return trim(lettersAndDigits(outside) || lettersAndDigits(text));
}

/** A label with the words in its brackets: what a person's column may say only there (“备注（内部）”). */
export const foldWholeLabel = (label: string): string => trim(lettersAndDigits(foldWord(label)));

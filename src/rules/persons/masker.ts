/** Names masked wherever they stand in a text, whatever spaces, separators or widths they are written in. */
import { maskName } from './names.js';

/** What may stand within a name that is written otherwise: spaces, format characters, separators. */
const SKIPPED = /[\s\u00a0\u00ad\u3000\u200b-\u200f\u2060\ufeff·•・．.‧∙⋅･_-]/;
/** So many of them at most between two characters. */
const MOST_SKIPPED = 6;

const isLatin = (char: string): boolean => /[A-Za-zÀ-ɏ]/.test(char);

/** Half-width and small: names in capitals and in small letters are one. */
const foldChar = (char: string): string => (isAsItIs(char) ? char : foldLetter(char));

const isAsItIs = (char: string): boolean => char >= '\u3000' && char < '\uff01';

const foldLetter = (char: string): string => (char >= '\uff01' && char <= '\uff5e'
  ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char).toLowerCase();

const foldName = (name: string): string => {
  let result = '';
  for (let i = 0; i < name.length; i++) if (!SKIPPED.test(name.charAt(i))) result += foldChar(name.charAt(i));
  return result;
};

interface Entry {
  readonly folded: string;
  /** What stands for it; undefined: it is kept as it is. */
  readonly mask: string | undefined;
}

/** The ways a name is called: SMITH John is John Smith and Smith too, 阿依古丽·买买提 is 阿依古丽. */
const callings = (name: string): string[] => {
  const parts = name.split(/[\s·•・．.‧∙⋅･,]+/).filter(Boolean);
  if (parts.length < 2) return [name];
  const latin = isLatin(name.charAt(0));
  const alone = parts.filter((part) => (latin ? part.length >= 3 : [...part].length >= 2));
  return [name, [...parts].reverse().join(''), ...(latin || /[·•・．.‧∙⋅･]/.test(name) ? alone : [])];
};

/** Where a name that begins at a place ends in the text; -1 where it does not stand there. */
const endOf = (text: string, at: number, folded: string): number => {
  let i = at;
  for (let k = 0; k < folded.length; k++) {
    for (let skipped = 0; k > 0 && skipped < MOST_SKIPPED && i < text.length && SKIPPED.test(text.charAt(i)); skipped++) i++;
    if (foldChar(text.charAt(i)) !== folded.charAt(k)) return -1;
    i++;
  }
  // A Latin name is no part of a longer word.
  const inWord = isLatin(folded.charAt(0)) && ((at > 0 && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)))
    || isLatin(text.charAt(i)));
  return inWord ? -1 : i;
};

/**
 * A function that masks full names in texts. `keep` names what must stay though a name stands in it: the shop that is
 * called after its keeper (青岚市朱八五金店). One pass over the text; a few names a character.
 */
export const createNameMasker = (names: readonly string[], keep: readonly string[] = []): ((text: string) => string) => {
  const entries = new Map<string, Entry[]>();
  const put = (name: string, mask: string | undefined): void => {
    const folded = foldName(name);
    if (folded.length < 2) return;
    const first = folded.charAt(0);
    const list = entries.get(first) ?? [];
    if (!list.some((entry) => entry.folded === folded)) list.push({ folded, mask });
    entries.set(first, list);
  };
  for (const name of keep) put(name, undefined);
  for (const name of names) {
    const mask = maskName(name);
    // A name that is masked already has nothing to hide.
    if (mask !== name.trim()) for (const called of callings(name)) put(called, mask);
  }
  if (entries.size === 0) return (text) => text;
  for (const list of entries.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  const firsts = [...entries.keys()];
  // Most texts hold no character that such a name begins with; a Chinese one is written in one way only.
  const isChinese = firsts.every(isAsItIs);
  return (text) => {
    if (isChinese && !firsts.some((first) => text.includes(first))) return text;
    let result = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      for (const { folded, mask } of entries.get(foldChar(text.charAt(i))) ?? []) {
        const end = endOf(text, i, folded);
        if (end < 0) continue;
        if (mask !== undefined) {
          result += text.slice(from, i) + mask;
          from = end;
        }
        i = end - 1;
        break;
      }
    }
    return result + text.slice(from);
  };
};

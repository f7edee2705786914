/** What the value of a gate column means: a flag's meaning is its label and its value together. */
import { isAmbiguousCode, statusOfCode, type Standard } from '../status.js';
import { gateColumn, type GateColumn } from './columns.js';
import { FAMILIES, type Standing } from './families.js';
import { hasHan } from '../../model/han.js';
import { foldWord } from './fold.js';
import { wordsIn } from './words-in.js';
import { NEGATIVE, NO, NOTHING, standingOfChinese, standingOfLatin, YES } from './words.js';

export interface Judgement {
  readonly standing: Standing;
  /** Whether the value is one whose meaning is known; what is not known is to be told, shown or not. */
  readonly known: boolean;
  /** Nothing, or nothing but a code (`1`, `A02`): a word in another column of the same kind says more. */
  readonly code?: boolean;
}

/** `undefined`: not known yet; `null`: the feed fits neither. */
export type KnownStandard = Standard | null | undefined;

/** The first that any part of a value says is what the value says. */
const GRAVEST: readonly Standing[] = ['internal', 'restricted', 'repaired', 'ended', 'unclear', 'undecided', 'revoked', 'disputed',
  'other', 'public'];

const SEPARATORS = /[,，、;；|()[\]【】<>《》〈〉:：。!！?？"'“”‘’&+]+|\/(?!a$)/;
/** What is longer is a sentence, and no word of a vocabulary. */
const LONGEST = 40;

const judgement = (standing: Standing): Judgement => ({ standing, known: true });
const UNKNOWN_CODE: Judgement = { standing: 'unclear', known: false, code: true };

const judgeCode = (digits: string, { family, form }: GateColumn, standard: KnownStandard): Judgement => {
  const code = String(Number(digits));
  if (family.yes && family.no && form !== 'state' && (code === '0' || code === '1')) return judgement(code === '1' ? family.yes
    : family.no);
  const coded = family.codes?.[code];
  if (coded) return judgement(coded);
  if (family.name !== 'status' || standard === null) {
    // A code that means the same under both standards needs none.
    const same = family.name === 'status' && !isAmbiguousCode(code) ? statusOfCode(code, '2018') : undefined;
    return same ? { standing: 'public', known: true, code: true } : UNKNOWN_CODE;
  }
  if (standard === undefined && isAmbiguousCode(code)) return { standing: 'undecided', known: true, code: true };
  const status = statusOfCode(code, standard ?? '2018');
  return status ? { standing: status === 'valid' ? 'public' : status, known: true, code: true } : UNKNOWN_CODE;
};

const judgeWord = (word: string, column: GateColumn, standard: KnownStandard): Judgement => {
  const { family, form } = column;
  if (/^\d+(?:\.0+)?$/.test(word)) return judgeCode(word, column, standard);
  if (family.yes && YES.test(word)) return judgement(family.yes);
  if (family.no && NO.test(word)) return judgement(family.no);
  if (!hasHan(word)) {
    const standing = standingOfLatin(word);
    return standing ? judgement(standing) : form === 'mention' && family.yes ? judgement(family.yes) : UNKNOWN_CODE;
  }
  // “1-有效”, “0正常”: the word says what the code means.
  const text = word.replace(/^\d{1,2}[-.、_]?/, '');
  const standing = text.length > LONGEST ? undefined : standingOfChinese(text, family.name);
  // A reason may hold any word; only that there has been nothing to give a reason for says otherwise.
  if (form === 'mention' && family.yes) return judgement(standing === 'public' ? 'public' : family.yes);
  if (standing) return judgement(standing);
  return { standing: family.strict || NEGATIVE.test(text) ? 'unclear' : 'public', known: false };
};

const TICK = '☑☒✓✔√■▣●';
const BOX = '□☐○';

/** What is ticked of several choices, with the sign before or behind each: “☑公开□不公开”, “是(√)否()”; undefined where there is none. */
const tickedIn = (word: string): readonly string[] | undefined => {
  const text = word.replace(new RegExp(`[([]([${TICK}${BOX}]?)[)\\]]`, 'g'), (_, sign: string) => sign || '□');
  const isBefore = (TICK + BOX).includes(text.charAt(0));
  const choices = text.match(new RegExp(isBefore ? `[${TICK}${BOX}][^${TICK}${BOX}]+` : `[^${TICK}${BOX}]+[${TICK}${BOX}]?`, 'g')) ?? [];
  const ticked = choices.filter((choice) => new RegExp(`[${TICK}]`).test(choice));
  return ticked.length > 0 && choices.length > 1 ? ticked.map((choice) => choice.replace(new RegExp(`[${TICK},;、]`, 'g'), ''))
    : undefined;
};

/** The words of a folded value; a value of signs alone is one that nobody can read. */
const piecesOf = (word: string): readonly string[] => {
  const ticked = tickedIn(word);
  if (ticked) return ticked;
  if (YES.test(word) || NO.test(word)) return [word];
  const pieces = word.split(SEPARATORS).filter((piece) => !NOTHING.test(piece));
  return pieces.length ? pieces : [word];
};

const judgeAny = (column: GateColumn, value: unknown, standard: KnownStandard): Judgement => {
  const words = wordsIn(value);
  if (!words) return { standing: 'unclear', known: false };
  const pieces = words.map(foldWord).filter((word) => !NOTHING.test(word)).flatMap(piecesOf);
  const all = pieces.map((piece) => judgeWord(piece, column, standard));
  // A known word beside a code says what the code means.
  const spoken = all.filter((one, at) => one.known && hasHan(pieces[at] as string));
  const told = spoken.length ? all.filter((one) => !one.code) : all;
  const standing = GRAVEST.find((grave) => told.some((one) => one.standing === grave)) ?? 'public';
  return {
    standing,
    known: told.every((one) => one.known),
    ...(told.every((one) => one.code) && { code: true }),
  };
};

const judged = new Map<string, Judgement>();
/** The same few words stand in all rows of a feed; one with words without end is not remembered. */
const MOST = 10_000;

/** What a value says in a column whose family and form are known. */
export function judgeColumn(column: GateColumn, value: unknown, standard?: KnownStandard): Judgement {
  if (typeof value !== 'string' || value.length > LONGEST) return judgeAny(column, value, standard);
  const key = [FAMILIES.indexOf(column.family), column.form, String(standard), value].join();
  const before = judged.get(key);
  if (before) return before;
  const said = judgeAny(column, value, standard);
  if (judged.size < MOST) judged.set(key, said);
  return said;
}

/** What a value says under a label. A label that is no gate column's says nothing. */
export function judge(label: string, value: unknown, standard?: KnownStandard): Judgement {
  const column = gateColumn(label);
  return column ? judgeColumn(column, value, standard) : judgement('public');
}

/**
 * What the status codes mean. The same code means opposite things in the two standards (domain §1.6, trap 1), so a
 * code is read only under a known standard; words speak for themselves.
 */
import type { Status } from '../model/record.js';

export type Standard = '2015' | '2018';

/** One row per code: 2015/16 seen in the official fill notes; 2018 from memory (75 %), replaceable here. */
const CODES: Readonly<Record<Standard, Readonly<Record<string, Status>>>> = {
  2015: { 0: 'valid', 1: 'revoked', 2: 'disputed', 3: 'other' },
  2018: { 0: 'valid', 1: 'valid', 2: 'revoked' },
};

const WORDS: readonly (readonly [RegExp, Status])[] = [
  [/撤销|撤回|无效|废止|revoked|withdrawn|^invalid/i, 'revoked'],
  [/异议|disputed/i, 'disputed'],
  // 注销 and 吊销 end a licence; the decision stays public.
  [/注销|吊销|其他|other/i, 'other'],
  [/正常|有效|valid|公示中/i, 'valid'],
];

/** The status a word names; undefined where it names none. */
export const statusOfWord = (word: string): Status | undefined => WORDS.find(([pattern]) => pattern.test(word))?.[1];

/** The status of a code under a standard. Unknown codes say nothing. */
export const statusOfCode = (code: string, standard: Standard): Status | undefined => CODES[standard][code];

/** Whether what a code means depends on the standard. */
export const isAmbiguousCode = (code: string): boolean => CODES[2015][code] !== CODES[2018][code];

/** 信息使用范围: codes (Jiangsu) and words (Hefei); undefined is public. */
export const scopeOf = (value: string): 'internal' | 'restricted' | undefined => {
  const text = value.trim();
  if (/^(1|01)$/.test(text) || /内部|不公开|internal/i.test(text)) return 'internal';
  if (/^(2|02)$/.test(text) || /授权|依申请|restricted/i.test(text)) return 'restricted';
  return undefined;
};

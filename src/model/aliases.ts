/** Keys as feeds spell them → our fields: the words of the table in `fields.ts`, folded so that variants meet. */
import { fieldRows, type FieldName, type GateField, type Kind } from './fields.js';
import { hasHan, lettersAndDigits } from './han.js';
import { KIND_DEFS, KINDS } from './kinds.js';
import type { lettersOf as LettersOf } from './pinyin.js';

/** What one key of a feed means. */
export interface Alias {
  readonly field: FieldName | GateField;
  /** The only standard that has this key, where there is one. */
  readonly standard?: '2015' | '2018';
}

/** 行政 in letters: xzxdr, xzcfjdswh, xingzhengxukejueding. */
const ADMINISTRATIVE = /^XZ(?=XDR|CF|XK)|^XINGZHENG(?=XIANGDUI|CHUFA|XUKE)/;

/** Brackets of any style, white space, separators, letter case and a leading 行政 make no difference between two keys. */
export const foldKey = (key: string): string => lettersAndDigits(key.normalize('NFKC').toUpperCase().replace(/^行政/, ''))
  .replace(ADMINISTRATIVE, '')
  // 决定书文号, 决定文书号, 决定书文书号 …: the same number (domain §1.6, trap 6).
  .replace(/决定书?文?书?号/, '决定书文号');

/** What a kind's labels say of themselves: 许可机关, 处罚机关 and 机关 are one column of their kinds. */
const OWN_WORDS: Readonly<Partial<Record<Kind, RegExp>>> = {
  license: /许可(?!名称|证|人|$)/g,
  penalty: /处罚(?!名称|人|$)/g,
  honor: /(?:表彰|荣誉|认定|评定|授予)(?!名称|$)/g,
  blacklist: /(?:列入|认定|失信|黑榜)(?!名称|行为|事实|$)/g,
};

/** A folded key without what makes no difference in its kind, so that the variants nobody has seen yet are known too. */
export const aliasKey = (kind: Kind, key: string): string => {
  const folded = foldKey(key);
  // Codes are most of all keys.
  return hasHan(folded) ? folded
    .replace(/行政|作出|做出|的|决定(?!书)/g, '').replace('时间', '日期').replace(/(.)(?:部门|单位|机构)$|机关名称$/, '$1机关')
    .replace(OWN_WORDS[kind] ?? '', '') : folded;
};

/** Keys that hold ID numbers, contacts or accounts: never read on, whatever they are called (domain §2.4). */
const SECRET = new RegExp([
  'SFZ|ZJHM|ZJLX|IDCARD|IDNO$|IDNUM|CARDNO|PASSPORT|SRC$|身份证|证件号|证件类型|证件种类|护照',
  '账号|帐号|账户|卡号',
  '电话|手机|住址|家庭地址|联系地址|联系方式|通讯地址|邮箱|PHONE|MOBILE|EMAIL|^TEL$',
  '相对人代码\\d$|CREDITSUBJECTCODE[2-9]',
].join('|'));
export const isSecretKey = (key: string): boolean => SECRET.test(foldKey(key));

const STANDARDS: Readonly<Record<string, '2015' | '2018'>> = { 5: '2015', 8: '2018' };

const tableOf = (kind: Kind, prefixes = ''): ReadonlyMap<string, Alias> => {
  const table = new Map<string, Alias>();
  const put = (word: string, field: Alias['field'], before: string): void => {
    const [text = '', mark = ''] = word.split('^');
    const key = aliasKey(kind, before + text);
    const standard = STANDARDS[mark];
    if (key && !table.has(key)) table.set(key, standard ? { field, standard } : { field });
  };
  const words = (text: string): string[] => text.split(' ').filter(Boolean);
  for (const [field, , codes, names] of fieldRows(kind)) {
    for (const code of words(codes)) for (const prefix of prefixes.split(' ')) put(code, field, prefix);
    for (const name of words(names)) put(name, field, '');
    // Our own feed format spells fields by their canonical names.
    if (field !== 'ignored') put(field, field, '');
  }
  const { sounds, initials } = lettersOf(fieldRows(kind), KIND_DEFS[kind].named);
  for (const [word, field] of sounds) put(word, field, '');
  // Codes without their prefix come last: `cfjg` is CF_JG (处罚结果), not CF_CFJG (处罚机关) cut short.
  for (const [field, , codes] of fieldRows(kind)) for (const code of words(codes)) put(code, field, '');
  for (const [word, field] of initials) put(word, field, '');
  return table;
};

const TABLES: { [K in Kind]?: ReadonlyMap<string, Alias> | undefined } = {};

let lettersOf: typeof LettersOf = () => ({ sounds: [], initials: [] });

/** From now on labels are known in letters, too. Comes with all the rules: the page's own script does without. */
export function readPinyin(read: typeof LettersOf): void {
  lettersOf = read;
  for (const kind of KINDS) TABLES[kind] = undefined;
}

/** What each folded key means in a kind. Made when first asked for: it is slow to make. */
export const aliasesOf = (kind: Kind): ReadonlyMap<string, Alias> => (TABLES[kind] ??= tableOf(kind, KIND_DEFS[kind].prefixes));

/** Whether a text is what a column of some kind is called. */
export function isColumnName(text: string): boolean {
  return text.length <= LONGEST_NAME && KINDS.some((kind) => aliasesOf(kind).has(aliasKey(kind, text)));
}

/** Characters of a column's name. */
const LONGEST_NAME = 60;

/** What a key means in any kind, the first that knows it. */
export const fieldOfKey = (key: string): Alias['field'] | undefined =>
  KINDS.map((kind) => aliasesOf(kind).get(aliasKey(kind, key))?.field).find(Boolean);

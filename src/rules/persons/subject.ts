/** The one judgement whether the subject of a record is a natural person. */
import { HAN } from '../../model/han.js';
import { isCreditCode, isOrganizationCode, isPlaceholderCode, isRegistrationNumber, isResidentId } from '../codes.js';
import { REDACTED } from '../personal-numbers/find.js';
import { resemblesLongId, resemblesShortId } from '../personal-numbers/shapes.js';
import { looksLikePersonName, withoutTrader } from './names.js';
import { hasOrganisationWord, isLongBusinessName } from './organisation-words.js';
import { SURE_SURNAMES } from './person-words.js';

export interface PersonFacts {
  readonly name: string;
  /** 行政相对人类别 in words, or its code. */
  readonly type: string;
  readonly creditCode: string;
  /** What stands in the subject's own ID columns (证件号码, 居民身份证号). */
  readonly ids: readonly string[];
}

type SubjectKind = 'person' | 'organisation' | 'business';

/** 行政相对人类别, in the order in which the words are looked for: 非自然人 holds 自然人, 个人独资企业 holds 个人 (domain §1.9). */
const TYPES: readonly (readonly [words: RegExp, kind: SubjectKind])[] = [
  [/非自然人|个人独资|合伙|有限|公司|控股/, 'organisation'],
  [/个体|工商户|^0?4$/, 'business'],
  [/自然人|个人|公民|^01$/, 'person'],
  [/法人|组织|企业|单位|机关|社团|团体|合作社|委员会|村委|居委|协会|商会|学会|基金会|事务所|学校|医院|政府|集体|国有|民办|股份|外[商资]|机构|^0[23]$/,
    'organisation'],
];

const typeKinds = new Map<string, SubjectKind | undefined>();
/** Types are few; a feed with types without end is not remembered. */
const MOST_TYPES = 1000;

const kindOfType = (type: string): SubjectKind | undefined => {
  if (typeKinds.has(type)) return typeKinds.get(type);
  const kind = TYPES.find(([words]) => words.test(type))?.[1];
  if (typeKinds.size < MOST_TYPES) typeKinds.set(type, kind);
  return kind;
};

const folded = (code: string): string => code.normalize('NFKC').replace(/[\s\-—'"]/g, '').toUpperCase();

/** A column for IDs may hold a firm's code, where it is for both. */
const isOrganisationsCode = (id: string): boolean =>
  (isCreditCode(id) && !isResidentId(id)) || isPlaceholderCode(id) || (isOrganizationCode(id) && !/^\d+$/.test(id))
    || (isRegistrationNumber(id) && !resemblesShortId(id));

/** 王小满 身份证号：… */
const ID_BEHIND = /[\s,，、:：]{0,3}(?:(?:居民)?身份证(?:号码|号)?|公民身份号码|身份号码|证件(?:号码|号))[\s:：]{0,3}[\dXx*＊]{1,18}$/;

/** The name as it decides: without what stands in brackets, and without an ID. */
const mainName = (name: string): string => name.split(REDACTED).join('0')
  .replace(/[(（【[][^)）】\]]{0,200}[)）】\]]/g, '')
  .replace(/等\s{0,9}(?:\d{1,6}|[一二三四五六七八九十两数多]{1,6})?\s{0,9}人?$/, '')
  .replace(ID_BEHIND, '')
  .trim();

const SPACED = new RegExp(`([${HAN}])\\s+(?=[${HAN}])`, 'gu');
const joinHan = (text: string): string => (/\s/.test(text) ? text.replace(SPACED, '$1') : text);

/**
 * 赵小轩, 钱小城: ends as shops do and as people are called. With a sure surname and nothing else to go by it is a person, for a name
 * that is shown can't be taken back. 陈家楼, 张记坊 are called after a family.
 */
const GIVEN_LIKE_SHOP = /^.[^记家氏府宫门][堂阁轩斋居城园村庄楼庭坊馆]$/;
const mayBeCalledSo = (name: string): boolean => GIVEN_LIKE_SHOP.test(name) && SURE_SURNAMES.has(name.charAt(0));

const namesPerson = (name: string): boolean => withoutTrader(mainName(name)).split(/[、,，;；/和与\n]/)
  .some((part) => looksLikePersonName(joinHan(part)));

/**
 * Whether the subject is a natural person. Their own ID decides, unless type, code or name are an organisation's, whose
 * ID column holds its representative's (2015/16 fill notes: 非自然人填法定代表人身份证). Then type, code (GB 32100-2015: 92
 * are individual businesses), name. An individual business called by its keeper's name counts as one (domain §1.2).
 */
export const isPerson = ({ name, type, creditCode, ids }: PersonFacts): boolean => {
  const kind = kindOfType(type.trim());
  const code = folded(creditCode);
  if (isResidentId(code) || (!isCreditCode(code) && (resemblesLongId(code) || resemblesShortId(code))
    && !isRegistrationNumber(code))) return true;
  const ofOrganisation = isCreditCode(code) && !code.startsWith('92');
  if (ids.map(folded).some((id) => id && !isOrganisationsCode(id)) && kind !== 'organisation' && !ofOrganisation) {
    const main = mainName(name);
    return kind === 'person' || !(hasOrganisationWord(main) || isLongBusinessName(main));
  }
  if (kind === 'person') return true;
  if (kind === 'organisation' || ofOrganisation) return false;
  return namesPerson(name) || (!kind && !code && mayBeCalledSo(mainName(name)));
};

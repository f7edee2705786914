/** Names in a field: split, told from additions, masked. */
import { HAN, isHan } from '../../model/han.js';
import { hasOrganisationWord, looksLikeBusiness } from './organisation-words.js';
import { SURE_SURNAMES } from './person-words.js';
import { isCompoundSurname, startsWithSurname, surnameOf } from './surnames.js';

const ORDINARY = /^[\u4e00-\u9fff]/;

/** Signs that already hide a part of a name. */
const HIDING = /[某*＊×xX○●□■]/;
/** Between the parts of minority and foreign names: 阿里木·买买提. */
const SEPARATORS = '·•・．.‧∙⋅･';
const SEPARATED = new RegExp(`^[${HAN}]+(?:[${SEPARATORS}][${HAN}]+)+$`, 'u');
const LATIN_NAME = /^[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.\-]*(?:[\s,·•][A-Za-zÀ-ɏ'’.\-]+){0,5}$/;

/** Titles that stand behind a name, or for one. */
const TITLE = /(?:先生|女士|小姐|太太|同志|师傅|老师|阿姨|大爷)$/;

/** Characters that Uyghur, Kazakh, Tibetan and Mongolian names are written in, after 少数民族语姓名汉字音译转写 tables. */
export const TRANSLITERATION_SIGNS = '阿艾爱安奥巴拜白贝比毕波布才仓措查次达大丹当德迪地东杜顿尔多额恩尕嘎格更贡古桂哈海汗罕赫胡吉加江金杰卡凯坎克库拉兰朗勒里丽力连林卢鲁洛玛马买曼麦美米明莫木穆那娜纳南尼努诺欧帕平普其'
  + '齐恰强乔热仁日如若萨赛桑色莎沙什生斯苏孙索塔泰坦特提甜图吐托娃瓦旺维文翁沃乌吾西希夏先谢辛雅牙亚央叶依伊衣义益音英尤约赞增扎则哲珍孜子宗珠卓佐';
const TRANSLITERATION = new RegExp(`^[${TRANSLITERATION_SIGNS}]{4,12}$`);

/** Whether nobody but a person would be called so: two to four Chinese characters, a name with ·, one in Latin letters. */
export const looksLikePersonName = (text: string): boolean => {
  const name = text.trim().replace(TITLE, '');
  if (name === '' || looksLikeBusiness(name)) return false;
  if (isHan(name)) {
    const length = [...name].length;
    return length <= 4 ? length > 1 || name !== text.trim() : TRANSLITERATION.test(name);
  }
  if (SEPARATED.test(name)) return true;
  // Two words or more, each with a capital: John Smith, SMITH John.
  if (!LATIN_NAME.test(name)) return false;
  const parts = name.split(/\s+/);
  return parts.every((part) => /^[,·•]{0,9}\p{Lu}/u.test(part)) && (parts.length > 1 || /[,·•]\p{Lu}/u.test(name));
};

/**
 * What stands for a name: the surname and 某. Of a name without a Chinese surname it is the first character, or the first
 * letter as a capital: 买买提·吐尔逊 → 买某, John Smith → J某. A name that hides all but its surname stays as it is.
 */
export const maskName = (text: string): string => {
  const name = text.trim();
  const surname = surnameOf(name);
  const rest = name.slice(surname.length);
  if (HIDING.test(rest.charAt(0)) && [...rest].filter((char) => !HIDING.test(char)).length <= 1) return name;
  // Chinese characters are written in one way only.
  return `${ORDINARY.test(surname) ? surname : surname.normalize('NFKC').toUpperCase()}某`;
};

const SPACE = /[\s\u00a0\u3000]+/;

/** Pieces between spaces: 王 明 is one name, 张三 李四 are two, John Smith is one. */
const joinSpaced = (text: string): string[] => {
  const tokens = text.split(SPACE).filter(Boolean);
  if (!tokens.every((token) => isHan(token))) return LATIN_NAME.test(tokens.join(' ')) ? [tokens.join(' ')] : tokens;
  const joined: string[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1] ?? '';
    // A surname alone waits for its given name; a single character belongs to what stands before it.
    const waits = [...last].length === 1 || isCompoundSurname(last) || ([...token].length === 1 && [...last].length < 3);
    if (last && waits) joined[joined.length - 1] = last + token;
    else joined.push(token);
  }
  return joined;
};

/** 和, 与, 及 between two names; 王和平 is one. */
const splitAnd = (text: string): string[] => {
  const match = /^(.{2,60}?)(?:以及|和|与|及|跟)(.{2,200})$/u.exec(text);
  const [, left = '', right = ''] = match ?? [];
  return left && looksLikePersonName(left) && looksLikePersonName(right.split(/和|与|及/)[0] as string) ? [left, ...splitAnd(right)] : [text];
};

/** What is no name in a field of names: sex, people, birth, post, numbers. */
const ADDITION = new RegExp('^(?:男|女|[' + HAN + ']{1,4}族|时任.*|系.*|原[系任].*|本人|无|等|负责人|经营者|业主|个体.*|已故|外籍'
  + '|曾用名|别名|已隐去)$|\\d|出生|身份证|电话|住址|汉族', 'u');

/** Before or behind a person's name: whoever trades without a shop's name, 个体工商户王某, 王某（个体户）; what somebody is, 农户王某. */
const TRADER = new RegExp('^(?:无字号)?的?(?:个体工商户|个体经营[户者]|个体户|经营户|农户|果农|养殖户|种植户|承包户|村民|居民|业主|驾驶[人员]|司机|违法行为人|当事人)[:：\\s]*'
  + '|(?:个体工商户|个体经营[户者]|个体户)$');
const MAY_HAVE_TRADER = /户|农|民|主|[人员]|司机/;

/** The name alone where nothing but a person's is left; else as it is. */
export const withoutTrader = (name: string): string => {
  if (!MAY_HAVE_TRADER.test(name)) return name;
  const bare = name.replace(TRADER, '');
  return bare !== name && bare.length > 1 && bare.length <= 4 && startsWithSurname(bare) && !looksLikeBusiness(bare) ? bare : name;
};

const cleanPiece = (piece: string): string => withoutTrader(piece.trim())
  .replace(/^.*[:：]/, '')
  .replace(/^时任.*?(?:局长|主任|书记|经理|站长|所长|主管|厂长|店长|校长|院长|员)/, '')
  .replace(/等?\s{0,9}(?:\d{1,6}|[一二三四五六七八九十两数多]{1,6})\s{0,9}[人名]$|等$|等人$/, '')
  .replace(/[，,\s]{0,9}[男女]$/, (sex) => (/[，,\s]/.test(sex) ? '' : sex));

/** Two or three Chinese characters are one name, or none. */
const SHORT_NAME = new RegExp(`^[${HAN}]{2,3}$`, 'u');
const NO_SHORT_NAME = /^时任|[人名等]$/;

const isName = (name: string): boolean => [...name].length > 1 && !ADDITION.test(name) && !hasOrganisationWord(name);

/** The names of persons in a field: without brackets, sex, posts, “等3人”. Businesses among them are left out. */
export const splitNames = (text: string): string[] => {
  if (SHORT_NAME.test(text) && !NO_SHORT_NAME.test(text)) return [text].filter(isName);
  const names = text.split(/[、,，;；/／|\n()（）[\]【】〔〕<>《》]+/)
    .map(cleanPiece)
    .flatMap((piece) => (LATIN_NAME.test(piece) ? [piece] : joinSpaced(piece)))
    .flatMap(splitAnd)
    .map((name) => {
      const bare = name.trim().replace(TITLE, '');
      // A surname and a title are all there is of the name.
      return [...bare].length > 1 ? bare : name.trim();
    })
    .filter(isName);
  return [...new Set(names)];
};

/** Provinces and the like in brackets behind a business's name are no keepers: （江苏）, （安徽）. */
const PLACES = /^(?:北京|天津|河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|广西|宁夏|新疆|西藏|香港|澳门|上海|重庆|中国)/;

/** What a keeper is called in those brackets: （经营者：杨七）, (负责人朱八). */
const KEEPER_WORD = /^.*?(?:经营者|业主|负责人|投资人|店主|户主|法定代表人|法人)(?:姓名)?[:：]?\s*(?=\S)/;

/** Behind the name without brackets: 餐馆经营者王某, 餐馆，负责人：王某, 餐馆-王某. The legal representative is public. */
const KEEPER_BEHIND = new RegExp('[,，;；、及其和与的\\s]{0,3}(?:经营者|业主|负责人|投资人|店主|户主|员工|职工|股东|实际控制人)(?:姓名)?[:：]?\\s?([' + HAN + ']{2,4})$'
  + '|\\s?[-—－]{1,2}\\s?([' + HAN + ']{2,3})$|[ \\u3000]([' + HAN + ']{2,3})$', 'u');

/** Whether a name may hold a keeper's at all: most have neither brackets nor words nor dashes. */
export const mayNameKeeper = (name: string): boolean => /[)）\]】]\s*$|\s|经营者|业主|负责人|投资人|店主|户主|[员职]工|股东|控制人|[-—－]/.test(name);

/** A shop's name without its keeper's. */
export const withoutKeeper = (name: string): string => name.replace(/[(（【[][^()（）【】[\]]*[)）】\]]/g, '').replace(KEEPER_BEHIND, '').trim();

/** The keeper named behind a shop's name, in brackets or after a word: 朱八五金店（朱八）, （经营者：杨七）, -杨七. */
export const keepersIn = (name: string): string[] => {
  if (!mayNameKeeper(name)) return [];
  const [, worded, dashed, spaced] = KEEPER_BEHIND.exec(name) ?? [];
  if (spaced && SURE_SURNAMES.has(spaced.charAt(0)) && hasOrganisationWord(name) && looksLikePersonName(spaced)) return [spaced];
  const behind = worded ?? dashed;
  if (behind) return startsWithSurname(behind) && looksLikePersonName(behind) && !PLACES.test(behind) ? [behind] : [];
  const [, inside = ''] = /[(（【[]([^()（）【】[\]]*)[)）】\]]\s*$/.exec(name) ?? [];
  if (KEEPER_WORD.test(inside)) return splitNames(inside.replace(KEEPER_WORD, ''));
  return splitNames(inside).filter((keeper) => looksLikePersonName(keeper) && startsWithSurname(keeper) && !PLACES.test(keeper));
};

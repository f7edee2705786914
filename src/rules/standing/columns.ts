/** Whether a column is one of the gate, by the parts of its label. */
import { hasHan } from '../../model/han.js';
import { FAMILIES, OTHER_ENGLISH, type Family, type FamilyName, type Form } from './families.js';
import { foldLabel, wordsOfKey } from './fold.js';

/** What a gate column speaks of, and how. */
export interface GateColumn {
  readonly family: Family;
  readonly form: Form;
}

const named = (name: FamilyName): Family => FAMILIES.find((family) => family.name === name) as Family;
const of = (name: FamilyName, form: Form): GateColumn => ({ family: named(name), form });

/** Fields of ours that the gate reads: a site's `mapping` may send any column there. */
const FIELDS: Readonly<Record<string, GateColumn>> = {
  status: of('status', 'state'),
  statusName: of('status', 'state'),
  scope: of('scope', 'state'),
  publicUntil: of('publication', 'end'),
  removedOn: of('ending', 'event'),
  revokedOn: of('revocation', 'event'),
  revokeReason: of('revocation', 'mention'),
};

/** The gate column that a field of ours is. */
export const gateColumnOfField = (field: string): GateColumn | undefined => FIELDS[field];

// The many names of 公示截止期: 公示到期日, 公示期至, 公开截止时间, 截止公示日期, 公示期限, 公示起止日期 …
const END = new RegExp('(?:公示|公开|公布|发布|展示|披露).*(?:截止|截至|到期|届满|期满|结束|终止|失效|期至|止|至)(?:日期|时间|日|期限?|年月日)?$'
  + '|(?:公示|公开|公布|展示|披露)(?:的|有效)?(?:期限?|时限|年限|时长|周期|期间)$|(?:公示|公开)起止'
  + '|(?:截止|截至|到期)(?:公示|公开|公布|展示)(?:日期|时间|日|期限?)?$');
const EVENT = /(?:日期|时间|日)$/;
// An application is no repair yet, and what is planned has not happened.
const NO_EVENT = /申请|提交|受理|拟|预计|可|最早|最短|截止|期限|起始|开始/;
const EVENTS: readonly FamilyName[] = ['ending', 'repair', 'revocation', 'deletion'];
const ASKS = /是否|能否|可否|应否|有无|是不是|标[志识记签]$|否$/;
/** What stands around a word that makes no other column of it: 网站公示, 门户展示. */
const AROUND = /^(?:门户|政府|政务|官方)*(?:网站|门户|官网|前台|网页|页面|首页|外网|互联网)|法律|已|被|予以|依法|主动|网上|对外|向社会|信用|与否|情况/g;

/** @param asked the label without what makes a question of it: 公示是否终止 asks what 是否终止公示 does */
const fits = ({ words, except }: Family, label: string, asked: string): boolean =>
  (words.test(label) || words.test(asked)) && !except?.test(label);

const formOf = (family: Family, label: string): Form | undefined => {
  if (EVENT.test(label)) return EVENTS.includes(family.name) && !NO_EVENT.test(label) ? 'event' : undefined;
  if (ASKS.test(label)) return 'flag';
  if (family.mentions?.test(label)) return 'mention';
  if (family.states?.test(label)) return 'state';
  return !family.neverBare && label.replace(AROUND, '').replace(new RegExp(family.words, 'g'), '') === '' ? 'flag' : undefined;
};

const chineseColumn = (label: string): GateColumn | undefined => {
  if (!ASKS.test(label) && END.test(label)) return FIELDS['publicUntil'];
  const asked = label.replace(/是否|是不是/, '');
  for (const family of FAMILIES) {
    const form = fits(family, label, asked) ? formOf(family, label) : undefined;
    if (form) return { family, form };
  }
  return undefined;
};

const LATIN_DATES: readonly (readonly [RegExp, GateColumn])[] = [
  [/^(?:xk|cf)?(?:public|publicity|publish|pub|disclosure|show|open)(?:until|end|deadline|expir|close|stop|due)[a-z]*$/,
    of('publication', 'end')],
  [/^end(?:public|publicity|publish|pub|disclosure|show)(?:date|time|day)?$|^(?:gs|gk)(?:end|until|deadline|expir)[a-z]*$/,
    of('publication', 'end')],
  [/^(?:xk|cf)?(?:gs|gk)(?:jz(?:q|r|rq|sj)|dq(?:r|rq|sj)?|(?:js|zz)(?:rq|sj)|qx|qz|yxq)$|^xy020133$/, of('publication', 'end')],
  [/(?:repair(?:ed)?|restored?)(?:date|time|day|on|at)$|^(?:xy)?xf(?:rq|sj)$/, of('repair', 'event')],
  [/(?:remov(?:e|ed|al)|offline|offshel(?:f|ve|ves|ved)|unpublish(?:ed)?|takedown)(?:date|time|day|on|at)$|^yc(?:rq|sj)$/,
    of('ending', 'event')],
  [/(?:revo(?:ked?|cation)|cancel(?:l?ed)?|withdrawn?|invalid|void(?:ed)?|repeal(?:ed)?)(?:date|time|day|on|at)$|^(?:cx|zf)(?:rq|sj)$/,
    of('revocation', 'event')],
  [/(?:del|deleted?)(?:date|time|day|on|at)$/, of('deletion', 'event')],
  [/^(?:revo|cancel|withdr)[a-z]*reason$/, of('revocation', 'mention')],
];

/** All of these hold one of these, and most other keys none. */
const MAY_BE_DATE = /until|end|deadline|expir|close|stop|due|g[sk]|rq$|sj$|020133|date|time|day|on$|at$|reason/;

const ENGLISH = FAMILIES.flatMap(({ english }) => english?.split('|') ?? []);
const FLAGS = 'flag|mark|sign|yn|bz|bj';
const STATES = 'status|state|stat|zt';
const TYPES = 'type|level|attr|attribute|range|result';
const LONGEST_FIRST = [...ENGLISH, 'scope'].sort((a, b) => b.length - a.length).join('|');
/** One lower-case word may hold several: isdel, delflag, publishstatus, isshow. */
const COMPOUND = new RegExp(`^(is|has|if)?(${LONGEST_FIRST})?(${FLAGS}|${STATES}|${TYPES}|scope)?$`);
const NAMES = /^(?:dict|text|label|name|desc|value|val|code|mc|dm|cn|str)$/;
const sets = new Map<string, ReadonlySet<string>>();
/** Whether a word is one of those that stand between bars. */
const isOneOf = (words: string, word: string): boolean => {
  const set = sets.get(words) ?? new Set(words.split('|'));
  sets.set(words, set);
  return set.has(word);
};
/** Families that have types and levels (publicType, secretLevel); the result of a check is no standing, that of an audit is. */
const TYPED: readonly FamilyName[] = ['publication', 'concealment', 'secrecy'];
const PREFIX = /^(?:xk|cf|xzxk|xzcf|data|record|row|info)$/;
const DECISION = /^(?:xk|cf|xzxk|xzcf|punish|punishment|penalty|license|licence|permit|case|current|decision)$/;

/** The words of a key, compounds taken apart. */
const wordsOf = (key: string): string[] => wordsOfKey(key).flatMap((word) => (COMPOUND.exec(word)?.slice(1) ?? [word]).filter(Boolean));

const familyOfWords = (words: readonly string[]): Family | undefined =>
  FAMILIES.find(({ english }) => english && words.some((word) => isOneOf(english, word)));

const englishColumn = (key: string): GateColumn | undefined => {
  const words = wordsOf(key);
  const at = words.findIndex((word, n) => n < words.length - 1 && (/^(?:is|has|if)$/.test(word) || (n === 0 && word === 'flag')));
  const asks = at >= 0;
  if (asks) words.splice(at, 1);
  while (words.length > 1 && NAMES.test(words[words.length - 1] as string)
    && (words.includes('dict') || isOneOf(STATES, words[words.length - 2] as string)
      || isOneOf(TYPES, words[words.length - 2] as string))) words.pop();
  const last = words.pop() ?? '';
  if (OTHER_ENGLISH.test(words[0] ?? '')) return undefined;
  if (last === 'scope') return FIELDS['scope'];
  const family = familyOfWords(words);
  if (family && isOneOf(FLAGS, last)) return { family, form: 'flag' };
  if (isOneOf(STATES, last)) {
    // `status`, `punishState`: the national column; `dataStatus`, `fooState`: some system's own.
    return { family: family ?? named(words.every((word) => DECISION.test(word)) ? 'status' : 'recordStatus'), form: 'state' };
  }
  if (family && isOneOf(TYPES, last)) {
    const typed = last === 'result' ? family.name === 'audit' && !words.includes('check') : TYPED.includes(family.name);
    return typed ? { family, form: 'state' } : undefined;
  }
  const own = FAMILIES.find(({ english, adjectives }) => (asks ? english : adjectives)
    && isOneOf((asks ? english : adjectives) as string, last));
  return own && (asks || words.every((word) => PREFIX.test(word))) ? { family: own, form: 'flag' } : undefined;
};

const latinColumn = (key: string): GateColumn | undefined => {
  const folded = foldLabel(key).replace(/dicttext$/, '');
  const date = MAY_BE_DATE.test(folded) ? LATIN_DATES.find(([pattern]) => pattern.test(folded)) : undefined;
  if (date) return date[1];
  const initials = folded.replace(/^(?:xk|cf|xzxk|xzcf)(?=.)/, '').replace(/(?!^)mc$/, '');
  const family = FAMILIES.find(({ pinyin }) => pinyin?.test(initials));
  if (family) return { family, form: /^sf|b[zjs]$/.test(initials) ? 'flag' : 'state' };
  return englishColumn(key);
};

const known = new Map<string, GateColumn | undefined>();
/** Labels of a feed come again and again; one with labels without end is not remembered. */
const MOST = 10_000;

/** What a column says of its record's standing, by the parts of its label; undefined where it says nothing of it. */
export function gateColumn(label: string): GateColumn | undefined {
  const before = known.get(label);
  if (before || known.has(label)) return before;
  const folded = foldLabel(label);
  const column = hasHan(folded) ? chineseColumn(folded) : latinColumn(label);
  if (known.size < MOST) known.set(label, column);
  return column;
}

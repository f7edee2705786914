/**
 * Persons whom what stands behind their name tells: 王小满（男，35岁）, 王小满签字, 王小满的询问笔录, 王小满、李大雪等工人. Of firms nobody
 * writes so. The law is that of `person-words.ts`.
 */
import { isHan } from '../../model/han.js';
import { NO_NAMES, SURE_SURNAMES } from './person-words.js';
import { looksLikeBusiness } from './organisation-words.js';
import { beginsSurname, isCompoundSurname, startsWithSurname } from './surnames.js';

/** What tells a person: the word that is looked for, and what joins it to the name. */
interface Telling {
  readonly word: string;
  /** By their last character's code; 0 where nothing has to stand between. */
  readonly leads: ReadonlyMap<number, readonly string[]>;
  /** Behind it only a surname counts that hardly begins another word. */
  readonly sure: boolean;
}

const each = (leads: readonly string[], words: string, sure: boolean): Telling[] => {
  const byEnd = new Map<number, string[]>();
  for (const lead of leads) {
    const end = lead ? lead.charCodeAt(lead.length - 1) : 0;
    byEnd.set(end, [...byEnd.get(end) ?? [], lead]);
  }
  return words.split(' ').map((word) => ({ word, leads: byEnd, sure }));
};

const OPEN = ['（', '(', '[', '【', '，', ',', '、', ' '];
const ENDS = ['，', ',', '、', '）', ')', '；', ';', '/'];

/** The first two characters of a word are what a text is looked through for: they are rare. */
const TELLINGS: readonly Telling[] = [
  ...each([...OPEN, '/'], ['男', '女'].flatMap((sex) => ENDS.map((end) => sex + end)).join(' '), false),
  ...each([...OPEN, '', '的', '（居民', '(居民', '，居民'], '身份证 公民身份', false),
  ...each(['（', '(', '，', ','], '系该 系本 系当事人员 系公司员 系公司职 该公司员 该公司职 该公司工 该店员 该单位员 该单位职 该厂员 该厂工 公司员工 公司职工 本店员 化名）', false),
  ...each(['的'], '举报 投诉 信访', true),
  ...each(['', '的'], '签字 签名 捺印 摁印 询问笔录 调查笔录 证人证言 陈述申辩 陈述笔录 证言 供述', true),
  ...each([''], '系该公司员 系该公司职 系该公司法 系该公司负 系该店 系该厂 系该单位 系当事人员 系当事人职 系当事人的 系其员 系本公司员 系店员 系员工', true),
  ...each([''], '女士 先生， 先生、 先生的 先生反 先生投 先生（ 先生在 先生于 先生。 同志', true),
  ...each(['等', '等多名', '等数名', '等几名', '等两名', '等二名', '等三名', '等2名', '等3名', '等4名', '等5名', '等6名', '等7名', '等8名', '等9名', '等10名'],
    '工人 员工 职工 农民工 劳动者 作业人员 施工人员 从业人员 务工人员 村民 学生 居民 消费者 顾客 乘客 患者 学员 游客 业主 群众', false),
  // Firms are 等三家, 等单位.
  ...each([''], `等人 等多人 等数人 等两人 等二人 等三人 等四人 等五人 等六人 等七人 等八人 等九人 等十人 ${
    Array.from({ length: 49 }, (_, n) => `等${n + 2}人`).join(' ')}`, true),
  // What happens between persons, what they tell, and what is theirs.
  ...each(['', '的'], '陈述 辨认 控告 房屋 住处 家中 家门 家里 面部 头部 手机 电动车 摩托车', true),
  ...each([''], '发生口角 发生争执 发生争吵 发生纠纷 发生冲突 发生矛盾 发生打斗 发生肢体 互殴 相互 互相 打伤 受伤 构成轻 轻微伤 轻伤 因琐事 因感情 因债务 因纠纷 '
    + '报警 报案 名下 之子 之女 之妻 之夫 之父 之母 二人 两人 三人 雇佣 雇请 借款 贩卖 索要 讨要 催要 签订劳动 驾驶 系夫妻 系父子 系母子 系兄弟 系朋友 系同事 系邻居 系情侣 '
    + '系恋人 系亲戚 系同学', true),
];

/** By the first two characters; a few other pairs fall together with these. */
const PAIRS: (Telling[] | undefined)[] = new Array<Telling[] | undefined>(0x1000).fill(undefined);
export const pairAt = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xfff;

/** Whether a word stands at a place. Words are short: comparing costs less than calling `startsWith` does. */
export const standsAt = (word: string, text: string, at: number): boolean => {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false;
  return true;
};
for (const telling of TELLINGS) (PAIRS[pairAt(telling.word, 0)] ??= []).push(telling);

const NOBODY: readonly Span[] = [];

/** From and to where a name stands. */
export type Span = readonly [from: number, to: number];

/** The characters that begin such a word. */
export const TELLING_SIGNS = [...new Set(TELLINGS.map(({ word }) => word.charAt(0)))].join('');
/** The characters that go on with one. */
export const TELLING_NEXT_SIGNS = [...new Set(TELLINGS.map(({ word }) => word.charAt(1)))].join('');

/** What a name may stand behind, though nothing but a Chinese character parts them: 对王小满的询问笔录, 经王小满签字. */
const BEFORE_NAME = '对向由与和及为被将把让经问了叫即是系至给同跟因有其在从据到致欠受接驶毁坏';

/** UTF-16 units of a name, in the order in which they are tried: 王小满, 王五, 欧阳小满. */
const LENGTHS = [3, 2, 4] as const;

/** In no name: what is hidden already, and what joins words. */
const NO_GIVEN = /[某的系等签]/;

/** Where the name begins that ends at a place; -1 where none does. */
function startOfName(text: string, end: number, sure: boolean): number {
  for (const length of LENGTHS) {
    const at = end - length;
    if (at < 0 || !beginsSurname(text.charAt(at))) continue;
    const name = text.slice(at, end);
    if (!isHan(name) || !startsWithSurname(name) || (length === 4 && !isCompoundSurname(name.slice(0, 2)))) continue;
    if (NO_GIVEN.test(name) || NO_NAMES.has(name.slice(0, 2)) || looksLikeBusiness(name)) continue;
    const isSure = SURE_SURNAMES.has(name.charAt(0)) || isCompoundSurname(name.slice(0, 2));
    const before = text.charAt(at - 1);
    const isApart = !isHan(before) || BEFORE_NAME.includes(before);
    if (sure ? isSure && isApart : isSure || isApart) return at;
  }
  return -1;
}

/** The names that end at a place, those before 、 too, in the order in which they stand. */
function namesBefore(text: string, at: number, sure: boolean): readonly Span[] {
  const spans: Span[] = [];
  for (let end = at; end > 1;) {
    const from = startOfName(text, end, sure);
    if (from < 0) break;
    spans.unshift([from, end]);
    end = text.charAt(from - 1) === '、' ? from - 1 : 0;
  }
  return spans;
}

/** Those before the first of some leads that end at a place. */
function namesBeforeLead(text: string, at: number, leads: readonly string[] | undefined, sure: boolean): readonly Span[] | undefined {
  if (!leads) return undefined;
  for (const lead of leads) {
    const spans = text.startsWith(lead, at - lead.length) ? namesBefore(text, at - lead.length, sure) : NOBODY;
    if (spans.length) return spans;
  }
  return undefined;
}

/** The names that what stands at a place tells. */
export function toldPersons(text: string, at: number): readonly Span[] {
  const tellings = PAIRS[pairAt(text, at)];
  if (!tellings) return NOBODY;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  for (const { word, leads, sure } of tellings) {
    if (!standsAt(word, text, at)) continue;
    const spans = namesBeforeLead(text, at, leads.get(before), sure) ?? namesBeforeLead(text, at, leads.get(0), sure);
    if (spans) return spans;
  }
  return NOBODY;
}

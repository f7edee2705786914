/**
 * The characters of the labels in `fields.ts` and `enforcement.ts` in pinyin, so that keys made of a label's sounds
 * (`xzcfjdswh`, `chufajiguan`) are known without a word of their own. A new label with a new character wants that character
 * here (test/model/schema.test.ts says which is missing).
 */
import { HAN } from './han.js';

const TABLE = 'an案 ban办 bao报 bei备被 bian编 biao标表 bie别 bu布部补 cai财裁 ce册 cha查 chan产 chang长 che撤 cheng成承称程 chou抽 '
  + 'chu出处除 chuo戳 cuo措 dai代 dan单 dang当 dao道 de得的 deng登等 di地 diao吊 ding定 du度 dui对 e额 fa发法罚 fan范 fang方 '
  + 'fei非费 fen分 feng封 fu复负付 geng更 gong供公工 gou构 guan关管 guo果 hao号 he核 hua划 huan换 hui会回 huo或获 '
  + 'ji及机济级记给计 jian件简间监检 jiang奖 jiao交缴 jie截接结解 jin金 jing径 jiu救 ju据 jue决 kai开 ke可科 kou扣 kuan款 '
  + 'kuang况 lai来 lan栏 lei类 li力理励 lian链 lie列 lin临 lu录 lun论 lv律 ma码 men门 ming名明 mo没 mu目 na纳 nei内 nian年 '
  + 'pan判 pi批 pin品 qi企期起 qian前 qiang强 qing请清情 qu渠 quan全权 que确 ran然 ren人任认 ri日 rong容荣 ru入 shang上商 '
  + 'she社设 shen审申 shi事使失始实室施时示识式 shou收授 shu书属数束 shui税 shuo说 song送 suo所 tai态 ti体提题 tong统通 tu途 '
  + 'wan万完 wang网 wei为位围违 wen文 wu务物 xi息 xian限 xiang相项象 xiao效销 xin信新 xing型姓性行形 xiu修 xu序许 ya押 yan严延 '
  + 'yao要 ye业 yi一依移议 yin印因 ying应 yong用 you有由 yu誉予 yuan元原源院 zan暂 ze责 zhang彰 zhao照 zheng政正证征争 '
  + 'zhi址执止织至制质知 zhong种重 zhu主注助 zhuang状 zhun准 zi字自 zu组';

const NOT_HAN = new RegExp(`[^${HAN}]`, 'u');

let sounds: Map<string, string> | undefined;

const soundsOf = (): Map<string, string> => {
  if (sounds) return sounds;
  sounds = new Map();
  for (const [, sound = '', characters = ''] of TABLE.split(' ').map((entry) => /^([a-z]+)([^a-z].*)$/.exec(entry) ?? [])) {
    for (const character of characters) sounds.set(character, sound);
  }
  return sounds;
};

/** The first letters and the whole sounds of a label. */
interface Letters {
  readonly initials: string;
  readonly full: string;
}

/** Most labels of a kind are others' too. */
const known = new Map<string, Letters | undefined>();

/** Of Chinese characters; undefined where one of them is not in the table. */
function pinyinOf(label: string): Letters | undefined {
  if (!known.has(label)) known.set(label, read(label));
  return known.get(label);
}

function read(label: string): Letters | undefined {
  let initials = '';
  let full = '';
  for (const character of label) {
    const sound = soundsOf().get(character);
    if (!sound) return undefined;
    initials += sound.charAt(0);
    full += sound;
  }
  return full ? { initials, full } : undefined;
}

/** A label of fewer characters is not looked for by its first letters: two may mean anything. */
const MOST_AMBIGUOUS = 3;

type Meant<Field> = readonly (readonly [word: string, field: Field])[];

/**
 * The labels of a kind's rows in letters: 处罚决定书文号 as CFJDSWH and CHUFAJUEDINGSHUWENHAO. A label's mark stays with its sounds.
 * @param named of the kinds beyond 双公示: their 行政确认类别 is as often XZQRLB as QRLB (of licences and penalties the key is
 *   folded), and letters that may be two fields' (jcjg: 检查机关, 检查结果) are neither's, while jcjgmc has the name of a body
 */
export function lettersOf<Field>(
  rows: readonly (readonly [field: Field, type: unknown, codes: unknown, labels: string])[], named = false,
): { readonly sounds: Meant<Field>; readonly initials: Meant<Field> } {
  const found = rows.flatMap(([field, , , labels]) => labels.split(' ').flatMap((name) => {
    const [label = '', mark = ''] = name.split('^');
    const letters = pinyinOf(label.split(NOT_HAN, 1).join('').replace(/^行政/, ''));
    return letters && letters.initials.length >= MOST_AMBIGUOUS ? [{ field, label, mark, ...letters }] : [];
  }));
  const initials = found.flatMap(({ field, label, initials: word }) =>
    [word, ...(named && label.startsWith('行政') ? [`XZ${word}`] : []), ...(named && label.endsWith('机关') ? [`${word}MC`] : [])]
      .map((own) => [own, field] as const));
  return {
    sounds: found.map(({ field, mark, full }) => [full + (mark && '^') + mark, field] as const),
    initials: named ? initials.filter(([word, field]) => initials.every(([other, meant]) => other !== word || meant === field)) : initials,
  };
}

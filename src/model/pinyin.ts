/**
 * The characters of the labels in `fields.ts` in pinyin, so that keys made of a label's sounds (`xzcfjdswh`, `chufajiguan`)
 * are known without a word of their own. A new label with a new character wants that character here
 * (test/model/aliases.test.ts says which is missing).
 */
import { HAN } from './han.js';

const TABLE = 'an案 ban办 bao报 bei备被 bian编 biao标表 bie别 bu布部 cai财 ce册 chan产 che撤 cheng成承称程 chu出处 chuo戳 dai代 dan单 '
  + 'dang当 dao道 de得的 deng登等 di地 diao吊 ding定 du度 dui对 e额 fa发法罚 fan范 fang方 fei非 fu复负 geng更 gong供公工 gou构 '
  + 'guan关 guo果 hao号 he核 huan换 hui会回 huo或 ji及机济级记 jian件简间 jiang奖 jiao交 jie截接结 jin金 jing径 jiu救 ju据 jue决 '
  + 'kai开 ke可科 kou扣 kuan款 kuang况 lai来 lan栏 lei类 li力理 lian链 lie列 lu录 lv律 ma码 mo没 men门 ming名明 mu目 na纳 nei内 '
  + 'nian年 pan判 pi批 pin品 qi企期起 qian前 qing请 qu渠 quan全权 que确 ran然 ren人任认 ri日 rong容荣 ru入 shang上商 she社设 '
  + 'shen审申 shi事使失始实室施时示识 shou收 shu书属数 shui税 shuo说 song送 suo所 tai态 ti体提题 tong统 tu途 wan万 wang网 '
  + 'wei为位围违 wen文 wu务物 xi息 xian限 xiang相项 xiao效销 xin信新 xing型姓性行 xiu修 xu序许 yan严 yao要 ye业 yi一依移 yin印因 '
  + 'yong用 you有由 yu誉 yuan元原源院 zan暂 ze责 zhang彰 zhao照 zheng政正证 zhi址执止织至 zhong种重 zhu主注 zhuang状 zi字自 zu组';

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

/** The first letters and the whole sounds of a label of Chinese characters; undefined where one of them is not in the table. */
export function pinyinOf(label: string): { readonly initials: string; readonly full: string } | undefined {
  const known = soundsOf();
  const words = label.split(NOT_HAN, 1).join('').replace(/^行政/, '');
  const all = [...words].map((character) => known.get(character));
  if (all.includes(undefined) || all.length === 0) return undefined;
  return { initials: all.map((sound) => (sound as string).charAt(0)).join(''), full: all.join('') };
}

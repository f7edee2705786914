/**
 * 繁體: the Chinese words in traditional characters, with the terms that differ. What a feed says stays as it says it.
 * A word of ours with a character that is not in the table needs its pair here; a test looks for such.
 */
import type { Messages } from './messages.js';
import { zhCN } from './zh-CN.js';

/** Terms that are other words, not only other characters. */
const TERMS: readonly (readonly [string, string])[] = [
  ['信息', '資訊'], ['数据', '資料'], ['导出', '匯出'], ['打印', '列印'], ['链接', '連結'], ['复制', '複製'],
  ['加载', '載入'], ['设置', '設定'], ['网络', '網路'], ['标准', '標準'], ['联系', '聯絡'],
];

/** Pairs: simplified, traditional. */
const PAIRS =
  '万萬与與业業严嚴个個为為书書产產从從会會传傳体體关關内內册冊决決况況减減别別办辦务務动動励勵单單参參双雙发發号號后後围圍国國处處备備复復奖獎实實审審宽寬对對导導' +
  '属屬帐帳开開异異当當录錄径徑态態恶惡户戶执執护護报報换換据據数數无無时時显顯暂暫机機权權条條来來构構标標栏欄检檢毕畢没沒济濟状狀电電监監码碼确確种種称稱税稅简簡' +
  '类類红紅级級纳納组組织織经經结結络絡统統编編网網罚罰联聯范範荣榮获獲营營览覽誉譽计計订訂认認议議讯訊记記许許设設证證评評识識词詞试試诚誠话話语語询詢说說请請读讀负負财財责責账賬质質转轉资資载載较較过過这這违違选選员員邮郵链鏈' +
  '强強征徵给給论論销銷键鍵长長门門闭閉间間页頁项項题題额額满滿义義纠糾诺諾诉訴讼訟规規还還须須见見阅閱缴繳划劃';

/** Filled by hand: hosts have an `Array.from` of their own. */
const CHARACTERS = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) CHARACTERS.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

/** A text of ours in traditional characters. */
export function toHant(text: string): string {
  const termed = TERMS.reduce((result, [simplified, traditional]) => result.split(simplified).join(traditional), text);
  return [...termed].map((character) => CHARACTERS.get(character) ?? character).join('');
}

/** Words, and functions that make words, in traditional characters. */
export function inHant<Words extends object>(words: Words): Words {
  const convert = (value: unknown): unknown => {
    if (typeof value === 'string') return toHant(value);
    if (typeof value !== 'function') return value;
    return (...given: unknown[]) => convert((value as (...given: unknown[]) => unknown)(...given));
  };
  return Object.entries(words).reduce((result, [name, value]) => ({ ...result, [name]: convert(value) }), {}) as Words;
}

export const zhHant: Messages = { ...inHant(zhCN), tag: 'zh-Hant' };

/** Values of columns nobody knows: whether one is a person's name, and nothing else. */
import { isHan } from '../../model/han.js';
import { looksLikePersonName, splitNames } from './names.js';
import { NO_NAMES } from './person-words.js';
import { startsWithSurname, surnameOf } from './surnames.js';

/** Columns that say what something is, how much, when or where: 金融业 under 行业类别 is nobody. */
const OF_THINGS = new RegExp('(?:类别|类型|种类|类|等级|级别|程序|方式|形式|状态|结果|行业|地区|区域|区划|地址|地点|场所|数量|单位|性质|依据|情况|期限|日期|时间|金额|规模|品种|产品|商品|项目|事项'
  + '|内容|标准|部门|机关|机构|科室|来源|用途|范围|领域|颜色|材质|品牌|型号|规格|措施|条件|说明|备注|阶段|环节|渠道|编号|代码|批次|批号|季度|年度|月份)$');

/** Nobody is given a name that ends so; from memory. Goods, places, measures and qualities are written with them. */
const NO_ENDING = /[性区县镇乡费器帽巾粉油酒肉菜糖盐药剂车间装管料材物机械板线灯库类款税证票率度量级装具品池塘场圈袋箱瓶桶罐炉灶釜钢铁铝铜纸布鞋裤袜裙衣醋酱面饭粥汤饼糕薯豆椒蒜葱姜瓜果蛋奶]$/;

/** In Chinese two or three characters behind a surname; anything else that only a person would be called. */
export const isSurelyName = (text: string): boolean => {
  if (!looksLikePersonName(text)) return false;
  if (!isHan(text)) return true;
  const given = [...text].length - [...surnameOf(text)].length;
  return startsWithSurname(text) && given >= 1 && given <= 2;
};

/** 常规, 安全帽: words, though their first character is a surname. */
const isWord = (text: string): boolean => isHan(text) && (NO_NAMES.has(text.slice(0, 2)) || NO_ENDING.test(text));

const withoutBrackets = (value: string): string => value.replace(/[(（【[][^()（）【】[\]]{0,20}[)）】\]]/g, '');

/** The names in a value that is made of them; none where it says anything else. */
export const personsInExtra = (label: string, value: string): readonly string[] => {
  if (value.length > 60 || OF_THINGS.test(label.split(/[（(【[]/, 1).join(''))) return [];
  const names = splitNames(withoutBrackets(value));
  return names.length > 0 && names.every((name) => isSurelyName(name) && !isWord(name)) ? names : [];
};

/** Surnames. Source: 百家姓 and the surnames counted by the Ministry of Public Security (二〇二〇年全国姓名报告), the 400 most frequent. */

const SINGLE = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常'
  + '汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂焦柳邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿'
  + '戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺水云昌凤酆傅'
  + '皮元平湛禹狄贝';

/** One row a surname of more than one character. */
const COMPOUND = ('欧阳 上官 司马 司徒 司空 诸葛 东方 独孤 南宫 闻人 夏侯 尉迟 赫连 澹台 皇甫 宗政 公冶 太叔 申屠 公孙 慕容 钟离 长孙 宇文 鲜于 令狐 呼延 '
  + '东郭 西门 端木 第五 拓跋 轩辕 淳于 单于 濮阳 仲孙 万俟 闾丘 百里 东门 南门 羊舌 微生 梁丘 左丘 乐正 谷梁 拓拔 完颜 纳兰 叶赫那拉 爱新觉罗 钮祜禄 瓜尔佳 富察').split(' ');

const SINGLES: ReadonlySet<string> = new Set(SINGLE);

const FIRST_OF_COMPOUNDS: ReadonlySet<string> = new Set(COMPOUND.map((surname) => surname.charAt(0)));

/** The characters that those of more than one character begin with, and those that all surnames do. */
export const COMPOUND_SIGNS = [...FIRST_OF_COMPOUNDS].join('');
export const SURNAME_SIGNS = SINGLE + COMPOUND_SIGNS;

/** UTF-16 units of the character at a place; one behind the end. */
export const unitsAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The compound surname a name begins with, where something follows it. */
const compoundOf = (name: string): string => (FIRST_OF_COMPOUNDS.has(name.charAt(0))
  ? COMPOUND.find((surname) => name.length > surname.length && name.startsWith(surname)) ?? '' : '');

/** What of a name stays: its surname, or its first character, whole. */
export const surnameOf = (name: string): string => compoundOf(name) || name.slice(0, unitsAt(name, 0));

/** Whether a surname may begin with a character. */
export const beginsSurname = (char: string): boolean => SINGLES.has(char) || FIRST_OF_COMPOUNDS.has(char);

export const startsWithSurname = (name: string): boolean => compoundOf(name) !== '' || SINGLES.has(name.charAt(0));

export const isCompoundSurname = (text: string): boolean => COMPOUND.includes(text);

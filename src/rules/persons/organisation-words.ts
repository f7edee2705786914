/** Words that tell an organisation from a person. */

/** Words that no person is called by: whatever stands beside them, it is an organisation or a shop. */
const STRONG = ('公司 企业 集团 中心 超市 商行 商店 商场 商城 工厂 药店 药房 诊所 医院 学校 幼儿园 小学 中学 大学 学院 酒店 宾馆 旅馆 旅社 饭店 餐厅 餐馆 面馆 茶馆 茶楼 酒楼 '
  + '小吃 小吃店 便利店 五金店 专卖店 经营部 门市部 服务部 维修部 修理部 修理厂 加工厂 加工坊 养殖场 农场 林场 牧场 市场 合作社 供销社 联合社 信用社 事务所 研究所 研究院 工作室 '
  + '俱乐部 委员会 村委会 居委会 协会 学会 商会 基金会 办公室 管理局 监督局 分局 支队 大队 政府 法院 银行 支行 分行 分店 总店 网吧 影院 剧院 浴室 浴池 理发店 美容院 美发店 养生馆 '
  + '服务站 加油站 回收站 快餐 烧烤 火锅 卤味 蔬菜店 水果店 有限 合伙 经营户 个体 商贸 物流 科技 食品厂 服装店 眼镜店 早餐店 百货 建材 食品 烧饼 烘焙 家具 家电 电器 服饰 汽修 汽车 文具 图文 广告 装饰 印刷 '
  + '石化 石油 燃气 烟草 农资 农家乐 棋牌室 车行 摊位').split(' ');

/** Characters at the end of a business's name that may end a person's too: they never outweigh an ID. */
const WEAK_ENDING = /[店厂部社馆院局所站行铺坊摊场屋吧楼司团会室园校家村堂阁轩庄斋居队处网台城港庙寺]$/;

/** Words anywhere in a business's name, weaker: 商, 服务, 经营, 工作. */
const WEAK = /商|服务|经营|工作|合作/;

/** Of firms in Latin letters. */
const LATIN_WORDS = ('co ltd llc inc corp limited company group gmbh ag plc trading trade international industr\\w+ technolog\\w+ '
  + 'holdings? foods? hotel store shop school bank studio cafe restaurant china beijing shanghai').split(' ');
const LATIN = new RegExp(`\\b(?:${LATIN_WORDS.join('|')})\\b`, 'i');

const strong = new RegExp(STRONG.join('|'));

export const hasOrganisationWord = (name: string): boolean => strong.test(name) || LATIN.test(name);

/** Whether a name is a business's by its looks, with nothing else to go by. */
export const looksLikeBusiness = (name: string): boolean => hasOrganisationWord(name) || WEAK_ENDING.test(name) || WEAK.test(name);

/** Long names that end as a business's do are businesses even beside an ID: 城关镇福满楼. */
export const isLongBusinessName = (name: string): boolean => name.length >= 6 && WEAK_ENDING.test(name);

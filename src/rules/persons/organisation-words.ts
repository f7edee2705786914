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

/**
 * Trades that end a business's name of four characters or more (GB/T 4754-2017, and what shop signs say); nobody is given such a
 * name behind a surname of one character, and an ID outweighs it.
 */
const TRADES = ('码头 矿业 造船 船舶 水泥 纸业 造纸 热电 水电 供电 供水 供热 客运 货运 搬运 快运 速运 快递 地铁 公交 出租 粮油 生鲜 五金 口腔 牙科 眼科 中医 足浴 足道 桑拿 洗浴 汗蒸 按摩 '
  + '台球 网咖 电竞 奶茶 咖啡 甜品 麻将 棋牌 洗衣 干洗 宠物 花卉 苗木 园林 绿化 渔业 种业 农业 林业 牧业 畜牧 养殖 种植 重工 机械 模具 置业 物业 地产 房产 中介 劳务 保安 家政 保洁 环保 环卫 传媒 影视 '
  + '文旅 旅游 电商 医美 美容 美发 理发 造型 美甲 体检 化工 塑料 橡胶 纺织 针织 制衣 鞋业 皮革 印染 包装 电子 通信 软件 网络 光电 照明 玻璃 陶瓷 石材 木业 家居 门窗 铝业 钢铁 钢构 铸造 建设 '
  + '建筑 工程 路桥 设计 监理 检测 认证 咨询 金融 保险 典当 投资 担保 租赁 仓储 冷链 批发 零售 副食 烟酒 茶叶 水产 肉铺 果蔬 水果 早点 早餐 麻辣烫 面食 包子 驾校 培训 托管 教育 幼教 母婴 月子 童装 '
  + '眼镜 钟表 珠宝 首饰 手机 数码 摄影 婚庆 殡葬 健身 游泳 滑雪 温泉 民宿 客栈 会所 公寓').split(' ');
const TRADE = new RegExp(`(?:${TRADES.join('|')})$`);
const FEWEST_WITH_TRADE = 4;

const strong = new RegExp(STRONG.join('|'));

export const hasOrganisationWord = (name: string): boolean => strong.test(name) || LATIN.test(name);

/** Whether a name is a business's by its looks, with nothing else to go by. */
export const looksLikeBusiness = (name: string): boolean => hasOrganisationWord(name) || WEAK_ENDING.test(name) || WEAK.test(name)
  || (name.length >= FEWEST_WITH_TRADE && TRADE.test(name));

/** Long names that end as a business's do are businesses even beside an ID: 城关镇福满楼. */
export const isLongBusinessName = (name: string): boolean => name.length >= 6 && WEAK_ENDING.test(name);

// @ts-check
// Invented feeds of any size for the benchmarks and the big exactness tests. Same count and seed, same bytes: nothing
// here reads the clock. About 70 % licences and 30 % penalties, newest first, 700 to 1,400 bytes of JSON a record.
// Places, companies, persons and authorities are invented; credit codes are valid (GB 32100-2015) in an area, 3499,
// that does not exist. Nothing is withheld until May 2027: no date is after 2025, and penalties, which are public for three
// years at most (令36号), are of the last 600 days.

/** @typedef {Record<string, string | number | string[] | undefined>} RawRecord as it stands in a feed */

/** The newest decision; before any clock that a benchmark could run by. */
const LAST_DAY = Date.UTC(2025, 11, 31);
const DAY = 86_400_000;
/** Days from the oldest decision to the newest. */
const SPAN = 1825;
/** Days before the newest decision in which all penalties were decided. */
const PENALTY_SPAN = 600;
/** Licences among all records, and so among those of the days that have penalties. */
const LICENSE_SHARE = 0.7;
const RECENT_LICENSE_SHARE = 1 - ((1 - LICENSE_SHARE) * SPAN) / PENALTY_SPAN;

/** mulberry32: small, seeded, good enough for texts. @param {number} seed @returns {() => number} from 0 to 1 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @param {() => number} next */
const tools = (next) => {
  /** @param {number} n */
  const below = (n) => Math.floor(next() * n);
  /** @template T @param {readonly T[]} list */
  const pick = (list) => /** @type {T} */ (list[below(list.length)]);
  /** @param {number} n */
  const digits = (n) => String(below(10 ** n)).padStart(n, '0');
  return { next, below, pick, digits, chance: (/** @type {number} */ p) => next() < p };
};

const words = (/** @type {string} */ text) => text.split(' ');

const CITY = '青岚市';
const PLACES = words('云汀区 松涧县 临澜县 鹿溪区 白苇县 南浦区 石笕县 望潮市 桐岭区 雁洲县 明塘区 北屏县');
/** What a document number calls them. */
const SHORT = words('云 松 临 鹿 白 南 石 望 桐 雁 明 北');
const OFFICES = /** @type {const} */ ([
  ['市场监督管理局', '市监'], ['应急管理局', '应急'], ['卫生健康局', '卫'], ['生态环境局', '环'], ['交通运输局', '交'],
  ['住房和城乡建设局', '建'], ['农业农村局', '农'], ['文化和旅游局', '文旅'], ['城市管理局', '城管'], ['水利局', '水'],
]);
const BRAND = words('鑫 瑞 华 恒 嘉 明 远 宏 达 盛 泰 安 康 顺 丰 源 润 诚 信 德 天 海 金 玉 龙 凤 祥 云 川 岳 江 湖 新 和 美 佳 乐 福 禄 春 秋 晨 曦 博 雅 文 清 澜 柏 松 竹 禾 田 骏 驰 翔 宇 辰 星 朗 汇 聚 联 创 智 启 卓 越 优 品 尚 景 晖 旭 昊');
const TRADE = words('餐饮管理 食品 建筑工程 物业服务 医药连锁 环保科技 物流 商贸 汽车销售服务 装饰工程 信息技术 农业发展 酒店管理 文化传播 机械制造 电子商务 教育咨询 园林绿化 道路运输 建材 纺织 水产养殖 旅游开发 人力资源 能源科技 化工 塑料制品 五金 超市 家政服务');
const FORMS = words('有限公司 有限公司 有限公司 有限公司 有限公司 有限责任公司 股份有限公司 有限公司分公司');
const SHOPS = words('小吃店 便利店 面馆 理发店 药房 五金店 水果店 茶叶店 烟酒店 农家乐 快餐店 副食店 修理部 服装店 烘焙坊 早餐店');
const SURNAMES = words('顾 沈 陆 秦 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 水 窦 章 云 苏 潘 葛 奚 范 彭 郎 鲁 韦 昌 马 苗 凤 花 方 俞 任 袁 柳 欧阳 上官 诸葛');
const GIVEN = words('静 姝 景 行 若 谷 思 齐 望 舒 知 远 怀 瑾 书 白 清 和 长 风 听 澜 逸 飞 沐 阳 晓 岚 雨 桐 子 衿 嘉 树 明 哲 予 安 承 泽 一 鸣 婉 清');

const LICENSES = /** @type {const} */ ([
  ['食品经营许可', '普通', '准予从事食品销售、热食类食品制售。经营场所面积@平方米，从业人员#人。主体业态：餐饮服务经营者；经营项目：热食类食品制售、冷食类食品制售（仅限拌制）、自制饮品制售，不含裱花蛋糕。', '《中华人民共和国食品安全法》第三十五条，《食品经营许可和备案管理办法》第四条', '食品经营许可证', 'JY'],
  ['药品经营许可（零售）', '普通', '准予从事药品零售。经营类别：甲类非处方药、乙类非处方药、处方药；经营范围：中成药、化学药、中药饮片（限定型包装）。营业面积@平方米，执业药师#名。', '《中华人民共和国药品管理法》第五十一条', '药品经营许可证', 'YP'],
  ['特种设备使用登记', '登记', '准予特种设备使用登记。设备种类：压力容器；设备品种：储气罐；设备数量：#台；监督检验结论：合格；使用地点在厂区动力车间，容积@升。', '《中华人民共和国特种设备安全法》第三十三条', '特种设备使用登记证', 'TS'],
  ['道路货物运输经营许可', '普通', '准予从事道路普通货物运输，核定车辆#辆，总质量@吨。经营期间应当遵守道路运输安全生产管理规定，车辆应当按期检测和审验。', '《中华人民共和国道路运输条例》第二十四条', '道路运输经营许可证', 'DY'],
  ['城镇污水排入排水管网许可', '普通', '准予在排水许可证载明的范围内向城镇排水设施排放污水，日排水量@立方米，排水口#个，主要污染物为化学需氧量、氨氮、悬浮物，应当设置水质检测井。', '《城镇排水与污水处理条例》第二十一条', '排水许可证', 'PS'],
  ['公共场所卫生许可', '普通', '准予从事住宿、沐浴、美容美发等公共场所经营，营业面积@平方米，从业人员#人，均持有效健康合格证明，空气、用水、公共用品用具卫生检测合格。', '《公共场所卫生管理条例》第四条', '公共场所卫生许可证', 'WS'],
  ['建筑工程施工许可', '核准', '准予施工。建设规模@平方米，合同工期#个月。施工单位应当在开工前落实质量安全措施，扬尘防治费用已经足额计提，农民工工资专用账户已经开立。', '《中华人民共和国建筑法》第七条', '建筑工程施工许可证', 'SG'],
  ['设立登记', '登记', '准予设立登记。注册资本@万元，股东#名，住所为自有或者租赁用房，已经提交住所使用证明；经营范围中依法须经批准的项目，经相关部门批准后方可开展经营活动。', '《中华人民共和国市场主体登记管理条例》第三条', '营业执照', 'YZ'],
  ['取水许可', '特许', '准予取用地表水，年取水量@万立方米，取水口#处，取水用途为工业生产，退水经处理达标后排入市政管网，应当安装符合国家标准的取水计量设施。', '《取水许可和水资源费征收管理条例》第二条', '取水许可证', 'QS'],
  ['广告发布登记', '其他', '准予在核定位置设置户外招牌，面积@平方米，共#处，照明设施应当符合安全用电要求，不得影响采光、通风和消防通道，到期自行拆除。', '《城市市容和环境卫生管理条例》第十一条', '户外设置许可证', 'GG'],
]);

const PENALTIES = /** @type {const} */ ([
  ['经营超过保质期的食品', '罚款', '执法人员在日常检查中发现，当事人货架上待售的预包装食品已经超过保质期，数量#件，货值金额@元，尚未售出，当事人未能提供进货查验记录。', '《中华人民共和国食品安全法》第一百二十四条第一款第五项'],
  ['未按规定明码标价', '警告', '当事人经营场所内#种商品未标明价格，当场责令限期改正后复查仍未改正，涉及销售金额@元，以上事实有现场笔录、询问笔录和照片为证。', '《中华人民共和国价格法》第四十二条'],
  ['安全生产教育培训不到位', '罚款', '检查发现当事人未对新上岗的#名作业人员进行三级安全教育培训即安排上岗作业，应急预案未按规定演练，生产车间建筑面积@平方米。', '《中华人民共和国安全生产法》第九十七条第三项'],
  ['无证排放污染物', '没收违法所得', '当事人未取得排污许可证，擅自投入生产并排放废水，累计排放约@吨，持续#日，采样监测结果显示化学需氧量超过排放标准。', '《排污许可管理条例》第三十三条第一项'],
  ['擅自占用城市道路', '罚款', '当事人在人行道上擅自堆放物料、摆设摊点，占用面积@平方米，经#次劝导仍不清理，影响行人通行和市容环境卫生。', '《城市道路管理条例》第四十二条'],
  ['未取得许可从事道路运输经营', '没收违法所得、没收非法财物', '当事人驾驶未取得道路运输证的车辆从事货物运输，本次收取运费@元，当场查获货物#箱，当事人对违法事实供认不讳。', '《中华人民共和国道路运输条例》第六十三条'],
  ['使用未经检定的计量器具', '罚款', '当事人在贸易结算中使用的#台电子计价秤未经强制检定，涉及交易金额@元，器具已经登记保存，经检定示值误差超过允许范围。', '《中华人民共和国计量法》第二十五条'],
  ['发布违法广告', '责令停产停业', '当事人在宣传材料中使用国家级、最高级、最佳等用语，共印制@份，在#处张贴散发，不能提供证明其真实性的材料。', '《中华人民共和国广告法》第五十七条第一项'],
]);

/** What some texts go on with. */
const FURTHER = [
  '另查明，当事人于#日前曾因同类问题被约谈并签收整改通知书，相关负责人到场作了说明，提交书面材料@字，愿意配合后续检查。',
  '申请材料经受理窗口核对齐全，现场核查由#名工作人员完成，核查结论为符合条件；相关图纸和证明文件编号至第@号，原件已退还申请人，复印件随卷归档备查。',
  '被许可人应当自觉接受监督检查，如实提供有关情况和材料；变更名称、住所或者负责人的，应当在#日内提出申请，逾期办理的依照有关规定处理，档案第@卷。',
];

// ---------- codes ----------

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANIZATION = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** @param {string} text @param {string} alphabet @param {readonly number[]} weights */
const sum = (text, alphabet, weights) => weights.reduce((all, weight, at) => all + weight * alphabet.indexOf(text.charAt(at)), 0);

/** 统一社会信用代码. @param {string} start registration, kind and area: eight characters @param {number} serial */
function creditCode(start, serial) {
  let body = 'MA';
  for (let n = 6, rest = serial; n > 0; n--, rest = Math.floor(rest / 31)) body += CREDIT.charAt(rest % 31);
  const first = start + body + '0X987654321'.charAt(sum(body, ORGANIZATION, ORGANIZATION_WEIGHTS) % 11);
  return first + CREDIT.charAt((31 - (sum(first, CREDIT, CREDIT_WEIGHTS) % 31)) % 31);
}

// ---------- records ----------

/** A company by its number: always the same one. @param {number} serial @param {number} seed */
function company(serial, seed) {
  const { pick, below, chance } = tools(random(Math.imul(serial + 1, 0x9e3779b1) ^ seed));
  const place = below(PLACES.length);
  const shop = chance(0.22);
  const where = chance(0.3) ? CITY : CITY + /** @type {string} */ (PLACES[place]);
  const brand = pick(BRAND) + pick(BRAND) + (chance(0.35) ? pick(BRAND) : '');
  const area = `3499${String(place + 1).padStart(2, '0')}`;
  return {
    name: shop ? `${where}${brand}${pick(SHOPS)}` : `${where}${brand}${pick(TRADE)}${pick(FORMS)}`,
    code: creditCode(`9${shop ? 2 : 1}${area}`, (serial * 7919 + seed) % 887_503_681),
    keeper: person(pick),
  };
}

/** @param {<T>(list: readonly T[]) => T} pick */
const person = (pick) => pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);

const iso = (/** @type {number} */ time) => new Date(time).toISOString().slice(0, 10);

/**
 * Records as they stand in a feed, newest first.
 * @param {number} count
 * @param {number} [seed]
 * @returns {Generator<RawRecord, void, undefined>}
 */
export function* records(count, seed = 1) {
  const { pick, below, digits, chance, next } = tools(random(seed));
  // A company has about three decisions, and some have dozens.
  const companies = Math.max(5, Math.ceil(count * 0.6));
  for (let n = 0; n < count; n++) {
    const at = LAST_DAY - Math.floor((n / count) * SPAN) * DAY;
    const decidedOn = iso(at);
    const year = decidedOn.slice(0, 4);
    const place = below(PLACES.length);
    const [office, short] = pick(OFFICES);
    const authority = `${PLACES[place]}${office}`;
    const authorityCode = creditCode(`113499${String(place + 1).padStart(2, '0')}`, short.charCodeAt(0));
    const natural = chance(0.08);
    const { name, code, keeper } = company(Math.floor(next() ** 1.6 * companies), seed);
    const numbers = (/** @type {string} */ text) => text.replace('@', String(10 + below(9000))).replace('#', String(1 + below(60)));
    const fill = (/** @type {string} */ text) => {
      let whole = numbers(text);
      for (let more = 0; more < 3 && chance(0.18); more++) whole += numbers(/** @type {string} */ (FURTHER[more]));
      return whole;
    };
    const subject = natural
      ? { subjectName: person(pick), subjectType: '自然人' }
      : { subjectName: name, subjectType: '法人及非法人组织', creditCode: code, legalRepresentative: keeper };
    if (chance(LAST_DAY - at < PENALTY_SPAN * DAY ? RECENT_LICENSE_SHARE : 1)) {
      const [item, category, content, basis, certificate, letters] = pick(LICENSES);
      const number = `${SHORT[place]}${short}许准〔${year}〕${1 + below(9000)}号`;
      yield {
        kind: 'license', id: `L${n}`, documentNumber: number, documentName: `${item}决定书`, projectName: `${item}（${pick(['新办', '延续', '变更'])}）`,
        ...subject, category: [category], content: fill(content), basis,
        certificateName: certificate, certificateNumber: `${letters}1${digits(6)}${digits(7)}`,
        decidedOn, validFrom: decidedOn, validTo: iso(at + (3 + below(3)) * 365 * DAY),
        authority, authorityCode,
      };
    } else {
      const [item, category, facts, basis] = pick(PENALTIES);
      const fine = (1 + below(500)) * 100;
      yield {
        kind: 'penalty', id: `P${n}`, documentNumber: `${SHORT[place]}${short}罚决〔${year}〕${1 + below(9000)}号`, caseName: `${natural ? String(subject.subjectName) : name}${item}案`,
        ...subject, category: chance(0.2) && category !== '警告' ? [category, '警告'] : [category], violationType: item, facts: `经查，${inWords(at - (20 + below(60)) * DAY)}，${fill(facts)}`, basis,
        result: `对当事人作出如下处罚：1.责令立即改正违法行为；2.处罚款人民币${fine}元。`, fineAmount: fine / 10_000,
        decidedOn, publicUntil: iso(threeYearsAfter(decidedOn) - below(10) * DAY),
        authority, authorityCode,
      };
    }
  }
}

/** @param {string} date */
const threeYearsAfter = (date) => Date.parse(`${Number(date.slice(0, 4)) + 3}${date.slice(4).replace('02-29', '02-28')}`);

/** @param {number} time */
const inWords = (time) => {
  const [year, month, day] = iso(time).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};

/** What stands before the records of a feed, as an object. */
export const head = () => ({
  version: 1, standard: '2018',
  publisher: { name: `${CITY}行政审批服务局`, code: creditCode('11349900', 349_900), url: 'https://xyb.qinglan.example/' },
  updated: iso(LAST_DAY),
});

/**
 * A feed's text in pieces, for a feed of a million records is longer than a string may be.
 * @param {number} count
 * @param {number} [seed]
 * @param {'json' | 'ndjson'} [format] one document, or a head and then one record a line
 * @returns {Generator<string, void, undefined>}
 */
export function* feedPieces(count, seed = 1, format = 'json') {
  const lines = format === 'ndjson';
  let piece = lines ? JSON.stringify(head()) : JSON.stringify({ ...head(), records: [] }).slice(0, -2);
  let separator = lines ? '\n' : '';
  for (const record of records(count, seed)) {
    piece += separator + JSON.stringify(record);
    separator = lines ? '\n' : ',';
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece + (lines ? '\n' : ']}');
}

/** A feed's text; up to some 300,000 records. @param {number} count @param {number} [seed] @param {'json' | 'ndjson'} [format] */
export const feedText = (count, seed, format) => [...feedPieces(count, seed, format)].join('');

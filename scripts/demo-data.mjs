// Writes the invented feeds of the demo site: demo/data/sgs.json (national codes of 2018,
// licences and penalties in one list) and demo/data/sgs.canonical.json (canonical format v1).
// Same seed, same bytes: nothing here reads the clock. Places, companies, persons and
// authorities are invented; ID numbers carry impossible area codes, phone numbers read 19900000nnn.
import { mkdirSync, writeFileSync } from 'node:fs';

const SEED = 20261120;
const LICENSES = 260;
const PENALTIES = 160;
const FIRST_DAY = '2024-01-02';
const LAST_DAY = '2026-11-20';
const PLACEHOLDER_CODE = '00000000000000000X';
const LONG_TERM = '2099/12/31';

// ---------- chance ----------

/** mulberry32: small, seeded, good enough for texts. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(SEED);
const int = (min, max) => min + Math.floor(random() * (max - min + 1));
const chance = (p) => random() < p;
const pick = (list) => list[int(0, list.length - 1)];
const digits = (n) => Array.from({ length: n }, () => int(0, 9)).join('');

function weighted(rows) {
  let rest = random() * rows.reduce((sum, row) => sum + row.weight, 0);
  for (const row of rows) if ((rest -= row.weight) < 0) return row;
  return rows[rows.length - 1];
}

function sample(list, n) {
  const rest = [...list];
  return Array.from({ length: Math.min(n, rest.length) }, () => rest.splice(int(0, rest.length - 1), 1)[0]);
}

// ---------- days ----------

// Weekdays off and weekend days worked, from the State Council's notices (reference §2.1).
const OFF = new Set(
  (
    '2024-01-01 2024-02-12 2024-02-13 2024-02-14 2024-02-15 2024-02-16 2024-04-04 2024-04-05 2024-05-01 2024-05-02 2024-05-03 ' +
    '2024-06-10 2024-09-16 2024-09-17 2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-07 ' +
    '2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01 2025-05-02 2025-05-05 ' +
    '2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08 ' +
    '2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04 ' +
    '2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07'
  ).split(' '),
);
const WORKED = new Set(
  (
    '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 ' +
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'
  ).split(' '),
);
const DAY = 86400000;
const toTime = (day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (time) => new Date(time).toISOString().slice(0, 10);
const addDays = (day, n) => toDay(toTime(day) + n * DAY);
const addYears = (day, n) => toDay(Date.UTC(+day.slice(0, 4) + n, +day.slice(5, 7) - 1, +day.slice(8)));
const slash = (day) => day.replace(/-/g, '/');
const inWords = (day) => `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8)}日`;

function isWorkday(day) {
  const weekday = new Date(toTime(day)).getUTCDay();
  return weekday === 0 || weekday === 6 ? WORKED.has(day) : !OFF.has(day);
}

function workdayAfter(day, n) {
  let at = day;
  for (let left = n; left > 0; ) if (isWorkday((at = addDays(at, 1)))) left--;
  return at;
}

const workdays = [];
for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) if (isWorkday(day)) workdays.push(day);

/** `n` workdays in ascending order, somewhat denser towards the present, the last day included. */
function decisionDays(n) {
  const days = Array.from({ length: n - 1 }, () => workdays[Math.floor(random() ** 0.78 * workdays.length)]);
  return [...days, LAST_DAY].sort();
}

// ---------- numbers with check characters ----------

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100-2015: no I O S V Z

/** GB 11714: eight characters and their check character. */
function organisationCode(body) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (c) => (c >= '0' && c <= '9' ? +c : c.charCodeAt(0) - 55);
  const sum = weights.reduce((total, w, i) => total + w * value(body[i]), 0);
  return body + ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11];
}

/** GB 32100-2015: registration class, area, organisation code, check character. */
function creditCode(prefix, area, body) {
  const head = prefix + area + organisationCode(body);
  let weight = 1;
  let sum = 0;
  for (const c of head) {
    sum += CODE_ALPHABET.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return head + CODE_ALPHABET[(31 - (sum % 31)) % 31];
}

/** GS 15-2006, ISO 7064 MOD 11,10. */
function registrationNumber(area) {
  const head = area + digits(8);
  let p = 10;
  for (const c of head) p = (2 * ((p + +c) % 10 || 10)) % 11;
  return head + ((11 - p) % 10);
}

/** GB 11643-1999, with an area code that belongs to nobody. */
function residentId() {
  const born = toDay(Date.UTC(int(1962, 2001), int(0, 11), int(1, 28))).replace(/-/g, '');
  const head = pick(['000000', '999999']) + born + String(int(1, 399)).padStart(3, '0');
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return head + '10X98765432'[weights.reduce((sum, w, i) => sum + w * +head[i], 0) % 11];
}

let phones = 100;
const phone = () => `19900000${phones++}`;

// ---------- places, authorities ----------

const PLACES = [
  { name: '青岚市', area: '349900', towns: ['经济开发区', '云栖新区'] },
  { name: '云岫县', area: '349901', towns: ['城关镇', '白鹭镇', '石门乡'] },
  { name: '澄湾区', area: '349902', towns: ['桃源街道', '柳荫街道', '望潮街道'] },
  { name: '临澜县', area: '349903', towns: ['清溪镇', '南浦镇', '城关镇'] },
  { name: '松涧县', area: '349904', towns: ['松口镇', '竹坪乡', '城关镇'] },
];

/** key: name, credit code, short form in document numbers, place (0 = the whole city), usual brackets */
const AUTHORITIES = {
  qs: ['青岚市市场监督管理局', '11349900003000110P', '青市监', 0, '〔〕'],
  ys: ['云岫县市场监督管理局', '11349901003000225C', '云市监', 1, '[]'],
  cs: ['澄湾区市场监督管理局', '1134990200300033XU', '澄市监', 2, '（）'],
  ls: ['临澜县市场监督管理局', creditCode('11', '349903', '00300108'), '临市监', 3, '〔〕'],
  ss: ['松涧县市场监督管理局', creditCode('11', '349904', '00300116'), '松市监', 4, '〔〕'],
  hj: ['青岚市生态环境局', '11349900003000663J', '青环', 0, '〔〕'],
  wj: ['松涧县卫生健康委员会', '11349904003000778J', '松卫健', 4, '[]'],
  zj: ['临澜县住房和城乡建设局', '11349903003000559R', '临住建', 3, '〔〕'],
  sl: ['青岚市水利局', '11349900003000882W', '青水', 0, '〔〕'],
  jt: ['青岚市交通运输局', '113499000030004448', '青交运', 0, '（）'],
  yj: ['青岚市应急管理局', creditCode('11', '349900', '00300132'), '青应急', 0, '〔〕'],
  ny: ['青岚市农业农村局', creditCode('11', '349900', '00300140'), '青农', 0, '〔〕'],
  wl: ['澄湾区文化广电和旅游局', creditCode('11', '349902', '00300159'), '澄文旅', 2, '〔〕'],
};
const MARKET = [
  { key: 'qs', weight: 42 },
  { key: 'ys', weight: 18 },
  { key: 'cs', weight: 18 },
  { key: 'ls', weight: 12 },
  { key: 'ss', weight: 10 },
];
const CREDIT_CENTRE = ['青岚市社会信用中心', '123499000030009970'];

// ---------- names ----------

const BRANDS =
  '沐风 云舒 望川 鹿鸣 栖木 墨池 晓庄 若水 如山 北辰 澜石 微澜 青柠 白鹭 南浦 万象 知行 启明 听松 拾光 半亩 归田 竹影 石泉 临溪 禾清 松月 映雪 春坞 长汀 柏舟 采薇 瑞禾 安禾 和畅 明远 静川 岚山 溪午 槐序'.split(' ');
const SHOPS = '福满楼 巷口 小河边 老槐树 青石板 一碗香 阿婆家 喜相逢 好日子 百味轩 邻里 晨光里 桥头 麦香坊 四季鲜 家常味 井巷 柳树下 暖灶 南街口'.split(' ');
const SURNAMES = '孔孟姜吕施贾何宋魏陶严甄张王李赵陈林周郑吴孙沈韩许冯卫程顾夏'.split('');
const GIVEN = '致远 知止 若谷 怀仁 自明 履约 公允 不争 立信 然之 守正 守信 知微 望舒 见山 小满 思齐 敬之 清和 景行 予安 长风 知夏 若兰 秋实 润之 向晚 存真 既白 木子 静姝 云起'.split(' ');
const COMPOUND = ['欧阳', '司徒', '上官'];

const person = () => (chance(0.04) ? pick(COMPOUND) : pick(SURNAMES)) + pick(GIVEN);

/** What kinds of subject there are: `c` company names after place and brand, `i` shop names after place, town and shop word. */
const SECTORS = {
  restaurant: { c: ['餐饮管理有限公司', '餐饮服务有限公司', '酒店管理有限公司'], i: ['面馆', '饭庄', '小吃店', '早餐店', '火锅店', '烧烤店', '茶餐厅', '奶茶店', '烘焙坊'], share: 0.72 },
  grocery: { c: ['商贸有限公司', '百货有限公司', '超市有限公司', '供应链管理有限公司'], i: ['超市', '便利店', '生鲜店', '粮油店', '水果店', '副食店', '烟酒店'], share: 0.66 },
  produce: { c: ['农产品有限公司', '生鲜超市有限公司', '果蔬配送有限公司'], i: ['生鲜店', '蔬菜店', '水果店'], share: 0.7 },
  foodfac: { c: ['食品有限公司', '粮油加工有限公司', '茶业有限公司', '豆制品有限公司', '生物科技有限公司'], i: ['豆腐坊', '糕点作坊', '榨油坊', '粉干加工坊'], share: 0.22 },
  pharmacy: { c: ['大药房有限公司', '医药连锁有限公司', '药业有限公司'], i: ['药店'], share: 0.2 },
  medical: { c: ['医疗器械有限公司', '口腔门诊部有限公司', '健康科技有限公司'], i: ['眼镜店', '口腔诊所', '中医诊所'], share: 0.35 },
  factory: { c: ['机械制造有限公司', '新材料有限公司', '纺织有限公司', '五金制品有限公司', '环保科技有限公司', '包装有限公司', '电子有限公司'], i: ['五金加工厂', '塑料制品厂', '家具厂'], share: 0.15 },
  property: { c: ['物业服务有限公司', '商业管理有限公司', '置业有限公司'], i: [], share: 0 },
  elevator: { c: ['电梯工程有限公司', '机电设备有限公司'], i: [], share: 0 },
  lab: { c: ['检测技术有限公司', '计量校准有限公司', '工程检测有限公司'], i: [], share: 0 },
  logistics: { c: ['物流有限公司', '运输有限公司', '汽车服务有限公司'], i: ['汽车修理厂', '货运部'], share: 0.2 },
  build: { c: ['建筑工程有限公司', '市政工程有限公司', '房地产开发有限公司', '园林工程有限公司'], i: [], share: 0 },
  fuel: { c: ['加油站有限公司', '石化有限公司'], i: ['加油站'], share: 0.4 },
  gas: { c: ['燃气有限公司', '能源有限公司'], i: ['液化气供应站'], share: 0.3 },
  chem: { c: ['化工贸易有限公司', '工业气体有限公司'], i: [], share: 0 },
  farm: { c: ['农业开发有限公司', '生态养殖有限公司', '畜牧有限公司'], i: ['家庭农场'], share: 0.2 },
  agri: { c: ['农资有限公司', '植保科技有限公司'], i: ['农资经营部', '植保服务部'], share: 0.7 },
  lodging: { c: ['酒店管理有限公司', '宾馆有限公司'], i: ['宾馆', '民宿', '旅馆'], share: 0.6 },
  beauty: { c: ['美容有限公司', '形象设计有限公司'], i: ['理发店', '美容院', '美甲店'], share: 0.75 },
  leisure: { c: ['娱乐有限公司', '文化娱乐有限公司'], i: ['歌厅', '游艺厅'], share: 0.5 },
  online: { c: ['网络科技有限公司', '文化传媒有限公司', '电子商务有限公司', '教育咨询有限公司'], i: ['网店', '服装店', '日用品商行'], share: 0.4 },
  motor: { c: ['车业有限公司', '电动车销售有限公司'], i: ['电动车行', '摩托车行'], share: 0.7 },
};

const subjects = new Map();
const taken = new Set();

function freshBody() {
  const alphabet = [...CODE_ALPHABET];
  return 'MA' + Array.from({ length: 6 }, () => pick(alphabet)).join('');
}

function newSubject(sector, place, asShop) {
  const kinds = SECTORS[sector];
  const shop = asShop ?? chance(kinds.share);
  let name;
  for (let i = 0; (!name || taken.has(name)) && i < 50; i++)
    name = shop ? place.name + pick(place.towns) + pick(SHOPS) + pick(kinds.i) : place.name + pick(BRANDS) + pick(kinds.c);
  taken.add(name);
  const body = freshBody();
  return {
    name,
    type: shop ? '个体工商户' : '法人及非法人组织',
    code: creditCode(shop ? '92' : '91', place.area, body),
    organisation: shop ? '' : organisationCode(body),
    registration: chance(0.55) ? registrationNumber(place.area) : '',
    representative: person(),
    town: place.towns.some((town) => name.includes(town)) ? '' : pick(place.towns),
    place,
  };
}

/** A subject of the sector in the place; about one in four has been decided upon before. */
function subjectOf(sector, place, asShop) {
  const key = `${sector}/${place.area}/${asShop ?? ''}`;
  const known = subjects.get(key) ?? [];
  if (known.length && chance(0.26)) return pick(known);
  const made = newSubject(sector, place, asShop);
  subjects.set(key, [...known, made]);
  return made;
}

const naturalPerson = (place) => ({ name: person(), type: '自然人', code: '', organisation: '', registration: '', representative: '', id: residentId(), town: pick(place.towns), place });

/** Where a subject does business, as decisions word it. */
const premises = (s) => (s.type === '个体工商户' ? '经营场所' : `位于${s.place.name}${s.town}的${pick(['经营场所', '住所', '厂区'])}`);

// ---------- document numbers ----------

const counters = new Map();
const BRACKETS = ['〔〕', '[]', '（）', '()', '【】', '［］'];

/** Numbers run on within authority, word and year; `step` leaves gaps, as not every decision is published. */
function documentNumber(authority, word, day, { step = 3, ordinal = '' } = {}) {
  const [, , short, , usual] = authority;
  const year = day.slice(0, 4);
  const key = short + word + year;
  const number = (counters.get(key) ?? 0) + (step > 1 ? int(1, step) : 1);
  counters.set(key, number);
  const [open, close] = chance(0.1) && word !== '罚决' ? pick(BRACKETS) : usual;
  return `${short}${word}${open}${year}${close}${ordinal}${number}号`;
}

// ---------- licences ----------

const FOODS = ['热加工糕点（烘烤类糕点）', '茶叶（绿茶、红茶）', '食用植物油（半精炼，菜籽油）', '豆制品（非发酵性豆制品）', '蜂产品（蜂蜜）', '速冻食品（速冻面米生制品）', '蔬菜制品（酱腌菜）', '淀粉及淀粉制品（粉丝、粉条）', '炒货食品及坚果制品（烘炒类）', '饮料（包装饮用水）'];
const DISHES = ['热食类食品制售', '冷食类食品制售（含凉拌菜）', '自制饮品制售', '糕点类食品制售', '散装食品销售（含散装熟食）', '预包装食品销售（含冷藏冷冻食品）'];
/** Form of business, items and floor space that fit the sign over the door. */
function dining(name) {
  if (/奶茶|饮/.test(name) && !/餐饮/.test(name)) return `（饮品店）；经营项目：自制饮品制售；经营面积${int(12, 48)}平方米`;
  if (/烘焙|糕点/.test(name)) return `（糕点店）；经营项目：${sample([DISHES[3], DISHES[2], DISHES[4]], int(1, 3)).join('、')}；经营面积${int(20, 96)}平方米`;
  if (/小吃|早餐|面馆/.test(name)) return `（小吃店）；经营项目：${sample(DISHES.slice(0, 2), int(1, 2)).join('、')}；经营面积${int(18, 80)}平方米`;
  return `${pick(['（小型餐馆）', '（中型餐馆）'])}；经营项目：${[DISHES[0], ...sample(DISHES.slice(1, 4), int(0, 2))].join('、')}；经营面积${int(60, 460)}平方米`;
}
const GEAR = [
  ['叉车', '场（厂）内专用机动车辆', '厂内'],
  ['曳引驱动乘客电梯', '电梯', '梯'],
  ['桥式起重机', '起重机械', '起'],
  ['燃气蒸汽锅炉', '锅炉', '锅'],
  ['储气罐', '压力容器', '容'],
];
const SCOPE_GENERAL = '农副产品销售；日用百货销售；办公用品销售；信息咨询服务（不含许可类信息咨询服务）；会议及展览服务；互联网销售（除销售需要许可的商品）；普通货物仓储服务（不含危险化学品等需许可审批的项目）；包装服务；食用农产品初加工；食用农产品零售；新鲜水果零售；新鲜蔬菜零售；水产品零售；服装服饰零售；工艺美术品及礼仪用品销售（象牙及其制品除外）；企业管理咨询；市场营销策划；广告设计、代理；广告制作；广告发布；技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广；物业管理；非居住房地产租赁；停车场服务；洗车服务；园林绿化工程施工；花卉种植；蔬菜种植；水果种植；谷物种植；水产养殖（限分支机构经营）；牲畜饲养（限分支机构经营）；农业机械服务；灌溉服务；休闲观光活动；旅游开发项目策划咨询；露营地服务'.split('；');
const SCOPE_LICENSED = ['食品销售', '餐饮服务', '住宿服务', '食品生产', '道路货物运输（不含危险货物）', '建设工程施工', '药品零售', '出版物零售'];

const scope = (n) => `许可项目：${sample(SCOPE_LICENSED, int(1, 3)).join('；')}（依法须经批准的项目，经相关部门批准后方可开展经营活动）。一般项目：${sample(SCOPE_GENERAL, n).join('；')}（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。`;
const wan = () => pick([10, 20, 30, 50, 50, 100, 100, 200, 300, 500, 1000, 2000]);

/** One row a licence: weight, authority (market = one of the five), sector, title, class, certificate, its number, years of validity (0: long-term), word and content. */
const LICENSE_TYPES = [
  { weight: 34, by: 'market', sector: 'restaurant', title: '准予食品经营许可决定书', cls: '普通', cert: '食品经营许可证', no: (x) => `JY2${x.area}${digits(7)}`, years: 5, word: '许准', text: (x) => `准予食品经营许可。主体业态：餐饮服务经营者${dining(x.subject.name)}。` },
  { weight: 24, by: 'market', sector: 'grocery', title: '准予食品经营许可决定书', cls: '普通', cert: '食品经营许可证', no: (x) => `JY1${x.area}${digits(7)}`, years: 5, word: '许准', text: () => `准予食品经营许可。主体业态：食品销售经营者${pick(['（食品零售）', '（食品批发兼零售）', '（商场超市）', '（便利店）'])}；经营项目：${sample(DISHES.slice(3), int(1, 3)).join('、')}。` },
  { weight: 5, by: 'market', sector: 'restaurant', title: '食品经营许可变更决定书', cls: '普通', cert: '食品经营许可证', no: (x) => `JY2${x.area}${digits(7)}`, years: 4, word: '许准', text: (x) => `准予变更食品经营许可事项：${pick([`法定代表人（负责人）变更为${x.subject.representative}`, '增加经营项目“冷食类食品制售（含凉拌菜）”', '经营面积由86平方米变更为134平方米，功能布局随之调整'])}，其他许可事项不变。` },
  { weight: 13, by: 'market', sector: 'foodfac', title: '食品生产许可决定书', cls: '普通', cert: '食品生产许可证', no: (x) => `SC1${int(10, 28)}${x.area}${digits(5)}`, years: 5, word: '许准', text: () => `准予食品生产许可。食品类别：${sample(FOODS, int(1, 2)).join('；')}。生产工艺、设备布局经现场核查符合审查细则要求。` },
  { weight: 12, by: 'market', sector: 'pharmacy', title: '药品经营许可（零售）决定书', cls: '普通', cert: '药品经营许可证', no: () => `青DB${digits(7)}`, years: 5, word: '许准', text: () => `准予从事药品零售。经营类别：${pick(['处方药、甲类非处方药、乙类非处方药', '甲类非处方药、乙类非处方药', '乙类非处方药'])}；经营范围：中成药、化学药、${pick(['生物制品（不含冷藏冷冻药品）', '中药饮片（限配方）', '中药饮片（限定型包装）'])}。` },
  { weight: 7, by: 'qs', sector: 'medical', title: '第三类医疗器械经营许可决定书', cls: '普通', cert: '医疗器械经营许可证', no: (x) => `青药监械经营许${x.year}${digits(4)}号`, years: 5, word: '许准', text: () => `准予第三类医疗器械经营。经营方式：${pick(['零售', '批发', '批零兼营'])}；经营范围：${pick(['III类：6822医用光学器具、仪器及内窥镜设备（角膜接触镜及其护理用液）', 'III类：07医用诊察和监护器械，14注输、护理和防护器械，22临床检验器械', 'III类：17口腔科器械，10输血、透析和体外循环器械'])}。` },
  { weight: 18, by: 'market', sector: 'factory', title: '特种设备使用登记决定书', cls: '登记', cert: '特种设备使用登记证', no: (x) => `${x.gear[2]}17岚${pick(['A', 'B', 'C'])}${digits(5)}（${x.year.slice(2)}）`, years: 0, word: '特登', text: (x) => `准予特种设备使用登记。设备种类：${x.gear[1]}；设备品种：${x.gear[0]}；设备数量：${int(1, 6)}台；监督检验结论：合格。` },
  { weight: 14, by: 'market', person: true, title: '特种设备安全管理和作业人员资格认定决定书', cls: '认可', cert: '特种设备安全管理和作业人员证', no: (x) => `TS6JZ${x.year}${digits(6)}`, years: 4, word: '作业许准', text: () => `准予从事特种设备作业。作业项目：${pick(['叉车司机（N1）', '工业锅炉司炉（G1）', '起重机司机（Q2，限桥式起重机）', '电梯修理（T）', '快开门式压力容器操作（R1）', '特种设备安全管理（A）'])}。` },
  { weight: 5, by: 'qs', sector: 'lab', title: '检验检测机构资质认定决定书', cls: '认可', cert: '检验检测机构资质认定证书', no: (x) => `${x.year.slice(2)}3499${digits(6)}`, years: 6, word: '资认', text: () => `准予检验检测机构资质认定。检验检测能力：${pick(['食品、食品添加剂两个领域共三十六个项目', '建筑材料、室内环境两个领域共五十一个项目', '机动车安全技术检验、排放检验共二十二个项目', '水和废水、环境空气和废气、噪声三个领域共六十四个项目'])}，详见证书附表。` },
  { weight: 5, by: 'qs', sector: 'lab', title: '计量标准器具核准决定书', cls: '核准', cert: '计量标准考核证书', no: (x) => `［${x.year}］青量标企证字第${digits(3)}号`, years: 5, word: '量标', text: () => `核准${pick(['0.1级电子天平检定装置', '二等铂电阻温度计标准装置', '0.05级活塞式压力计标准装置', 'E2等级砝码标准装置'])}作为${pick(['社会公用计量标准', '企业最高计量标准'])}，测量范围和不确定度见证书。` },
  { weight: 26, by: 'market', sector: 'any', firm: true, title: '准予设立登记通知书', cls: '登记', cert: '营业执照', no: (x) => x.subject.code, years: 0, word: '登字', ordinal: '第', text: (x) => `准予设立登记。企业类型：有限责任公司（自然人投资或控股）；法定代表人：${x.subject.representative}；注册资本：人民币${wan()}万元。经营范围：${scope(int(4, 9))}` },
  { weight: 20, by: 'market', sector: 'any', firm: true, title: '准予变更登记通知书', cls: '登记', cert: '营业执照', no: (x) => x.subject.code, years: 0, word: '登字', ordinal: '第', text: (x) => `准予变更登记。变更事项：${pick([`法定代表人变更为${x.subject.representative}`, `注册资本由人民币${pick([50, 100])}万元变更为人民币${pick([200, 500, 1000])}万元`, '股东及出资信息变更，章程同步备案', `住所变更至${x.subject.place.name}${pick(x.subject.place.towns)}`])}。${chance(0.4) ? `变更后的经营范围：${scope(int(5, 10))}` : ''}` },
  { weight: 9, by: 'market', sector: 'any', title: '准予注销登记通知书', cls: '登记', cert: '', no: () => '', years: 0, word: '登字', ordinal: '第', text: () => pick(['准予注销登记（简易注销），公告期内未收到异议。', '准予注销登记。清算组备案、债权人公告及清税手续齐全。']) },
  { weight: 10, by: 'market', sector: 'foodfac', shop: true, title: '食品小作坊登记决定书', cls: '其他-登记备案', cert: '食品小作坊登记证', no: (x) => `ZF${x.area}${digits(6)}`, years: 3, word: '坊登', text: () => `准予食品小作坊登记。生产品种：${pick(['手工豆腐、豆腐干', '米粉干', '菜籽油（压榨）', '麻花、馓子', '红薯粉条'])}；生产加工方式：${pick(['现制现售', '生产加工并批发零售'])}。` },
  { weight: 5, by: 'market', sector: 'restaurant', shop: true, title: '小餐饮登记备案通知书', cls: '其他-备案证明', cert: '小餐饮登记证', no: (x) => `XCY${x.area}${digits(6)}`, years: 3, word: '备', text: () => `予以登记备案。经营项目：${pick(['早餐、简餐', '面食、小吃', '自制饮品（不含裱花蛋糕、生食水产品）'])}。` },
  { weight: 12, by: 'hj', sector: 'factory', title: '建设项目环境影响报告表批复', cls: '核准', cert: '', no: () => '', years: 5, word: '审', text: () => `同意${pick(['年产3000吨再生塑料颗粒项目', '年产20万套五金配件技改项目', '标准厂房二期及配套污水处理站项目', '年产500吨水性涂料项目'])}环境影响报告表的评价结论。项目应严格执行“三同时”制度，${pick(['生产废水经处理后接管排放，不得另设排污口。', '有机废气经二级活性炭吸附后由15米高排气筒排放。', '夜间不得进行产生环境噪声的作业。'])}` },
  { weight: 6, by: 'hj', sector: 'factory', title: '排污许可证核发决定书', cls: '普通', cert: '排污许可证', no: (x) => `${x.subject.code}001${pick(['P', 'Q', 'U'])}`, years: 5, word: '排许', text: () => `准予排放污染物。主要污染物类别：${pick(['废气、废水', '废气', '废水'])}；管理类别：${pick(['简化管理', '重点管理'])}；总量控制指标见副本。` },
  { weight: 6, by: 'wj', sector: 'lodging', title: '公共场所卫生许可决定书', cls: '普通', cert: '公共场所卫生许可证', no: (x) => `松卫公证字［${x.year}］第${digits(4)}号`, years: 4, word: '许准', text: () => `准予从事住宿场所经营，客房${int(12, 96)}间，${pick(['卫生检测结论为合格', '集中空调通风系统卫生学评价合格', '布草由有资质单位集中清洗消毒'])}。` },
  { weight: 5, by: 'wj', sector: 'beauty', title: '公共场所卫生许可决定书', cls: '普通', cert: '公共场所卫生许可证', no: (x) => `松卫公证字［${x.year}］第${digits(4)}号`, years: 4, word: '许准', text: () => `准予从事${pick(['美容场所、理发场所经营', '理发场所经营', '美容场所经营（不含医疗美容）'])}，公用具消毒间设置符合要求。` },
  { weight: 9, by: 'zj', sector: 'build', title: '建筑工程施工许可决定书', cls: '核准', cert: '建筑工程施工许可证', no: (x) => `349903${x.year}${digits(8)}`, years: 0, word: '施许', text: () => `准予${pick([`标准厂房三号楼开工，建筑面积${int(62, 140) * 100}平方米`, `临澜县第二实验小学教学综合楼开工，建筑面积${int(80, 160) * 100}平方米`, `清溪佳苑一期（1#—6#楼及地下车库）开工，建筑面积${int(420, 760) * 100}平方米`, `南浦镇污水提升泵站开工，建筑面积${int(38, 92) * 10}平方米`])}，合同工期${int(9, 30) * 20}天。` },
  { weight: 3, by: 'zj', sector: 'gas', title: '燃气经营许可决定书', cls: '特许', cert: '燃气经营许可证', no: (x) => `岚${x.year}0903${digits(4)}`, years: 4, word: '燃许', text: () => `准予经营${pick(['瓶装液化石油气，经营区域为临澜县清溪镇、南浦镇', '管道天然气，经营区域为临澜县城区'])}。` },
  { weight: 7, by: 'sl', sector: 'factory', title: '取水许可审批决定书', cls: '特许', cert: '取水许可证', no: (x) => `D349900S${x.year}-${digits(4)}`, years: 5, word: '许准', text: () => `准予年取${pick(['地表水', '地下水'])}${int(8, 260) / 10}万立方米，取水用途为${pick(['工业用水', '冷却循环补水', '工业用水和厂区生活用水'])}，退水须符合水功能区管理要求。` },
  { weight: 11, by: 'jt', sector: 'logistics', title: '道路货物运输经营许可决定书', cls: '普通', cert: '道路运输经营许可证', no: (x) => `岚交运管许可青字${x.area}${digits(6)}号`, years: 4, word: '许准', text: () => `准予从事${pick(['普通货物运输', '普通货物运输、货物专用运输（冷藏保鲜）', '货物专用运输（集装箱）', '大型物件运输'])}，投入营运车辆${int(1, 18)}辆。` },
  { weight: 6, by: 'yj', sector: 'chem', title: '危险化学品经营许可决定书', cls: '普通', cert: '危险化学品经营许可证', no: (x) => `岚青危化经字［${x.year}］${digits(6)}`, years: 3, word: '危化许', text: () => `准予经营${pick(['硫酸、盐酸、氢氧化钠溶液，不带储存设施经营', '氧［压缩的］、氮［压缩的］、氩［压缩的］，带有储存设施', '乙醇［无水］、丙酮、甲苯，不带储存设施经营'])}。` },
  { weight: 7, by: 'ny', sector: 'agri', title: '农药经营许可决定书', cls: '普通', cert: '农药经营许可证', no: (x) => `农药经许（岚）${x.area}${digits(5)}`, years: 5, word: '许准', text: () => `准予经营农药（${pick(['限制使用农药除外', '含限制使用农药'])}），设营业场所一处、仓储场所一处。` },
  { weight: 3, by: 'ny', sector: 'farm', firm: true, title: '动物防疫条件审查决定书', cls: '普通', cert: '动物防疫条件合格证', no: (x) => `（青）动防合字第${x.year}${digits(4)}号`, years: 0, word: '动防', text: () => `经现场审查，${pick(['生猪养殖场（设计存栏1200头）', '蛋鸡养殖场（设计存栏三万羽）', '畜禽屠宰加工场所'])}动物防疫条件合格，准予发证。` },
  { weight: 5, by: 'wl', sector: 'leisure', title: '娱乐场所经营许可决定书', cls: '普通', cert: '娱乐经营许可证', no: (x) => `349902${x.year}${digits(4)}`, years: 2, word: '许准', text: () => `准予经营${pick(['歌舞娱乐场所，核定人数180人', '游艺娱乐场所，核定人数120人', '歌舞娱乐场所，核定人数96人'])}。` },
];

// ---------- penalties ----------

const CONFISCATE = '没收违法所得、没收非法财物';
const SUSPEND = '暂扣或者吊销许可证、暂扣或者吊销执照';

/** How a case came up; `d` is the day of the first inspection. */
const OPENINGS = [
  (s, d) => `${inWords(d)}，执法人员对当事人${premises(s)}进行日常监督检查，发现`,
  (s, d) => `${inWords(d)}，根据群众投诉举报，执法人员对当事人${premises(s)}进行现场检查，查明`,
  (s, d) => `经查，${inWords(d)}执法人员在“双随机、一公开”抽查中发现，`,
  (s, d) => `${inWords(d)}，接上级交办线索，对当事人立案调查。经查，`,
  (s, d) => `${inWords(d)}，执法人员在专项整治行动中检查当事人${premises(s)}，发现`,
];
const VEG = [
  ['豇豆', '灭蝇胺'],
  ['韭菜', '腐霉利'],
  ['生姜', '噻虫胺'],
  ['香蕉', '吡虫啉'],
  ['辣椒', '噻虫胺'],
  ['芹菜', '毒死蜱'],
];
const STALE = ['夹心饼干', '低温酸奶', '真空卤牛肉', '复合调味酱', '速冻水饺', '坚果礼盒', '火锅底料', '软面包'];

/** One row an offence: weight, authority, sector, offence, basis, fine in yuan, gain in yuan, grade (3 = food, drugs, safety: three years), facts, order. */
const PENALTY_TYPES = [
  { weight: 15, by: 'market', sector: 'grocery', type: '经营超过保质期的食品', basis: '《中华人民共和国食品安全法》第三十四条第（十）项、第一百二十四条第一款第（五）项', fine: [2000, 12000], gain: [6, 320], grade: 3, facts: (x) => `货架上待售的${x.stale}已超过保质期，其中生产日期为${inWords(addDays(x.seen, -int(190, 380)))}的${int(2, 18)}${pick(['袋', '盒', '瓶'])}，标价${int(4, 39)}.${int(1, 9)}0元。当事人未建立食品自查制度，未及时清理变质或者超过保质期的食品。`, order: (x) => `没收超过保质期的${x.stale}` },
  { weight: 12, by: 'market', sector: 'produce', type: '经营农药残留超过食品安全标准限量的食用农产品', basis: '《中华人民共和国食品安全法》第三十四条第（二）项、第一百二十四条第一款第（一）项', fine: [3000, 20000], gain: [18, 460], grade: 3, facts: (x) => `当事人销售的${x.veg[0]}（抽样单编号XBJ${x.year}3499${digits(8)}）经抽样检验，${x.veg[1]}项目不符合GB 2763的要求，检验结论为不合格。该批次购进${int(8, 60)}公斤，已全部售出；当事人能提供部分进货凭证，但未履行进货查验义务。`, order: () => '责令改正违法行为' },
  { weight: 9, by: 'market', sector: 'restaurant', shop: true, type: '未取得食品经营许可从事食品经营活动', basis: '《中华人民共和国食品安全法》第三十五条第一款、第一百二十二条第一款', fine: [5000, 50000], gain: [260, 9800], grade: 3, facts: () => `当事人未取得食品经营许可，自开业之日起从事热食类食品制售${int(18, 160)}日，现场有正在使用的炉灶、冷柜等设备，并有外卖平台订单${int(36, 480)}笔。`, order: () => '没收用于违法经营的炊具一批' },
  { weight: 7, by: 'market', sector: 'restaurant', type: '使用未经洗净消毒或者清洗消毒不合格的餐具', basis: '《中华人民共和国食品安全法》第五十六条第二款、第一百二十六条第一款第（五）项', fine: [5000, 10000], warn: true, grade: 3, facts: (x) => `当事人自行消毒的${pick(['餐盘', '汤碗', '筷子', '玻璃杯'])}经抽样检验，${pick(['大肠菌群', '阴离子合成洗涤剂（以十二烷基苯磺酸钠计）'])}项目不合格。此前已于${inWords(addDays(x.seen, -int(60, 160)))}责令改正并予以警告，当事人逾期未改正。`, order: () => '责令改正' },
  { weight: 5, by: 'market', sector: 'restaurant', type: '安排未取得健康证明的人员从事接触直接入口食品的工作', basis: '《中华人民共和国食品安全法》第四十五条第二款、第一百二十六条第一款第（六）项', fine: [5000, 8000], warn: true, grade: 3, facts: () => `后厨${int(1, 3)}名从业人员不能提供有效健康证明，其中负责冷菜切配的人员健康证明已过期${int(2, 11)}个月。`, order: () => '责令改正' },
  { weight: 5, by: 'market', sector: 'foodfac', type: '生产标签不符合规定的预包装食品', basis: '《中华人民共和国食品安全法》第六十七条第一款、第一百二十五条第一款第（二）项', fine: [5000, 30000], gain: [150, 4200], grade: 3, facts: () => `当事人生产的${pick(['红薯粉条', '菜籽油', '绿豆糕', '蜂蜜'])}标签未标注${pick(['生产日期和保质期', '食品生产许可证编号', '致敏物质提示和贮存条件'])}，涉案产品${int(60, 900)}袋，货值金额${int(900, 9800)}元。`, order: () => '没收标签不合格的产品' },
  { weight: 8, by: 'market', sector: 'factory', type: '使用未经定期检验的特种设备', basis: '《中华人民共和国特种设备安全法》第四十条第三款、第八十四条第（一）项', fine: [30000, 60000], stop: true, grade: 3, facts: (x) => `当事人在用的${int(1, 3)}台${x.gear[0]}检验有效期至${inWords(addDays(x.seen, -int(35, 290)))}，逾期未申报定期检验仍继续使用，现场处于${pick(['作业', '通电待机', '运行'])}状态。`, order: () => '责令停止使用有关特种设备' },
  { weight: 4, by: 'market', sector: 'factory', type: '使用特种设备未按照规定办理使用登记', basis: '《中华人民共和国特种设备安全法》第三十三条、第八十三条第（一）项', fine: [10000, 30000], grade: 3, facts: (x) => `当事人于${inWords(addDays(x.seen, -int(60, 240)))}购入并投入使用${x.gear[0]}一台，投入使用后三十日内未办理使用登记，经责令限期改正，逾期未改正。`, order: () => '责令限期办理使用登记' },
  { weight: 4, by: 'qs', sector: 'elevator', type: '电梯维护保养单位未按照安全技术规范进行维护保养', basis: '《中华人民共和国特种设备安全法》第四十五条第二款、第八十八条第二款', fine: [10000, 40000], grade: 3, facts: () => `当事人负责维保的${pick(['清溪佳苑', '望潮花园', '云栖商务中心'])}${int(2, 8)}台电梯，维保记录显示半月保项目间隔超过十五日，且部分记录由他人代签；轿厢应急照明、对讲装置失效未及时修复。`, order: () => '责令改正' },
  { weight: 8, by: 'market', sector: 'online', type: '发布虚假广告', basis: '《中华人民共和国广告法》第二十八条第二款、第五十五条第一款', fine: [3000, 80000], grade: 1, facts: () => `当事人在其${pick(['网店详情页', '微信公众号', '短视频账号'])}宣称产品“${pick(['荣获国家级金奖', '七天见效、终身不复发', '全国销量遥遥领先', '由权威研究院联合研发'])}”，不能提供证明材料，经查内容与实际不符。广告费用${chance(0.5) ? '难以计算' : `为${int(8, 60) * 100}元`}。`, order: () => '责令停止发布广告，在相应范围内消除影响' },
  { weight: 4, by: 'market', sector: 'online', type: '广告使用“国家级”“最高级”“最佳”等用语', basis: '《中华人民共和国广告法》第九条第（三）项、第五十七条第（一）项', fine: [2000, 20000], grade: 1, facts: () => `当事人在门店灯箱和外卖平台页面使用“${pick(['全市最佳', '顶级食材', '最先进设备', '第一品牌'])}”等用语，浏览量较低，案发后主动删除。`, order: () => '责令停止发布广告' },
  { weight: 3, by: 'market', sector: 'medical', type: '未经审查发布医疗广告', basis: '《中华人民共和国广告法》第四十六条、第五十八条第一款第（十四）项', fine: [10000, 60000], grade: 1, facts: () => `当事人在户外${pick(['公交站台', '电梯轿厢', '商场中庭'])}发布含诊疗项目和优惠价格的广告，未取得《医疗广告审查证明》，发布${int(20, 90)}日，广告费用${int(12, 90) * 100}元。`, order: () => '责令停止发布广告' },
  { weight: 7, by: 'market', sector: 'lodging', type: '不按规定明码标价', basis: '《中华人民共和国价格法》第十三条第一款、第四十二条，《价格违法行为行政处罚规定》第十三条第（一）项', fine: [500, 5000], grade: 1, facts: () => `当事人在售的${int(6, 28)}种${pick(['商品和服务项目', '酒水饮料', '客房增值服务'])}未标明价格，仅口头告知顾客，经责令改正后已补齐标价签。`, order: () => '责令改正' },
  { weight: 4, by: 'market', sector: 'grocery', type: '利用虚假的或者使人误解的价格手段诱骗消费者交易', basis: '《中华人民共和国价格法》第十四条第（四）项、第四十条，《价格违法行为行政处罚规定》第七条', fine: [5000, 60000], gain: [300, 6800], grade: 1, facts: () => `当事人在促销活动中标示“原价${int(89, 399)}元、现价${int(39, 88)}元”，不能提供促销前七日内按所标原价成交的交易票据，所标原价系虚构。`, order: () => '责令改正' },
  { weight: 4, by: 'qs', sector: 'property', type: '不执行政府定价', basis: '《中华人民共和国价格法》第十二条、第三十九条，《价格违法行为行政处罚规定》第九条', fine: [8000, 90000], gain: [1200, 68000], grade: 1, facts: () => `当事人作为转供电主体，向${int(12, 86)}户商户按每千瓦时${pick(['0.98', '1.05', '1.20'])}元收取电费，未将国家降低电价的政策传导到终端用户，多收价款已部分退还。`, order: () => '责令退还多收价款' },
  { weight: 6, by: 'market', sector: 'grocery', type: '使用未经检定的计量器具', basis: '《中华人民共和国计量法》第九条第一款、第二十五条，《中华人民共和国计量法实施细则》第四十三条', fine: [200, 1000], grade: 1, facts: () => `当事人用于贸易结算的${int(1, 4)}台电子计价秤未申请强制检定，秤体无检定合格标志。`, order: () => '责令停止使用' },
  { weight: 3, by: 'market', sector: 'fuel', type: '使用不合格的计量器具给消费者造成损失', basis: '《中华人民共和国计量法》第二十六条，《中华人民共和国计量法实施细则》第四十六条', fine: [1000, 2000], gain: [860, 9800], grade: 1, facts: () => `当事人${int(2, 6)}号加油机经市计量检定机构现场检定，示值误差为-0.${int(38, 92)}%，超出最大允许误差，铅封完好、未发现作弊装置。`, order: () => '责令赔偿损失，没收不合格计量器具' },
  { weight: 6, by: 'market', sector: 'grocery', type: '销售侵犯注册商标专用权的商品', basis: '《中华人民共和国商标法》第五十七条第（三）项、第六十条第二款', fine: [5000, 80000], gain: [240, 5600], grade: 1, facts: () => `当事人销售的${pick(['白酒', '运动鞋', '洗衣液', '机油'])}经商标权利人鉴定为侵犯注册商标专用权的商品，现场库存${int(6, 72)}件，当事人不能说明合法来源，违法经营额${int(12, 240) * 100}元。`, order: () => '责令立即停止侵权行为，没收侵权商品' },
  { weight: 6, by: 'market', sector: 'motor', type: '销售不合格产品冒充合格产品', basis: '《中华人民共和国产品质量法》第三十九条、第五十条', fine: [2000, 30000], gain: [120, 4600], grade: 2, facts: () => `当事人销售的${pick(['电动自行车经监督抽查，最高车速、防篡改', '电动自行车用充电器经监督抽查，短路保护、输出过压保护', '摩托车乘员头盔经监督抽查，固定装置强度', '锂离子蓄电池经监督抽查，过充电保护'])}项目不合格，同批次${int(3, 26)}件已售出${int(1, 3)}件。`, order: () => '责令停止销售，没收违法销售的产品' },
  { weight: 4, by: 'market', sector: 'motor', type: '销售未经强制性认证的列入目录产品', basis: '《中华人民共和国认证认可条例》第二十七条、第六十六条', fine: [50000, 80000], gain: [180, 5200], grade: 2, facts: () => `当事人销售的${int(2, 9)}辆电动自行车未获得强制性产品认证证书，车身铭牌信息与合格证不一致，属于已撤销证书后继续出厂的产品。`, order: () => '责令改正' },
  { weight: 6, by: 'market', sector: 'pharmacy', type: '未遵守药品经营质量管理规范', basis: '《中华人民共和国药品管理法》第五十三条第一款、第一百二十六条', fine: [10000, 100000], warn: true, grade: 3, facts: () => `当事人${pick(['阴凉区温湿度监测记录中断十二日', '处方药与非处方药混放，且未凭处方销售抗菌药物', '执业药师不在岗时仍销售处方药，计算机系统未按规定锁定', '部分中药饮片斗谱无品名标签、装斗复核记录缺失'])}，经责令限期改正后复查仍不符合要求。`, order: () => '责令限期改正' },
  { weight: 4, by: 'market', sector: 'medical', type: '经营、使用过期的医疗器械', basis: '《医疗器械监督管理条例》第五十五条、第八十六条第（三）项', fine: [20000, 50000], gain: [30, 680], grade: 3, facts: () => `当事人诊室内存放待用的${pick(['一次性使用口腔器械盒', '牙科树脂材料', '软性亲水接触镜', '一次性使用无菌注射器'])}${int(2, 14)}件已超过有效期，货值金额${int(60, 980)}元。`, order: () => '没收过期医疗器械' },
  { weight: 3, by: 'market', sector: 'beauty', type: '经营未备案的普通化妆品', basis: '《化妆品监督管理条例》第十七条、第六十一条第一款第（一）项', fine: [10000, 30000], gain: [90, 1900], grade: 3, facts: () => `当事人使用的${pick(['修护面膜', '护发精油', '祛痘凝胶'])}在国家备案平台查无备案信息，现场尚有${int(4, 36)}盒，供货方提供的备案编号系冒用。`, order: () => '没收未备案的化妆品' },
  { weight: 3, by: 'market', sector: 'online', firm: true, type: '提交虚假材料取得公司登记', basis: '《中华人民共和国市场主体登记管理条例》第十七条、第四十四条', fine: [50000, 90000], grade: 2, facts: () => `当事人在办理设立登记时提交的房屋租赁合同和产权人签名系伪造，登记的住所经核查为${pick(['他人住宅', '已拆除建筑', '空置商铺'])}。`, order: () => '责令改正，撤销以虚假材料取得的登记' },
  { weight: 4, by: 'market', sector: 'online', firm: true, since: '2024-07-01', type: '公司成立后无正当理由超过六个月未开业', basis: '《中华人民共和国公司法》第二百六十条第一款', revoke: true, grade: 3, facts: () => '当事人连续二年未报送年度报告、未申报纳税，通过登记的住所无法取得联系，经公告催告后仍未办理注销登记或者恢复经营。', order: () => '' },
  { weight: 3, by: 'market', sector: 'online', type: '未在首页显著位置持续公示营业执照信息', basis: '《中华人民共和国电子商务法》第十五条第一款、第七十六条第一款第（一）项', fine: [500, 5000], grade: 1, facts: () => `当事人在${pick(['短视频平台', '社区团购平台', '自建小程序'])}从事经营活动，首页未公示营业执照信息或者其链接标识，责令限期改正后逾期未改。`, order: () => '责令限期改正' },
  { weight: 3, by: 'market', sector: 'beauty', type: '利用格式条款免除自身责任', basis: '《合同行政监督管理办法》第七条第（一）项、第十八条', fine: [1000, 10000], warn: true, grade: 1, facts: () => `当事人在${pick(['会员入会协议', '预付卡章程', '疗程套餐协议'])}中约定“${pick(['一经售出概不退换', '最终解释权归本店所有', '押金不予退还'])}”，免除自身应当承担的违约责任。`, order: () => '责令限期改正' },
  { weight: 6, by: 'hj', sector: 'factory', type: '超过水污染物排放标准排放水污染物', basis: '《中华人民共和国水污染防治法》第十条、第八十三条第（二）项', fine: [100000, 380000], odd: true, grade: 3, facts: () => `监测人员对当事人废水总排口采样，化学需氧量浓度为${int(92, 260)}毫克/升，超过排放标准限值${pick(['0.15', '0.83', '1.6'])}倍；当事人污水处理设施加药泵停运，未如实记录运行台账。`, order: () => '责令改正违法行为' },
  { weight: 4, by: 'hj', sector: 'build', type: '未落实扬尘污染防治措施', basis: '《中华人民共和国大气污染防治法》第六十九条第三款、第一百一十五条第一款第（一）项', fine: [10000, 60000], odd: true, grade: 2, facts: () => `当事人施工工地${int(3, 26) * 100}平方米裸露土方未覆盖，出入口未设置车辆冲洗设施，现场有明显扬尘。`, order: () => '责令改正' },
  { weight: 3, by: 'hj', sector: 'factory', type: '需要配套建设的环境保护设施未经验收投入生产', basis: '《建设项目环境保护管理条例》第十九条第一款、第二十三条第一款', fine: [200000, 420000], odd: true, grade: 3, facts: () => `当事人${pick(['注塑生产线', '喷涂车间', '电泳生产线'])}已投入生产，配套的废气治理设施未经验收，对直接负责的主管人员另案处理。`, order: () => '责令限期改正' },
  { weight: 4, by: 'wj', sector: 'beauty', type: '未依法取得公共场所卫生许可证擅自营业', basis: '《公共场所卫生管理条例实施细则》第三十五条第一款', fine: [500, 5000], warn: true, grade: 1, facts: () => `当事人未取得公共场所卫生许可证从事${pick(['理发', '美容', '美容美发'])}经营，擅自营业时间${int(12, 88)}日，公用杯具消毒设施未正常使用。`, order: () => '责令限期改正' },
  { weight: 2, by: 'wj', sector: 'medical', type: '未取得医疗机构执业许可证擅自执业', basis: '《中华人民共和国基本医疗卫生与健康促进法》第九十九条第一款', fine: [50000, 120000], gain: [680, 9800], grade: 3, facts: () => `当事人未取得医疗机构执业许可证，开展${pick(['牙体牙髓治疗', '皮下注射', '针刺、拔罐'])}等诊疗活动，查获药品、器械${int(8, 46)}件及收费记录一本。`, order: () => '责令停止执业活动，没收药品和医疗器械' },
  { weight: 4, by: 'yj', sector: 'factory', type: '未按照规定对从业人员进行安全生产教育和培训', basis: '《中华人民共和国安全生产法》第二十八条第一款、第九十七条第（三）项', fine: [10000, 60000], grade: 2, facts: () => `当事人${int(3, 16)}名新招录人员未经三级安全教育即上岗作业，其中${int(1, 3)}人从事焊接作业未持特种作业操作证，培训档案系事后补签。`, order: () => '责令限期改正' },
  { weight: 3, by: 'zj', sector: 'build', type: '未取得施工许可证擅自施工', basis: '《中华人民共和国建筑法》第七条、第六十四条，《建设工程质量管理条例》第五十七条', fine: [30000, 180000], odd: true, grade: 2, facts: () => `当事人承建的${pick(['标准厂房五号楼', '清溪镇农贸市场改造工程', '南浦物流园分拣中心'])}未取得施工许可证即开工，检查时已完成${pick(['基础', '主体二层'])}施工，合同价款${int(180, 1600)}万元。`, order: () => '责令停止施工，限期改正' },
  { weight: 4, by: 'jt', sector: 'logistics', type: '未取得道路运输经营许可擅自从事道路货物运输经营', basis: '《中华人民共和国道路运输条例》第二十四条、第六十三条第（三）项', fine: [3000, 10000], grade: 1, facts: () => `当事人所有的重型厢式货车未取得道路运输证，承运${pick(['建材', '饲料', '日用百货'])}${int(9, 28)}吨，约定运费${int(6, 32) * 100}元，运费尚未结清。`, order: () => '责令停止经营' },
  { weight: 2, by: 'sl', sector: 'factory', type: '未经批准擅自取水', basis: '《中华人民共和国水法》第四十八条第一款、第六十九条第（一）项', fine: [20000, 60000], grade: 1, facts: () => `当事人未办理取水许可，在厂区内开凿机井一眼用于冷却循环补水，井深${int(38, 96)}米，水泵额定流量每小时${int(12, 50)}立方米。`, order: () => '责令停止违法行为，限期封闭取水井' },
  { weight: 3, by: 'ny', sector: 'agri', type: '经营劣质农药', basis: '《农药管理条例》第四十五条、第五十七条', fine: [2000, 12000], gain: [80, 980], grade: 2, facts: () => `当事人销售的${pick(['5%甲氨基阿维菌素苯甲酸盐', '40%毒死蜱乳油', '25%吡唑醚菌酯悬浮剂'])}经抽检，有效成分含量低于标明值，涉案${int(12, 90)}瓶，违法所得已查明。`, order: () => '责令停止经营，没收违法经营的农药' },
];

// ---------- records ----------

const ANY = ['grocery', 'foodfac', 'factory', 'property', 'logistics', 'build', 'farm', 'lodging', 'online', 'restaurant'];

function contextOf(row, day) {
  const authority = AUTHORITIES[row.by === 'market' ? weighted(MARKET).key : row.by];
  const place = authority[3] === 0 ? pick(PLACES) : PLACES[authority[3]];
  const sector = row.sector === 'any' ? pick(ANY) : row.sector;
  const asShop = row.shop ? true : row.firm ? false : undefined;
  const subject = row.person ? naturalPerson(place) : subjectOf(sector, place, asShop);
  return { authority, subject, day, year: day.slice(0, 4), area: place.area, gear: pick(GEAR), veg: pick(VEG), stale: pick(STALE), seen: addDays(day, -int(28, 84)) };
}

/** Most rows reach the platform within seven working days; a few come late, as in life. */
function createdAt(day) {
  const at = workdayAfter(day, chance(0.94) ? int(1, 6) : int(8, 15));
  const within = at > LAST_DAY ? LAST_DAY : at;
  return toTime(within) + (int(9, 16) - 8) * 3600000 + int(0, 59) * 60000 + int(0, 59) * 1000;
}

function subjectColumns(kind, s) {
  const legalId = s.type === '法人及非法人组织' && chance(0.05) ? residentId() : '';
  const shown = s.type === '自然人';
  return {
    [`${kind}_XDR_MC`]: s.name,
    [`${kind}_XDR_LB`]: s.type,
    [`${kind}_XDR_SHXYM`]: s.code,
    [`${kind}_XDR_GSZC`]: s.registration,
    [`${kind}_XDR_ZZJG`]: s.organisation,
    [`${kind}_XDR_SWDJ`]: '',
    [`${kind}_XDR_SYDW`]: '',
    [`${kind}_XDR_SHZZ`]: '',
    [`${kind}_FRDB`]: s.representative,
    [`${kind}_FR_ZJLX`]: legalId ? '身份证' : '',
    [`${kind}_FR_ZJHM`]: legalId,
    [`${kind}_XDR_ZJLX`]: shown ? '身份证' : '',
    [`${kind}_XDR_ZJHM`]: shown ? s.id : '',
  };
}

const sourceOf = (authority) => (chance(0.12) ? CREDIT_CENTRE : [authority[0], authority[1]]);

function license(row, day) {
  const x = contextOf(row, day);
  const [from, fromCode] = sourceOf(x.authority);
  return {
    ...subjectColumns('XK', x.subject),
    XK_XKWS: row.title,
    XK_WSH: documentNumber(x.authority, row.word, day, { step: row.word === '登字' ? 29 : 5, ordinal: row.ordinal }),
    XK_XKLB: row.cls,
    XK_XKZS: row.cert,
    XK_XKBH: row.no(x),
    XK_NR: row.text(x),
    XK_JDRQ: slash(day),
    XK_YXQZ: slash(day),
    XK_YXQZI: row.years ? slash(addDays(addYears(day, row.years), -1)) : LONG_TERM,
    XK_XKJG: x.authority[0],
    XK_XKJGDM: x.authority[1],
    XK_ZT: '1',
    XK_LYDW: from,
    XK_LYDWDM: fromCode,
    BZ: '',
    CREATE_DATE: createdAt(day),
  };
}

/** A round sum of yuan, or, where `odd`, one with cents as a discount of the statutory amount leaves it. */
function sum([min, max], odd) {
  const raw = min + random() ** 2 * (max - min);
  if (odd && chance(0.5)) return Math.round(raw * 100) / 100;
  const unit = raw < 1000 ? 50 : raw < 10000 ? 100 : raw < 100000 ? 500 : 1000;
  return Math.max(min, Math.round(raw / unit) * unit);
}
const gainOf = ([min, max]) => Math.round((min + random() ** 2 * (max - min)) * 10) / 10 + (chance(0.25) ? 0.06 : 0);
const yuan = (n) => `${Number.isInteger(n) ? n : n.toFixed(2)}元`;
const inWan = (n) => +(n / 10000).toFixed(6);

function penalty(row, day) {
  const x = contextOf(row, day);
  const [from, fromCode] = sourceOf(x.authority);
  const alone = chance(0.11) && x.subject.type === '个体工商户';
  // Some stalls have no shop name: the decision then names a natural person, with everything that must not show.
  const subject = alone ? naturalPerson(x.subject.place) : x.subject;
  const fine = row.fine ? sum(row.fine, row.odd) : null;
  const gain = row.gain && chance(0.85) ? gainOf(row.gain) : null;
  const classes = [];
  const terms = [];
  if (row.warn) classes.push('警告');
  const order = row.order(x);
  if (gain !== null || order.includes('没收')) classes.push(CONFISCATE);
  if (fine !== null) classes.push('罚款');
  if (row.stop && chance(0.35)) classes.push('责令停产停业');
  if (row.revoke) classes.push(SUSPEND);
  if (order) terms.push(order);
  if (row.warn) terms.push('给予警告');
  if (gain !== null) terms.push(`没收违法所得${yuan(gain)}`);
  if (fine !== null) terms.push(`处罚款人民币${yuan(fine)}`);
  if (row.revoke) terms.push('吊销营业执照');
  const numbered = terms.length > 2 && chance(0.6) ? `对当事人作出如下处罚：${terms.map((t, i) => `${i + 1}.${t}`).join('；')}。` : `${terms.join('，')}。`;
  const mild = chance(0.4) ? `${pick(['当事人系初次违法且积极配合调查', '当事人主动消除危害后果', '当事人如实陈述违法事实并主动提供证据材料'])}，依法从轻处罚。` : '';
  const pay = fine !== null && chance(0.3) ? '当事人应当自收到行政处罚决定书之日起十五日内，到指定银行缴纳罚没款。' : '';
  const facts = subject.type === '自然人'
    ? `当事人${subject.name}，公民身份号码${subject.id}，住${subject.place.name}${subject.town}${pick(['柳荫巷', '幸福路', '桥南街', '井巷'])}${int(3, 88)}号${int(1, 6)}幢${int(101, 604)}室，联系电话${phone()}。${inWords(x.seen)}，执法人员检查发现，${row.facts(x)}`
    : pick(OPENINGS)(subject, x.seen) + row.facts(x);
  // Three years for food, drugs and safety; one year for what is minor and recent, so that the demo does not empty itself.
  const years = row.grade === 1 && day >= '2026-07-01' ? 1 : 3;
  return {
    ...subjectColumns('CF', subject),
    CF_WSH: documentNumber(x.authority, '罚决', day, { step: x.authority[2] === '青市监' ? 1 : 4 }),
    // The plan asks for both; the national table of 2018 has neither.
    CF_AJMC: `${row.type}案`,
    救济渠道: REMEDY,
    CF_WFXW: row.type,
    CF_SY: facts,
    CF_YJ: row.basis,
    CF_CFLB: classes.join('；'),
    CF_NR: mild + numbered + pay,
    CF_NR_FK: fine === null ? null : inWan(fine),
    CF_NR_WFFF: gain === null ? null : inWan(gain),
    CF_NR_ZKDX: row.revoke ? `营业执照 ${subject.code}` : '',
    CF_JDRQ: slash(day),
    CF_YXQ: LONG_TERM,
    CF_GSJZQ: slash(addYears(day, years)),
    CF_CFJG: x.authority[0],
    CF_CFJGDM: x.authority[1],
    CF_SJLY: from,
    CF_SJLYDM: fromCode,
    BZ: '',
    CREATE_DATE: createdAt(day),
  };
}

const REMEDY = '当事人如不服本处罚决定，可在收到决定书之日起六十日内申请行政复议，或者在六个月内依法提起行政诉讼。';

const licenses = decisionDays(LICENSES).map((day) => license(weighted(LICENSE_TYPES), day));
const penalties = decisionDays(PENALTIES).map((day) => penalty(weighted(PENALTY_TYPES.filter((row) => !row.since || row.since <= day)), day));

// ---------- what real columns hold besides clean rows ----------

const fullWidth = (text) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
/** The nth row from the newest that passes; every wart lands on a row of its own. */
const spoiled = new Set();
function nthNewest(rows, n, test = () => true) {
  const row = [...rows].reverse().filter((r) => !spoiled.has(r) && test(r))[n];
  spoiled.add(row);
  return row;
}
const isShop = (r) => (r.XK_XDR_LB ?? r.CF_XDR_LB) === '个体工商户';
const isFirm = (r) => (r.XK_XDR_LB ?? r.CF_XDR_LB) === '法人及非法人组织';
const isPerson = (r) => (r.XK_XDR_LB ?? r.CF_XDR_LB) === '自然人';

function spoil() {
  // Long names and long contents.
  const cooperative = nthNewest(licenses, 1, (r) => isFirm(r) && r.XK_XKWS.includes('设立登记'));
  cooperative.XK_XDR_MC = '青岚市云岫县城关镇沐风现代农业综合开发与乡村文化旅游产业融合发展农民专业合作社联合社';
  cooperative.XK_XDR_SHXYM = creditCode('93', '349901', 'MAQ7L4N2');
  cooperative.XK_XDR_ZZJG = organisationCode('MAQ7L4N2');
  cooperative.XK_XKBH = cooperative.XK_XDR_SHXYM;
  cooperative.XK_NR = `准予设立登记。类型：农民专业合作社联合社；法定代表人：${cooperative.XK_FRDB}；成员出资总额：人民币1260.5万元。经营范围：${scope(SCOPE_GENERAL.length)}`;
  const branch = nthNewest(penalties, 4, (r) => isFirm(r) && r.CF_CFLB.includes('罚款') && r.CF_YJ.includes('食品安全法'));
  branch.CF_XDR_MC = '青岚市澄湾区知行智慧供应链管理与冷链物流仓储配送综合服务有限公司望潮街道第三分公司（原临溪冷链物流服务部）';
  branch.CF_SY += `另查明：${['一号冷库库温记录显示存在连续六小时高于零下十八摄氏度的情形，当事人未采取纠偏措施，亦未对涉及批次进行评估', '二号冷库入库查验台账缺失供货者资质、检验合格证明等信息，涉及供货单位十一家、品种四十七个', '分拣区与待处理区未设物理隔离，退货食品与待出库食品混放，退货标识不清', '当事人委托的三辆配送车辆未安装温度记录装置，交接单上的到货温度由收货方估填', '当事人食品安全总监未在岗履职，《每周食品安全排查治理报告》内容雷同，未如实反映风险情况'].map((t, i) => `（${'一二三四五'[i]}）${t}`).join('；')}。上述事实，有现场笔录、询问笔录、库温监测数据、购销票据、视频资料及当事人陈述等证据证明，证据之间能够相互印证。本局依法告知当事人拟作出行政处罚的事实、理由、依据及其享有的陈述、申辩、听证权利，当事人在法定期限内提出陈述申辩，认为库温波动系设备检修所致，请求从轻处理。经复核，设备检修记录与温度异常时段不一致，对其意见不予采纳；当事人在调查期间主动暂停使用问题冷库并召回涉及批次，该情节予以考虑。`;

  // Dirty values, each in one or two rows.
  const wideDate = nthNewest(licenses, 22, isFirm);
  wideDate.XK_JDRQ = fullWidth(wideDate.XK_JDRQ);
  const wideNumber = nthNewest(penalties, 17, isFirm);
  wideNumber.CF_WSH = fullWidth(wideNumber.CF_WSH);
  const wideCode = nthNewest(licenses, 31, isFirm);
  wideCode.XK_XDR_SHXYM = fullWidth(wideCode.XK_XDR_SHXYM);
  const entity = nthNewest(penalties, 11, isFirm);
  entity.CF_SY = entity.CF_SY.replace(/“/g, '&ldquo;').replace(/”/g, '&rdquo;').replace(/(\d)元/, '$1&nbsp;元') + '上述事实有&ldquo;现场笔录&rdquo;&ldquo;询问笔录&rdquo;等证据证明。';
  const entityText = nthNewest(licenses, 18, isShop);
  entityText.XK_NR = entityText.XK_NR.replace(/^(准予|予以)(.+?)。/, '$1&ldquo;$2&rdquo;。');
  for (const n of [9, 24, 40]) nthNewest(licenses, n, isShop).XK_XDR_SHXYM = PLACEHOLDER_CODE;
  nthNewest(penalties, 13, isShop).CF_XDR_SHXYM = PLACEHOLDER_CODE;
  for (const n of [12, 37, 70]) Object.assign(nthNewest(licenses, n, isFirm), { XK_XDR_GSZC: '空', XK_XDR_SWDJ: '空', XK_XDR_SYDW: '空' });
  Object.assign(nthNewest(penalties, 21, isFirm), { CF_XDR_GSZC: '无', CF_XDR_SWDJ: '/', BZ: '—' });
  for (const n of [27, 52]) {
    const row = nthNewest(licenses, n);
    row.XK_JDRQ = row.XK_JDRQ.replace(/\//g, '-');
    row.XK_YXQZI = '2099-12-31';
  }
  const spaced = nthNewest(licenses, 44);
  spaced.XK_XDR_MC = ` ${spaced.XK_XDR_MC}　`;
  const text = nthNewest(penalties, 33, (r) => r.CF_NR_FK !== null);
  text.CF_NR_FK = text.CF_NR_FK.toFixed(6);
  const noted = nthNewest(penalties, 26, isFirm);
  noted.BZ = `经办人联系电话${phone()}`;

  // Withheld: internal scope, deadline passed.
  for (const n of [16, 58, 101]) nthNewest(licenses, n).XK_SYFW = '1';
  for (const n of [4, 19, 33, 48]) {
    const row = nthNewest(penalties, n, (r) => r.CF_JDRQ < '2025/09/01');
    row.CF_GSJZQ = slash(addYears(row.CF_JDRQ.replace(/\//g, '-'), 1));
  }
}
spoil();

const decidedOn = (r) => (r.XK_JDRQ ?? r.CF_JDRQ).replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0)).replace(/-/g, '/');
const rows = [...licenses, ...penalties]
  .map((row, i) => [row, i])
  .sort(([a, i], [b, j]) => (decidedOn(a) < decidedOn(b) ? 1 : decidedOn(a) > decidedOn(b) ? -1 : j - i))
  .map(([row]) => row);

// ---------- the canonical sample ----------

const CATALOG = [
  ['XK-001', '食品经营许可', '行政许可', '《中华人民共和国食品安全法》第三十五条'],
  ['XK-002', '食品生产许可', '行政许可', '《中华人民共和国食品安全法》第三十五条'],
  ['XK-003', '药品零售企业经营许可', '行政许可', '《中华人民共和国药品管理法》第五十一条'],
  ['XK-004', '特种设备使用登记', '行政许可', '《中华人民共和国特种设备安全法》第三十三条'],
  ['XK-005', '检验检测机构资质认定', '行政许可', '《检验检测机构资质认定管理办法》第五条'],
  ['XK-006', '第三类医疗器械经营许可', '行政许可', '《医疗器械监督管理条例》第四十二条'],
];
const ITEM_OF = { 准予食品经营许可决定书: 0, 食品生产许可决定书: 1, '药品经营许可（零售）决定书': 2, 特种设备使用登记决定书: 3, 检验检测机构资质认定决定书: 4, 第三类医疗器械经营许可决定书: 5 };
const iso = (day) => day.replace(/\//g, '-');
const clean = (r) => !spoiled.has(r) && isFirm(r);

function canonical() {
  const seen = new Set();
  const once = (key) => !seen.has(key) && seen.add(key);
  const first = [...licenses].reverse().filter((r) => clean(r) && r.XK_XKWS in ITEM_OF && once(r.XK_XKWS)).slice(0, 6);
  const second = [...penalties].reverse().filter((r) => clean(r) && r.CF_NR_FK !== null && once(r.CF_WFXW)).slice(0, 6);
  const records = [
    ...first.map((r) => ({
      kind: 'license',
      documentNumber: r.XK_WSH,
      documentName: r.XK_XKWS,
      subjectName: r.XK_XDR_MC,
      subjectType: r.XK_XDR_LB,
      creditCode: r.XK_XDR_SHXYM,
      legalRepresentative: r.XK_FRDB,
      category: [r.XK_XKLB],
      content: r.XK_NR,
      decidedOn: iso(r.XK_JDRQ),
      validFrom: iso(r.XK_YXQZ),
      validTo: iso(r.XK_YXQZI),
      authority: r.XK_XKJG,
      authorityCode: r.XK_XKJGDM,
      catalogCode: CATALOG[ITEM_OF[r.XK_XKWS]][0],
    })),
    ...second.map((r) => ({
      kind: 'penalty',
      documentNumber: r.CF_WSH,
      subjectName: r.CF_XDR_MC,
      subjectType: r.CF_XDR_LB,
      creditCode: r.CF_XDR_SHXYM,
      legalRepresentative: r.CF_FRDB,
      category: r.CF_CFLB.split('；'),
      decidedOn: iso(r.CF_JDRQ),
      publicUntil: iso(r.CF_GSJZQ),
      authority: r.CF_CFJG,
      authorityCode: r.CF_CFJGDM,
      violationType: r.CF_WFXW,
      facts: r.CF_SY,
      basis: r.CF_YJ,
      result: r.CF_NR,
      fineAmount: r.CF_NR_FK,
    })),
  ]
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))
    .map((r, i) => ({ kind: r.kind, id: `r${String(i + 1).padStart(3, '0')}`, ...r }));
  return {
    version: 1,
    standard: '2018',
    publisher: { name: AUTHORITIES.qs[0], code: AUTHORITIES.qs[1], url: 'https://scjg.qinglan.example/' },
    updated: LAST_DAY,
    notice: '本栏目信息一般在作出决定之日起7个工作日内发布。',
    remedy: REMEDY,
    records,
    catalog: CATALOG.map(([code, name, category, basis]) => ({ code, name, category, basis, department: AUTHORITIES.qs[0], year: 2026 })),
  };
}

// ---------- writing ----------

// What the site's pages, and whoever tests against this feed, count on.
const texts = rows.map((r) => JSON.stringify(r));
const must = (ok, what) => {
  if (!ok) throw new Error(`demo data: ${what}`);
};
must(rows.length === LICENSES + PENALTIES, 'number of rows');
must(penalties.some((r) => r.CF_WSH === '青市监罚决〔2025〕12号'), 'a penalty numbered 〔2025〕12号');
must(licenses.filter(isPerson).length >= 5 && penalties.filter(isPerson).length >= 3, 'natural persons');
must(texts.every((t) => !/undefined|NaN|\[object/.test(t)), 'a hole in a text');
must(new Set(rows.map((r) => (r.XK_WSH ?? r.CF_WSH) + (r.XK_XDR_MC ?? r.CF_XDR_MC))).size === rows.length, 'a number used twice');

const folder = new URL('../demo/data/', import.meta.url);
mkdirSync(folder, { recursive: true });
// One record a line: readable in a diff, and still small.
writeFileSync(new URL('sgs.json', folder), `{"total":${rows.length},"rows":[\n${texts.join(',\n')}\n]}\n`);
writeFileSync(new URL('sgs.canonical.json', folder), `${JSON.stringify(canonical(), null, 1)}\n`);

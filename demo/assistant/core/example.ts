/** An invented table with the dirt that tables have: titles, merged headers, dates as text, ID numbers, totals, blank rows. */
import type { Grid } from '../../../src/import/grid.js';

/** Area code 000000 belongs to nobody. */
const ID = '000000199001010018';

const HEAD_1 = ['序号', '行政相对人信息', null, null, null, null, '行政处罚决定书文号', '违法行为类型', '违法事实', '处罚依据', '处罚类别', '处罚内容', '罚款金额（万元）', '处罚决定日期', '处罚有效期', '公示截止期', '处罚机关', '处罚机关统一社会信用代码', '数据来源单位', '数据来源单位统一社会信用代码', '承办科室', '检查员评语'];
const HEAD_2 = HEAD_1.map((_, column) => [null, '行政相对人名称', '行政相对人类别', '统一社会信用代码', '法定代表人', '证件号码'][column] ?? null);

const LAW = '《中华人民共和国食品安全法》第一百二十四条第一款';
const OFFICE = '青岚市市场监督管理局';
const OFFICE_CODE = '11000000MB00000014';
const OFFICES = [OFFICE, OFFICE_CODE, OFFICE, OFFICE_CODE] as const;

type Row = readonly (string | number | null)[];
const ROWS: readonly Row[] = [
  [1, '青岚市麦香坊食品有限公司', '法人及非法人组织', '91000000MA0000001R', '李知远', null, '青市监处罚〔2026〕101号', '经营超过保质期的食品', '当事人货架上摆放超过保质期的面包 12 袋。', LAW, '罚款', '罚款 0.5 万元', 0.5, '2026年11月12日', '2027-11-11', '2027-11-12', ...OFFICES, '食品科', '已整改'],
  [2, '周一鸣', '自然人', null, null, ID, '青市监处罚〔2026〕102号', '未取得许可从事食品经营', `当事人周一鸣（住青岚市云栖路8号2幢301室，电话19900000001）在路边销售熟食。`, LAW, '罚款', '罚款 0.2 万元', 0.2, '2026.11.13', '2027-11-12', '2027-11-13', ...OFFICES, '食品科', null],
  [],
  [3, '青岚市启明宾馆有限公司', '法人及非法人组织', '91000000MA0000002W', '陈若溪', null, '青市监处罚〔2026〕095号', '未明码标价', '当事人客房价格未公示。', '《中华人民共和国价格法》第四十二条', '警告', '警告', null, 46317, '2027-10-21', '2027-10-22', ...OFFICES, '价监科', null],
  [4, '青岚市启明宾馆有限公司', '法人及非法人组织', '91000000MA0000002W', '陈若溪', null, '青市监处罚〔2026〕095号', '未明码标价', '当事人客房价格未公示。', '《中华人民共和国价格法》第四十二条', '警告', '警告', null, 46317, '2027-10-21', '2027-10-22', ...OFFICES, '价监科', null],
  [5, '云岫县福满楼超市', '个体工商户', '92000000MA0000003W', '吴思源', null, '青市监处罚〔2026〕110号', '销售侵犯注册商标专用权的商品', '当事人销售侵权白酒 6 瓶。', '《中华人民共和国商标法》第六十条第二款', '罚款、没收非法财物', '没收白酒 6 瓶，罚款 8000 元', 8000, '2026-11-18', '2027-11-17', '2027-11-18', ...OFFICES, '商标科', null],
  [6, '青岚市四季鲜电动车行', '个体工商户', '92000000MA00000040', '林向晚', null, '青市监处罚〔2022〕017号', '销售未经强制性认证的产品', '当事人销售无认证标志的充电器。', '《中华人民共和国认证认可条例》第六十六条', '罚款', '罚款 5 万元', 5, '2022-03-01', '2023-03-01', '2025-03-01', ...OFFICES, '质量科', null],
  [7, '青岚市明远物业服务有限公司', '法人及非法人组织', '91000000MA00000056', '何一帆', null, '青市监处罚〔2026〕112号', null, '当事人未执行政府定价。', null, '罚款', '罚款 1 万元', 1, '2026年13月5日', '2027-11-19', '2027-11-20', ...OFFICES, '价监科', null],
  ['合计', null, null, null, null, null, null, null, null, null, null, null, 8006.7],
];

export const EXAMPLE_NAME = '示例：行政处罚台账.xlsx';

/** The heads of columns of their own reach over both lines of the header, and one head over its group. */
const MERGES = HEAD_1.flatMap((head, column): Grid['merges'] => {
  if (column === 1) return [{ top: 1, bottom: 1, left: 1, right: 5 }];
  return head === null ? [] : [{ top: 1, bottom: 2, left: column, right: column }];
});

export const EXAMPLE: Grid = {
  name: '行政处罚',
  rows: [[`${OFFICE}2026年11月行政处罚信息公示表`], HEAD_1, HEAD_2, ...ROWS],
  merges: [{ top: 0, bottom: 0, left: 0, right: HEAD_1.length - 1 }, ...MERGES],
};

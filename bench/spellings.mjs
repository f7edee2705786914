// @ts-check
// The same invented records as departments' systems write them: in our own format, in the codes of the national tables of
// 2018 (XK_*, CF_*), and under the Chinese labels of the same tables. One generator, three feeds.
import { head, records } from './records.mjs';

/** @typedef {'own' | 'codes' | 'labels'} Spelling */

export const SPELLINGS = /** @type {const} */ (['own', 'codes', 'labels']);

/** Our field, its national code without the kind's prefix, its label. @typedef {readonly [field: string, code: string, label: string]} Column */

/** @type {readonly Column[]} */
const SUBJECT = [
  ['subjectName', 'XDR_MC', '行政相对人名称'], ['subjectType', 'XDR_LB', '行政相对人类别'], ['creditCode', 'XDR_SHXYM', '统一社会信用代码'],
  ['legalRepresentative', 'FRDB', '法定代表人'],
];

/** In the order of the national tables. @type {Readonly<Record<string, { prefix: string, columns: readonly Column[] }>>} */
const TABLES = {
  license: {
    prefix: 'XK_', columns: [
      ...SUBJECT, ['documentName', 'XKWS', '行政许可决定文书名称'], ['documentNumber', 'WSH', '行政许可决定文书号'], ['category', 'XKLB', '许可类别'],
      ['certificateName', 'XKZS', '许可证书名称'], ['certificateNumber', 'XKBH', '许可编号'], ['content', 'NR', '许可内容'],
      ['basis', 'SDYJ', '设定依据'], ['projectName', 'SXMC', '项目名称'], ['decidedOn', 'JDRQ', '许可决定日期'], ['validFrom', 'YXQZ', '有效期自'],
      ['validTo', 'YXQZI', '有效期至'], ['authority', 'XKJG', '许可机关'], ['authorityCode', 'XKJGDM', '许可机关统一社会信用代码'],
    ],
  },
  penalty: {
    prefix: 'CF_', columns: [
      ...SUBJECT, ['documentNumber', 'WSH', '行政处罚决定书文号'], ['caseName', 'AJMC', '案件名称'], ['violationType', 'WFXW', '违法行为类型'],
      ['facts', 'SY', '违法事实'], ['basis', 'YJ', '处罚依据'], ['category', 'CFLB', '处罚类别'], ['result', 'NR', '处罚内容'],
      ['fineAmount', 'NR_FK', '罚款金额（万元）'], ['decidedOn', 'JDRQ', '处罚决定日期'], ['publicUntil', 'GSJZQ', '公示截止期'],
      ['authority', 'CFJG', '处罚机关'], ['authorityCode', 'CFJGDM', '处罚机关统一社会信用代码'],
    ],
  },
};

/**
 * A record in another spelling. Columns without a value stand there and are empty, as tables are written out.
 * @param {import('./records.mjs').RawRecord} record @param {Spelling} spelling
 * @returns {Record<string, unknown>}
 */
export function spelt(record, spelling) {
  const table = TABLES[String(record['kind'])];
  if (spelling === 'own' || !table) return record;
  const { prefix, columns } = table;
  /** @type {Record<string, unknown>} */
  const row = {};
  const key = (/** @type {string} */ code, /** @type {string} */ label) => (spelling === 'codes' ? prefix + code : label);
  for (const [field, code, label] of columns) {
    const value = record[field] ?? '';
    row[key(code, label)] = Array.isArray(value) ? value.join('；') : field.endsWith('On') && spelling === 'labels' ? String(value).replace(/-/g, '/') : value;
  }
  row[key('ZT', '当前状态')] = spelling === 'codes' ? '0' : '正常';
  row[key('SJLY', '数据来源单位')] = record['authority'];
  row[key('SJLYDM', `数据来源单位统一社会信用代码`)] = record['authorityCode'];
  row[key('BZ', '备注')] = '';
  return row;
}

/**
 * A feed's text in pieces. The other spellings stand in an answer as a department's interface gives it.
 * @param {number} count @param {Spelling} [spelling] @param {number} [seed]
 * @returns {Generator<string, void, undefined>}
 */
export function* speltPieces(count, spelling = 'own', seed = 1) {
  const own = spelling === 'own';
  let piece = own ? JSON.stringify({ ...head(), records: [] }).slice(0, -2) : `{"code":200,"msg":"操作成功","total":${count},"rows":[`;
  let separator = '';
  for (const record of records(count, seed)) {
    piece += separator + JSON.stringify(spelt(record, spelling));
    separator = ',';
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]}`;
}

/** A feed's text. @param {number} count @param {Spelling} [spelling] @param {number} [seed] */
export const speltText = (count, spelling, seed) => [...speltPieces(count, spelling, seed)].join('');

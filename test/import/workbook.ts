/** Workbooks as departments have them, made here: merged cells, dates of every kind, what a spreadsheet does to numbers. */
import { strToU8, zipSync } from 'fflate';

export type TestCell = string | number | Date | null;

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const cell = (value: TestCell, reference: string): string => {
  if (value === null) return '';
  if (value instanceof Date) return `<c r="${reference}" s="1"><v>${(value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`;
  return typeof value === 'number'
    ? `<c r="${reference}"><v>${value}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
};

const sheetXml = ({ rows, merges = [] }: TestSheet): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, `${letters(c)}${r + 1}`)).join('')}</row>`)
    .join(
      '',
    )}</sheetData>${merges.length ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;

export function workbook(...sheets: readonly TestSheet[]): Uint8Array<ArrayBuffer> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (inner: string): string =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')
        + `<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml':
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  };
  sheets.forEach((sheet, i) => { files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet); });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), { level: 0 });
}

const AUTHORITY = '青岚市市场监督管理局';
const AUTHORITY_CODE = '11230500001755309F';

/** 2018, penalties of legal persons: two header lines with merged groups, a title and a fill note above, a total and a signature below. */
export const PENALTIES_2018: TestSheet = {
  name: '行政处罚（法人）',
  rows: [
    ['行政处罚信息公示表（法人及非法人组织）'],
    ['填表说明：日期格式为YYYY/MM/DD；金额单位为万元'],
    [
      '序号',
      '行政相对人',
      null,
      '行政相对人代码',
      null,
      '法定代表人',
      null,
      null,
      '*行政处罚决定书文号',
      '违法行为类型',
      '违法事实',
      '处罚依据',
      '处罚类别',
      '处罚内容',
      '罚款金额（万元）',
      '处罚决定日期（必填）',
      '处罚有效期',
      '公示截止期',
      '处罚机关',
      '处罚机关统一社会信用代码',
      '数据来源单位',
      '数据来源单位统一社会信用代码',
      '科室',
    ],
    [
      null,
      '行政相对人名称',
      '行政相对人类别',
      '行政相对人代码_1(统一社会信用代码)',
      '行政相对人代码_3(组织机构代码)',
      '法定代表人',
      '法定代表人证件类型',
      '法定代表人证件号码',
    ],
    [
      1,
      '青岚市鹿鸣食品有限公司',
      '法人及非法人组织',
      '91350100M000100Y43',
      1755309,
      '贾若谷',
      '身份证',
      '000000199001010018',
      '青市监罚决〔2026〕1号',
      '经营标签不合格的食品',
      '当事人经营标签不合格的食品，联系电话13800000000',
      '《中华人民共和国食品安全法》第一百二十五条',
      '罚款',
      '罚款人民币5000元',
      0.5,
      '2026年11月12日',
      '2099/12/31',
      '2027.11.12',
      AUTHORITY,
      AUTHORITY_CODE,
      AUTHORITY,
      AUTHORITY_CODE,
      '食品科',
    ],
    [],
    [
      2,
      '青岚市乙建筑工程有限公司',
      '法人及非法人组织',
      911201161030636028,
      null,
      '何一鸣',
      null,
      null,
      '青市监罚决〔2026〕2号',
      '无证施工',
      '当事人无证施工',
      '《中华人民共和国建筑法》第六十四条',
      '警告；罚款',
      '罚款',
      20000,
      new Date(Date.UTC(2026, 10, 13)),
      '2099/12/31',
      46704,
      AUTHORITY,
      AUTHORITY_CODE,
      AUTHORITY,
      AUTHORITY_CODE,
      '质量科',
    ],
    [
      3,
      '河边茶馆',
      '个体工商户',
      '00000000000000000X',
      null,
      '何二',
      null,
      null,
      '青市监罚决〔2026〕3号',
      '未明码标价',
      '当事人未明码标价',
      '《中华人民共和国价格法》第四十二条',
      '警告',
      '警告',
      null,
      '20261116',
      '2099/12/31',
      '一年',
      AUTHORITY,
      AUTHORITY_CODE,
      null,
      null,
      null,
    ],
    ['合计', 3],
    ['填表人：', '张'],
  ],
  merges: [
    'A1:W1',
    'A3:A4',
    'B3:C3',
    'D3:E3',
    'F3:H3',
    'I3:I4',
    'J3:J4',
    'K3:K4',
    'L3:L4',
    'M3:M4',
    'N3:N4',
    'O3:O4',
    'P3:P4',
    'Q3:Q4',
    'R3:R4',
    'S3:S4',
    'T3:T4',
    'U3:U4',
    'V3:V4',
    'W3:W4',
    'U7:U8',
    'V7:V8',
  ],
};

/** 2018, licences of natural persons: no 类别 column, the person's number in its own. */
export const LICENSES_NATURAL_2018: TestSheet = {
  name: '行政许可（自然人）',
  rows: [
    [
      '行政相对人名称',
      '证件类型',
      '证件号码',
      '行政许可决定文书名称',
      '行政许可决定文书号',
      '许可类别',
      '许可证书名称',
      '许可编号',
      '许可内容',
      '许可决定日期',
      '有效期自',
      '有效期至',
      '许可机关',
      '许可机关统一社会信用代码',
      '当前状态',
      '数据来源单位',
      '数据来源单位统一社会信用代码',
      '备注',
    ],
    [
      '王小满',
      '身份证',
      '000000199001010018',
      '准予许可决定书',
      '青市监许准〔2026〕7号',
      '登记',
      '执业证',
      '000123',
      '准予王小满执业，住址：青岚市城关镇1号',
      '2026/11/16',
      '2026/11/16',
      '2031/11/15',
      AUTHORITY,
      AUTHORITY_CODE,
      1,
      AUTHORITY,
      AUTHORITY_CODE,
      '电话13800000000',
    ],
    [
      '赵一',
      '身份证',
      '000000199001010018',
      '准予许可决定书',
      '青市监许准〔2026〕8号',
      '登记',
      null,
      null,
      '准予执业',
      '2026/11/17',
      null,
      '2031/11/15',
      AUTHORITY,
      AUTHORITY_CODE,
      2,
      AUTHORITY,
      AUTHORITY_CODE,
      null,
    ],
  ],
};

/** 2015, licences: a plain sheet that only its title names. */
export const LICENSES_2015: TestSheet = {
  name: 'Sheet1',
  rows: [
    ['青岚市行政许可公示信息'],
    [
      '行政许可决定书文号',
      '项目名称',
      '审批类别',
      '许可内容',
      '行政相对人名称',
      '行政相对人代码_1(统一社会信用代码)',
      '行政相对人代码_2(组织机构代码)',
      '行政相对人代码_5(居民身份证号)',
      '法定代表人姓名',
      '许可决定日期',
      '许可截止期',
      '许可机关',
      '当前状态',
      '地方编码',
      '数据更新时间戳',
    ],
    [
      '青许〔2026〕1号',
      '食品经营许可',
      '普通',
      '食品经营',
      '青岚市鹿鸣食品有限公司',
      '91350100M000100Y43',
      null,
      '000000199001010018',
      '贾若谷',
      '2026-11-18',
      '2031-11-17',
      AUTHORITY,
      0,
      '000000',
      '2026-11-18',
    ],
    [
      '青许〔2026〕2号',
      '食品经营许可',
      '普通',
      '食品经营',
      '临澜县南浦电梯工程有限公司',
      '91349903MAXH3PT52A',
      null,
      null,
      '于东',
      '2026-11-18',
      '2031-11-17',
      AUTHORITY,
      1,
      '000000',
      '2026-11-18',
    ],
  ],
  merges: ['A1:O1'],
};

/** A sheet that is no list. */
export const INSTRUCTIONS: TestSheet = { name: '填表说明', rows: [['一、法人及非法人组织填写全称'], ['二、日期填写示例', '2026/01/01']] };

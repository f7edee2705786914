/** Workbooks from the XML of their parts, for what no spreadsheet program writes. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inner: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A sheet's part around its rows. */
export const sheetXml = (rows: string, after = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="${NAMESPACE}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A cell with a text in it. @param reference `A1`; '' for none */
export const textCell = (reference: string, text: string): string =>
  `<c${reference && ` r="${reference}"`} t="inlineStr"><is><t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;

export const HEADERS = ['行政处罚决定书文号', '案件名称', '行政相对人名称', '处罚决定日期', '处罚内容', '处罚机关'];
export const headerRow = (row = 1): string =>
  `<row r="${row}">${HEADERS.map((header, at) => textCell(`${String.fromCharCode(65 + at)}${row}`, header)).join('')}</row>`;
export const recordRow = (row: number, n = row): string =>
  `<row r="${row}">${[`甲罚〔2026〕${n}号`, '案', '甲公司', '2026-05-01', '罚款', '青岚市市场监督管理局']
    .map((text, at) => textCell(`${String.fromCharCode(65 + at)}${row}`, text)).join('')}</row>`;

/** @param sheet XML of the one sheet @param more parts besides */
export function rawWorkbook(sheet: string, more: Zippable = {}): Uint8Array<ArrayBuffer> {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(relations(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`)),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="${NAMESPACE}" xmlns:r="${OFFICE}"><sheets><sheet name="处罚" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relations(`<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`)),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

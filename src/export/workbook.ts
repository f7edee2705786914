/** The parts of a workbook that are not rows (ECMA-376, SpreadsheetML). */
import { xml } from './xml.js';

/** Numbers of the cell formats in `STYLES`. */
export const STYLE = { plain: 0, head: 1, date: 2, text: 3 } as const;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// 49 is the built-in format of text: what is edited there stays text, too.
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>`
  + '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  + '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
  + '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const part = (path: string, type: string): string => `<Override PartName="${path}" ContentType="${type}+xml"/>`;
const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (all: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;

export interface Properties {
  readonly title: string;
  /** ISO `YYYY-MM-DD`. */
  readonly date: string;
}

export const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;

/** Every part but the sheets, by path. */
export const workbookParts = (names: readonly string[], { title, date }: Properties): readonly (readonly [path: string, xml: string])[] => [
  ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + part('/xl/workbook.xml', `${TYPE}.sheet.main`) + part('/xl/styles.xml', `${TYPE}.styles`)
    + part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties')
    + names.map((_, at) => part(`/${sheetPath(at)}`, `${TYPE}.worksheet`)).join('') + '</Types>'],
  ['_rels/.rels', relations(relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')
    + relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'))],
  ['docProps/core.xml', `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"`
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    + ` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>sgs</dc:creator>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${xml(date)}T00:00:00Z</dcterms:created></cp:coreProperties>`],
  ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`
    + names.map((name, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') + '</sheets></workbook>'],
  ['xl/_rels/workbook.xml.rels', relations(
    names.map((_, at) => relation(`rId${at + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`)).join('')
    + relation(`rId${names.length + 1}`, `${OFFICE}/styles`, 'styles.xml'))],
  ['xl/styles.xml', HEAD + STYLES],
];

/** Excel takes 31 units, none of these, and no two names that differ in case only. */
export function sheetNames(labels: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const label of labels) {
    const base = label.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']{1,99}|[\s']{1,99}$/g, '') || '双公示';
    const taken = (name: string): boolean => names.some((other) => other.toLowerCase() === name.toLowerCase());
    // Excel keeps this name for itself.
    let name = base.slice(0, 31).replace(/^history$/i, '$&_');
    for (let n = 2; taken(name); n++) name = `${base.slice(0, 31 - ` (${n})`.length)} (${n})`;
    names.push(name);
  }
  return names;
}

/** `A`, `B` … `Z`, `AA` of a column from 0. */
export const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const FROZEN = '<sheetViews><sheetView workbookViewId="0">'
  + '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** A sheet before its first row, which stays in sight while scrolling if it is a header. */
export const sheetHead = (widths: readonly number[], header = true): string =>
  `${HEAD}<worksheet xmlns="${MAIN}">${header ? FROZEN : ''}<sheetFormatPr defaultRowHeight="15"/><cols>`
  + widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('') + '</cols><sheetData>';

/** A sheet after its last row; every column can be filtered. */
export const sheetTail = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>`;

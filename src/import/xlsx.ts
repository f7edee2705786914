/**
 * Workbooks of Excel 2007 and later, and of WPS (ECMA-376). Read by ourselves: the libraries that do it unpack all parts,
 * pictures included, hold each sheet as one text and fill rows and columns up to the last cell, so that one stray cell or
 * a crafted archive takes all memory; they give up where cells have no references, and read dates in the machine's zone.
 */
import { TableError, type Grid } from './grid.js';
import { BROKEN, type OnProgress } from './limits.js';
import { attribute, createXmlScanner, type XmlScanner } from './xml.js';
import { createSheetReader, createStringsReader, type Workbook } from './xlsx-sheet.js';
import { createStyleReader } from './xlsx-styles.js';
import { openZip, partAt, type ZipArchive, type ZipPart } from './zip.js';

/** What else may come in a zip archive, by a part that only it has. */
const OTHERS: readonly (readonly [part: string, name: string])[] = [
  ['word/document.xml', '这是 Word 文档'],
  ['ppt/presentation.xml', '这是演示文稿'],
  ['xl/workbook.bin', '这是 .xlsb 工作簿'],
  ['content.xml', '这是 .ods 表格或其他开放文档'],
];

const notWorkbook = (zip: ZipArchive): TableError => {
  const other = OTHERS.find(([part]) => partAt(zip, part));
  if (other) return new TableError(`${other[1]}，不能直接读取。请用 Excel 或 WPS 打开其中的表格，另存为 .xlsx 后再试。`);
  return new TableError(partAt(zip, '[Content_Types].xml')
    ? BROKEN
    : '这是压缩包，不是 Excel 工作簿。请先解压，再选择里面的表格文件。');
};

/** UTF-8, but for UTF-16 with its mark. */
const decoderOf = ([first, second]: Uint8Array): TextDecoder =>
  new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');

type Pause = () => void | Promise<void>;

/** A part through a scanner, with a pause after each piece. */
async function scanPart(zip: ZipArchive, part: ZipPart, scanner: XmlScanner, pause: Pause): Promise<void> {
  let decoder: TextDecoder | undefined;
  for (const piece of zip.unpack(part)) {
    decoder ??= decoderOf(piece);
    scanner.push(decoder.decode(piece, { stream: true }));
    const paused = pause();
    if (paused) await paused;
  }
  scanner.push(decoder?.decode() ?? '');
  scanner.end();
}

/** A path of a relationship, from the folder of the part that has it. */
const resolvePath = (folder: string, target: string): string => {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step && step !== '.') path.push(step);
  }
  return path.join('/');
};

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** Relationships of a part (of the archive: ''), by their ids. */
async function relationsOf(zip: ZipArchive, part: string, pause: Pause): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const found = partAt(zip, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  const scanner = createXmlScanner({
    open: (name, tag) => {
      if (name !== 'Relationship') return;
      const path = resolvePath(folder, attribute(tag, 'Target') ?? '');
      relations.set(attribute(tag, 'Id') ?? '', { type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''), path });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (found) await scanPart(zip, found, scanner, pause);
  return relations;
}

interface SheetInfo {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

interface WorkbookInfo {
  readonly sheets: readonly SheetInfo[];
  readonly from1904: boolean;
}

async function sheetsOf(zip: ZipArchive, part: ZipPart, pause: Pause): Promise<WorkbookInfo> {
  const sheets: SheetInfo[] = [];
  let from1904 = false;
  const scanner = createXmlScanner({
    open: (name, tag) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? '');
      else if (name === 'sheet') {
        // `hidden`, or `veryHidden`: that one only a macro shows again.
        const hidden = /hidden/i.test(attribute(tag, 'state') ?? '');
        sheets.push({ name: attribute(tag, 'name') ?? '', relation: /\s[\w.-]{1,40}:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '', hidden });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  await scanPart(zip, part, scanner, pause);
  return { sheets, from1904 };
}

/** @throws {TableError} when it is no workbook, one with a password, or more than can be read */
export async function readXlsx(bytes: Uint8Array, onProgress: OnProgress = () => undefined): Promise<readonly Grid[]> {
  const zip = openZip(bytes);
  let total = 0;
  const pause: Pause = () => onProgress(total ? Math.min(1, zip.unpacked() / total) : 0);
  const root = [...(await relationsOf(zip, '', pause)).values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const workbook = partAt(zip, root);
  if (!workbook || root.endsWith('.bin') || !/^xl\//i.test(root) && partAt(zip, 'word/document.xml')) throw notWorkbook(zip);
  const relations = await relationsOf(zip, root, pause);
  const { sheets, from1904 } = await sheetsOf(zip, workbook, pause);
  const partOf = (type: string): ZipPart | undefined => {
    const relation = [...relations.values()].find((one) => one.type === type);
    return relation && partAt(zip, relation.path);
  };
  const parts = sheets.map((sheet) => partAt(zip, relations.get(sheet.relation)?.path ?? ''));
  const [styles, strings] = [partOf('styles'), partOf('sharedStrings')];
  total = [...parts, styles, strings].reduce((sum, part) => sum + (part?.size ?? 0), zip.unpacked());
  const style = createStyleReader();
  if (styles) await scanPart(zip, styles, style.scanner, pause);
  const shared = createStringsReader();
  if (strings) await scanPart(zip, strings, shared.scanner, pause);
  const common: Workbook = { strings: shared.strings, isDate: style.isDate, from1904, count: { cells: 0 } };
  const grids: Grid[] = [];
  for (const [at, { name, hidden }] of sheets.entries()) {
    const part = parts[at];
    if (!part) throw new TableError(BROKEN);
    const reader = createSheetReader(name, common);
    await scanPart(zip, part, reader.scanner, pause);
    grids.push(reader.end(hidden));
  }
  return grids;
}

/** Which of a workbook's cell styles show a number as a day, and what day a number is. */
import { dayOf } from './grid.js';
import { attribute, createXmlScanner, type XmlScanner } from './xml.js';

/** Formats that every workbook has (ECMA-376 part 1, 18.8.30), those of Chinese editions among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format's own letters are those of dates: what stands in quotes or brackets or after a backslash is text. */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]{0,255}"|\[[^\]]{0,255}\]|[\\_*]./g, '').replace(/general|e[+-]/gi, ''));

/** Takes the text of `styles.xml`; tells by the number of a style whether it is a date's. */
export function createStyleReader(): { readonly scanner: XmlScanner; readonly isDate: (style: string | undefined) => boolean } {
  const formats = new Map<number, boolean>();
  const styles: number[] = [];
  let inCells = false;
  const scanner = createXmlScanner({
    open: (name, tag) => {
      if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), isDateFormat(attribute(tag, 'formatCode') ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(attribute(tag, 'numFmtId') ?? 0));
    },
    close: (name) => { if (name === 'cellXfs') inCells = false; },
    text: () => undefined,
  });
  return {
    scanner,
    isDate: (style) => {
      const format = style === undefined ? undefined : styles[Number(style)];
      return format !== undefined && (formats.get(format) ?? isBuiltInDate(format));
    },
  };
}

const DAY_MS = 86_400_000;

/** Days that a spreadsheet can show: to the end of 9999. */
const LAST_SERIAL = 2_958_465;

/** Between the two ways to count days, from 1900 and from 1904. */
const DAYS_TO_1904 = 1462;

/** The day of a serial number; undefined where it is none (a time of day, a negative number). */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(from1904 ? serial + DAYS_TO_1904 : serial);
  return days >= 1 && days <= LAST_SERIAL ? dayOf(new Date(Date.UTC(1899, 11, 30) + days * DAY_MS)) : undefined;
}

/** China has one zone and no summer time since 1991. */
const CHINA_MS = 8 * 3_600_000;

/**
 * The day of a date that is written as ISO 8601 (`t="d"`, SpreadsheetML): as it is written where it has no zone, in the
 * department's zone where it has one, never in that of the machine.
 */
export function dayOfIso(text: string): string | undefined {
  const [, day, zoned] = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,]{1,20}(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text.trim()) ?? [];
  if (day === undefined || zoned === undefined) return day;
  const time = Date.parse(text.trim().replace(' ', 'T').replace(',', '.'));
  return Number.isNaN(time) ? day : dayOf(new Date(time + CHINA_MS));
}

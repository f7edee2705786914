import { inHant } from '../../../locale/zh-Hant.js';
import type { Translations } from '../tool-words.js';

interface PrintWords {
  /** Announced while all rows are put on the page. */
  readonly printing: string;
}

const zh: PrintWords = {
  printing: '正在打开打印窗口',
};

const en: PrintWords = {
  printing: 'Opening the print dialogue',
};

export const printWords: Translations<PrintWords> = { zh, hant: inHant(zh), en };

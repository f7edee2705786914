import { inHant } from '../../../locale/zh-Hant.js';
import type { Translations } from '../tool-words.js';

interface ExportWords {
  readonly take: (total: number) => string;
  readonly csv: string;
  readonly xlsx: string;
  readonly writing: (done: number, total: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly saved: (name: string, records: number) => string;
  /** The feed was still arriving. */
  readonly incomplete: string;
  readonly notSaved: string;
  /** A workbook's last sheet, and its rows. */
  readonly about: string;
  readonly source: string;
  readonly updated: string;
  readonly exported: string;
}

const zh: ExportWords = {
  take: (total) => `导出当前查询结果，共 ${total} 条：`,
  csv: 'CSV 表格',
  xlsx: 'Excel 表格',
  writing: (done, total) => `正在导出，已完成 ${Math.floor((100 * done) / total)}%`,
  cancel: '取消',
  cancelled: '已取消导出',
  saved: (name, records) => `已导出 ${records} 条：${name}`,
  incomplete: '数据仍在载入，本次只含已载入的部分。',
  notSaved: '未能导出，请稍后重试。',
  about: '说明',
  source: '来源',
  updated: '数据更新',
  exported: '导出日期',
};

const en: ExportWords = {
  take: (total) => `Take along the ${total} records found:`,
  csv: 'CSV',
  xlsx: 'Excel',
  writing: (done, total) => `${Math.floor((100 * done) / total)}% written`,
  cancel: 'Cancel',
  cancelled: 'Cancelled',
  saved: (name, records) => `${records} records saved: ${name}`,
  incomplete: 'Records are still being loaded; these are the ones loaded so far.',
  notSaved: 'Not saved. Please try again later.',
  about: 'About',
  source: 'Source',
  updated: 'Updated',
  exported: 'Exported',
};

export const exportWords: Translations<ExportWords> = { zh, hant: inHant(zh), en };

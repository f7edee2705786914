/** Records and small helpers for the tests of what is taken along. */
import type { SgsRecord } from '../../src/model/record.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import type { TableOptions } from '../../src/export/table.js';

export const options: TableOptions = { words: zhCN };

export const license: SgsRecord = {
  id: 'l1', kind: 'license', title: '食品经营许可（新办）', category: ['普通', '登记'], status: 'valid', extra: [{ label: '核查结果', value: '符合' }],
  documentNumber: '甬市监许〔2025〕12号', projectName: '食品经营许可（新办）', subjectName: '宁波安平食品有限公司', creditCode: '913302001234567890',
  authority: '宁波市市场监督管理局', decidedOn: '2025-03-01', validTo: '2099-12-31',
};

export const penalty: SgsRecord = {
  id: 'p1', kind: 'penalty', title: '销售过期食品案', category: ['罚款'], status: 'disputed', extra: [],
  documentNumber: '甬市监处罚〔2025〕7号', caseName: '销售过期食品案', subjectName: '慈溪鑫宏超市', authority: '慈溪市市场监督管理局',
  decidedOn: '2025-04-02', fineAmount: 0.5,
};

/** A column's values, by its label. */
export const byLabel = (header: readonly unknown[], row: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(header.map((label, at) => [String(label), row[at]]));

import { wordsOf } from '../../settings.js';
import type { Tool } from '../tool.js';

export const exportTool = {
  name: 'export',
  places: ['bar'],
  labels: { zh: { label: '导出' }, hant: { label: '匯出' }, en: { label: 'Export' } },
  hasPanel: true,
  isOffered: ({ exports }) => wordsOf(exports).some((name) => name !== 'print'),
} as const satisfies Tool;

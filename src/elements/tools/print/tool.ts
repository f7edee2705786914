import { wordsOf } from '../../settings.js';
import type { Tool } from '../tool.js';

export const printTool = {
  name: 'print',
  places: ['bar', 'record'],
  labels: { zh: { label: '打印' }, hant: { label: '列印' }, en: { label: 'Print' } },
  isOffered: ({ exports }, place) => place === 'record' || wordsOf(exports).includes('print'),
  fallback: () => print(),
} as const satisfies Tool;

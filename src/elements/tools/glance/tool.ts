import type { Tool } from '../tool.js';

export const glanceTool = {
  name: 'glance',
  places: ['header'],
  labels: { zh: { label: '数据概览' }, hant: { label: '資料概覽' }, en: { label: 'At a glance' } },
  hasPanel: true,
} as const satisfies Tool;

import type { Tool } from '../tool.js';
import { recordHref } from './record-href.js';

export const copyTool = {
  name: 'copy',
  places: ['record'],
  labels: { zh: { label: '复制链接' }, hant: { label: '複製連結' }, en: { label: 'Copy link' } },
  isOffered: (host) => recordHref(host) !== undefined,
} as const satisfies Tool;

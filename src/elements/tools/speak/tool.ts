import type { Tool } from '../tool.js';

export const speakTool = {
  name: 'speak',
  places: ['record'],
  labels: {
    zh: { label: '朗读', stop: '停止朗读' },
    hant: { label: '朗讀', stop: '停止朗讀' },
    en: { label: 'Read aloud', stop: 'Stop reading' },
  },
  isOffered: () => 'speechSynthesis' in window,
  isRunning: ({ speaking }) => speaking !== undefined,
} as const satisfies Tool;

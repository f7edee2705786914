import { inHant } from '../../../locale/zh-Hant.js';
import type { Translations } from '../tool-words.js';

interface CopyWords {
  readonly copied: string;
  readonly notCopied: string;
}

const zh: CopyWords = {
  copied: '已复制链接',
  notCopied: '未能复制链接',
};

const en: CopyWords = {
  copied: 'Link copied',
  notCopied: 'The link could not be copied',
};

export const copyWords: Translations<CopyWords> = { zh, hant: inHant(zh), en };

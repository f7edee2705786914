import { inHant } from '../../../locale/zh-Hant.js';
import type { ToolLabels } from '../tool.js';
import type { Translations } from '../tool-words.js';

interface SpeakWords {
  /** Announced at the end of a record. */
  readonly readFully: string;
}

declare module '../../../locale/messages.js' {
  interface ToolMessages {
    readonly speak?: Partial<SpeakWords & ToolLabels>;
  }
}

const zh: SpeakWords = {
  readFully: '朗读完毕',
};

const en: SpeakWords = {
  readFully: 'Read to the end',
};

export const speakWords: Translations<SpeakWords> = { zh, hant: inHant(zh), en };

import { inHant } from '../../../locale/zh-Hant.js';
import type { Translations } from '../tool-words.js';

interface SpeakWords {
  /** Announced at the end of a record. */
  readonly readFully: string;
}

const zh: SpeakWords = {
  readFully: '朗读完毕',
};

const en: SpeakWords = {
  readFully: 'Read to the end',
};

export const speakWords: Translations<SpeakWords> = { zh, hant: inHant(zh), en };

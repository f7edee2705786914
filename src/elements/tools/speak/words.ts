import { inHant } from '../../../locale/zh-Hant.js';
import type { Translations } from '../tool-words.js';

interface SpeakWords {
  /** Announced at the end of a record. */
  readonly readFully: string;
  /** The device has no Chinese voice. */
  readonly noVoice: string;
}

const zh: SpeakWords = {
  readFully: '朗读完毕',
  noVoice: '本设备没有中文语音，无法朗读。请在系统设置中添加中文语音后再试。',
};

const en: SpeakWords = {
  readFully: 'Read to the end',
  noVoice: 'This device has no Chinese voice to read with. Please add one in its settings and try again.',
};

export const speakWords: Translations<SpeakWords> = { zh, hant: inHant(zh), en };

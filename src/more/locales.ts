/** Languages beside the Chinese that everybody has. */
import { en } from '../locale/en.js';
import type { Messages } from '../locale/messages.js';
import { zhHant } from '../locale/zh-Hant.js';

export const LOCALES: readonly (readonly [tag: string, words: Messages])[] = [
  ['en', en], ['zh-Hant', zhHant], ['zh-TW', zhHant], ['zh-HK', zhHant], ['zh-MO', zhHant],
];

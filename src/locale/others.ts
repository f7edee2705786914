/** Languages beside the Chinese that everybody has; loaded where one of them is asked for. */
import { en } from './en.js';
import type { Messages } from './messages.js';
import { zhHant } from './zh-Hant.js';

export const LOCALES: readonly (readonly [tag: string, words: Messages])[] = [
  ['en', en], ['zh-Hant', zhHant], ['zh-TW', zhHant], ['zh-HK', zhHant], ['zh-MO', zhHant],
];

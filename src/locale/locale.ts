/** Which words an element speaks. Only its own `lang` counts: browsers' translators rewrite the page's. */
import type { Messages } from './messages.js';
import { zhCN } from './zh-CN.js';

const LOCALES = new Map<string, Messages>([['zh-cn', zhCN]]);

/**
 * Adds or replaces a language for the elements rendered from now on. One file is a whole language: what the tools say
 * is its member `tools`.
 */
export function registerLocale(tag: string, messages: Messages): void {
  LOCALES.set(tag.toLowerCase(), messages);
}

/** The registered language closest to a tag: itself, then its language (`en-GB` → `en`), then zh-CN. */
export function localeOf(tag: string): Messages {
  const asked = tag.toLowerCase();
  return LOCALES.get(asked) ?? LOCALES.get(asked.split('-')[0] ?? '') ?? zhCN;
}

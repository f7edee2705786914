/** The words of a tool in the language of the element: its own, over which a registered locale may put others. */
import type { Messages } from '../../locale/messages.js';

/** The languages that the tools come with; in any other they speak Chinese, unless its locale brings their words. */
export interface Translations<Words> {
  readonly zh: Words;
  /** 繁體. */
  readonly hant: Words;
  readonly en: Words;
}

function languageOf(tag: string): keyof Translations<unknown> {
  if (/^en\b/i.test(tag)) return 'en';
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(tag) ? 'hant' : 'zh';
}

/** @param name of the tool */
export function toolWords<Words extends object>(messages: Messages, name: string, translations: Translations<Words>): Words {
  return { ...translations[languageOf(messages.tag)], ...(messages.tools?.[name] as Partial<Words> | undefined) };
}

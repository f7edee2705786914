/** What the stories of all elements share. */
import '../src/define.js';
import { en } from '../src/locale/en.js';
import { registerLocale } from '../src/locale/locale.js';
import type { ListStore } from '../src/state/list.js';

registerLocale('en', en);

/** Attributes every element has. */
export interface CommonArgs {
  theme: 'blue' | 'red' | 'plain';
  elder: boolean;
  lang: 'zh-CN' | 'en';
  headingLevel: number;
}

export const commonArgs: CommonArgs = { theme: 'blue', elder: false, lang: 'zh-CN', headingLevel: 2 };

export const commonArgTypes = {
  theme: { control: 'inline-radio', options: ['blue', 'red', 'plain'] },
  elder: { control: 'boolean' },
  lang: { control: 'inline-radio', options: ['zh-CN', 'en'] },
  headingLevel: { control: { type: 'number', min: 2, max: 6 } },
} as const;

/** One store per story: it is made when the story is first shown, and stays while its controls change. */
export function once(make: () => ListStore): () => ListStore {
  let store: ListStore | undefined;
  return () => (store ??= make());
}

/** Waits until an element in a shadow root is there. */
export async function appear<T extends Element = HTMLElement>(canvas: HTMLElement, tag: string, selector: string): Promise<T> {
  for (let turn = 0; turn < 100; turn++) {
    const found = canvas.querySelector(tag)?.shadowRoot?.querySelector<T>(selector);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`${tag} never showed ${selector}`);
}

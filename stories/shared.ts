/** What the stories of all elements share. */
import type { StoryContext } from '@storybook/web-components-vite';
import { nothing } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import '../src/define.js';
import type { ListStore } from '../src/state/list.js';

/** Controls: the element's attributes and its `--sgs-*` properties, by the names they have in the manifest. */
export type Args = Readonly<Record<string, unknown>>;

/** What the toolbar sets for every story; a story may set it for itself. */
interface Look {
  readonly theme: string;
  readonly elder: string;
  readonly locale: string;
}

class GivenDirective extends Directive {
  private readonly set = new Set<string>();

  render(_args: Args, _look: Look): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [args, { theme, elder, locale }]: [Args, Look]): unknown {
    const all: Args = { ...args, theme, elder: elder === 'large', lang: locale };
    for (const name of this.set) if (!(name in all)) put(element as HTMLElement, name, undefined);
    for (const [name, value] of Object.entries(all)) {
      // `onSgsLoad` and the like: Storybook's own listeners.
      if (typeof value === 'function') continue;
      put(element as HTMLElement, name, value);
      this.set.add(name);
    }
    return nothing;
  }
}

function put(element: HTMLElement, name: string, value: unknown): void {
  const gone = value === undefined || value === null || value === false || value === '';
  const text = value === true ? '' : String(value);
  if (name.startsWith('--')) element.style.setProperty(name, gone ? null : text);
  // An empty `url-key` switches it off; elsewhere empty means that nobody has said anything.
  else if (gone && !(name === 'url-key' && value === '')) element.removeAttribute(name);
  else element.setAttribute(name, text);
}

const given = directive(GivenDirective);

/** On an element: its attributes and properties as the controls and the toolbar say. */
export const as = (args: Args, { globals }: StoryContext<Args>) => given(args, globals as unknown as Look);

const stores = new Map<string, ListStore>();

/** The store a story's `parameters.store` makes: when it is first shown; it stays while controls change. */
export function storeIn({ id, parameters }: StoryContext<Args>): ListStore {
  const store = stores.get(id) ?? (parameters as { store: () => ListStore }).store();
  stores.set(id, store);
  return store;
}

/** What the toolbar says is no control: it holds for all stories. */
const byToolbar = { control: false, table: { category: 'attributes' } } as const;
export const argTypes = { theme: byToolbar, elder: byToolbar, lang: byToolbar, config: { control: 'text', type: { name: 'string' } } } as const;

async function until<T>(find: () => T | undefined | null, what: string): Promise<T> {
  for (let turn = 0; turn < 250; turn++) {
    const found = find();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`never showed ${what}`);
}

const inside = (canvas: HTMLElement, tag: string): ShadowRoot | null | undefined => canvas.querySelector(tag)?.shadowRoot;

/** Waits until an element in a shadow root is there. */
export const appear = async <T extends Element = HTMLElement>(canvas: HTMLElement, tag: string, selector: string): Promise<T> =>
  until(() => inside(canvas, tag)?.querySelector<T>(selector), `${selector} in ${tag}`);

/** Waits for a button, link or tab by its name. */
export const named = async (canvas: HTMLElement, tag: string, name: string): Promise<HTMLElement> =>
  until(
    () => [...(inside(canvas, tag)?.querySelectorAll<HTMLElement>('button, a') ?? [])].find((each) => (each.ariaLabel ?? each.textContent.trim()) === name),
    `a button or link “${name}” in ${tag}`,
  );

/** Waits until a text can be read. */
export async function says(canvas: HTMLElement, tag: string, text: string): Promise<void> {
  await until(() => inside(canvas, tag)?.querySelector<HTMLElement>('.sgs')?.innerText.includes(text), `“${text}” in ${tag}`);
}

/** Types into the search field, as a person would see it. */
export async function type(canvas: HTMLElement, tag: string, text: string): Promise<void> {
  const input = await appear<HTMLInputElement>(canvas, tag, '#q');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

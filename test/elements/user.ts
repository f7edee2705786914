/** What a person perceives and does, for tests of the elements: by role, name and visible text, never by class. */
import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { ListStore } from '../../src/state/list.js';
import 'axe-core/axe.min.js';
import type { AxeResults, NodeResult } from 'axe-core';
import type { SgsElement } from '../../src/elements/sgs-element.js';
import '../../src/define.js';
// Loaded when they are needed; here they are, so that nothing has to wait. test/embed/parts.test.ts is about the loading.
import '../../src/elements/page-title.js';
import '../../src/elements/poll.js';
import '../../src/elements/log-feed-report.js';
import '../../src/elements/tools/actions.js';
import '../../src/elements/views/record-parts.js';
import '../../src/feed/pages.js';
import '../../src/locale/others.js';
import '../../src/model/config-schema.js';
import '../../src/query/ranges.js';
import '../../src/source/api.js';
import '../../src/source/compile.js';
import '../../src/state/beside.js';
import '../../src/state/search-fallback.js';
import { disposeStores } from '../fixtures/elements/stores.js';

const SELECTORS = {
  article: 'article',
  button: 'button:not([role])',
  columnheader: 'thead th',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  mark: 'mark',
  navigation: 'nav',
  opener: 'tbody th a, tbody th button',
  row: 'tbody tr',
  search: 'form[role=search]',
  tab: '[role=tab]',
  tabpanel: '[role=tabpanel]',
  table: 'table',
} as const;
export type Role = keyof typeof SELECTORS;
type Name = string | RegExp;

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** Text without what is hidden from readers. */
export const textOf = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/gu, ' ').trim();
};
export const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? textOf(element);

const matches = (text: string, name: Name): boolean => (typeof name === 'string' ? text === name : name.test(text));
const root = (host: Element): ParentNode => host.shadowRoot ?? host;

export const all = (host: Element, role: Role): HTMLElement[] => [...root(host).querySelectorAll<HTMLElement>(SELECTORS[role])].filter(isShown);
export const find = (host: Element, role: Role, name: Name): HTMLElement | undefined => all(host, role).find((element) => matches(nameOf(element), name));
export function get(host: Element, role: Role, name: Name): HTMLElement {
  const found = find(host, role, name);
  if (!found) throw new Error(`No ${role} "${String(name)}", only: ${all(host, role).map(nameOf).join(' | ')}`);
  return found;
}

/** A form field by its label. */
export function field(host: Element, label: string): HTMLInputElement & HTMLSelectElement {
  const found = [...root(host).querySelectorAll('label')].filter(isShown).find((element) => textOf(element) === label);
  if (!found) throw new Error(`No field "${label}"`);
  return (found.getRootNode() as ShadowRoot).getElementById(found.htmlFor) as HTMLInputElement & HTMLSelectElement;
}

/** Everything that is seen of an element. */
export const seen = (host: Element): string => [...root(host).querySelectorAll<HTMLElement>('.sgs')].map((box) => box.innerText).join('\n');

export const focused = (host: Element): HTMLElement | null => (host.shadowRoot?.activeElement ?? null) as HTMLElement | null;

/** What was announced to readers last. */
export const announced = (): string => [...document.querySelectorAll('[role=status]')].map((region) => region.textContent).join('');

/** Puts an element on the page and waits until it shows its store. */
export async function show<T extends SgsElement>(tag: string, given: Partial<T> & { store?: ListStore | undefined }, attributes: Record<string, string> = {}): Promise<T> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the caller names the tag and its class
  const element = document.createElement(tag) as T;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, given);
  document.body.append(element);
  await settle();
  return element;
}

/** Sources answer in a few microtasks, elements render in one, sizes are measured in a frame. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setTimeout(done));
    await nextFrame();
  }
}

/** Gives up where nothing comes, before the test's own limit; a busy machine is no failure. */
export const until = (condition: () => unknown, message: string): Promise<void> => waitUntil(() => Boolean(condition()), message, { timeout: 8000 });

/** What `npm run test:browsers` reads after each file: why a test was skipped. */
declare global {
  interface Window {
    sgsExcuses?: string[];
  }
}

/** Ends the test here as skipped, and says why: not every driver of an engine of `npm run test:browsers` can everything. */
function excuse(test: Mocha.Context, why: string): void {
  expect(document.documentElement.dataset['engine'], `${why}, which only npm run test:browsers may say`).to.equal('');
  (window.sgsExcuses ??= []).push(`${test.test?.fullTitle() ?? ''}: ${why}`);
  test.skip();
}

/** Shows the page as `media` asks: `query` holds then. */
export async function showAs(media: Parameters<typeof emulateMedia>[0], query: string, test: Mocha.Context): Promise<void> {
  await emulateMedia(media);
  if (!matchMedia(query).matches) excuse(test, `its driver can't show ${query}`);
}

/** Makes the page as wide as that, in CSS pixels. */
export async function showIn(width: number, height: number, test: Mocha.Context): Promise<void> {
  await setViewport({ width, height });
  if (innerWidth > width) excuse(test, `its window is never narrower than ${innerWidth} px`);
}

/** Whether a key presses the button that has the focus. */
export function needsWindowInFront(test: Mocha.Context): void {
  if (!document.hasFocus()) excuse(test, 'its window is not in front');
}

/** The page is as wide as was asked for, and nothing sticks out of it; a scroll bar may take its part. */
export function expectNoSidewaysScroll(width: number): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(innerWidth, 'the page').to.equal(width);
  expect(scrollWidth, 'what is on it').to.equal(clientWidth);
}

/** Takes everything off the page. */
export async function clear(): Promise<void> {
  for (const element of document.querySelectorAll('sgs-list, sgs-column, sgs-search, sgs-detail, sgs-scorecard')) element.remove();
  disposeStores();
  await settle();
}

/** Types into a field as a person does. */
export function type(input: HTMLInputElement | HTMLSelectElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event(input instanceof HTMLInputElement && input.type === 'search' ? 'input' : 'change', { bubbles: true, composed: true }));
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** An element is a piece of a page. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main'];
/** Two licences of one name are told apart by the rest of their rows, which no rule can see. */
const EXPLAINED = ['identical-links-same-purpose'];
/** axe finds the words of Chinese with Intl.Segmenter alone (Chromium 87); without it 行政许可32 is one word, and 行政许可 32 条 three. */
const NEEDS_SEGMENTER = 'Segmenter' in Intl ? [] : ['label-content-name-mismatch'];

/** A line of Chinese exactly as wide as its room seems to stick out by a rounding error; scrolling is tested apart. */
const fillsItsLine = ({ any }: NodeResult): boolean => any.some(({ data }) => (data as { messageKey?: string } | null)?.messageKey === 'elmPartiallyObscured');

/** No violation, nothing undecided, and no id that leads nowhere. */
export async function expectAccessible(host: Element): Promise<void> {
  const { axe } = window as unknown as { axe: { run: (node: Element, options: object) => Promise<AxeResults> } };
  const rules = Object.fromEntries([...PAGE_RULES, ...EXPLAINED, ...NEEDS_SEGMENTER].map((rule) => [rule, { enabled: false }]));
  const { violations, incomplete } = await axe.run(host, { runOnly: TAGS, rules });
  const faults = [...violations, ...incomplete.filter(({ nodes }) => !nodes.every(fillsItsLine))].map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(' ')} ${failureSummary ?? ''}`).join(', ')}`);
  expect(faults, faults.join('\n')).to.have.lengthOf(0);
  for (const attribute of ['aria-labelledby', 'aria-controls', 'aria-describedby', 'for']) {
    for (const element of root(host).querySelectorAll(`[${attribute}]`)) {
      for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
        expect((host.shadowRoot ?? document).getElementById(id), `${attribute}="${id}"`).to.not.equal(null);
      }
    }
  }
  const ids = [...root(host).querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids, 'ids').to.have.lengthOf(new Set(ids).size);
}

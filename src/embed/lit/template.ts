/**
 * Templates as Lit has them: what stands in `html` is parsed once, what stands in its holes becomes text, attributes,
 * properties or listeners, never markup; rendering again touches only what has changed.
 * Left out: directives, spreads, holes in tag names, `svg` and `math`, property names with capitals.
 */

import { policy } from '../own.js';

/** What stands for “no value”: the attribute goes, the place stays empty. */
export const nothing = Symbol.for('lit-nothing');

export interface TemplateResult {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult => ({ strings, values });

/** Our style sheets have no holes in them. */
export const css = ([text]: TemplateStringsArray): string => text as string;

export const ifDefined = (value: unknown): unknown => value ?? nothing;

/** What no template contains. */
const MARK = 'sgs$';

/** Where the holes of a template are: the number of the node in document order, and the attribute's name where it is one. */
interface Hole {
  readonly node: number;
  /** The number of its first value. */
  readonly at: number;
  readonly name?: string;
  /** The attribute's text around its holes. */
  readonly texts: readonly string[];
}
interface Template {
  readonly content: DocumentFragment;
  readonly holes: readonly Hole[];
}
const templates = new WeakMap<TemplateStringsArray, Template>();

const nodesOf = (content: Node): TreeWalker => document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);

function templateOf(strings: TemplateStringsArray): Template {
  let template = templates.get(strings);
  if (!template) {
    const element = document.createElement('template');
    const text = strings.reduce((before, after) => before + (before.lastIndexOf('<') > before.lastIndexOf('>') ? MARK : `<!--${MARK}-->`) + after);
    // eslint-disable-next-line no-restricted-syntax -- the text of our own templates; no value is in it
    element.innerHTML = policy.createHTML(text);
    const { content } = element;
    const holes: Hole[] = [];
    let at = 0;
    const walker = nodesOf(content);
    for (let node = 0, current = walker.nextNode(); current; node++, current = walker.nextNode()) {
      if (!(current instanceof Element)) {
        const { parentElement: parent } = current;
        if ((current as Comment).data === MARK) {
          // Most holes are all that is in their element, which then needs no mark in every copy: it is the node before.
          if (parent?.childNodes.length === 1) {
            node--;
            walker.currentNode = parent;
            (current as Comment).remove();
          }
          holes.push({ node, at: at++, texts: [] });
        }
        continue;
      }
      for (const { name, value } of [...current.attributes]) {
        const texts = value.split(MARK);
        if (texts.length < 2) continue;
        current.removeAttribute(name);
        holes.push({ node, at, name, texts });
        at += texts.length - 1;
      }
    }
    templates.set(strings, (template = { content, holes }));
  }
  return template;
}

/** A value as text: those of our templates are texts and numbers. */
// eslint-disable-next-line @typescript-eslint/no-base-to-string -- what Lit does with whatever comes
const textOf = (value: unknown): string => String(value ?? '');

/** Something that takes its own of a template's values. */
type Part = (values: readonly unknown[]) => void;

/** Where a listener finds the host. */
export interface RenderOptions {
  readonly host?: unknown;
}

function attributePart(element: Element, { host }: RenderOptions, { at, name = '', texts }: Hole): Part {
  const sign = name.charAt(0);
  const plain = name.slice(1);
  let before: unknown = nothing;
  let listener: ((event: Event) => unknown) | undefined;
  return (values) => {
    let value = values[at];
    const [first = '', ...rest] = texts;
    // Several holes, or text around one: it is text.
    if (rest.length > 1 || first || rest[0]) value = rest.reduce((text, after, next) => text + textOf(values[at + next]) + after, first);
    if (value === before) return;
    before = value;
    if (sign === '@') {
      if (!listener) element.addEventListener(plain, (event) => listener?.call(host, event));
      listener = value as typeof listener;
    } else if (sign === '.') (element as unknown as Record<string, unknown>)[plain] = value;
    else if (sign === '?') element.toggleAttribute(plain, Boolean(value) && value !== nothing);
    else if (value === nothing) element.removeAttribute(name);
    else element.setAttribute(name, textOf(value));
  };
}

const isResult = (value: unknown): value is TemplateResult => Boolean((value as Partial<TemplateResult> | null | undefined)?.strings);

/** A copy of a template, and what takes its values. */
function instanceOf(strings: TemplateStringsArray, options: RenderOptions): { readonly copy: DocumentFragment; readonly parts: readonly Part[] } {
  const { content, holes } = templateOf(strings);
  const copy = document.importNode(content, true);
  const walker = nodesOf(copy);
  let number = -1;
  let node: Node | null = null;
  const nodes = holes.map((hole) => {
    for (; number < hole.node; number++) node = walker.nextNode();
    return node as unknown as Element;
  });
  return { copy, parts: holes.map((hole, at) => (hole.name === undefined ? childPart : attributePart)(nodes[at] as Element, options, hole)) };
}

const mark = (): Comment => document.createComment('');

/** @param place a comment, before which values are shown, behind what stands there already; or an element, which they fill */
function childPart(place: Element | Comment, options: RenderOptions, hole?: Hole): Part {
  const end = place instanceof Element ? null : place;
  const element = end ? end.parentElement : place as Element;
  let start = end?.previousSibling;
  // No text: a browser's translation takes it away.
  if (end && (start ? start instanceof Text : !element)) end.before(start = mark());
  let shown: unknown = nothing;
  let text: Text | undefined;
  let strings: TemplateStringsArray | undefined;
  let parts: readonly Part[];
  let items: { readonly part: Part; readonly end: ChildNode }[] | undefined;

  const put = (what: Node): void => {
    if (end) end.before(what);
    else (element as Element).append(what);
  };
  const clear = (from = start): void => {
    for (let node; (node = from ? from.nextSibling : (element as Element).firstChild) && node !== end;) node.remove();
  };
  const empty = (): void => {
    clear();
    text = strings = items = undefined;
  };

  return (values) => {
    const value = values[hole ? hole.at : 0];
    if (isResult(value)) {
      let copy: DocumentFragment | undefined;
      if (strings !== value.strings) {
        empty();
        ({ strings } = value);
        ({ copy, parts } = instanceOf(strings, options));
      }
      for (const part of parts) part(value.values);
      if (copy) put(copy);
    } else if (Array.isArray(value)) {
      if (!items) {
        empty();
        items = [];
      }
      let count = 0;
      for (const item of value as readonly unknown[]) {
        let own = items[count++];
        if (!own) {
          const last = mark();
          put(last);
          items.push((own = { part: childPart(last, options), end: last }));
        }
        own.part([item]);
      }
      clear(items[count - 1]?.end);
      items.length = count;
    } else if (value !== shown) {
      const words = value === nothing || value === null || value === undefined ? '' : value instanceof Node ? value : textOf(value);
      // A browser's translation puts another node in the text's place.
      if (typeof words === 'string' && text?.parentNode) text.data = words;
      else {
        empty();
        if (typeof words !== 'string') put(words);
        else if (words) put((text = document.createTextNode(words)));
      }
    }
    shown = value;
  };
}

const roots = new WeakMap<Node, Part>();

/** Shows a value in a root of our own. */
export function render(value: unknown, root: ParentNode & Node, options: RenderOptions = {}): void {
  let part = roots.get(root);
  if (!part) {
    const end = mark();
    root.append(mark(), end);
    roots.set(root, (part = childPart(end, options)));
  }
  part([value]);
}

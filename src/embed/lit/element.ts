/** The part of Lit's `LitElement` that four elements need. */
/* eslint-disable wc/attach-shadow-constructor -- as Lit does: before it is on the page, an element has nothing to show */
import { beside, nonce } from '../own.js';
import { render } from './template.js';

interface Declaration {
  readonly attribute?: string | false;
  readonly type?: unknown;
  readonly reflect?: boolean;
}
type Declarations = Readonly<Record<string, Declaration>>;

type Styles = string | readonly Styles[];

type ElementClass = typeof LitElement & { readonly properties: Declarations; readonly styles: Styles };

interface Property extends Declaration {
  readonly name: string;
}
interface Known {
  /** The properties of the class and of those above it. */
  readonly properties: readonly Property[];
  sheets?: CSSStyleSheet[];
}
const classes = new Map<ElementClass, Known>();

const attributeOf = ({ attribute, name }: Property): string | false => attribute ?? name.toLowerCase();

/** Makes the accessors of a class, once. */
function known(type: ElementClass): Known {
  let found = classes.get(type);
  if (!found) {
    const above = Object.getPrototypeOf(type) as ElementClass;
    const own = Object.entries(type.properties).map(([name, declaration]) => ({ ...declaration, name }));
    classes.set(type, (found = { properties: (above.properties as Declarations | undefined) ? [...known(above).properties, ...own] : own }));
    for (const { name } of own) {
      Object.defineProperty(type.prototype, name, {
        get(this: LitElement) {
          return this.values[name];
        },
        set(this: LitElement, value: unknown) {
          const before = this.values[name];
          this.values[name] = value;
          if (before !== value) this.requestUpdate(name, before);
        },
      });
    }
  }
  return found;
}

const textsOf = (styles: Styles): string[] => ([styles] as unknown[]).flat(4) as string[];

/** The style sheets of a class, made once for all its elements. */
const sheetsOf = (type: ElementClass): CSSStyleSheet[] =>
  (known(type).sheets ||= textsOf(type.styles).map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  }));

/** An element that renders itself again, once for all changes of a moment. */
export abstract class LitElement extends HTMLElement {
  declare readonly renderRoot: ShadowRoot;
  /** Fulfilled when what has changed is on the page. */
  declare updateComplete: Promise<unknown>;
  /** @internal */
  declare values: Record<string, unknown>;
  /** What has changed since the last rendering, with the values before. */
  declare private changed: Map<string, unknown>;
  /** Whether a rendering is planned, or has to wait for the element to be on the page. */
  declare private pending: boolean;
  /** What the page has set before it knew the element: it hides the accessors. */
  declare private early: Record<string, unknown> | undefined;

  static get observedAttributes(): string[] {
    return known(this as unknown as ElementClass).properties.map(attributeOf).filter(Boolean) as string[];
  }

  constructor() {
    super();
    this.values = {};
    this.changed = new Map();
    this.pending = true;
    this.early = {};
    for (const { name } of this.properties) {
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      this.early[name] = this[name as keyof this];
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- it hides the accessor
      delete this[name as keyof this];
    }
  }

  private get properties(): readonly Property[] {
    return known(this.constructor as ElementClass).properties;
  }

  connectedCallback(): void {
    if (!this.early) return;
    (this as { renderRoot: ShadowRoot }).renderRoot = this.attachShadow({ mode: 'open' });
    this.adoptStyles();
    Object.assign(this, this.early);
    this.early = undefined;
    this.plan();
  }

  disconnectedCallback(): void {
    // For those who build on it.
  }

  attributeChangedCallback(attribute: string, before: string | null, now: string | null): void {
    const property = this.properties.find((each) => attributeOf(each) === attribute);
    if (!property || before === now) return;
    const { name, type } = property;
    this[name as keyof this] = (type === Boolean ? now !== null : type === Number && now !== null ? Number(now) : now) as never;
  }

  requestUpdate(name?: string, before?: unknown): void {
    if (name !== undefined && !this.changed.has(name)) this.changed.set(name, before);
    if (!this.pending) this.plan();
  }

  private plan(): void {
    this.pending = true;
    this.updateComplete = Promise.resolve().then(() => this.scheduleUpdate());
  }

  /** May be overridden to catch what goes wrong. */
  protected scheduleUpdate(): void {
    const { changed } = this;
    try {
      if (!this.shouldUpdate(changed)) return;
      this.willUpdate(changed);
      for (const property of this.properties) if (property.reflect && changed.has(property.name)) this.reflect(property);
      render(this.render(), this.renderRoot, { host: this });
    } finally {
      this.changed = new Map();
      this.pending = false;
    }
    this.updated(changed);
  }

  private reflect(property: Property): void {
    const attribute = attributeOf(property) as string;
    const value = this.values[property.name];
    if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value === true ? '' : (value as string));
  }

  private adoptStyles(): void {
    const type = this.constructor as ElementClass;
    if ('adoptedStyleSheets' in this.renderRoot) {
      this.renderRoot.adoptedStyleSheets = sheetsOf(type);
      return;
    }
    // Chromium before 73. A strict policy allows a file; where nobody has put it beside the script, text may do.
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = beside('sgs.css');
    // Some hosts allow what has their nonce, and nothing else.
    link.nonce = nonce;
    link.onerror = () => {
      const style = document.createElement('style');
      style.textContent = textsOf(type.styles).join('');
      link.replaceWith(style);
    };
    (this.renderRoot as ShadowRoot).append(link);
  }

  protected shouldUpdate(_changed: ReadonlyMap<string, unknown>): boolean {
    return true;
  }

  protected willUpdate(_changed: ReadonlyMap<string, unknown>): void {
    // For those who build on it.
  }

  protected updated(_changed: ReadonlyMap<string, unknown>): void {
    // For those who build on it.
  }

  protected abstract render(): unknown;
}

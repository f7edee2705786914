/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import {
  LitElement, nothing, type CSSResult, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult,
} from 'lit';
import { html } from './html.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { openAnnouncer } from './announcer.js';
import { chooseElder, chosenElder } from './elder.js';
import { layoutClass } from './layout.js';
import { styleSheetLink } from './style-sheet.js';

/** What an element shows. */
export interface RenderResult {
  readonly content: unknown;
  /** Whether the fallback content stays visible; a text: in what class of box. */
  readonly fallback?: string | boolean;
  /** Whether `#heading` names the content: a region without a name would be noise in the list of landmarks. */
  readonly labelled?: boolean;
}

/**
 * What all elements have in common: their looks, the base that they render in, when they enter and leave the page, and
 * that none of their exceptions reaches it.
 */
export abstract class SgsElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base];

  static override get properties(): PropertyDeclarations {
    return {
      theme: { reflect: true },
      elder: { type: Boolean, reflect: true },
      headingLevel: { type: Number, attribute: 'heading-level' },
      layout: { attribute: false },
      broken: { attribute: false },
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Colours: blue unless given. */
  declare theme: 'blue' | 'red' | 'plain' | undefined;

  /** Large print: text half as large again, targets of 60 px. */
  declare elder: boolean;

  /** Level of the element's heading, 2–6; the heading of a record is one below. */
  declare headingLevel: number;

  declare private layout: string;
  declare private broken: boolean;

  /**
   * It watches a line without height: what it changes must not change what it watches. Where the width follows the
   * content, as in a float, it does: hence a frame later, for Firefox reports a loop to the page's `onerror`.
   */
  private readonly sizes = new ResizeObserver(() => this.measure());
  private sizeProbe: Element | null = null;
  private closeAnnouncer: (() => void) | undefined;

  constructor() {
    super();
    this.elder = this.broken = false;
    this.layout = 'sgs';
    this.headingLevel = 2;
  }

  /** @internal The words of the element's language; all have the tag of that, and the name of the switch to large print. */
  abstract get words(): { readonly tag: string; readonly elder: string };

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { elementStyles } = this.constructor as typeof LitElement;
    const link = styleSheetLink(() => elementStyles.map((style) => (style as CSSResult).cssText).join(''));
    if (!link) return super.createRenderRoot();
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit makes the root when the element is first on a page
    const root = this.attachShadow({ mode: 'open' });
    root.append(link);
    this.renderOptions.renderBefore = link;
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.closeAnnouncer ??= openAnnouncer();
    // Before anything is painted, but not before the feed has been asked for: a browser takes its time to open its storage.
    requestAnimationFrame(() => { this.elder = chosenElder() ?? this.elder; });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page is a leaving and an entering at once: only who stays away has left.
    void Promise.resolve().then(() => {
      if (!this.isConnected) this.leave();
    });
  }

  /** The element has left the page. */
  protected leave(): void {
    this.sizes.disconnect();
    this.sizeProbe = null;
    this.closeAnnouncer?.();
    this.closeAnnouncer = undefined;
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    // `lang` is the browser's own property: it needs no accessor of ours, only a look.
    if (name === 'lang') this.requestUpdate();
  }

  protected override scheduleUpdate(): void {
    try {
      void super.scheduleUpdate();
    } catch (error) {
      // The page goes on with the fallback content; the webmaster finds the reason.
      console.error('sgs:', error);
      this.broken = true;
    }
  }

  /** What has left the page needs no store: a new one would read the feed, and nobody would ever let go of it. */
  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.isConnected;
  }

  protected override updated(changed: PropertyValues): void {
    const sizeProbe = this.renderRoot.querySelector('.size-probe');
    if (sizeProbe && sizeProbe !== this.sizeProbe) this.sizes.observe((this.sizeProbe = sizeProbe));
    else if (!changed.has('elder')) return;
    this.measure();
  }

  /** Before anything is painted, so that no width is seen wrong; but not before the feed has been asked for, for it takes time. */
  private measure(): void {
    requestAnimationFrame(() => {
      const { sizeProbe } = this;
      // Without a width it is not shown; and in Chromium 69 there is a moment without styles, when any font is the browser's.
      if (sizeProbe?.clientWidth) this.layout = layoutClass(this, sizeProbe);
    });
  }

  /** The switch to large print, for all elements of the page. */
  protected elderSwitch(): TemplateResult {
    const { elder, words } = this;
    const pressed = elder ? 'true' : 'false';
    const click = (): void => {
      const chosen = !this.elder;
      chooseElder(chosen);
      // Within another shadow tree the page's own search does not find it.
      this.elder = chosen;
    };
    return html`<button type="button" class="screen" part="button" aria-pressed=${pressed} @click=${click}>${words.elder}</button>`;
  }

  protected override render(): TemplateResult {
    if (this.broken) return html`<slot></slot>`;
    const { content, fallback, labelled } = this.renderContent();
    const { layout, words } = this;
    const { tag } = words;
    const box = labelled
      ? html`<section class=${layout} part="base" lang=${tag} aria-labelledby="heading">${content}</section>`
      : html`<div class=${layout} part="base" lang=${tag}>${content}</div>`;
    const below = fallback ? html`<div class=${fallback === true ? '' : fallback}><slot></slot></div>` : nothing;
    return html`<div class="size-probe" hidden></div>${box}${below}`;
  }

  protected abstract renderContent(): RenderResult;
}

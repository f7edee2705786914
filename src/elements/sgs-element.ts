/* eslint-disable wc/guard-super-call -- LitElement has all of these callbacks */
import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { localeOf } from '../locale/locale.js';
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { announce, openAnnouncer } from './announcer.js';
import { copyText } from './clipboard.js';

/** Below this width, in its own letters, a table becomes cards. */
const NARROW = 42;

/**
 * What all elements have in common: the attributes of the contract, the room they render in, and that none of their
 * exceptions reaches the page.
 */
export abstract class SgsElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Addresses of one or more JSON feeds, separated by spaces; several are read as one list. */
  @property() feed = '';

  /** Address of a JSON configuration; as a property also the configuration itself. */
  @property() config: string | SgsConfig | undefined;

  /** Colours. */
  @property({ reflect: true }) theme: 'blue' | 'red' | 'plain' | undefined;

  /** Large print: text half as large again, targets of 56 px. */
  @property({ type: Boolean, reflect: true }) elder = false;

  /** Level of the element's heading, 2–6; the heading of a record is one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private narrow = false;
  @state() private noFont = false;
  @state() private broken = false;

  /** Calls back after layout and before painting, so that no width is ever seen wrong. */
  private readonly sizes = new ResizeObserver(() => this.measure());
  private closeAnnouncer: (() => void) | undefined;

  /** @internal */
  get words(): Messages {
    return localeOf(this.lang);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.closeAnnouncer ??= openAnnouncer();
    this.sizes.observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page is a leaving and an entering at once: only who stays away has left.
    queueMicrotask(() => {
      if (!this.isConnected) this.leave();
    });
  }

  /** The element has left the page. */
  protected leave(): void {
    this.sizes.disconnect();
    this.closeAnnouncer?.();
    this.closeAnnouncer = undefined;
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    // `lang` is the browser's own property: it needs no accessor of ours, only a look.
    if (name === 'lang' && before !== now) this.requestUpdate();
  }

  protected override scheduleUpdate(): void {
    try {
      void super.scheduleUpdate();
    } catch (error) {
      // The page goes on with the fallback content; the webmaster finds the reason.
      console.error('sgs:', error);
      if (!this.broken) this.broken = true;
    }
  }

  private measure(): void {
    const section = this.renderRoot.querySelector('.sgs');
    if (!section) return;
    const { fontSize, fontFamily } = getComputedStyle(section);
    this.narrow = section.clientWidth < NARROW * parseFloat(fontSize);
    // ::after has the browser's own font: where the section's is the same, the page has chosen none.
    if (!this.noFont) this.noFont = fontFamily === getComputedStyle(section, '::after').fontFamily;
  }

  /** Copies an address of this page and says how that went. */
  protected async copy(href: string): Promise<void> {
    const before = this.shadowRoot?.activeElement as HTMLElement | null | undefined;
    const copied = await copyText(new URL(href, location.href).href);
    before?.focus();
    announce(copied ? this.words.copied : this.words.notCopied, this.words.tag);
  }

  protected override render(): TemplateResult {
    if (this.broken) return html`<slot></slot>`;
    const { content, fallback, labelled } = this.view();
    const kind = ['sgs', ...(this.narrow ? ['narrow'] : []), ...(this.noFont ? ['no-font'] : [])].join(' ');
    // A region without a name would be noise in the list of landmarks.
    const section = labelled
      ? html`<section class=${kind} part="base" lang=${this.words.tag} aria-labelledby="heading">${content}</section>`
      : html`<div class=${kind} part="base" lang=${this.words.tag}>${content}</div>`;
    return fallback ? html`${section}<slot></slot>` : section;
  }

  /** What stands in the room; whether the fallback content stays visible; whether `#heading` names the room. */
  protected abstract view(): { content: unknown; fallback: boolean; labelled: boolean };
}
